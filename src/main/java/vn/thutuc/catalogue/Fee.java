package vn.thutuc.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * A fee or charge.
 *
 * @param title what is paid for, in Vietnamese
 * @param channel only for this channel; null for every channel
 * @param caseCode only for this case; null for every case
 * @param amount whole đồng, 0 for free of charge; null when the text gives no amount
 * @param per what the amount is for, e.g. {@code bản sao}; null when it is for the dossier
 * @param condition when it is due; null when it always is
 * @param exemptions who is exempt or pays less, in Vietnamese; empty when the text says nothing
 * @param setBy who sets the amount, e.g. the People's Council's resolution; null when unknown
 * @param validity the days the amount holds for; always when the text does not limit it
 * @param source where it stands
 * @param counts how it is counted by pages; null when it is due once or for each {@code per}
 */
public record Fee(
    String title,
    Channel channel,
    String caseCode,
    Long amount,
    String per,
    String condition,
    List<String> exemptions,
    String setBy,
    Effective validity,
    String source,
    FeeCount counts) {

  /** Whether it is due for what comes through a channel, in a case, on a day. */
  boolean applies(Channel asked, String askedCase, LocalDate day) {
    return (channel == null || channel == asked)
        && (caseCode == null || caseCode.equals(askedCase))
        && validity.on(day);
  }

  /**
   * Prints how it is counted only where it is counted: versions of facts are hashes of what they
   * print, and those of all other procedures stay.
   */
  @Override
  public String toString() {
    return ("Fee[title=%s, channel=%s, caseCode=%s, amount=%s, per=%s, condition=%s,"
            + " exemptions=%s, setBy=%s, validity=%s, source=%s%s]")
        .formatted(
            title,
            channel,
            caseCode,
            amount,
            per,
            condition,
            exemptions,
            setBy,
            validity,
            source,
            counts == null ? "" : ", counts=" + counts);
  }
}
