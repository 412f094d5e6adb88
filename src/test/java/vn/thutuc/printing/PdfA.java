package vn.thutuc.printing;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF has to say against a file as PDF/A-2u. */
public final class PdfA {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PdfA() {}

  /** The rules the file breaks; empty when it is PDF/A-2u. */
  public static List<String> faults(byte[] pdf) {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
      ValidationResult result = validator.validate(parser);
      List<String> faults =
          result.getTestAssertions().stream()
              .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
              .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
              .distinct()
              .toList();
      if (faults.isEmpty() && !result.isCompliant()) {
        throw new AssertionError("Not compliant, and veraPDF does not say why");
      }
      return faults;
    } catch (Exception e) {
      throw new AssertionError("veraPDF cannot read the file", e);
    }
  }
}
