package vn.thutuc.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.NoticeWish;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;

/**
 * What a reception brings. Times are local to Asia/Ho_Chi_Minh, without a zone.
 *
 * @param procedure national code
 * @param channel how it reached the desk
 * @param caseCode case of the procedure; left out where it has none
 * @param area area class; left out where it has none
 * @param returnMethod how the applicant wants the result
 * @param deskUnit receiving desk; left out for the caller's own
 * @param competentUnit the commune that settles, where one is chosen
 * @param owner whose case it is
 * @param submitter who submits it, when not the owner
 * @param authority authority to act of the submitter
 * @param collector who may collect the result besides the owner
 * @param papers papers handed in
 * @param receivedAt true instant of a reception entered afterwards
 * @param lateEntryGround why it is entered afterwards
 * @param slipNumber number of the paper slip given meanwhile
 * @param sourceSystem the system it came from
 * @param externalId its id there; the same id twice is answered with the same dossier
 * @param notices what the applicant wishes to be told by; left out when nobody asked
 * @param sheet id the page gave the sheet; the same sheet twice is answered with the same dossier
 */
record ReceptionRequest(
    String procedure,
    Channel channel,
    @com.fasterxml.jackson.annotation.JsonProperty("case") String caseCode,
    String area,
    ReturnMethod returnMethod,
    String deskUnit,
    String competentUnit,
    PartyRequest owner,
    PartyRequest submitter,
    AuthorityRequest authority,
    PersonRequest collector,
    List<Submission.HandedIn> papers,
    LocalDateTime receivedAt,
    String lateEntryGround,
    String slipNumber,
    String sourceSystem,
    String externalId,
    NoticeWish notices,
    UUID sheet) {

  record PartyRequest(
      Party.Kind kind, String name, String idNumber, String phone, String email, String address) {

    Party party() {
      return new Party(kind, name, idNumber, phone, email, address);
    }
  }

  record AuthorityRequest(String document, LocalDate until) {}

  record PersonRequest(String name, String idNumber) {}

  Submission submission() {
    return new Submission(
        procedure,
        channel,
        caseCode,
        area,
        returnMethod,
        deskUnit,
        competentUnit,
        owner == null ? null : owner.party(),
        submitter == null ? null : submitter.party(),
        new Authority(
            authority == null ? null : authority.document(),
            authority == null ? null : authority.until(),
            collector == null ? null : collector.name()),
        papers == null ? List.of() : papers,
        new ReceptionFacts(
                instant(receivedAt), lateEntryGround, slipNumber, sourceSystem, externalId)
            .wishing(notices));
  }

  private static Instant instant(LocalDateTime local) {
    return local == null ? null : local.atZone(WorkingCalendar.ZONE).toInstant();
  }
}
