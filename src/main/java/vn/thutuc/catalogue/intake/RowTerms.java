package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.PhaseTerm;

/**
 * The term of a row. A limit counts only when every channel gives the same one: what differs by
 * channel is usually a case, an area or a phase, and only the steps can tell.
 */
final class RowTerms {

  private static final Map<String, String> UNITS =
      Map.of("WORKING_DAY", "wd", "CALENDAR_DAY", "d", "MONTH", "mo");
  private static final Map<String, String> WORDS =
      Map.of("ngày làm việc", "wd", "ngày", "d", "tháng", "mo");
  private static final Pattern TEXT =
      Pattern.compile("0*([1-9]\\d{0,3})\\s+(ngày làm việc|ngày|tháng|giờ)");
  private static final int WORDY = 160;

  private final RowFacts row;
  private final String source;
  private final List<Slot> slots = new ArrayList<>();

  RowTerms(RowFacts row, JsonNode node, String source) {
    this.row = row;
    this.source = source;
    for (JsonNode slot : node.path("channels")) {
      slots.add(slot(slot));
    }
  }

  /** One limit of the list: its channel, term or null, and how the list words it. */
  private record Slot(Channel channel, String term, String words, State state) {}

  private enum State {
    KNOWN,
    FROM_TEXT,
    MISSING,
    HOURS,
    CONTRADICTORY
  }

  List<Phase> phases() {
    return List.of(
        new Phase(
            "settlement", "Giải quyết hồ sơ", PhaseStart.COMPLETE_DOSSIER, null, List.of(term())));
  }

  private PhaseTerm term() {
    Set<String> terms = new LinkedHashSet<>();
    slots.forEach(slot -> terms.add(String.valueOf(slot.term())));
    String words = words();
    if (has(State.CONTRADICTORY)) {
      row.note(Finding.Kind.TERM_CONTRADICTORY, "thời hạn tự mâu thuẫn: " + words);
    } else if (has(State.HOURS)) {
      row.note(
          Finding.Kind.HOURS, "thời hạn theo giờ, chưa rõ giờ làm việc hay giờ thường: " + words);
    } else if (terms.size() > 1) {
      row.note(Finding.Kind.TERM_SUSPECT, "nhiều thời hạn khác nhau, phải đọc trình tự: " + words);
    } else if (terms.isEmpty() || terms.contains("null")) {
      row.note(Finding.Kind.TERM_UNKNOWN, "chưa biết thời hạn: " + words);
    } else {
      if (has(State.FROM_TEXT)) {
        row.note(Finding.Kind.UNIT_FROM_TEXT, "đơn vị thời hạn lấy từ phần chữ: " + words);
      }
      return new PhaseTerm(null, null, null, null, terms.iterator().next(), said(words), false);
    }
    return new PhaseTerm(null, null, null, null, null, said(words), false);
  }

  private boolean has(State state) {
    return slots.stream().anyMatch(slot -> slot.state() == state);
  }

  private String said(String words) {
    return "%s: %s".formatted(source, words);
  }

  private String words() {
    if (slots.isEmpty()) {
      return "không ghi thời hạn";
    }
    Set<String> distinct = slots.stream().map(Slot::words).collect(Collectors.toSet());
    if (distinct.size() == 1) {
      return "“%s”".formatted(slots.get(0).words());
    }
    String all =
        slots.stream()
            .map(s -> (s.channel() == null ? "?" : s.channel().label()) + " “" + s.words() + "”")
            .distinct()
            .collect(Collectors.joining(", "));
    return all.length() <= 4 * WORDY ? all : all.substring(0, 4 * WORDY) + "…";
  }

  private Slot slot(JsonNode slot) {
    String unit = RowFacts.text(slot, "unit");
    String text = RowFacts.text(slot, "limitText");
    JsonNode limit = slot.path("limit");
    Matcher worded = TEXT.matcher(text.toLowerCase(Locale.ROOT));
    String fromText = worded.matches() ? term(worded) : null;
    String given =
        limit.canConvertToInt() && limit.asInt() > 0 && UNITS.containsKey(unit)
            ? limit.asInt() + UNITS.get(unit)
            : null;
    boolean hours = unit.equals("HOUR") || worded.matches() && worded.group(2).equals("giờ");
    State state = state(given, fromText, hours, limit, unit);
    Channel channel = row.constant(Channel.class, RowFacts.text(slot, "channel"));
    return new Slot(
        channel,
        state == State.KNOWN || state == State.FROM_TEXT ? given == null ? fromText : given : null,
        worded(text, given, RowFacts.text(slot, "note")),
        state);
  }

  private static State state(
      String given, String fromText, boolean hours, JsonNode limit, String unit) {
    if (given != null && fromText != null && !given.equals(fromText)
        || given != null && hours
        || limit.isNumber() && limit.asInt() <= 0
        || given == null && !unit.isEmpty() && !unit.equals("HOUR")) {
      return State.CONTRADICTORY;
    }
    if (hours) {
      return State.HOURS;
    }
    if (given != null) {
      return State.KNOWN;
    }
    return fromText != null ? State.FROM_TEXT : State.MISSING;
  }

  private static String term(Matcher worded) {
    String unit = WORDS.get(worded.group(2));
    return unit == null ? null : worded.group(1) + unit;
  }

  private static String worded(String text, String given, String note) {
    String said = text.isEmpty() ? given == null ? "không ghi" : given : text;
    if (note.isEmpty()) {
      return said;
    }
    String remark = note.length() <= WORDY ? note : note.substring(0, WORDY) + "…";
    return said + " (" + remark + ")";
  }
}
