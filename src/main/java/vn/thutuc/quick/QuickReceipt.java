package vn.thutuc.quick;

import java.time.LocalDateTime;

/**
 * What was done at the desk, to be shown, printed and handed out. Times are local to
 * Asia/Ho_Chi_Minh.
 *
 * @param dossier dossier number
 * @param procedure national code
 * @param title short title of the procedure
 * @param applicant name of the owner
 * @param unit name of the agency that settles
 * @param book Vietnamese name of the register
 * @param number number in the register; null while a signature is waited for
 * @param subject what the paper is called
 * @param pages pages of the original; null where they do not count
 * @param copies how many copies, or pieces; null when it was entered step by step
 * @param fee what was taken, in whole đồng; null when it was entered step by step
 * @param feeDue what the facts give; null where they give nothing
 * @param feeGround why the two differ; null when they do not
 * @param signer who signed, with whom a deputy signed for; null while nobody has
 * @param officer name of who received it
 * @param receivedAt when it was received
 * @param enteredAt when it got its number; null while it has none
 * @param state Vietnamese label of its national state
 */
public record QuickReceipt(
    String dossier,
    String procedure,
    String title,
    String applicant,
    String unit,
    String book,
    String number,
    String subject,
    Integer pages,
    Integer copies,
    Long fee,
    Long feeDue,
    String feeGround,
    String signer,
    String officer,
    LocalDateTime receivedAt,
    LocalDateTime enteredAt,
    String state) {}
