package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Effective;
import vn.thutuc.catalogue.Level;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.catalogue.Silence;
import vn.thutuc.catalogue.Transition;

/** Turns one row of a list into facts without stages; what the row does not say stays unknown. */
final class RowFacts {

  private static final int LONG_TITLE = 300;
  private static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}");

  private final int line;
  private final JsonNode row;
  private final Agencies agencies;
  private final String code;
  private final List<Finding> findings = new ArrayList<>();

  RowFacts(int line, JsonNode row, Agencies agencies) {
    this.line = line;
    this.row = row;
    this.agencies = agencies;
    this.code = text(row, "code");
  }

  ListRows.Row read() {
    String title = text(row, "name");
    if (code.isEmpty()) {
      return ListRows.refused(line, "", "thiếu mã thủ tục (code)");
    }
    if (!CODE.matcher(code).matches()) {
      return ListRows.refused(
          line,
          code,
          "mã “%s” không đúng dạng 1.000028; ô trong bảng tính phải là chữ".formatted(code));
    }
    if (title.isEmpty()) {
      return ListRows.refused(line, code, "thiếu tên thủ tục (name)");
    }
    if (title.length() > LONG_TITLE) {
      note(
          Finding.Kind.LONG_TITLE,
          "tên dài %d ký tự, có thể đã bị cắt ở nguồn; tên ngắn được cắt tự động"
              .formatted(title.length()));
    }
    return new ListRows.Row(line, procedure(title), List.copyOf(findings));
  }

  private Procedure procedure(String title) {
    String decision = orUnknown("decision");
    String source = "Danh mục quốc gia, " + decision;
    RowAgency agency = new RowAgency(this, row, agencies, source);
    List<Channel> channels = channels();
    RowPapers papers = new RowPapers(this, row);
    return new Procedure(
        code,
        title,
        FileNames.shortTitle(title),
        orUnknown("field"),
        constants("levels", Level.class),
        agency.settled(),
        agency.settledBy(),
        decision,
        Effective.ALWAYS,
        Transition.STAY,
        agency.competent(),
        agency.competences(),
        java.util.Map.of(),
        agency.outside(),
        List.of(),
        List.of(),
        channels,
        List.of(ReturnMethod.values()),
        new RowTerms(this, row, source).phases(),
        List.of(),
        null,
        papers.papers(),
        new RowFees(this, row, channels, source).fees(),
        papers.results(),
        List.of(),
        Silence.NONE,
        null,
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        notes(),
        null,
        List.of(),
        "");
  }

  private List<Channel> channels() {
    Set<Channel> channels = new LinkedHashSet<>();
    for (JsonNode slot : row.path("channels")) {
      Channel channel = constant(Channel.class, text(slot, "channel"));
      if (channel != null) {
        channels.add(channel);
      }
    }
    if (channels.isEmpty()) {
      note(Finding.Kind.VALUE, "không có kênh nộp nào; tạm ghi nộp trực tiếp");
      return List.of(Channel.COUNTER);
    }
    return channels.stream().sorted().toList();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Nhập tự động từ danh mục; chưa ai đọc trình tự thực hiện, nên chưa có các bước (stages).");
    notes.add("Danh mục không ghi hình thức trả kết quả; cả ba hình thức là giả định.");
    List<String> signals = new ArrayList<>();
    row.path("signals").forEach(signal -> signals.add(signal.asText()));
    if (!signals.isEmpty()) {
      notes.add("Dấu hiệu cần đọc trong trình tự: %s.".formatted(String.join(", ", signals)));
    }
    if (findings.stream().anyMatch(f -> f.kind() == Finding.Kind.AGENCY_UNKNOWN)) {
      notes.add(
          "Chưa xác định được cơ quan giải quyết theo bảng agencies.yaml; chưa tiếp nhận được.");
    }
    findings.stream()
        .filter(finding -> finding.kind() != Finding.Kind.AGENCY_UNKNOWN)
        .map(Finding::what)
        .distinct()
        .map(RowFacts::sentence)
        .forEach(notes::add);
    return List.copyOf(notes);
  }

  private static String sentence(String what) {
    return Character.toUpperCase(what.charAt(0)) + what.substring(1) + ".";
  }

  void note(Finding.Kind kind, String what) {
    findings.add(new Finding(line, code, kind, what));
  }

  <E extends Enum<E>> E constant(Class<E> type, String text) {
    try {
      return text.isEmpty() ? null : Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      note(Finding.Kind.VALUE, "giá trị lạ “%s” bị bỏ qua".formatted(text));
      return null;
    }
  }

  private <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
    Set<E> values = new LinkedHashSet<>();
    for (JsonNode item : row.path(key)) {
      E value = constant(type, item.asText().strip());
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private String orUnknown(String key) {
    String text = text(row, key);
    if (text.isEmpty()) {
      note(Finding.Kind.VALUE, "thiếu %s".formatted(key));
    }
    return text.isEmpty() ? "unknown" : text;
  }

  /** A text with its blanks put in order; empty when it is absent. */
  static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull()
        ? value.asText().replaceAll("[\\s\\p{Cntrl}\\u00a0\\ufeff]+", " ").strip()
        : "";
  }
}
