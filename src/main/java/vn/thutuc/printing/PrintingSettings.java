package vn.thutuc.printing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a province prints.
 *
 * @param templates folder with the province's own templates; empty for {@code mau-in} in the folder
 *     of the organisation's files, if it is there
 * @param numberPattern how the number of a form is written, of {@code {sequence}}, {@code {year}},
 *     {@code {form}} and {@code {unit}}
 * @param trackingUrl what the QR code of form 01 holds, with {@code {number}} for the dossier's
 *     number; by default the bare number, which the desks scan
 * @param lookUp where applicants can ask how their dossier stands, one sentence; may be empty
 * @param places place of issue by id of the agency, where its name does not tell it
 * @param phones telephone by id of the agency
 */
@ConfigurationProperties("thutuc.printing")
record PrintingSettings(
    @DefaultValue("") String templates,
    @DefaultValue("{sequence}/{year}") String numberPattern,
    @DefaultValue("{number}") String trackingUrl,
    @DefaultValue("") String lookUp,
    @DefaultValue Map<String, String> places,
    @DefaultValue Map<String, String> phones) {

  PrintingSettings {
    if (!numberPattern.contains("{sequence}")) {
      throw new IllegalArgumentException(
          "thutuc.printing.number-pattern needs {sequence}, and may have {year}, {form} and {unit}: "
              + numberPattern);
    }
  }
}
