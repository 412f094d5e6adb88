package vn.thutuc.note;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.Texts;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * Notes between the officers of a dossier's agencies: written once, never changed, withdrawn only
 * by their writer within minutes. Whoever may see the dossier reads them; nothing of them leaves
 * the house.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class Notes {

  static final int LONGEST = 2_000;
  static final Duration WITHDRAWABLE = Duration.ofMinutes(10);

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 50;
  private static final int MOST_UNREAD = 100;
  private static final int MOST_MENTIONS = 50;
  private static final int MOST_COLLEAGUES = 1_000;

  private final NoteRows rows;
  private final DossierAccess dossiers;
  private final DossierVisibility visibility;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  Notes(
      NoteRows rows,
      DossierAccess dossiers,
      DossierVisibility visibility,
      Organisation organisation,
      CurrentActor actor,
      Now now) {
    this.rows = rows;
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  /**
   * A page of notes.
   *
   * @param before only those older than this note; null for the newest
   * @param size how many at most; null for the usual
   * @throws DossierProblem when there is no dossier the caller may know of
   */
  @Transactional(readOnly = true)
  public NoteList page(String number, Long before, Integer size) {
    DossierAccess.Found dossier = dossiers.readable(number);
    int wanted = size == null ? PAGE : Math.max(1, Math.min(LARGEST_PAGE, size));
    List<NoteRows.Row> found =
        rows.page(dossier.id(), before == null ? Long.MAX_VALUE : before, wanted + 1);
    boolean more = found.size() > wanted;
    return new NoteList(
        number,
        me(),
        refusal(dossier).map(DossierProblem::getMessage).orElse(null),
        LONGEST,
        (int) WITHDRAWABLE.toMinutes(),
        more,
        found.stream().skip(more ? 1 : 0).map(this::view).toList());
  }

  /**
   * Writes a note; the same request written twice is one note. A request that was used for other
   * words is refused: they would be lost without a word.
   *
   * @param text its words; required
   * @param mention login id of a colleague it is meant for; null for nobody in particular
   * @param request the writer's own id of the request; required
   */
  public NoteList.Note add(String number, String text, String mention, String request) {
    DossierAccess.Found dossier = dossiers.readable(number);
    requireWritable(dossier);
    String words = words(text);
    String to = mention == null || mention.isBlank() ? null : mention.strip();
    Texts.request(request);
    requireColleague(dossier, to);
    rows.waitForTurn(number);
    String me = me();
    Optional<NoteRows.Row> before = rows.ofRequest(me, request);
    if (before.isPresent()) {
      requireSame(before.get(), dossier, words, to);
      return view(before.get());
    }
    long id =
        rows.insert(
            new NoteRows.Entry(dossier.id(), me, unit(), now.instant(), words, to, request));
    // What was written is not repeated in the journal: it says who, when and which note.
    dossiers.journal(number, JournalEvent.NOTE_ADDED, null, Map.of("note", id));
    rows.read(dossier.id(), me, id);
    return view(rows.find(dossier.id(), id).orElseThrow());
  }

  /** Withdraws an own note, within minutes; done a second time it changes nothing. */
  public void withdraw(String number, long id) {
    DossierAccess.Found dossier = dossiers.readable(number);
    requireWritable(dossier);
    rows.waitForTurn(number);
    NoteRows.Row note = rows.find(dossier.id(), id).orElseThrow(Notes::unknown);
    if (!note.author().equals(me())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "note-of-another",
          null,
          "Chỉ người viết được rút lời trao đổi của mình.");
    }
    if (note.withdrawn()) {
      return;
    }
    if (!isFresh(note)) {
      throw DossierProblem.conflict(
          "note-too-old",
          "Chỉ rút được trong %d phút sau khi gửi. Hãy viết thêm một lời đính chính."
              .formatted(WITHDRAWABLE.toMinutes()));
    }
    rows.withdraw(id, now.instant());
    dossiers.journal(number, JournalEvent.NOTE_WITHDRAWN, null, Map.of("note", id));
  }

  /** The caller has read up to a note; never less than before. */
  public void read(String number, long upTo) {
    DossierAccess.Found dossier = dossiers.readable(number);
    rows.read(dossier.id(), me(), upTo);
  }

  /**
   * How many notes the caller should still read, up to a hundred.
   *
   * @param assigned whether the caller has a task of the dossier: then every note of others counts,
   *     else only those meant for them
   */
  @Transactional(readOnly = true)
  public int unread(String number, boolean assigned) {
    return rows.unread(dossiers.readable(number).id(), me(), assigned, MOST_UNREAD);
  }

  /** Notes meant for the caller that they have not read, of dossiers they may still see. */
  @Transactional(readOnly = true)
  public List<NoteList.Mention> mentions() {
    Set<String> agencies = visibility.readsAll() ? null : visibility.agencies();
    return rows.unreadMentions(me(), agencies, MOST_MENTIONS).stream()
        .map(note -> new NoteList.Mention(note.number(), name(note.author()), local(note.at())))
        .toList();
  }

  /** Everybody a note about this dossier can be meant for, by name. */
  @Transactional(readOnly = true)
  public List<NoteList.Colleague> colleagues(String number) {
    Set<String> agencies = dossiers.agencies(dossiers.readable(number).id());
    Map<String, UnitView> units =
        organisation.everyUnit().stream()
            .collect(Collectors.toMap(UnitView::id, Function.identity()));
    Map<String, String> unitOf =
        organisation.postsOn(today()).stream()
            .filter(post -> Role.works(post.role()))
            .filter(post -> agencies.contains(units.get(post.unitId()).agencyId()))
            .collect(Collectors.toMap(PostView::personId, PostView::unitId, (a, b) -> a));
    return organisation.people().stream()
        .filter(person -> unitOf.containsKey(person.id()) && !person.id().equals(me()))
        .sorted(Comparator.comparing(PersonView::name))
        .limit(MOST_COLLEAGUES)
        .map(
            person ->
                new NoteList.Colleague(
                    person.id(), person.name(), units.get(unitOf.get(person.id())).shortName()))
        .toList();
  }

  private Optional<DossierProblem> refusal(DossierAccess.Found dossier) {
    if (!dossier.workable()) {
      return Optional.of(
          new DossierProblem(
              DossierProblem.Kind.FORBIDDEN,
              "read-only",
              null,
              "Tài khoản này chỉ được xem, không được viết trao đổi."));
    }
    return dossier.closed()
        ? Optional.of(
            DossierProblem.conflict(
                "dossier-closed", "Hồ sơ đã kết thúc nên không viết thêm trao đổi được nữa."))
        : Optional.empty();
  }

  private void requireWritable(DossierAccess.Found dossier) {
    refusal(dossier)
        .ifPresent(
            problem -> {
              throw problem;
            });
  }

  private static String words(String text) {
    String words =
        text == null ? "" : text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
    if (words.isEmpty()) {
      throw DossierProblem.invalid(
          "field-missing", "text", "Chưa nhập nội dung trao đổi. Hãy viết rồi gửi lại.");
    }
    if (words.length() > LONGEST) {
      throw DossierProblem.invalid(
          "field-too-long",
          "text",
          "Nội dung trao đổi dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(words.length(), LONGEST));
    }
    return words;
  }

  private void requireColleague(DossierAccess.Found dossier, String person) {
    if (person == null) {
      return;
    }
    Set<String> agencies = dossiers.agencies(dossier.id());
    boolean theirs =
        organisation.postsOf(person, today()).stream()
            .filter(post -> Role.works(post.role()))
            .flatMap(post -> organisation.agencyOf(post.unitId()).stream())
            .anyMatch(agency -> agencies.contains(agency.id()));
    if (!theirs) {
      throw DossierProblem.invalid(
          "colleague-unknown",
          "mention",
          "Không nhắc được tài khoản này: chỉ nhắc được người đang công tác tại các đơn vị có liên"
              + " quan đến hồ sơ.");
    }
  }

  private static void requireSame(
      NoteRows.Row note, DossierAccess.Found dossier, String words, String mention) {
    if (note.dossier() != dossier.id()) {
      throw DossierProblem.conflict(
          "request-used", "Mã của lần gửi này đã dùng cho hồ sơ khác. Hãy tải lại trang.");
    }
    if (!note.text().equals(words) || !Objects.equals(note.mention(), mention)) {
      throw DossierProblem.conflict(
          "request-used",
          "Lần gửi trước đã được ghi với nội dung khác, xem trong danh sách. Nội dung đang nhập chưa"
              + " được gửi; nếu vẫn cần, hãy bấm gửi lại.");
    }
  }

  private static DossierProblem unknown() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "note-not-found",
        "id",
        "Không tìm thấy lời trao đổi này trong hồ sơ. Hãy tải lại.");
  }

  private NoteList.Note view(NoteRows.Row row) {
    boolean mine = row.author().equals(me());
    return new NoteList.Note(
        row.id(),
        name(row.author()),
        row.unit() == null ? null : organisation.unit(row.unit()).map(UnitView::name).orElse(null),
        local(row.at()),
        row.withdrawn() ? null : row.text(),
        row.mention() == null ? null : name(row.mention()),
        mine,
        me().equals(row.mention()),
        mine && !row.withdrawn() && isFresh(row));
  }

  private boolean isFresh(NoteRows.Row note) {
    return now.instant().isBefore(note.at().plus(WITHDRAWABLE));
  }

  private String unit() {
    return organisation.postsOf(me(), today()).stream()
        .findFirst()
        .map(PostView::unitId)
        .orElse(null);
  }

  private String name(String person) {
    return organisation.person(person).map(PersonView::name).orElse(person);
  }

  private String me() {
    return actor.get().personId();
  }

  private LocalDate today() {
    return now.local().toLocalDate();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE).withNano(0);
  }
}
