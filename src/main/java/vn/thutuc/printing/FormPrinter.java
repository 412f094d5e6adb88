package vn.thutuc.printing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns what a form says into its PDF. */
@Component
class FormPrinter {

  private final Printable printable;
  private final FormTemplates templates;
  private final PdfRenderer renderer;
  private final PrintingSettings settings;

  FormPrinter(
      Printable printable,
      FormTemplates templates,
      PdfRenderer renderer,
      PrintingSettings settings) {
    this.printable = printable;
    this.templates = templates;
    this.renderer = renderer;
    this.settings = settings;
  }

  /**
   * A printed form.
   *
   * @param pdf the file, PDF/A-2u
   * @param template where its template came from
   * @param problem what is wrong with the province's own template; null when nothing is
   */
  record Printed(byte[] pdf, String template, TemplateProblem problem) {}

  /**
   * Prints.
   *
   * @param fields what the form says, as {@link Printable#fields} gives it
   * @param number its number; null for the register, of a list the one that scanners read
   * @param day day of issue, local
   * @param version 1 for the first, counted up when the same form says something new
   */
  Printed print(
      FormKind kind, Map<String, Object> fields, String number, LocalDate day, int version) {
    Map<String, Object> issue = new HashMap<>();
    issue.put("number", number);
    issue.put("day", FormWords.day(day));
    issue.put("version", version);
    Map<String, Object> model = new HashMap<>();
    model.put("form", fields);
    model.put("issue", issue);
    model.put("code", kind.code());
    model.put("title", kind.title());
    if (kind == FormKind.RECEIPT) {
      String dossier = fields.get("dossier").toString();
      model.put("qr", QrCode.image(settings.trackingUrl().replace("{number}", dossier)));
    } else if (kind == FormKind.HANDOVER) {
      model.put("qr", QrCode.image(number));
    } else if (kind == FormKind.PARCEL) {
      model.put("barcode", Barcode.image(fields.get("code").toString()));
    }
    FormTemplates.Filled filled = templates.fill(kind, model);
    return new Printed(renderer.render(filled.page()), filled.template(), filled.problem());
  }

  /** The fields of a form and their fingerprint. */
  Map<String, Object> fields(FormData data) {
    return printable.fields(data);
  }

  String text(Map<String, Object> fields) {
    return printable.text(fields);
  }
}
