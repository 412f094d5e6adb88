package vn.thutuc.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What a ZIP file says of itself when it is one of Office: the table of contents names the kind of
 * the main part, macros have a part of their own. Reading stops at a limit, so that a small file
 * that unpacks to a huge one costs little.
 *
 * @param type Word or Excel; empty when it is neither
 * @param hasMacros whether programs are inside
 */
record OfficeFile(Optional<FileType> type, boolean hasMacros) {

  static final int MOST_ENTRIES = 10_000;
  static final long MOST_UNPACKED = 256L * 1024 * 1024;

  private static final String CONTENTS = "[Content_Types].xml";
  private static final int LONGEST_CONTENTS = 1024 * 1024;
  private static final OfficeFile NEITHER = new OfficeFile(Optional.empty(), false);

  /**
   * Reads it from its first byte.
   *
   * @throws IOException when the stream cannot be read; a damaged ZIP is {@code NEITHER}
   */
  static OfficeFile read(InputStream bytes) throws IOException {
    try {
      return walk(new ZipInputStream(bytes, StandardCharsets.UTF_8));
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // Damaged, encrypted or named in no known charset: nothing that Office writes.
      return NEITHER;
    }
  }

  private static OfficeFile walk(ZipInputStream zip) throws IOException {
    String contents = "";
    boolean macros = false;
    long left = MOST_UNPACKED;
    int entries = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entries++;
      String name = entry.getName().toLowerCase(Locale.ROOT);
      macros |= name.endsWith("vbaproject.bin") || name.endsWith(".exe") || name.endsWith(".dll");
      if (entry.getName().equals(CONTENTS)) {
        contents = new String(zip.readNBytes(LONGEST_CONTENTS), StandardCharsets.UTF_8);
      }
      left -= skip(zip, left);
      if (entries > MOST_ENTRIES || left <= 0) {
        return NEITHER;
      }
    }
    return new OfficeFile(typeIn(contents), macros || contents.contains("macroEnabled"));
  }

  private static long skip(InputStream entry, long most) throws IOException {
    byte[] sink = new byte[8192];
    long read = 0;
    for (int n = entry.read(sink); n >= 0 && read <= most; n = entry.read(sink)) {
      read += n;
    }
    return read;
  }

  private static Optional<FileType> typeIn(String contents) {
    if (contents.contains("wordprocessingml.document.main+xml")) {
      return Optional.of(FileType.DOCX);
    }
    return contents.contains("spreadsheetml.sheet.main+xml")
        ? Optional.of(FileType.XLSX)
        : Optional.empty();
  }
}
