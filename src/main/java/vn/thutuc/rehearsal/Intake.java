package vn.thutuc.rehearsal;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;

/**
 * How the rehearsed dossier comes in.
 *
 * @param channel how it is handed in
 * @param returnMethod how the result is wanted
 * @param caseCode case of the procedure; null when it has none
 * @param area area class; null when it has none
 * @param elsewhere whether a desk of another agency than the one that settles receives it
 */
record Intake(
    Channel channel, ReturnMethod returnMethod, String caseCode, String area, boolean elsewhere) {

  Intake through(Channel other) {
    return new Intake(other, returnMethod, caseCode, area, elsewhere);
  }

  Intake back(ReturnMethod other) {
    return new Intake(channel, other, caseCode, area, elsewhere);
  }

  Intake of(String otherCase, String otherArea) {
    return new Intake(channel, returnMethod, otherCase, otherArea, elsewhere);
  }

  Intake atAnotherDesk() {
    return new Intake(channel, returnMethod, caseCode, area, true);
  }

  /**
   * The same with what a condition asks of it: {@code channel}, {@code caseCode}, {@code
   * areaClass}.
   */
  Intake as(Map<String, String> asked) {
    String by = asked.get("channel");
    return new Intake(
        by == null ? channel : Channel.valueOf(by),
        returnMethod,
        asked.getOrDefault("caseCode", caseCode),
        asked.getOrDefault("areaClass", area),
        elsewhere);
  }

  /** Case and area, for a table; empty when the procedure has neither. */
  String caseText() {
    return Stream.of(caseCode, area)
        .filter(part -> part != null)
        .collect(Collectors.joining(" · "));
  }
}
