package vn.thutuc.modelling.scaffold;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Stage;

/** Chosen ids: a stage keeps its elements' ids for as long as it keeps its own. */
final class Ids {

  /** What the frame's elements are called behind the word for their kind. */
  private static final Set<String> FRAME =
      Set.of(
          "Accept",
          "AllDone",
          "AfterDone",
          "CheckPapers",
          "Complete",
          "Granted",
          "Handle",
          "LateCompleteness",
          "LateSettlement",
          "NotReceived",
          "NoticeNotReceived",
          "NoticeReceived",
          "Ready",
          "Return",
          "ReturnAndUpdate",
          "Settle",
          "Settling",
          "Stop",
          "SupplementAtReception",
          "SuppliedAtReception",
          "ToCheck",
          "ToStop",
          "Withdraw");

  private final Set<String> stages = new HashSet<>();

  Ids(List<Stage> all) {
    all.forEach(stage -> stages.add(of(stage)));
  }

  static String of(Stage stage) {
    String id = pascal(stage.id());
    return FRAME.contains(id) ? id + "Stage" : id;
  }

  static String pascal(String kebab) {
    return Arrays.stream(kebab.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** An id for one of several elements of a stage that no other stage has taken. */
  String of(String verb, Stage stage) {
    String id = verb + of(stage);
    return stages.contains(id) || FRAME.contains(id) ? id + "Step" : id;
  }
}
