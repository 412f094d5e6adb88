package vn.thutuc.postal;

import java.time.Instant;

/**
 * A parcel as the database has it.
 *
 * @param dossierId null for a dossier that is being fetched
 * @param number of the dossier, or null
 * @param actId the outbound act that asked for it, or null
 * @param person who gets the result, or from whom the dossier is fetched
 * @param procedure national code of the procedure
 * @param toTell the state the process has to be told of; null when it knows
 */
record ParcelRow(
    long id,
    Direction direction,
    String orderNumber,
    Long dossierId,
    String number,
    Long actId,
    String unit,
    ParcelState state,
    String itemCode,
    long cod,
    Instant requestedAt,
    String requestedBy,
    Instant stateAt,
    boolean unanswered,
    int tries,
    Instant nextTryAt,
    String lastError,
    String person,
    String procedure,
    ParcelState toTell) {}
