package vn.thutuc.catalogue;

/**
 * A fee or charge.
 *
 * @param title what is paid for, in Vietnamese
 * @param channel only for this channel; null for every channel
 * @param amount whole đồng, 0 for free of charge; null when the text gives no amount
 * @param condition when it is due; null when it always is
 * @param source where it stands
 */
public record Fee(String title, Channel channel, Long amount, String condition, String source) {}
