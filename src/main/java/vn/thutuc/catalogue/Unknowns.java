package vn.thutuc.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Lists what nobody knows of a procedure yet, in Vietnamese. */
public final class Unknowns {

  private Unknowns() {}

  /**
   * One unknown fact.
   *
   * @param key where it stands, as in the file
   * @param what what is unknown, in Vietnamese
   */
  public record Unknown(String key, String what) {}

  /**
   * Everything unknown of a version.
   *
   * @param determinations the province's determinations; a term they give is known
   */
  public static List<Unknown> of(Procedure procedure, List<Determination> determinations) {
    List<Unknown> unknowns = new ArrayList<>();
    if (!procedure.isAgencyKnown() && procedure.settled() != Settled.ELSEWHERE) {
      unknowns.add(new Unknown("competent", "cơ quan giải quyết"));
    }
    if (procedure.settled() == Settled.UNKNOWN) {
      unknowns.add(new Unknown("settled", "nơi giải quyết"));
    }
    for (Phase phase : procedure.phases()) {
      terms(phase, determinations, unknowns);
    }
    procedure.windows().stream()
        .filter(window -> window.term() == null)
        .map(Window::id)
        .forEach(id -> unknowns.add(new Unknown("windows." + id, "thời gian chờ " + id)));
    for (Fee fee : procedure.fees()) {
      if (fee.amount() == null) {
        unknowns.add(new Unknown("fees", "mức thu: " + fee.title()));
      }
    }
    if (procedure.supplement() != null && procedure.supplement().times() == null) {
      unknowns.add(new Unknown("supplement.times", "số lần yêu cầu bổ sung"));
    }
    rest(procedure, unknowns);
    return List.copyOf(unknowns);
  }

  private static void terms(Phase phase, List<Determination> made, List<Unknown> unknowns) {
    String key = "phases." + phase.id();
    if (phase.terms().isEmpty()) {
      unknowns.add(new Unknown(key, "thời hạn: " + phase.name()));
    }
    for (PhaseTerm term : phase.terms()) {
      boolean determined =
          made.stream().anyMatch(one -> one.phase().equals(phase.id()) && covers(one, term));
      if (term.term() == null && !determined) {
        unknowns.add(new Unknown(key, "thời hạn: " + phase.name() + conditions(term)));
      }
    }
  }

  private static boolean covers(Determination made, PhaseTerm term) {
    return covers(made.channel(), term.channel())
        && covers(made.caseCode(), term.caseCode())
        && covers(made.area(), term.area());
  }

  private static boolean covers(Object made, Object wanted) {
    return made == null || made.equals(wanted);
  }

  private static String conditions(PhaseTerm term) {
    StringBuilder text = new StringBuilder();
    for (Object one : new Object[] {term.channel(), term.caseCode(), term.area()}) {
      text.append(one == null ? "" : ", " + one);
    }
    return text.toString();
  }

  private static void rest(Procedure procedure, List<Unknown> unknowns) {
    if (procedure.effective().from() == null) {
      unknowns.add(new Unknown("effective.from", "ngày có hiệu lực"));
    }
    if (procedure.retention() == null
        || procedure.retention().years() == null && !procedure.retention().permanent()) {
      unknowns.add(new Unknown("retention", "thời hạn lưu trữ"));
    }
    if (procedure.stages().isEmpty()) {
      unknowns.add(new Unknown("stages", "các bước giải quyết (chưa đọc trình tự)"));
    }
    procedure.allStages().stream()
        .filter(stage -> stage.unclear() != null)
        .map(Unknowns::unclear)
        .forEach(unknowns::add);
  }

  private static Unknown unclear(Stage stage) {
    return new Unknown("stages(" + stage.id() + ")", stage.unclear());
  }
}
