package vn.thutuc.notice;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.printing.PrintedForms;

/** Puts a notice's words and papers into messages for each way out. */
@Component
class NoticeComposer {

  private static final String PDF = "application/pdf";

  /** The only form of its kind that a dossier has at a time. */
  private static final String ONLY = "1";

  private final PrintedForms forms;

  NoticeComposer(PrintedForms forms) {
    this.forms = forms;
  }

  Message message(
      String key, NoticeEvent event, CaseFile file, NoticeText text, Recipient.Contact to) {
    return switch (to.medium()) {
      case EMAIL ->
          new Message(
              key,
              to.address(),
              text.subject(),
              text.mail(),
              null,
              Map.of(),
              attachments(event, file));
      case SMS -> new Message(key, to.address(), null, text.sms(), null, Map.of(), List.of());
      case ZALO ->
          new Message(
              key, to.address(), null, text.sms(), text.zalo(), text.zaloFields(), List.of());
    };
  }

  /**
   * The printed form of the notice as it was issued last. The slip of a changed appointment is
   * issued by the house, with the appointment in force; the others are signed by people first and
   * go along only when somebody has issued them.
   */
  private List<Message.Attachment> attachments(NoticeEvent event, CaseFile file) {
    if (event.form() == null) {
      return List.of();
    }
    if (event == NoticeEvent.APPOINTMENT_CHANGED) {
      return List.of(pdf(file, forms.issue(file.number(), event.form(), ONLY)));
    }
    return forms.of(file.number()).stream()
        .filter(form -> form.form().equals(event.form()) && form.upToDate())
        .filter(form -> !form.issued().isEmpty())
        .reduce((earlier, later) -> later)
        .map(form -> form.issued().get(form.issued().size() - 1))
        .map(issued -> List.of(pdf(file, issued)))
        .orElse(List.of());
  }

  private Message.Attachment pdf(CaseFile file, PrintedForms.Issued issued) {
    PrintedForms.Pdf pdf = forms.pdf(file.number(), issued.id());
    return new Message.Attachment(pdf.fileName(), PDF, pdf.content());
  }
}
