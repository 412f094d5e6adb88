package vn.thutuc.document;

import java.io.IOException;
import java.io.InputStream;

/** Looks for harmful code in a content. */
interface VirusScanner {

  /** What it found. */
  enum Verdict {
    /** Nobody has looked: no scanner is configured. */
    NOT_SCANNED("Chưa quét vi-rút"),
    /** Nothing harmful that the scanner knows. */
    CLEAN("Đã quét vi-rút, an toàn"),
    /** Harmful code: the file is not taken. */
    INFECTED("Có mã độc");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * Reads a content to its end.
   *
   * @throws IOException when the scanner does not answer or does not finish
   */
  Verdict scan(InputStream bytes) throws IOException;
}
