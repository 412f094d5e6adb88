package vn.thutuc.outbound;

import java.time.Instant;

/**
 * One act as its channel gets it. It holds no personal data: the channel reads the dossier at the
 * moment of sending.
 *
 * @param id its row
 * @param key names it to the other side, the same at every attempt and nobody else's
 * @param number dossier number
 * @param kind NOTICE, POST, ELECTRONIC_RETURN, FORWARD, LOOK_UP, COPY, PUBLISH, ALERT or PORTAL
 * @param event what the act tells or whom it reaches
 * @param occasion turn of the model's step, or what made the act necessary
 * @param data JSON written with the act; null when there is none
 * @param writtenAt instant of the step that wrote it
 * @param attempt 1 at the first
 */
public record Sending(
    long id,
    String key,
    String number,
    String kind,
    String event,
    String occasion,
    String data,
    Instant writtenAt,
    int attempt) {}
