package vn.thutuc.drafting;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.CaseFiles;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocument.PartyView;
import vn.thutuc.dossier.ResultBasis;
import vn.thutuc.printing.Letterhead;
import vn.thutuc.printing.PaperPress;

/**
 * Merges a template with the dossier, the procedure and the clock: the words a paper begins with.
 */
@Component
class PaperMerge {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' uuuu", Locale.ROOT);

  /** A day as forms submit it, with or without a time. */
  private static final Pattern SUBMITTED_DAY =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:T.*)?");

  private final CaseFiles cases;
  private final PaperPress press;

  PaperMerge(CaseFiles cases, PaperPress press) {
    this.cases = cases;
    this.press = press;
  }

  /**
   * The words.
   *
   * @param notice what the officer has to know about the template; null when nothing
   */
  record Merged(PaperText text, String notice) {}

  /**
   * Merges.
   *
   * @param issuer id of the unit under whose name it goes out; null for the competent one
   */
  Merged merge(String number, ResultKind result, ResultBasis.Basis basis, String issuer) {
    CaseFile file = cases.read(number);
    String unit = issuer == null ? file.document().competentUnit().id() : issuer;
    Letterhead head = press.head(unit);
    PaperPress.Text text =
        press.text(which(file.document(), result), fields(file, result, basis, head));
    return new Merged(PaperText.read(head.unit(), text.text()), text.notice());
  }

  static PaperPress.Which which(DossierDocument dossier, ResultKind result) {
    return new PaperPress.Which(
        dossier.procedure().code(), result.key(), result.code(), PaperKind.of(result).key());
  }

  private static Map<String, Object> fields(
      CaseFile file, ResultKind result, ResultBasis.Basis basis, Letterhead head) {
    DossierDocument dossier = file.document();
    Map<String, Object> fields = new HashMap<>();
    fields.put("dossier", dossier(file));
    fields.put("procedure", procedure(dossier, basis));
    Map<String, Object> kind = new HashMap<>();
    kind.put("key", result.key());
    kind.put("title", result.title());
    kind.put("code", result.code());
    fields.put("result", kind);
    fields.put("applicant", person(dossier.owner()));
    fields.put("submitter", dossier.submitter() == null ? null : person(dossier.submitter()));
    fields.put("head", PaperPages.head(head));
    fields.put(
        "authority", authority(head.agency()) + " " + head.agency().toUpperCase(Locale.ROOT));
    fields.put("signAs", authority(head.agency()));
    fields.put("papers", papers(dossier));
    Map<String, Object> typed = new HashMap<>();
    basis.typed().forEach((field, value) -> typed.put(field, day(value)));
    fields.put("typed", typed);
    return fields;
  }

  private static Map<String, Object> dossier(CaseFile file) {
    DossierDocument dossier = file.document();
    Map<String, Object> fields = new HashMap<>();
    fields.put("number", dossier.number());
    fields.put("receivedOn", on(dossier.receivedAt()));
    fields.put("acceptedOn", on(file.acceptedAt()));
    fields.put("channel", dossier.channel().label());
    fields.put("caseOf", dossier.caseOf() == null ? null : dossier.caseOf().label());
    fields.put("appointment", at(dossier.appointment()));
    fields.put("end", at(dossier.end()));
    fields.put(
        "term",
        dossier.phases().stream()
            .filter(phase -> phase.term() != null)
            .map(phase -> phase.name() + ": " + phase.term())
            .collect(Collectors.joining("; ")));
    fields.put("competent", dossier.competentUnit().name());
    return fields;
  }

  private static Map<String, Object> procedure(DossierDocument dossier, ResultBasis.Basis basis) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("code", dossier.procedure().code());
    fields.put("title", basis.title());
    fields.put("shortTitle", dossier.procedure().title());
    fields.put("matter", matter(basis.title()));
    fields.put("field", dossier.procedure().field());
    fields.put("decision", basis.decision());
    return fields;
  }

  /** The title as it goes on in a sentence; an abbreviation keeps its capitals. */
  static String matter(String title) {
    boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
    return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
  }

  private static Map<String, Object> person(PartyView party) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", party.name());
    fields.put("address", party.address());
    fields.put("idNumber", party.idNumber());
    fields.put("phone", party.phone());
    fields.put("email", party.email());
    return fields;
  }

  private static List<String> papers(DossierDocument dossier) {
    return dossier.papers().stream()
        .filter(DossierDocument.PaperView::received)
        .map(DossierDocument.PaperView::title)
        .toList();
  }

  /**
   * As whom the head of an agency signs; a proposal that the specialist mends where it is wrong.
   */
  private static String authority(String agency) {
    if (agency.startsWith("Ủy ban nhân dân")) {
      return "CHỦ TỊCH";
    }
    return agency.startsWith("Sở ") ? "GIÁM ĐỐC" : "THỦ TRƯỞNG";
  }

  private static String day(String value) {
    Matcher day = SUBMITTED_DAY.matcher(value);
    return day.matches() ? day.group(3) + "/" + day.group(2) + "/" + day.group(1) : value;
  }

  private static String on(LocalDateTime at) {
    return at == null ? null : DAY.format(at);
  }

  private static String at(LocalDateTime at) {
    return at == null ? null : MOMENT.format(at);
  }
}
