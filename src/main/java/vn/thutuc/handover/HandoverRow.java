package vn.thutuc.handover;

import java.time.Instant;

/** A list as the database holds it; instants are UTC. */
record HandoverRow(
    long id,
    String code,
    HandoverBatch.State state,
    String fromUnit,
    String toUnit,
    String openedBy,
    Instant openedAt,
    String sentBy,
    Instant sentAt,
    String confirmedBy,
    Instant confirmedAt,
    String confirmRequest,
    int lines,
    int received,
    int missing,
    int withdrawn) {}
