package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Effective;
import vn.thutuc.catalogue.Fee;

/**
 * The fees of a row. The list writes "free" with a reference to a fee table in brackets, and
 * amounts in thousands without saying so: only what leaves no doubt becomes an amount.
 */
final class RowFees {

  private static final Pattern FREE =
      Pattern.compile("(?i)miễn phí(\\((không|không có|không quy định)\\.?\\))?\\.?|phí : 0 đồng");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(\\d{1,3}(?:[.,]\\d{3})+|\\d{4,9}) (?:VNĐ|Việt Nam Đồng)(?:\\(/(\\P{N}{2,30})\\))?");
  private static final Pattern NOTHING = Pattern.compile("(?i)không có thông tin(\\(.*\\))?");

  private final RowFacts row;
  private final String source;
  private final List<Channel> channels;
  private final Map<Channel, Set<String>> texts = new LinkedHashMap<>();

  RowFees(RowFacts row, JsonNode node, List<Channel> channels, String source) {
    this.row = row;
    this.source = source;
    this.channels = channels;
    for (JsonNode slot : node.path("channels")) {
      String text = RowFacts.text(slot, "fee");
      Channel channel = channel(RowFacts.text(slot, "channel"));
      if (!text.isEmpty() && channel != null) {
        texts.computeIfAbsent(channel, c -> new LinkedHashSet<>()).add(text);
      }
    }
  }

  private Channel channel(String name) {
    return channels.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  List<Fee> fees() {
    List<Fee> fees = new ArrayList<>();
    boolean same = texts.size() == channels.size() && Set.copyOf(texts.values()).size() == 1;
    for (Map.Entry<Channel, Set<String>> entry : texts.entrySet()) {
      entry.getValue().forEach(text -> fees.add(fee(same ? null : entry.getKey(), text)));
      if (same) {
        break;
      }
    }
    if (fees.stream().anyMatch(fee -> fee.amount() == null)) {
      row.note(
          Finding.Kind.FEE_UNKNOWN,
          "mức phí, lệ phí trong danh mục không dùng được, phải tra biểu phí");
    }
    return fees;
  }

  private Fee fee(Channel channel, String text) {
    Matcher amount = AMOUNT.matcher(text);
    Long value = null;
    String per = null;
    if (FREE.matcher(text).matches()) {
      value = 0L;
    } else if (amount.matches()) {
      value = Long.parseLong(amount.group(1).replaceAll("[.,]", ""));
      per = amount.group(2) == null ? null : amount.group(2).strip();
    }
    String said = NOTHING.matcher(text).matches() ? "không có thông tin" : "“" + text + "”";
    return new Fee(
        "Phí, lệ phí giải quyết thủ tục",
        channel,
        null,
        value,
        per,
        null,
        List.of(),
        null,
        Effective.ALWAYS,
        source + ": " + said,
        null);
  }
}
