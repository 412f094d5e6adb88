package vn.thutuc.dossier;

import java.util.List;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;

/**
 * What is handed in at reception.
 *
 * @param procedure national code
 * @param channel how it reached the desk
 * @param caseCode case of the procedure; null where it has none
 * @param area area class; null where the procedure has none
 * @param returnMethod how the applicant wants the result
 * @param deskUnit receiving desk; null means the receiving officer's
 * @param competentUnit unit that settles, where the applicant or officer chooses; null otherwise
 * @param owner whose case it is
 * @param submitter who submits it, when not the owner; may be null
 * @param authority authority to act; may be null
 * @param papers papers handed in; null when they are checked in the first task
 * @param reception true instant, ground and source
 */
public record Submission(
    String procedure,
    Channel channel,
    String caseCode,
    String area,
    ReturnMethod returnMethod,
    String deskUnit,
    String competentUnit,
    Party owner,
    Party submitter,
    Authority authority,
    List<HandedIn> papers,
    ReceptionFacts reception) {

  /**
   * One paper handed in.
   *
   * @param key key of the paper in the catalogue
   * @param originals number of originals
   * @param copies number of copies
   */
  public record HandedIn(String key, int originals, int copies) {}
}
