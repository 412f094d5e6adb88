package vn.thutuc.quick;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.FeeSum;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.organisation.UnitView;

/** What the page for quick procedures asks, procedure by procedure. */
@Service
@Transactional(readOnly = true)
public class QuickSheets {

  private final Catalogue catalogue;
  private final ProcedureEngine engine;
  private final QuickDesk desk;
  private final QuickNumbers numbers;
  private final Now now;

  QuickSheets(
      Catalogue catalogue, ProcedureEngine engine, QuickDesk desk, QuickNumbers numbers, Now now) {
    this.catalogue = catalogue;
    this.engine = engine;
    this.desk = desk;
    this.numbers = numbers;
    this.now = now;
  }

  /** A procedure the caller may settle at once. */
  public record Entry(String code, String title) {}

  /** Somebody who may have signed: login id and name. */
  public record Signer(String id, String name) {}

  /** When a look-up is asked about. */
  public enum LookUpAsked {
    /** The procedure knows none. */
    NEVER,
    /** Only when the applicant asks for it. */
    ON_REQUEST,
    /** With every dossier. */
    ALWAYS
  }

  /**
   * What the sheet of a procedure shows and asks.
   *
   * @param unit id of the agency that settles
   * @param unitName its name
   * @param book register the result is entered in
   * @param bookTitle its Vietnamese name
   * @param nextNumber the number that comes next
   * @param asksPages whether the pages of the original count
   * @param piece what one piece is called, in Vietnamese; null when the fees do not say
   * @param feesKnown whether the facts give a fee that can be counted
   * @param lookUp when a look-up is asked about
   * @param question the procedure's question about it; null without one
   * @param papers papers of the procedure
   * @param rules what the text says at reception, examination and certification
   * @param signers who may have signed
   */
  public record Sheet(
      String code,
      String title,
      String fullTitle,
      String unit,
      String unitName,
      Book book,
      String bookTitle,
      String nextNumber,
      boolean asksPages,
      String piece,
      boolean feesKnown,
      LookUpAsked lookUp,
      String question,
      List<Paper> papers,
      List<String> rules,
      List<Signer> signers) {}

  /** The procedures the caller may settle at once, by code; empty for who serves at no desk. */
  public List<Entry> mine() {
    return catalogue.latest().stream()
        .filter(QuickDesk::isQuick)
        .flatMap(procedure -> catalogue.find(procedure.code(), now.local()).stream())
        .filter(this::isMine)
        .filter(procedure -> engine.hasModel(procedure.code()))
        .map(procedure -> new Entry(procedure.code(), procedure.shortTitle()))
        .toList();
  }

  /** Whether the caller may settle a procedure at once. */
  public boolean isMine(Procedure procedure) {
    return desk.agencyFor(procedure).isPresent();
  }

  /**
   * The sheet of a procedure.
   *
   * @throws DossierProblem when there is none, or the caller may not settle it at once
   */
  public Sheet sheet(String code) {
    Procedure procedure = find(code);
    UnitView agency = desk.requireAgencyFor(procedure);
    FeeSum fees = fees(procedure);
    Book book = Book.of(procedure);
    return new Sheet(
        procedure.code(),
        procedure.shortTitle(),
        procedure.title(),
        agency.id(),
        agency.name(),
        book,
        book.label(),
        numbers.coming(agency.id(), book, desk.today().getYear()),
        fees.asksPages(),
        fees.piece().orElse(null),
        fees.charge(1, 1).amount() != null,
        lookUp(procedure),
        procedure.allStages().stream()
            .filter(QuickSheets::decidesOnLookUp)
            .map(Stage::question)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        procedure.papers(),
        procedure.rules().stream().map(QuickSheets::words).toList(),
        signers(desk, agency.id()));
  }

  static List<Signer> signers(QuickDesk desk, String unit) {
    return desk.signers(unit).stream()
        .map(signer -> new Signer(signer.id(), signer.name()))
        .toList();
  }

  private static String words(Rule rule) {
    return rule.kind().label() + ": " + rule.sentence();
  }

  /**
   * The fee of so many copies, or pieces, of so many pages each.
   *
   * @throws DossierProblem when a count is out of range or there is no such procedure
   */
  public FeeSum.Charge charge(String code, int pages, int copies) {
    if (pages < 0 || pages > QuickCheck.MOST_PAGES) {
      throw counts("pages");
    }
    if (copies < 1 || copies > QuickCheck.MOST_COPIES) {
      throw counts("copies");
    }
    return fees(find(code)).charge(pages, copies);
  }

  private static DossierProblem counts(String field) {
    return DossierProblem.invalid(
        "count-invalid",
        field,
        "Số trang phải từ 1 đến %d, số lượng từ 1 đến %d."
            .formatted(QuickCheck.MOST_PAGES, QuickCheck.MOST_COPIES));
  }

  private FeeSum fees(Procedure procedure) {
    return FeeSum.of(procedure, Channel.COUNTER, null, desk.today());
  }

  private static boolean decidesOnLookUp(Stage stage) {
    return stage.block() == Block.DECIDE
        && stage.branches().stream()
            .flatMap(branch -> branch.stages().stream())
            .anyMatch(inner -> inner.block() == Block.LOOK_UP);
  }

  private static LookUpAsked lookUp(Procedure procedure) {
    if (procedure.stages().stream().anyMatch(stage -> stage.block() == Block.LOOK_UP)) {
      return LookUpAsked.ALWAYS;
    }
    return procedure.allStages().stream().anyMatch(QuickSheets::decidesOnLookUp)
        ? LookUpAsked.ON_REQUEST
        : LookUpAsked.NEVER;
  }

  private Procedure find(String code) {
    return catalogue
        .find(code, now.local())
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "procedure-unknown",
                    "code",
                    "Không có thủ tục mang mã \"%s\" đang áp dụng.".formatted(code)));
  }
}
