package vn.thutuc.modelling.scaffold;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Silence;
import vn.thutuc.catalogue.Stage;

/**
 * Who refuses, and with which result: the unit that settles, the province that decides, or a body
 * outside whose own paper is recorded.
 *
 * @param place place that signs the refusal
 * @param isOutside whether the refusal is the paper of a body outside
 * @param result key of the negative result
 */
record Refuser(String place, boolean isOutside, String result) {

  static final String USUAL = "REFUSAL";

  private static Refuser of(Stage stage) {
    boolean isOutside = stage.block().isAlwaysOutside() && stage.silence() == Silence.NONE;
    boolean isAbove = stage.block() == Block.DECIDE_PROVINCE && stage.by() != null;
    String place = isAbove || isOutside && stage.by() != null ? stage.by() : Actor.COMPETENT;
    return new Refuser(place, isOutside, stage.refusal() == null ? USUAL : stage.refusal());
  }

  /**
   * Who refuses at each stage of one model. Where several may refuse inside one group, or one of
   * its appraisals is only a fact among others, the group is mixed: whoever refuses says so.
   *
   * @param of stage to who refuses behind it; mixed groups have none
   * @param mixed the stages of mixed groups, the groups themselves included
   */
  record All(Map<String, Refuser> of, Set<String> mixed) {

    static All in(List<Stage> stages) {
      Map<String, Refuser> of = new HashMap<>();
      Set<String> mixed = new HashSet<>();
      for (Stage stage : stages) {
        List<Stage> all = Kit.flat(List.of(stage)).toList();
        List<Stage> refusing =
            all.stream().filter(one -> !one.block().isGroup() && Outcome.refuses(one)).toList();
        refusing.forEach(one -> of.put(one.id(), Refuser.of(one)));
        Set<Refuser> different = refusing.stream().map(Refuser::of).collect(Collectors.toSet());
        boolean isHeardOnly =
            all.stream().anyMatch(one -> one.block() == Block.APPRAISE && !Outcome.refuses(one));
        if (stage.block().isGroup()
            && !different.isEmpty()
            && (different.size() > 1 || isHeardOnly)) {
          all.forEach(one -> mixed.add(one.id()));
        } else if (!different.isEmpty()) {
          all.stream()
              .filter(one -> one.block().isGroup())
              .forEach(one -> of.put(one.id(), different.iterator().next()));
        }
      }
      return new All(of, mixed);
    }
  }
}
