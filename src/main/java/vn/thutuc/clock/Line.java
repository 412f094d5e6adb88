package vn.thutuc.clock;

import java.time.LocalDateTime;

/**
 * One fact of the explanation of a deadline.
 *
 * @param code what kind of fact it is, one of the constants of {@link LineCode} by name
 * @param vietnamese the fact in Vietnamese
 * @param english the fact in English; names of holidays and grounds stay Vietnamese
 * @param from where the fact begins, local to the calendar's zone
 * @param to where it ends, equal to {@code from} for a moment; null only for an open pause and
 *     where there is no term
 */
public record Line(
    String code, String vietnamese, String english, LocalDateTime from, LocalDateTime to) {}
