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
 * before has given it on with their last act. How it stood is said where a phase ended; a step
 * alone has no end in law.
 */
final class Handovers {

  private final CaseFile file;
  private final List<FormData.Handover> rows = new ArrayList<>();
  private LocalDateTime told = LocalDateTime.MIN;

  private Handovers(CaseFile file) {
    this.file = file;
  }

  static List<FormData.Handover> of(CaseFile file) {
    Handovers handovers = new Handovers(file);
    handovers.read();
    return List.copyOf(handovers.rows);
  }

  private void read() {
    List<Event> acts =
        file.document().timeline().stream()
            .filter(line -> line.unit() != null)
            .filter(line -> !line.event().equals(JournalEvent.FORM_ISSUED.name()))
            .toList();
    Event before = null;
    for (Event act : acts) {
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
