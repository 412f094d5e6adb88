package vn.thutuc.printing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.DossierDocument.Event;
import vn.thutuc.dossier.DossierDocument.PhaseView;
import vn.thutuc.dossier.JournalEvent;

/**
 * Through whose hands a dossier went, read from its journal: whenever another person acts, the one
 * before has given it on with their last act. Papers handed over by a list have a row of their own
 * with both times, and stand for the handing over of who had the dossier then. How it stood is said
 * where a phase ended; a step alone has no end in law.
 */
final class Handovers {

  private final CaseFile file;
  private final List<FormData.Handover> rows = new ArrayList<>();
  private LocalDateTime told = LocalDateTime.MIN;
  private Event sent;

  private Handovers(CaseFile file) {
    this.file = file;
  }

  static List<FormData.Handover> of(CaseFile file) {
    Handovers handovers = new Handovers(file);
    handovers.read();
    return List.copyOf(handovers.rows);
  }

  private void read() {
    List<Event> acts = file.acts().stream().filter(line -> line.unit() != null).toList();
    Event before = null;
    for (Event act : acts) {
      if (isAboutPapers(act)) {
        before = papers(act, before);
        continue;
      }
      if (before == null) {
        add("Người nộp hồ sơ", holder(act), file.document().receivedAt(), "Nộp hồ sơ");
      } else if (!holder(before).equals(holder(act))) {
        add(holder(before), holder(act), before.at(), before.label());
      }
      before = act;
    }
    if (before != null && file.returnedAt() != null) {
      add(holder(before), "Người nhận kết quả", file.returnedAt(), "Trả kết quả");
    }
  }

  /** Who has the dossier after a line about its papers. */
  private Event papers(Event line, Event before) {
    if (is(line, JournalEvent.PAPERS_SENT)) {
      sent = line;
      return before;
    }
    if (!is(line, JournalEvent.PAPERS_RECEIVED) || sent == null) {
      return before;
    }
    rows.add(
        new FormData.Handover(
            holder(sent),
            holder(line),
            "Giao: %s. Nhận: %s"
                .formatted(FormWords.moment(sent.at()), FormWords.moment(line.at())),
            result(line.at()),
            sent.label()));
    told = line.at();
    return before != null && holder(before).equals(holder(sent)) ? line : before;
  }

  private static boolean isAboutPapers(Event line) {
    return is(line, JournalEvent.PAPERS_SENT)
        || is(line, JournalEvent.PAPERS_RECEIVED)
        || is(line, JournalEvent.PAPERS_MISSING)
        || is(line, JournalEvent.PAPERS_WITHDRAWN);
  }

  private static boolean is(Event line, JournalEvent event) {
    return line.event().equals(event.name());
  }

  private void add(String giver, String receiver, LocalDateTime at, String note) {
    rows.add(new FormData.Handover(giver, receiver, FormWords.moment(at), result(at), note));
    told = at;
  }

  /** The phases that ended since the row before. */
  private String result(LocalDateTime until) {
    String ended =
        file.document().phases().stream()
            .filter(phase -> phase.endedAt() != null && phase.end() != null)
            .filter(phase -> phase.endedAt().isAfter(told) && !phase.endedAt().isAfter(until))
            .map(Handovers::words)
            .collect(Collectors.joining("; "));
    return ended.isEmpty() ? null : ended;
  }

  private static String words(PhaseView phase) {
    return phase.name() + ": " + phase.clock().label();
  }

  private static String holder(Event act) {
    return act.unit() + " – " + act.actor();
  }
}
