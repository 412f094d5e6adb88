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

  private Taken take(DocumentRegistry.Place place, Upload upload) throws IOException {
    registry.requireRoom(place);
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
    boolean entered = false;
    try {
      FileType type = guess.isContainer() ? inside(content, name) : guess.type().orElseThrow();
      String sha256 = bytes.sha256();
      VirusScanner.Verdict verdict = scan(content);
      if (verdict == VirusScanner.Verdict.INFECTED) {
        registry.refuseInfected(place, sha256, bytes.size());
        throw DocumentProblem.infected(name);
      }
      NewFile file =
          new NewFile(
              FileName.of(upload.name(), type), type, bytes.size(), sha256, content, verdict);
      DocumentRegistry.Entered done = registry.enter(place, file);
      entered = done.isNew();
      return new Taken(done.id(), done.isNew());
    } finally {
      if (!entered) {
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
