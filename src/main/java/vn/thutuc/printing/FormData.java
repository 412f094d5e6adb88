package vn.thutuc.printing;

import java.util.List;

/**
 * What a form says, ready to be set: texts as the official forms write them, null where the dossier
 * holds nothing. Number, day of issue and issuer are no part of it, so that the same dossier says
 * the same.
 */
sealed interface FormData {

  /** Whose paper it is. */
  Letterhead head();

  /** Whoever the form is about or goes to; parts may be null. */
  record Applicant(String name, String address, String phone, String email, String idNumber) {}

  /** A paper of the dossier as counted at the desk. */
  record PaperLine(int ordinal, String title, int originals, int copies) {}

  /** Form 01: the slip, with the appointment in force. */
  record Receipt(
      Letterhead head,
      String dossier,
      Applicant from,
      String channel,
      String request,
      String owner,
      String ownerAddress,
      List<PaperLine> papers,
      String term,
      String receivedAt,
      String appointment,
      boolean provisional,
      String returnWay,
      String returnPlace,
      String collector,
      String officer,
      String lookUp)
      implements FormData {}

  /** Form 02: what is missing, and why. */
  record SupplementSlip(
      Letterhead head,
      String dossier,
      Applicant applicant,
      String request,
      List<String> missing,
      String reason,
      String askedAt,
      String answerUntil,
      String guide)
      implements FormData {}

  /** Form 03: the desk does not take the dossier, and why. */
  record RefusalSlip(
      Letterhead head,
      String dossier,
      Applicant applicant,
      String request,
      String reason,
      String officer)
      implements FormData {}

  /** Form 04: the apology, with the appointment that was missed and the new one. */
  record ApologySlip(
      Letterhead head,
      String dossier,
      Applicant applicant,
      String request,
      String receivedOn,
      String missedAppointment,
      String lateUnit,
      String reason,
      String newAppointment,
      String signer)
      implements FormData {}

  /** Form 05: settlement has stopped, and on what ground. */
  record StopNotice(
      Letterhead head,
      String dossier,
      Applicant applicant,
      String request,
      String receivedOn,
      String ground,
      String stoppedOn,
      String signer)
      implements FormData {}

  /**
   * One handing over on form 06.
   *
   * @param giver who gave the dossier on
   * @param receiver who took it
   * @param at when
   * @param result how the phases that ended with it stood; null when none did
   * @param note what was done before
   */
  record Handover(String giver, String receiver, String at, String result, String note) {}

  /** Form 06: through whose hands the dossier went. */
  record ControlSlip(
      Letterhead head,
      String dossier,
      Applicant applicant,
      String request,
      String receivedAt,
      String appointment,
      String competent,
      List<Handover> handovers,
      String outcome)
      implements FormData {}

  /** One dossier in the register. */
  record RegisterLine(
      int ordinal,
      String dossier,
      String procedure,
      String sets,
      String applicant,
      String address,
      String phone,
      String competent,
      String received,
      String appointment,
      String returned,
      String returnWay,
      String note) {}

  /**
   * One dossier on a list of papers handed over.
   *
   * @param outcome what became of it, in words; null while nobody has confirmed
   */
  record HandoverRow(
      int ordinal,
      String dossier,
      String procedure,
      String applicant,
      String appointment,
      boolean received,
      String outcome) {}

  /**
   * The list two units sign when papers change hands.
   *
   * @param confirmedAt when the other side confirmed it; null before, with who did
   */
  record HandoverSheet(
      Letterhead head,
      String from,
      String to,
      String sentBy,
      String sentAt,
      String confirmedBy,
      String confirmedAt,
      int total,
      int received,
      List<HandoverRow> lines)
      implements FormData {}

  /**
   * The label of a parcel.
   *
   * @param code what its bar code holds
   * @param cod đồng to collect, written with points; null for nothing
   */
  record ParcelSheet(
      Letterhead head,
      String code,
      String order,
      String dossier,
      String procedure,
      Applicant from,
      Applicant to,
      String cod)
      implements FormData {}

  /** Form 07: a page of the register of a desk. */
  record Register(
      Letterhead head, String period, long total, String pages, List<RegisterLine> lines)
      implements FormData {}
}
