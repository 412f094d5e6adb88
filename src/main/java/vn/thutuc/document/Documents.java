package vn.thutuc.document;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;

/** The files of dossiers for those who may see the dossier; for everybody else there are none. */
@Service
public class Documents {

  private final DossierAccess dossiers;
  private final DocumentRegistry registry;
  private final DocumentRows rows;
  private final MarkRows marks;
  private final Expunging expunging;
  private final Contents contents;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final DocumentSettings settings;

  Documents(
      DossierAccess dossiers,
      DocumentRegistry registry,
      DocumentRows rows,
      MarkRows marks,
      Expunging expunging,
      Contents contents,
      Organisation organisation,
      CurrentActor actor,
      DocumentSettings settings) {
    this.dossiers = dossiers;
    this.registry = registry;
    this.rows = rows;
    this.marks = marks;
    this.expunging = expunging;
    this.contents = contents;
    this.organisation = organisation;
    this.actor = actor;
    this.settings = settings;
  }

  /**
   * The papers with their files and marks; bounded by the limit of files.
   *
   * @throws vn.thutuc.dossier.DossierProblem when there is no dossier the caller may know of
   */
  @Transactional(readOnly = true)
  public DocumentList list(String number) {
    DossierAccess.Found dossier = dossiers.readable(number);
    List<StoredFile> files = rows.of(dossier.id());
    List<MarkRows.Row> marked = marks.of(dossier.id());
    boolean expungeable = !dossier.closed() && expunging.isAllowed();
    Sight sight = new Sight(files, marked, dossiers.newestStep(dossier.id()), expungeable);
    List<DocumentList.PaperView> papers =
        dossiers.papers(number).stream().map(expected -> paper(expected, sight)).toList();
    Set<String> listed =
        papers.stream().map(DocumentList.PaperView::key).collect(Collectors.toSet());
    // Another version of the procedure may have dropped a paper: its files are still shown.
    List<DocumentList.FileView> others =
        files(sight, file -> file.paper() == null || !listed.contains(file.paper()));
    boolean workable = dossier.workable() && !dossier.closed();
    return new DocumentList(number, workable, limits(files.size()), papers, others);
  }

  /** What the list is made of. */
  private record Sight(
      List<StoredFile> files, List<MarkRows.Row> marks, long newestStep, boolean expungeable) {}

  private DocumentList.Limits limits(int files) {
    String accept =
        Arrays.stream(FileType.values())
            .flatMap(type -> type.extensions().stream())
            .map(extension -> "." + extension)
            .collect(Collectors.joining(","));
    return new DocumentList.Limits(
        settings.maxBytes(), settings.maxFiles(), files, FileType.all(), accept, settings.scans());
  }

  private DocumentList.PaperView paper(DossierAccess.ExpectedPaper expected, Sight sight) {
    String key = expected.paper().key();
    return new DocumentList.PaperView(
        key,
        expected.paper().title(),
        expected.paper().condition(),
        expected.paper().originals(),
        expected.paper().copies(),
        expected.originals(),
        expected.copies(),
        sight.marks().stream().filter(row -> row.paper().equals(key)).map(this::mark).toList(),
        files(sight, file -> key.equals(file.paper())));
  }

  private DocumentList.MarkView mark(MarkRows.Row row) {
    return new DocumentList.MarkView(
        row.mark().name(), row.mark().label(), row.source(), local(row.at()), name(row.person()));
  }

  private List<DocumentList.FileView> files(Sight sight, Predicate<StoredFile> wanted) {
    return sight.files().stream()
        .filter(StoredFile::current)
        .filter(wanted)
        .map(file -> view(file, sight))
        .toList();
  }

  private DocumentList.FileView view(StoredFile file, Sight sight) {
    boolean marked = sight.marks().stream().anyMatch(mark -> mark.paper().equals(file.paper()));
    boolean removable = !marked && file.isOnlyOf(actor.get().personId(), sight.newestStep());
    List<DocumentList.FileView> older =
        sight.files().stream()
            .filter(other -> !other.current() && other.series() == file.series())
            .sorted(Comparator.comparingInt(StoredFile::version).reversed())
            .map(other -> view(other, false, sight.expungeable(), List.of()))
            .toList();
    return view(file, removable, sight.expungeable(), older);
  }

  private DocumentList.FileView view(
      StoredFile file, boolean removable, boolean expungeable, List<DocumentList.FileView> older) {
    return new DocumentList.FileView(
        file.id(),
        file.name(),
        file.type().name(),
        file.type().label(),
        file.type().isShown(),
        file.size(),
        file.sha256(),
        file.version(),
        file.scan().name(),
        file.scan().label(),
        local(file.uploadedAt()),
        name(file.uploadedBy()),
        removable,
        expungeable,
        older);
  }

  /**
   * A file to be read to its end and closed.
   *
   * @param name what to call it
   * @param type what it is
   * @param size bytes
   * @param bytes its content
   */
  public record OpenFile(String name, FileType type, long size, InputStream bytes) {}

  /**
   * Opens a file. No transaction is open while it is read.
   *
   * @throws vn.thutuc.dossier.DossierProblem when there is none the caller may know of
   */
  public OpenFile open(String number, long id) {
    StoredFile file = registry.open(number, id);
    return new OpenFile(file.name(), file.type(), file.size(), contents.open(file.content()));
  }

  /** Removes a file nobody else has relied on; see {@link DocumentRegistry#remove}. */
  public void remove(String number, long id, String reason) {
    registry.remove(number, id, reason);
  }

  /**
   * An administrator takes away for good what should never have been here; see {@link Expunging}.
   * The bytes go as soon as that has committed.
   */
  public void expunge(String number, long id, String reason) {
    contents.discard(expunging.expunge(number, id, reason));
  }

  private String name(String person) {
    return organisation.person(person).map(PersonView::name).orElse("Hệ thống");
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE).withNano(0);
  }
}
