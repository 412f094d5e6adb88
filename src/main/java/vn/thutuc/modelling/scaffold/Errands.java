package vn.thutuc.modelling.scaffold;

import java.util.List;
import java.util.Locale;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;

/**
 * Draws the steps the server does for a stage: entries, look-ups, and acts that leave the house.
 */
final class Errands {

  private static final List<String> MEDIA =
      List.of(
          "cổng", "trang", "báo", "phương tiện", "website", "hệ thống", "cơ sở dữ liệu", "csdl");

  private final Kit kit;

  Errands(Kit kit) {
    this.kit = kit;
  }

  static String detail(Stage stage) {
    return stage.detail() == null ? "" : " " + Words.lowerFirst(stage.detail());
  }

  /** Where a result is published; a medium is published on. */
  private static String medium(Stage stage) {
    String detail = detail(stage).strip();
    boolean isMedium = MEDIA.stream().anyMatch(detail.toLowerCase(Locale.ROOT)::startsWith);
    return isMedium ? " trên " + detail : detail(stage);
  }

  /** “Vào sổ …”; a detail that is itself a register is not called one twice. */
  static String entering(Stage stage) {
    return detail(stage).startsWith(" sổ") ? "vào" + detail(stage) : "vào sổ" + detail(stage);
  }

  Element register(Stage stage, Site site) {
    String register = stage.detail() == null ? stage.id() : stage.detail();
    return kit.of(
        stage,
        kit.sketch()
            .service(
                site.region(),
                "Task_" + kit.ids().of("Enter", stage),
                "Ghi nhận việc vào sổ",
                "dossier.enterRegister(execution,%s)".formatted(Places.text(register))));
  }

  Element lookUp(Stage stage, Site site) {
    String database = stage.detail() == null ? stage.id() : stage.detail();
    String id = "Task_" + kit.ids().of("Ask", stage);
    return outbound(
        stage,
        site,
        id,
        Words.fit("Tra cứu" + detail(stage), "Tra cứu cơ sở dữ liệu"),
        "outbound.lookUp(execution,%s)".formatted(Places.text(database)));
  }

  /** Where a forwarded dossier goes, in words. */
  String goal(Stage stage) {
    String name = kit.words().place(place(stage));
    return name == null ? "cơ quan giải quyết" : Words.inside(name);
  }

  /** The body the facts name is where the dossier goes; who has it at the desk sends it. */
  private static String place(Stage stage) {
    return isGoal(stage) ? stage.by() : Actor.COMPETENT;
  }

  private static boolean isGoal(Stage stage) {
    return stage.by() != null && !stage.by().equals("desk");
  }

  Element forward(Stage stage, Site site) {
    String id = "Task_" + kit.ids().of("Send", stage);
    return outbound(
        stage,
        site,
        id,
        Words.fit("Gửi hồ sơ đến " + goal(stage), "Gửi hồ sơ"),
        "outbound.forward(execution,%s)".formatted(Places.text(place(stage))));
  }

  /** Tells the applicant what the officer has written. */
  Element notice(Stage stage, Site site) {
    String id = "Task_" + kit.ids().of("Notice", stage);
    String name = "Gửi thông báo cho người nộp";
    return outbound(stage, site, id, name, "outbound.notice(execution,'told')");
  }

  /** Publishes the result or copies it to another body. */
  Element tell(Stage stage, Site site) {
    String place = stage.by() == null ? Actor.COMPETENT : stage.by();
    String id = "Task_" + Ids.of(stage);
    Element told;
    if (stage.block() == Block.COPY) {
      String name = "Gửi bản sao kết quả đến " + Words.inside(kit.words().place(place));
      told =
          outbound(
              stage,
              site,
              id,
              stage.name() == null
                  ? Words.fit(name, "Gửi bản sao kết quả")
                  : Words.fit(stage.name()),
              "outbound.copy(execution,%s)".formatted(Places.text(place)));
    } else if (stage.block() == Block.PUBLISH) {
      String where = stage.detail() == null ? "portal" : stage.detail();
      told =
          outbound(
              stage,
              site,
              id,
              stage.name() == null
                  ? Words.fit("Công bố" + medium(stage), "Công bố kết quả")
                  : Words.fit(stage.name()),
              "outbound.publish(execution,%s)".formatted(Places.text(where)));
    } else {
      throw new IllegalStateException("Nothing is drawn for " + stage.block());
    }
    return kit.noted(stage, told);
  }

  private Element outbound(Stage stage, Site site, String id, String name, String call) {
    return kit.of(stage, kit.sketch().outbound(site.region(), id, name, call));
  }
}
