package vn.thutuc.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Chooses the unit that settles a dossier. */
final class Competences {

  private Competences() {}

  static List<Competence> of(Procedure procedure, String caseCode, String area) {
    List<Competence> applying =
        procedure.competences().stream()
            .filter(one -> scope(one).matches(null, caseCode, area))
            .toList();
    int narrowest = applying.stream().mapToInt(one -> scope(one).narrowness()).max().orElse(0);
    List<Competence> chosen =
        applying.stream().filter(one -> scope(one).narrowness() == narrowest).toList();
    if (!chosen.isEmpty() || procedure.competent() == null) {
      return chosen;
    }
    return List.of(new Competence(procedure.competent(), null, null, null, procedure.decision()));
  }

  static Competence read(Section part) {
    return new Competence(
        FactsReader.unitKey(part, "unit"),
        part.optional("case"),
        part.optional("area"),
        part.optional("criterion"),
        part.text("source"));
  }

  /** Notes what does not fit the procedure, and pairs nobody could choose between. */
  static void check(Section facts, Procedure procedure) {
    List<Competence> seen = new ArrayList<>();
    for (Competence one : procedure.competences()) {
      String at = "competences[" + seen.size() + "].";
      FactsReader.checkScope(scope(one), procedure, (k, w, r) -> facts.wrong(at + k, w, r));
      boolean doubtful =
          seen.stream()
              .anyMatch(
                  other -> scope(one).equals(scope(other)) && one.unit().equals(other.unit()));
      if (doubtful) {
        facts.wrong(at + "unit", "đơn vị lặp lại cho cùng điều kiện", "bỏ một dòng");
      }
      seen.add(one);
    }
  }

  private static Scope scope(Competence one) {
    return new Scope(null, one.caseCode(), one.area());
  }
}
