package vn.thutuc.rehearsal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Words and dates that several reports share. */
final class Words {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private Words() {}

  static String moment(LocalDateTime at) {
    return at == null ? "" : MOMENT.format(at);
  }

  /** State and result at the end of a walk. */
  static String outcome(Walked walked) {
    return walked.state()
        + " "
        + walked.stateLabel()
        + (walked.result() == null ? "" : " – " + walked.result());
  }

  /** How the dossier came in, for a table. */
  static String intake(Intake intake) {
    String way = intake.channel().label() + ", " + intake.returnMethod().label().toLowerCase();
    String desk = intake.elsewhere() ? ", nộp ở nơi khác" : "";
    String caseText = intake.caseText();
    return (caseText.isEmpty() ? "" : caseText + ", ") + way + desk;
  }
}
