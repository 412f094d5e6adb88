package vn.thutuc.catalogue;

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
    String source) {}
