package vn.thutuc.catalogue;

import java.util.List;

/**
 * A stretch of a procedure's time with a start and a term of its own.
 *
 * @param id stable id the models use, e.g. {@code settlement}
 * @param name what officers read, in Vietnamese
 * @param starts what starts the counting
 * @param condition when there is such a phase at all, in Vietnamese; null when there always is
 * @param terms the terms by channel, case and area class; the most narrowly conditioned one wins
 */
public record Phase(
    String id, String name, PhaseStart starts, String condition, List<PhaseTerm> terms) {}
