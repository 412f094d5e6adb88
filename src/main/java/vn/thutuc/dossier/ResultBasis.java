package vn.thutuc.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;

/**
 * What the paper of a result rests on: the results of the dossier's procedure in the version of the
 * dossier, and what its forms submitted so far. Asked after the right to see the dossier was.
 */
@Service
@Transactional(readOnly = true)
public class ResultBasis {

  private final Dossiers dossiers;
  private final Terms terms;
  private final FormEntries entries;

  ResultBasis(Dossiers dossiers, Terms terms, FormEntries entries) {
    this.dossiers = dossiers;
    this.terms = terms;
    this.entries = entries;
  }

  /**
   * What is known.
   *
   * @param dossier row of the dossier
   * @param kinds the results the step can lead to, without repetition; one where the model or the
   *     catalogue leaves no choice
   * @param chosen key of the result that a form chose; null when none did
   * @param title full title of the procedure
   * @param decision decision that announces the procedure; null when its facts name none
   * @param typed the newest text of each field that forms submitted, by the field's key
   * @param signedOutside whether the newest word about the signature is that nobody of the house
   *     signed: the assembly, those above or another body did, on a paper of their own
   */
  public record Basis(
      long dossier,
      List<ResultKind> kinds,
      String chosen,
      String title,
      String decision,
      Map<String, String> typed,
      boolean signedOutside) {}

  /** What the papers of these results rest on. */
  public Basis of(String number, List<PaperStep.Way> ways) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    Procedure procedure = terms.procedure(dossier);
    Entry entry = entries.latest(dossier);
    Map<String, String> typed = new LinkedHashMap<>();
    entry.fields().keySet().stream()
        .filter(field -> entry.text(field) != null)
        .forEach(field -> typed.put(field, entry.text(field)));
    return new Basis(
        dossier.id(),
        ways.stream().flatMap(way -> kinds(procedure, way).stream()).distinct().toList(),
        entry.text("resultKind"),
        procedure.title(),
        procedure.decision(),
        typed,
        entry.fields().containsKey("signedBy") && entry.text("signedBy") == null);
  }

  /** As {@link DossierResults} will record it: the model's own key, else what the form chooses. */
  private static List<ResultKind> kinds(Procedure procedure, PaperStep.Way way) {
    if (!way.positive()) {
      return List.of(DossierResults.refusal(procedure, way.key()));
    }
    return procedure
        .result(way.key())
        .map(List::of)
        .orElseGet(() -> procedure.results().stream().filter(ResultKind::positive).toList());
  }
}
