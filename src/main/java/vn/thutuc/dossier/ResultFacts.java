package vn.thutuc.dossier;

import java.time.LocalDate;

/**
 * What a result says.
 *
 * @param kind key of the result in the catalogue, or {@code REFUSAL}
 * @param title Vietnamese title
 * @param positive whether it grants what was asked
 * @param number number given by the clerk; null where the kind has none
 * @param issuedOn date of issue, local
 * @param signer id of the person who signed; null when not known
 * @param validFrom first day of validity, or null
 * @param validTo last day of validity, or null
 * @param signedFor id of the person a deputy signed for; null when the signer signed in their own
 *     right
 */
public record ResultFacts(
    String kind,
    String title,
    boolean positive,
    String number,
    LocalDate issuedOn,
    String signer,
    LocalDate validFrom,
    LocalDate validTo,
    String signedFor) {}
