package vn.thutuc.notice;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.ApplicantFacts;
import vn.thutuc.dossier.DossierChanged;
import vn.thutuc.dossier.Notices;

/**
 * Writes the notices that no step of a model writes, in the transaction of what they tell: that the
 * appointment comes near, and that the result was handed over.
 */
@Component
class NoticeWriter {

  private final Notices notices;
  private final ApplicantFacts applicants;

  NoticeWriter(Notices notices, ApplicantFacts applicants) {
    this.notices = notices;
    this.applicants = applicants;
  }

  @EventListener
  void changed(DossierChanged change) {
    switch (change.event()) {
      case NEAR -> {
        if (applicants.isAboutTheAppointment(change.number(), change.line())) {
          write(change, NoticeEvent.NEAR);
        }
      }
      case RETURNED -> write(change, NoticeEvent.RETURNED);
      default -> {
        // Told by a step of the model, or nothing to tell.
      }
    }
  }

  private void write(DossierChanged change, NoticeEvent event) {
    notices.write(change.number(), event.key(), "journal-" + change.line());
  }
}
