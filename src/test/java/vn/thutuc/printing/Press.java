package vn.thutuc.printing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Prints forms without the server. */
final class Press {

  private static final PdfRenderer RENDERER = new PdfRenderer();
  private static final PrintingSettings SETTINGS =
      new PrintingSettings("", "{sequence}/{year}", "{number}", "", Map.of(), Map.of());

  private final FormPrinter printer;

  private Press(Path folder) {
    printer =
        new FormPrinter(
            new Printable(CaseSamples.JSON), new FormTemplates(folder), RENDERER, SETTINGS);
  }

  /** With the shipped templates. */
  static Press shipped() {
    return new Press(null);
  }

  /** With those of a province in a folder. */
  static Press of(Path folder) {
    return new Press(folder);
  }

  FormPrinter.Printed print(FormKind kind, FormData data) {
    return print(kind, data, null);
  }

  /** With where the applicant looks how the dossier stands. */
  FormPrinter.Printed print(FormKind kind, FormData data, TrackingLinks.Link link) {
    String number = kind == FormKind.REGISTER ? null : "07/2026";
    return printer.print(kind, printer.fields(data), number, LocalDate.of(2026, 3, 3), 1, link);
  }
}
