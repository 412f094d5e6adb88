package vn.thutuc.rehearsal;

import java.time.Instant;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.process.rehearsal.WalkEngine.OpenStep;

/** What must be true of every step a walk opens. */
final class WalkChecks {

  private final Stage stage;
  private final Procedure procedure;
  private final Intake intake;
  private final WalkRecord record;

  WalkChecks(Stage stage, Procedure procedure, Intake intake, WalkRecord record) {
    this.intake = intake;
    this.stage = stage;
    this.procedure = procedure;
    this.record = record;
  }

  /** A step has a due date where its phase runs, and none after the phase's end. */
  void opened(String number, OpenStep step) {
    String phase = record.phase(step);
    if (phase.isEmpty()) {
      return;
    }
    if (procedure.phase(phase).isEmpty()) {
      record.problem(
          "Bước \"%s\" (%s) tính theo giai đoạn \"%s\" mà thủ tục không có."
              .formatted(step.name(), step.element(), phase));
      return;
    }
    Instant end = stage.times().end(number, phase);
    boolean runs = end.isBefore(DossierClock.PARKED);
    if (runs && step.due() == null) {
      record.problem(
          "Bước \"%s\" (%s) không có hạn dù giai đoạn \"%s\" đang tính hạn."
              .formatted(step.name(), step.element(), phase));
    }
    if (runs && step.due() != null && step.due().isAfter(end)) {
      record.problem(
          "Bước \"%s\" (%s) có hạn sau khi giai đoạn \"%s\" đã hết hạn."
              .formatted(step.name(), step.element(), phase));
    }
    if (!runs && hasTerm(phase) && !isPaused(number)) {
      record.problem(
          "Bước \"%s\" (%s) tính theo giai đoạn \"%s\" nhưng giai đoạn này không chạy dù có thời hạn."
              .formatted(step.name(), step.element(), phase));
    }
  }

  private boolean isPaused(String number) {
    return stage.documents().read(number).pauses().stream().anyMatch(pause -> pause.to() == null);
  }

  private boolean hasTerm(String phase) {
    return stage
        .catalogue()
        .term(procedure, phase, intake.channel(), intake.caseCode(), intake.area())
        .known();
  }
}
