package vn.thutuc.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.TrackedDossier;
import vn.thutuc.dossier.TrackedDossiers;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * What applicants say after the return, once a dossier and changeable for some days; the words are
 * read by who leads the unit that settled it, the public sees counts only.
 */
@Service
@Transactional
public class Ratings {

  private static final int LONGEST = 2_000;
  private static final int SIZE = 50;

  private final RatingRows rows;
  private final TrackedDossiers dossiers;
  private final Capacities capacities;
  private final Organisation organisation;
  private final Catalogue catalogue;
  private final TrackingSettings settings;
  private final Now now;

  Ratings(
      RatingRows rows,
      TrackedDossiers dossiers,
      Capacities capacities,
      Organisation organisation,
      Catalogue catalogue,
      TrackingSettings settings,
      Now now) {
    this.rows = rows;
    this.dossiers = dossiers;
    this.capacities = capacities;
    this.organisation = organisation;
    this.catalogue = catalogue;
    this.settings = settings;
    this.now = now;
  }

  /** What the applicant of a dossier said; null before the return. */
  TrackedView.Rating of(TrackedDossier dossier) {
    if (dossier.state() != NationalState.RETURNED) {
      return null;
    }
    return rows.find(dossier.id())
        .map(
            row ->
                new TrackedView.Rating(
                    row.level(), row.comment(), isChangeable(row), lastDay(row.ratedAt())))
        .orElse(new TrackedView.Rating(null, null, true, null));
  }

  /** Takes what an applicant says; the same said again changes nothing. */
  void rate(TrackedDossier dossier, Integer level, String words) {
    Satisfaction given =
        Satisfaction.of(level)
            .orElseThrow(
                () ->
                    DossierProblem.invalid(
                        "level-unknown",
                        "level",
                        "Hãy chọn một trong ba mức: Không hài lòng, Hài lòng, Rất hài lòng."));
    String comment = clean(words);
    if (dossier.state() != NationalState.RETURNED) {
      throw DossierProblem.conflict(
          "rating-too-early", "Đánh giá sự hài lòng được mở sau khi kết quả đã được trả.");
    }
    Instant at = now.instant();
    if (rows.add(dossier.id(), given.level(), comment, dossier.unit(), dossier.agencyId(), at)) {
      rows.count(dossier.agencyId(), at, given.level(), 1);
      dossiers.journal(
          dossier.number(), JournalEvent.APPLICANT_RATED, Map.of("level", given.level()));
      return;
    }
    change(dossier, rows.hold(dossier.id()).orElseThrow(), given, comment, at);
  }

  private void change(
      TrackedDossier dossier, RatingRows.Row row, Satisfaction given, String comment, Instant at) {
    if (row.level() == given.level() && Objects.equals(row.comment(), comment)) {
      return;
    }
    if (!isChangeable(row)) {
      throw DossierProblem.conflict(
          "rating-closed",
          "Đánh giá đã gửi ngày %s chỉ sửa được trong %d ngày."
              .formatted(TrackingDates.day(row.ratedAt()), settings.ratingDays()));
    }
    rows.change(row.id(), given.level(), comment, at);
    rows.count(row.agency(), row.ratedAt(), row.level(), -1);
    rows.count(row.agency(), row.ratedAt(), given.level(), 1);
    dossiers.journal(
        dossier.number(),
        JournalEvent.APPLICANT_RATED,
        Map.of("level", given.level(), "what", "sửa đánh giá"));
  }

  private boolean isChangeable(RatingRows.Row row) {
    return !now.local().toLocalDate().isAfter(lastDay(row.ratedAt()));
  }

  private LocalDate lastDay(Instant ratedAt) {
    return LocalDate.ofInstant(ratedAt, WorkingCalendar.ZONE).plusDays(settings.ratingDays());
  }

  /** Lines stay; what no printer and no database takes goes; null when nothing is left. */
  private static String clean(String words) {
    String text =
        words == null
            ? ""
            : words.replace("\r\n", "\n").replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n]]", " ").strip();
    if (text.length() > LONGEST) {
      throw DossierProblem.invalid(
          "field-too-long",
          "comment",
          "Ý kiến dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(text.length(), LONGEST));
    }
    return text.isEmpty() ? null : text;
  }

  /**
   * What an applicant said, for who leads the unit. Times are local to Asia/Ho_Chi_Minh.
   *
   * @param id pages on
   * @param number number of the dossier
   * @param procedure short title of its procedure
   * @param unit name of the unit that settled it
   * @param level 1 to 3
   * @param label the level in words
   * @param comment as the applicant wrote it; may be null
   * @param ratedAt when it was first said
   * @param changed whether it was changed afterwards
   */
  public record Said(
      long id,
      String number,
      String procedure,
      String unit,
      int level,
      String label,
      String comment,
      LocalDateTime ratedAt,
      boolean changed) {}

  /**
   * A page.
   *
   * @param items newest first
   * @param next id to page on from; null on the last page
   */
  public record Page(List<Said> items, Long next) {}

  /**
   * What was said of the dossiers of the units the caller leads: a leader reads the whole agency.
   *
   * @param level only this level, 1 to 3; null for all
   * @param before id to page on from; null for the newest
   * @throws DossierProblem when the caller leads no unit
   */
  @Transactional(readOnly = true)
  public Page page(Integer level, Long before) {
    if (level != null && Satisfaction.of(level).isEmpty()) {
      throw DossierProblem.invalid("level-unknown", "level", "Mức hài lòng là 1, 2 hoặc 3.");
    }
    Set<String> agencies =
        capacities.led(Set.of("leader")).stream()
            .flatMap(unit -> organisation.agencyOf(unit).stream())
            .map(UnitView::id)
            .collect(Collectors.toSet());
    Set<String> units = capacities.led(Set.of("head"));
    if (agencies.isEmpty() && units.isEmpty()) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "leads-no-unit",
          null,
          "Ý kiến của người nộp dành cho lãnh đạo cơ quan và trưởng đơn vị đã giải quyết hồ sơ.");
    }
    boolean whole = !agencies.isEmpty();
    List<RatingRows.Row> found =
        rows.page(
            whole ? RatingRows.Column.AGENCY : RatingRows.Column.UNIT,
            whole ? agencies : units,
            level,
            Optional.ofNullable(before).orElse(Long.MAX_VALUE),
            SIZE + 1);
    List<RatingRows.Row> shown = found.subList(0, Math.min(SIZE, found.size()));
    return new Page(
        shown.stream().map(this::said).toList(),
        found.size() > SIZE ? shown.get(shown.size() - 1).id() : null);
  }

  private Said said(RatingRows.Row row) {
    return new Said(
        row.id(),
        row.number(),
        catalogue
            .find(row.procedure(), now.local())
            .map(Procedure::shortTitle)
            .orElse(row.procedure()),
        organisation.unit(row.unit()).map(UnitView::name).orElse(row.unit()),
        row.level(),
        Satisfaction.of(row.level()).orElseThrow().label(),
        row.comment(),
        TrackingDates.local(row.ratedAt()),
        !row.changedAt().equals(row.ratedAt()));
  }
}
