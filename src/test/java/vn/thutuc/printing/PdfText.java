package vn.thutuc.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as a reader has it read aloud: cell by cell, in the order it was set. */
public record PdfText(List<String> pages, Set<String> fonts, boolean allEmbedded) {

  /** Opens a file. */
  public static PdfText of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      Set<String> fonts = new TreeSet<>();
      boolean embedded = true;
      for (int i = 1; i <= document.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
        PDPage page = document.getPage(i - 1);
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          fonts.add(font.getName());
          embedded &= font.isEmbedded();
        }
      }
      return new PdfText(pages, fonts, embedded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of all pages. */
  public String text() {
    return String.join(" ", pages);
  }
}
