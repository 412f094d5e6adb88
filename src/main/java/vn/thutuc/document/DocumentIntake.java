package vn.thutuc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes files in: streamed into the store while they are counted and hashed, typed by content,
 * scanned, and only then entered in the dossier. Nothing of what is refused stays. No transaction
 * is open while bytes come in.
 */
@Service
public class DocumentIntake {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentIntake.class);

  private final DocumentRegistry registry;
  private final Contents contents;
  private final TypeCheck types;
  private final VirusScanner scanner;
  private final DocumentSettings settings;

  DocumentIntake(
      DocumentRegistry registry,
      Contents contents,
      TypeCheck types,
      VirusScanner scanner,
      DocumentSettings settings) {
    this.registry = registry;
    this.contents = contents;
    this.types = types;
    this.scanner = scanner;
    this.settings = settings;
  }

  /**
   * What is sent.
   *
   * @param name what it is called there; may be null and hold anything
   * @param size how many bytes are announced; negative when nothing is
   * @param bytes the content; read once, to its end unless it is refused
   */
  public record Upload(String name, long size, InputStream bytes) {}

  /**
   * What came of it.
   *
   * @param id the file
   * @param isNew false when the same content was there already, from an upload sent twice
   */
  public record Taken(long id, boolean isNew) {}

  /**
   * Takes a new file.
   *
   * @param paper key of the paper in the procedure's list; null or blank when it names none
   * @throws DocumentProblem when the file is not taken
   * @throws vn.thutuc.dossier.DossierProblem when the dossier does not allow it
   * @throws IOException when the upload breaks off
   */
  public Taken add(String number, String paper, Upload upload) throws IOException {
    String key = paper == null || paper.isBlank() ? null : paper;
    return take(new DocumentRegistry.Place(number, key, null), upload);
  }

  /** Takes a new version of a file; the old one is kept. Throws as {@link #add} does. */
  public Taken replace(String number, long id, Upload upload) throws IOException {
    return take(new DocumentRegistry.Place(number, null, id), upload);
  }

  /** A file that was taken, typed and scanned for a dossier that is not there yet. */
  public static final class Staged {

    private final NewFile file;

    private Staged(NewFile file) {
      this.file = file;
    }
  }

  /**
   * Takes a file for a dossier that is yet to be received. Whoever stages it enters it in the
   * transaction of the reception, and discards it afterwards either way.
   *
   * @throws DocumentProblem when the file is not taken
   * @throws IOException when the upload breaks off
   */
  public Staged stage(Upload upload) throws IOException {
    NewFile file = read(upload, (sha256, size) -> {});
    return new Staged(file);
  }

  /**
   * Enters a staged file in the caller's transaction.
   *
   * @param paper key of the paper in the procedure's list; null when it names none
   * @throws vn.thutuc.dossier.DossierProblem when the dossier does not allow it
   */
  public void enter(String number, String paper, Staged staged) {
    registry.enter(new DocumentRegistry.Place(number, paper, null), staged.file);
  }

  /** Removes what was staged and not entered; what was entered stays. */
  public void discard(Staged staged) {
    contents.discard(staged.file.content());
  }

  /** How many files a dossier may have. */
  public int mostFiles() {
    return settings.maxFiles();
  }

  private Taken take(DocumentRegistry.Place place, Upload upload) throws IOException {
    registry.requireRoom(place);
    NewFile file = read(upload, (sha256, size) -> registry.refuseInfected(place, sha256, size));
    boolean entered = false;
    try {
      DocumentRegistry.Entered done = registry.enter(place, file);
      entered = done.isNew();
      return new Taken(done.id(), done.isNew());
    } finally {
      if (!entered) {
        contents.discard(file.content());
      }
    }
  }

  /** Told of a content in which harmful code was found. */
  private interface Infected {
    void found(String sha256, long size);
  }

  /** Nothing is left of what is refused. */
  private NewFile read(Upload upload, Infected infected) throws IOException {
    if (upload.size() > settings.maxBytes()) {
      throw DocumentProblem.tooLarge(settings.maxBytes());
    }
    String name = FileName.clean(upload.name());
    MeteredStream bytes = new MeteredStream(upload.bytes(), settings.maxBytes());
    byte[] head = bytes.readNBytes(TypeCheck.HEAD);
    if (head.length == 0) {
      throw DocumentProblem.empty(name);
    }
    TypeCheck.Guess guess = types.ofHead(head, name);
    UUID content = contents.write(new SequenceInputStream(new ByteArrayInputStream(head), bytes));
    boolean good = false;
    try {
      FileType type = guess.isContainer() ? inside(content, name) : guess.type().orElseThrow();
      String sha256 = bytes.sha256();
      VirusScanner.Verdict verdict = scan(content);
      if (verdict == VirusScanner.Verdict.INFECTED) {
        infected.found(sha256, bytes.size());
        throw DocumentProblem.infected(name);
      }
      NewFile file =
          new NewFile(
              FileName.of(upload.name(), type), type, bytes.size(), sha256, content, verdict);
      good = true;
      return file;
    } finally {
      if (!good) {
        contents.discard(content);
      }
    }
  }

  private FileType inside(UUID content, String name) throws IOException {
    try (InputStream stored = contents.open(content)) {
      return types.ofContainer(stored, name);
    }
  }

  private VirusScanner.Verdict scan(UUID content) {
    try (InputStream stored = contents.open(content)) {
      return scanner.scan(stored);
    } catch (IOException e) {
      LOG.warn("The virus scanner does not answer, an upload was refused: {}", e.getMessage());
      throw DocumentProblem.scannerDown();
    }
  }
}
