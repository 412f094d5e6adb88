package vn.thutuc.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.clock.Now;

/**
 * What a dossier ends with: results, refusals and entries into registers. Each verb takes part in
 * the engine's transaction, as those of {@link DossierSteps} do.
 */
@Service
@Transactional
public class DossierResults {

  private static final String REFUSAL = "REFUSAL";

  private final Dossiers dossiers;
  private final Journal journal;
  private final FormEntries entries;
  private final Terms terms;
  private final ObjectProvider<KeptRegisters> kept;
  private final ObjectProvider<ResultPapers> papers;
  private final JdbcClient jdbc;
  private final Now now;

  DossierResults(
      Dossiers dossiers,
      Journal journal,
      FormEntries entries,
      Terms terms,
      ObjectProvider<KeptRegisters> kept,
      ObjectProvider<ResultPapers> papers,
      JdbcClient jdbc,
      Now now) {
    this.dossiers = dossiers;
    this.journal = journal;
    this.entries = entries;
    this.terms = terms;
    this.kept = kept;
    this.papers = papers;
    this.jdbc = jdbc;
    this.now = now;
  }

  /** Records a positive result with the number and date of the last entry. */
  public void issue(String number, String key) {
    Dossier dossier = find(number);
    Entry entry = entries.latest(dossier);
    String chosen = entry.text("resultKind");
    Procedure procedure = terms.procedure(dossier);
    ResultKind kind =
        procedure
            .result(key)
            .or(() -> procedure.result(String.valueOf(chosen)))
            .orElseThrow(
                () ->
                    DossierProblem.invalid(
                        "result-kind-unknown",
                        "resultKind",
                        "Loại kết quả đã chọn (mô hình: \"%s\") không có trong danh mục của thủ tục %s."
                            .formatted(key, procedure.code())));
    issue(dossier, entry, kind.key(), kind.title(), true);
    dossiers.saveAndFlush(dossier);
  }

  /**
   * Records the written refusal.
   *
   * @param key negative result of the procedure; null, or one the procedure does not have in the
   *     version of the dossier, for its usual refusal
   */
  public void refuse(String number, String key) {
    Dossier dossier = find(number);
    Entry entry = entries.latest(dossier);
    ResultKind kind = refusal(terms.procedure(dossier), key);
    issue(dossier, entry, kind.key(), kind.title(), false);
    journal.write(dossier, JournalEvent.REFUSED, entry.text("reason"), Map.of());
    dossiers.saveAndFlush(dossier);
  }

  static ResultKind refusal(Procedure procedure, String key) {
    return Stream.of(key, REFUSAL)
        .filter(Objects::nonNull)
        .flatMap(one -> procedure.result(one).stream())
        .filter(kind -> !kind.positive())
        .findFirst()
        .orElse(new ResultKind(REFUSAL, "Văn bản từ chối giải quyết hồ sơ", null, false));
  }

  private void issue(Dossier dossier, Entry entry, String kind, String title, boolean positive) {
    LocalDate day = entry.date("resultDate", "Ngày ban hành");
    LocalDate validFrom = entry.date("validFrom", "Có hiệu lực từ");
    LocalDate validTo = entry.date("validTo", "Có hiệu lực đến");
    if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
      throw DossierProblem.invalid(
          "validity-reversed",
          "validTo",
          "Ngày hết hiệu lực sớm hơn ngày có hiệu lực. Hãy kiểm tra lại hai ngày này.");
    }
    ResultFacts facts =
        new ResultFacts(
            kind,
            title,
            positive,
            positive ? number(dossier, entry.text("resultNumber")) : entry.text("resultNumber"),
            day == null ? now.local().toLocalDate() : day,
            entry.text("signedBy"),
            validFrom,
            validTo,
            entry.text("signedFor"));
    Result result = dossier.issue(facts);
    papers.stream()
        .flatMap(one -> one.issued(dossier.number(), facts).stream())
        .findFirst()
        .ifPresent(result::isOnPaper);
    journal.write(
        dossier, JournalEvent.RESULT_ISSUED, null, Map.of("kind", kind, "positive", positive));
  }

  /** What was typed, unless the house keeps the register and gives the number itself. */
  private String number(Dossier dossier, String typed) {
    KeptRegisters house = kept.getIfAvailable();
    return house == null ? typed : house.number(dossier.number(), typed, now.instant());
  }

  /** Enters the result into a register; a second entry of the same dossier changes nothing. */
  public void enterRegister(String number, String register) {
    Dossier dossier = find(number);
    Entry entry = entries.latest(dossier);
    String given = number(dossier, entry.required("registerNumber", "Số trong sổ"));
    jdbc.sql(
            """
            insert into dossier_register (dossier_id, register, volume, number, entered_at)
            values (?, ?, ?, ?, ?) on conflict (dossier_id, register) do nothing
            """)
        .param(dossier.id())
        .param(register)
        .param(entry.text("registerVolume"))
        .param(given)
        .param(java.sql.Timestamp.from(now.instant()))
        .update();
    journal.write(dossier, JournalEvent.REGISTERED, null, Map.of("register", register));
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
