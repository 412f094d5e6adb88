package vn.thutuc.organisation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody stands in for somebody else for some days.
 *
 * @param id number of the row
 * @param principal login id of who is away
 * @param deputy login id of who stands in
 * @param from first day, local to Asia/Ho_Chi_Minh
 * @param to last day, included
 * @param signing whether the deputy also acts as a leader: signs, decides
 * @param basis document by which the deputy was appointed; null when none is needed
 * @param appointedBy login id of who appointed
 * @param revokedAt when it was taken back before its end; null otherwise
 */
public record Deputyship(
    long id,
    String principal,
    String deputy,
    LocalDate from,
    LocalDate to,
    boolean signing,
    String basis,
    String appointedBy,
    Instant revokedAt) {

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return revokedAt == null && !day.isBefore(from) && !day.isAfter(to);
  }

  /** Whether it shares a day with another time, both with their last days. */
  public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
    return revokedAt == null && !otherFrom.isAfter(to) && !otherTo.isBefore(from);
  }
}
