package vn.thutuc.handover;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.Texts;

/**
 * The taking side confirms a list once; what it did not have is missing until it turns up or the
 * giving side takes it back. Every change holds the list, so of two who act at once the second
 * learns what the first has done.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class HandoverTaking {

  private final HandoverRows rows;
  private final HandoverLineRows lines;
  private final HandoverSides sides;
  private final HandoverLists lists;
  private final HandoverTrace trace;
  private final CurrentActor actor;
  private final Now now;

  HandoverTaking(
      HandoverRows rows,
      HandoverLineRows lines,
      HandoverSides sides,
      HandoverLists lists,
      HandoverTrace trace,
      CurrentActor actor,
      Now now) {
    this.rows = rows;
    this.lines = lines;
    this.sides = sides;
    this.lists = lists;
    this.trace = trace;
    this.actor = actor;
    this.now = now;
  }

  /**
   * Confirms a list, once. Confirming again with the same id changes nothing.
   *
   * @param requestId the caller's own id of this request, up to 64 characters; required
   * @param received ids of the lines whose papers are there; the others are missing
   * @throws DossierProblem when somebody else has confirmed it, when a line was taken back
   *     meanwhile, or when the caller is not of the taking unit or has sent the list
   */
  public HandoverBatch confirm(long batch, String requestId, Collection<Long> received) {
    Texts.request(requestId);
    HandoverRow row = rows.lock(batch).orElseThrow(HandoverSides::notFound);
    sides.requireTaker(row);
    if (requestId.equals(row.confirmRequest())
        && actor.get().personId().equals(row.confirmedBy())) {
      return lists.whole(batch).batch();
    }
    requireSent(row);
    Map<Long, HandoverLineRow> all =
        lines.of(batch).stream()
            .collect(Collectors.toMap(HandoverLineRow::id, Function.identity()));
    Set<Long> there = there(all, received);
    rows.confirm(batch, requestId, actor.get().personId(), now.instant());
    List<HandoverLineRow> open =
        all.values().stream().filter(line -> line.state() == HandoverLine.State.SENT).toList();
    decide(row, open.stream().filter(line -> there.contains(line.id())).toList(), true);
    decide(row, open.stream().filter(line -> !there.contains(line.id())).toList(), false);
    return lists.whole(batch).batch();
  }

  private void requireSent(HandoverRow row) {
    if (row.state() == HandoverBatch.State.CONFIRMED) {
      throw DossierProblem.conflict(
          "handover-confirmed",
          "Danh sách %s đã được %s xác nhận. Hãy tải lại để xem; hồ sơ thiếu ở mục Chưa nhận được."
              .formatted(row.code(), sides.person(row.confirmedBy())));
    }
    if (row.state() != HandoverBatch.State.SENT) {
      throw DossierProblem.conflict(
          row.state() == HandoverBatch.State.DRAFT ? "handover-not-sent" : "handover-withdrawn",
          row.state() == HandoverBatch.State.DRAFT
              ? "Danh sách chưa gửi nên chưa xác nhận được."
              : "Bên giao đã rút cả danh sách %s.".formatted(row.code()));
    }
  }

  private static Set<Long> there(Map<Long, HandoverLineRow> all, Collection<Long> received) {
    Set<Long> there = new LinkedHashSet<>(received == null ? List.of() : received);
    if (received == null || there.contains(null) || !all.keySet().containsAll(there)) {
      throw DossierProblem.invalid(
          "lines-unknown",
          "received",
          "Danh sách hồ sơ đã nhận không khớp danh sách bàn giao. Hãy tải lại trang rồi xác nhận.");
    }
    all.values().stream()
        .filter(line -> there.contains(line.id()))
        .filter(line -> line.state() != HandoverLine.State.SENT)
        .findFirst()
        .ifPresent(
            line -> {
              throw DossierProblem.conflict(
                  "line-withdrawn",
                  "Bên giao vừa rút hồ sơ %s khỏi danh sách. Hãy tải lại trang rồi xác nhận."
                      .formatted(line.number()));
            });
    return there;
  }

  private void decide(HandoverRow batch, List<HandoverLineRow> some, boolean there) {
    lines.decide(
        some.stream().map(HandoverLineRow::id).toList(),
        there ? HandoverLine.State.RECEIVED : HandoverLine.State.MISSING,
        actor.get().personId(),
        now.instant(),
        null);
    JournalEvent event = there ? JournalEvent.PAPERS_RECEIVED : JournalEvent.PAPERS_MISSING;
    HandoverTrace.Writer journal = trace.of(batch, batch.toUnit());
    some.forEach(line -> journal.write(line.number(), event, null));
  }

  /**
   * Papers that were missing have turned up. Saying so again changes nothing.
   *
   * @param remark for the journal; may be null
   * @throws DossierProblem when they were taken back, or the list is not confirmed yet
   */
  public HandoverLine receiveLater(long line, String remark) {
    HandoverRow batch = lockFor(line);
    sides.requireTaker(batch);
    Texts.fits("remark", "Ghi chú", remark, Texts.REASON);
    HandoverLineRow row = lines.find(line).orElseThrow(HandoverSides::notFound);
    if (row.state() == HandoverLine.State.RECEIVED) {
      return lists.line(line);
    }
    if (row.state() != HandoverLine.State.MISSING) {
      throw DossierProblem.conflict(
          "line-not-missing",
          row.state() == HandoverLine.State.WITHDRAWN
              ? "Bên giao đã rút hồ sơ %s khỏi danh sách %s.".formatted(row.number(), batch.code())
              : "Danh sách %s chưa được xác nhận. Hãy xác nhận cả danh sách."
                  .formatted(batch.code()));
    }
    decide(row, HandoverLine.State.RECEIVED, remark);
    trace.of(batch, batch.toUnit()).write(row.number(), JournalEvent.PAPERS_RECEIVED, remark);
    return lists.line(line);
  }

  /**
   * The giving side takes papers back that nobody has confirmed; where the unit that gives has
   * ended, an administrator does. Saying so again changes nothing; when nothing of a list is left
   * on its way, the list is withdrawn.
   *
   * @param reason why; required
   * @throws DossierProblem when they were confirmed meanwhile
   */
  public HandoverLine withdraw(long line, String reason) {
    HandoverRow batch = lockFor(line);
    sides.requireTakeBack(batch);
    Texts.required("reason", "Lý do rút", reason);
    Texts.fits("reason", "Lý do rút", reason, Texts.REASON);
    HandoverLineRow row = lines.find(line).orElseThrow(HandoverSides::notFound);
    if (row.state() == HandoverLine.State.WITHDRAWN) {
      return lists.line(line);
    }
    if (!row.state().isUnderWay()) {
      throw DossierProblem.conflict(
          "line-not-under-way",
          row.state() == HandoverLine.State.LISTED
              ? "Danh sách chưa gửi. Hãy bỏ hồ sơ %s khỏi danh sách.".formatted(row.number())
              : "%s đã xác nhận nhận hồ sơ %s nên không rút được nữa."
                  .formatted(sides.person(row.decidedBy()), row.number()));
    }
    decide(row, HandoverLine.State.WITHDRAWN, reason);
    trace.of(batch, batch.fromUnit()).write(row.number(), JournalEvent.PAPERS_WITHDRAWN, reason);
    boolean nothingLeft =
        lines.of(batch.id()).stream().noneMatch(one -> one.state() == HandoverLine.State.SENT);
    if (batch.state() == HandoverBatch.State.SENT && nothingLeft) {
      rows.withdraw(batch.id());
    }
    return lists.line(line);
  }

  private void decide(HandoverLineRow line, HandoverLine.State state, String reason) {
    lines.decide(List.of(line.id()), state, actor.get().personId(), now.instant(), reason);
  }

  private HandoverRow lockFor(long line) {
    return rows.batchOf(line).flatMap(rows::lock).orElseThrow(HandoverSides::notFound);
  }
}
