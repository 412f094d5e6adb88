package vn.thutuc.handover;

import java.time.Instant;
import java.time.LocalDate;

/** A line as the database holds it, with what it shows of its dossier; instants are UTC. */
record HandoverLineRow(
    long id,
    long batch,
    int ordinal,
    long dossier,
    String number,
    String procedure,
    LocalDate factsDay,
    Instant receivedAt,
    String applicant,
    int dossierState,
    Instant appointment,
    HandoverLine.State state,
    String decidedBy,
    Instant decidedAt,
    String reason) {}
