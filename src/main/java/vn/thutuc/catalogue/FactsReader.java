package vn.thutuc.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Turns the YAML of one procedure into facts and notes everything that is wrong with it. */
final class FactsReader {

  static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}");
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Set<PhaseStart> STARTS_OF_A_ROW =
      Set.of(PhaseStart.RECEPTION, PhaseStart.COMPLETE_DOSSIER);
  private static final Pattern MODE = Pattern.compile("CONTINUE|RESTART|(PLUS|WITH) [1-9]\\d*wd");

  private FactsReader() {}

  static Procedure read(Section facts) {
    return facts.whole(FactsReader::procedure);
  }

  private static Procedure procedure(Section facts) {
    String code = matching(facts, "code", CODE, "viết như \"1.001193\", trong dấu nháy kép");
    String title = facts.text("title");
    String shortTitle = facts.optional("shortTitle");
    Procedure procedure =
        new Procedure(
            code,
            title,
            shortTitle == null ? title : shortTitle,
            facts.text("field"),
            facts.choices("levels", Level.class),
            facts.choice("settled", Settled.class, Settled.UNKNOWN),
            facts.optional("settledBy"),
            facts.text("decision"),
            effective(facts, "effective"),
            facts.choice("transition", Transition.class, Transition.STAY),
            unknownAsNull(unitKey(facts, "competent")),
            facts.parts("competences", Competences::read),
            facts.map("bodies"),
            facts.map("outside"),
            facts.parts("cases", FactsReader::choice),
            facts.parts("areas", FactsReader::choice),
            facts.choices("channels", Channel.class),
            facts.choices("returnMethods", ReturnMethod.class),
            facts.parts("phases", FactsReader::phase),
            facts.parts("windows", FactsReader::window),
            facts.part("supplement", FactsReader::supplement),
            facts.parts("papers", FactsReader::paper),
            facts.parts("fees", FactsReader::fee),
            facts.parts("results", FactsReader::result),
            facts.choices("originalsAtReturn", Channel.class),
            facts.choice("silence", Silence.class, Silence.NONE),
            facts.optional("silenceArticle"),
            facts.flag("quick"),
            facts.part("retention", FactsReader::retention),
            StagesReader.read(facts, "stages"),
            StagesReader.read(facts, "after"),
            RulesReader.read(facts),
            facts.part("approvedSteps", FactsReader::approvedSteps),
            facts.texts("notes"),
            facts.part("imported", part -> new Imported(part.text("hash"), part.text("source"))),
            List.of(),
            "");
    checkWhole(facts, procedure);
    return procedure;
  }

  static Effective effective(Section facts) {
    return effective(facts, "effective");
  }

  private static Effective effective(Section facts, String key) {
    Effective effective =
        facts.part(key, part -> new Effective(part.date("from"), part.date("until")));
    if (effective == null) {
      return Effective.ALWAYS;
    }
    if (effective.from() != null
        && effective.until() != null
        && effective.until().isBefore(effective.from())) {
      facts.wrong(key, "ngày hết hiệu lực trước ngày có hiệu lực", "sửa một trong hai ngày");
    }
    return effective;
  }

  /** The key of a unit; {@code unknown} stays as it stands. */
  static String unitKey(Section section, String key) {
    return matching(section, key, KEY, "ghi khóa của đơn vị, ví dụ so-xay-dung, hoặc unknown");
  }

  private static String unknownAsNull(String key) {
    return "unknown".equals(key) ? null : key;
  }

  static Unanswered unanswered(Section section) {
    return section.choice("unanswered", Unanswered.class, null);
  }

  /** What a supplement or a pause does to the clock; null when absent or unknown. */
  static String mode(Section section) {
    String mode = section.optional("mode");
    if (mode != null && !MODE.matcher(mode).matches()) {
      section.wrong(
          "mode",
          "cách tính “%s” không đọc được".formatted(mode),
          "dùng CONTINUE, RESTART, PLUS 5wd hoặc WITH 18wd");
    }
    return mode;
  }

  static Integer times(Section section) {
    Long times = section.number("times");
    return times == null ? null : times.intValue();
  }

  private static Choice choice(Section choice) {
    return new Choice(constant(choice, "code"), choice.text("label"));
  }

  private static Phase phase(Section phase) {
    Phase read =
        new Phase(
            matching(phase, "id", KEY, "chữ thường không dấu nối bằng gạch, ví dụ settlement"),
            phase.text("name"),
            phase.choice("starts", PhaseStart.class),
            phase.optional("condition"),
            phase.parts("terms", FactsReader::term));
    List<PhaseTerm> terms = read.terms();
    for (int later = 1; later < terms.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (Scope.of(terms.get(earlier)).clashesWith(Scope.of(terms.get(later)))) {
          phase.wrong(
              "terms[" + later + "]",
              "trùng điều kiện với terms[" + earlier + "], không biết theo thời hạn nào",
              "ghi rõ channel, case hoặc area để mỗi hồ sơ chỉ khớp một dòng");
        }
      }
    }
    return read;
  }

  private static PhaseTerm term(Section term) {
    String amount = term.term("term");
    PhaseStart starts = term.choice("starts", PhaseStart.class, null);
    if (starts != null && !STARTS_OF_A_ROW.contains(starts)) {
      term.wrong(
          "starts", "một dòng chỉ đổi được lúc bắt đầu", "dùng RECEPTION hoặc COMPLETE_DOSSIER");
    }
    return new PhaseTerm(
        term.choice("channel", Channel.class, null),
        term.optional("case"),
        term.optional("area"),
        starts,
        amount,
        term.text("source"),
        term.flag("verified") && amount != null);
  }

  private static Window window(Section window) {
    return new Window(
        matching(window, "id", KEY, "chữ thường không dấu nối bằng gạch, ví dụ supplement"),
        window.term("term"),
        unanswered(window),
        window.text("source"),
        window.flag("verified"));
  }

  private static Supplement supplement(Section part) {
    return new Supplement(
        times(part),
        mode(part),
        part.optional("paper"),
        part.text("source"),
        part.flag("verified"));
  }

  private static Paper paper(Section paper) {
    return new Paper(
        matching(paper, "key", KEY, "chữ thường không dấu nối bằng gạch, ví dụ application"),
        paper.text("title"),
        paper.count("originals"),
        paper.count("copies"),
        paper.optional("condition"));
  }

  private static Fee fee(Section fee) {
    return new Fee(
        fee.text("title"),
        fee.choice("channel", Channel.class, null),
        fee.optional("case"),
        fee.number("amount"),
        fee.optional("per"),
        fee.optional("condition"),
        fee.texts("exemptions"),
        fee.optional("setBy"),
        effective(fee, "validity"),
        fee.text("source"),
        fee.part("counts", FactsReader::feeCount));
  }

  private static FeeCount feeCount(Section counts) {
    int from = counts.count("fromPage");
    Long to = counts.number("toPage");
    if (from < 1 || to != null && to < from) {
      counts.wrong(
          "fromPage", "khoảng trang không hợp lệ", "ghi từ trang 1 trở lên, toPage sau đó");
    }
    return new FeeCount(from, to == null ? null : to.intValue(), counts.number("mostPerCopy"));
  }

  private static ResultKind result(Section result) {
    return new ResultKind(
        constant(result, "key"),
        result.text("title"),
        result.optional("code"),
        result.flag("positive"));
  }

  private static Retention retention(Section part) {
    Long years = part.number("years");
    return new Retention(
        years == null ? null : years.intValue(),
        part.flag("permanent"),
        part.text("source"),
        part.flag("verified"));
  }

  private static ApprovedSteps approvedSteps(Section part) {
    ApprovedSteps read =
        new ApprovedSteps(
            part.text("decision"),
            part.text("source"),
            part.parts(
                "steps",
                step ->
                    new ApprovedSteps.Step(
                        matching(step, "step", KEY, "ghi id của bước, ví dụ appraise"),
                        step.text("unit"),
                        step.decimal("days"))));
    required(part, "steps", read.steps());
    return read;
  }

  private static void checkWhole(Section facts, Procedure procedure) {
    required(facts, "channels", procedure.channels());
    required(facts, "returnMethods", procedure.returnMethods());
    required(facts, "phases", procedure.phases());
    required(facts, "results", procedure.results());
    distinct(facts, "cases", procedure.cases(), Choice::code);
    distinct(facts, "areas", procedure.areas(), Choice::code);
    distinct(facts, "phases", procedure.phases(), Phase::id);
    distinct(facts, "windows", procedure.windows(), Window::id);
    distinct(facts, "papers", procedure.papers(), Paper::key);
    distinct(facts, "results", procedure.results(), ResultKind::key);
    if (procedure.results().stream().noneMatch(ResultKind::positive)) {
      facts.wrong(
          "results", "không có kết quả nào là positive: true", "đánh dấu kết quả chấp thuận");
    }
    StagesReader.check(facts, procedure);
    RulesReader.check(facts, procedure);
    Competences.check(facts, procedure);
    if (procedure.silence() == Silence.GOES_ON) {
      facts.wrong("silence", "GOES_ON chỉ của cơ quan được hỏi", "dùng NONE, GRANTS hoặc REFUSES");
    }
    if (procedure.silence() != Silence.NONE && procedure.silenceArticle() == null) {
      facts.wrong("silenceArticle", "im lặng có hậu quả mà không có điều luật", "ghi điều luật");
    }
    for (int f = 0; f < procedure.fees().size(); f++) {
      Fee fee = procedure.fees().get(f);
      String at = "fees[" + f + "].";
      Scope scope = new Scope(fee.channel(), fee.caseCode(), null);
      checkScope(scope, procedure, (k, w, r) -> facts.wrong(at + k, w, r));
    }
    for (int p = 0; p < procedure.phases().size(); p++) {
      List<PhaseTerm> terms = procedure.phases().get(p).terms();
      for (int t = 0; t < terms.size(); t++) {
        String at = "phases[%d].terms[%d].".formatted(p, t);
        checkScope(Scope.of(terms.get(t)), procedure, (k, w, r) -> facts.wrong(at + k, w, r));
      }
    }
  }

  /** Whether every condition names something the procedure has; notes those that do not. */
  static boolean checkScope(Scope scope, Procedure procedure, Complaint complaint) {
    boolean isForeignChannel =
        scope.channel() != null && !procedure.channels().contains(scope.channel());
    boolean isForeignCase = isForeign(scope.caseCode(), procedure.cases());
    boolean isForeignArea = isForeign(scope.area(), procedure.areas());
    if (isForeignChannel) {
      complaint.note("channel", "thủ tục không có kênh này", "thêm vào channels hoặc sửa lại");
    }
    if (isForeignCase) {
      complaint.note("case", "thủ tục không có trường hợp này", "thêm vào cases hoặc sửa lại");
    }
    if (isForeignArea) {
      complaint.note("area", "thủ tục không có loại địa bàn này", "thêm vào areas hoặc sửa lại");
    }
    return !isForeignChannel && !isForeignCase && !isForeignArea;
  }

  private static boolean isForeign(String code, List<Choice> choices) {
    return code != null && choices.stream().map(Choice::code).noneMatch(code::equals);
  }

  private static void required(Section facts, String key, List<?> list) {
    if (list.isEmpty()) {
      facts.wrong(key, "danh sách trống", "ghi ít nhất một mục");
    }
  }

  private static <T> void distinct(
      Section facts, String key, List<T> items, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    Predicate<String> isRepeated = one -> !seen.add(one);
    items.stream()
        .map(name)
        .filter(isRepeated)
        .forEach(
            one -> facts.wrong(key, "“%s” lặp lại".formatted(one), "mỗi tên chỉ dùng một lần"));
  }

  private static String constant(Section section, String key) {
    return matching(section, key, CONSTANT, "viết hoa không dấu, ví dụ WITH_CERTIFICATE");
  }

  private static String matching(Section section, String key, Pattern pattern, String remedy) {
    String text = section.text(key);
    if (!text.isEmpty() && !pattern.matcher(text).matches()) {
      section.wrong(key, "“%s” không đúng dạng".formatted(text), remedy);
    }
    return text;
  }

  /** Takes one complaint: key, what is wrong, remedy. */
  @FunctionalInterface
  interface Complaint {
    void note(String key, String what, String remedy);
  }
}
