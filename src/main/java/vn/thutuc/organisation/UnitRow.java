package vn.thutuc.organisation;

/** A row of {@code units.csv}; an empty cell is null, an empty short name is the name. */
record UnitRow(
    long line,
    String id,
    String parent,
    String name,
    String shortName,
    String kind,
    String agency,
    String key,
    String areaClass) {}
