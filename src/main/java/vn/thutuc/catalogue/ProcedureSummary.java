package vn.thutuc.catalogue;

import java.util.List;

/**
 * A procedure in a list of hits.
 *
 * @param code national code
 * @param title full title, in Vietnamese
 * @param shortTitle the title a desk uses, in Vietnamese
 * @param field the field of the national list, in Vietnamese
 * @param levels levels of administration
 * @param settled where it is settled
 */
public record ProcedureSummary(
    String code,
    String title,
    String shortTitle,
    String field,
    List<Level> levels,
    Settled settled) {}
