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

  /** Prints what no applicant takes home: nothing on it leads to the tracking page. */
  Printed print(
      FormKind kind, Map<String, Object> fields, String number, LocalDate day, int version) {
    return print(kind, fields, number, day, version, null);
  }

  /**
   * Prints.
   *
   * @param fields what the form says, as {@link Printable#fields} gives it
   * @param number its number; null for the register, of a list the one that scanners read
   * @param day day of issue, local
   * @param version 1 for the first, counted up when the same form says something new
   * @param link where the applicant looks; null for nowhere
   */
  Printed print(
      FormKind kind,
      Map<String, Object> fields,
      String number,
      LocalDate day,
      int version,
      TrackingLinks.Link link) {
    Map<String, Object> issue = new HashMap<>();
    issue.put("number", number);
    issue.put("day", FormWords.day(day));
    issue.put("version", version);
    Map<String, Object> model = new HashMap<>();
    model.put("form", fields);
    model.put("issue", issue);
    model.put("code", kind.code());
    model.put("title", kind.title());
    if (link != null && kind.leadsToTracking()) {
      model.put("tracking", tracking(link));
    }
    if (kind == FormKind.HANDOVER) {
      model.put("qr", QrCode.image(number));
    } else if (kind == FormKind.PARCEL) {
      model.put("barcode", Barcode.image(fields.get("code").toString()));
    } else if (kind.leadsToTracking()) {
      model.put("qr", QrCode.image(code(fields.get("dossier").toString(), link)));
    }
    FormTemplates.Filled filled = templates.fill(kind, model);
    return new Printed(renderer.render(filled.page()), filled.template(), filled.problem());
  }

  private String code(String dossier, TrackingLinks.Link link) {
    return link == null || link.address() == null
        ? settings.trackingUrl().replace("{number}", dossier)
        : link.address();
  }

  private static Map<String, Object> tracking(TrackingLinks.Link link) {
    Map<String, Object> tracking = new HashMap<>();
    tracking.put("secret", link.secret());
    tracking.put("page", link.page());
    return tracking;
  }

  /** The fields of a form and their fingerprint. */
  Map<String, Object> fields(FormData data) {
    return printable.fields(data);
  }

  String text(Map<String, Object> fields) {
    return printable.text(fields);
  }
}
