package vn.thutuc.quick;

import java.util.UUID;
import vn.thutuc.dossier.Submission;

/**
 * What the desk sends for a quick procedure.
 *
 * @param submission what is handed in; through the counter, returned at the counter
 * @param sheet id the page gave the sheet; the same sheet twice is answered with the same dossier
 * @param details what is certified, charged and signed
 */
public record QuickRequest(Submission submission, UUID sheet, Details details) {

  /**
   * What is certified, charged and signed.
   *
   * @param subject what the paper is called, in Vietnamese
   * @param pages pages of the original; null where they do not count
   * @param copies how many copies, or pieces
   * @param fee what was taken, in whole đồng; null for what the facts give
   * @param feeGround why it differs from what the facts give; null when it does not
   * @param signer login id of who signed on paper; null when it waits for a signature
   * @param lookUp what a look-up gave; null where the procedure knows none
   * @param checked whether the officer says that the papers were compared
   */
  public record Details(
      String subject,
      Integer pages,
      Integer copies,
      Long fee,
      String feeGround,
      String signer,
      LookUp lookUp,
      boolean checked) {}
}
