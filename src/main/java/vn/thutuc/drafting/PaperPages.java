package vn.thutuc.drafting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.printing.Letterhead;
import vn.thutuc.printing.PaperPress;

/** Sets what a paper says on its page: as a draft with a watermark, or as it is issued. */
@Component
class PaperPages {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu", Locale.ROOT);
  private static final Pattern ARTICLE = Pattern.compile("(Điều \\d{1,3}\\.)(.*)");

  private final PaperPress press;
  private final DossierAccess access;
  private final Organisation organisation;

  PaperPages(PaperPress press, DossierAccess access, Organisation organisation) {
    this.press = press;
    this.access = access;
    this.organisation = organisation;
  }

  /** A version as a draft: watermark on every page, no number, no day. */
  PaperPress.Pdf draft(String number, PaperRows.Paper paper, int version, PaperText text) {
    PaperRows.Signature signature = paper.signature();
    boolean signed = signature != null && signature.version() == version;
    Map<String, Object> form = form(number, paper, version, text);
    form.put("draft", true);
    form.put("number", null);
    form.put("day", null);
    form.put("signer", signed ? signer(signature) : null);
    return press.pdf(which(number, paper), Map.of("form", form));
  }

  /**
   * The newest version as it is issued.
   *
   * @param written its number; null when it has none
   * @param day its day, local
   */
  PaperPress.Pdf issued(
      String number, PaperRows.Paper paper, PaperText text, String written, LocalDate day) {
    Map<String, Object> form = form(number, paper, paper.latest(), text);
    form.put("draft", false);
    form.put("number", written);
    form.put("day", DAY.format(day));
    form.put("signer", paper.signature() == null ? null : signer(paper.signature()));
    return press.pdf(which(number, paper), Map.of("form", form));
  }

  private Map<String, Object> form(
      String number, PaperRows.Paper paper, int version, PaperText text) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("dossier", number);
    form.put("title", paper.title());
    form.put("version", version);
    form.put("head", head(press.head(text.issuer())));
    form.put("heading", text.heading());
    form.put("subject", text.subject());
    form.put("blocks", blocks(text.body()));
    form.put("recipients", lines(text.recipients()));
    form.put("signAs", lines(text.signAs()));
    return form;
  }

  private PaperPress.Which which(String number, PaperRows.Paper paper) {
    return new PaperPress.Which(
        access.procedureCode(number), paper.result(), paper.resultCode(), paper.kind().key());
  }

  private String signer(PaperRows.Signature signature) {
    return organisation.person(signature.by()).map(PersonView::name).orElse(signature.by());
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  static Map<String, Object> head(Letterhead head) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("unit", head.unit());
    fields.put("superior", head.superior());
    fields.put("agency", head.agency());
    fields.put("place", head.place());
    fields.put("phone", head.phone());
    return fields;
  }

  /** The lines of a body as the page sets them. */
  static List<Map<String, Object>> blocks(String body) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (String each : body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      if (each.startsWith("# ")) {
        blocks.add(block("heading", "", each.substring(2).strip()));
      } else if (each.startsWith("- ")) {
        blocks.add(block("item", "", each));
      } else {
        Matcher article = ARTICLE.matcher(each);
        boolean begins = article.matches();
        blocks.add(block("text", begins ? article.group(1) : "", begins ? article.group(2) : each));
      }
    }
    return blocks;
  }

  private static Map<String, Object> block(String kind, String lead, String text) {
    return Map.of("kind", kind, "lead", lead, "text", text);
  }
}
