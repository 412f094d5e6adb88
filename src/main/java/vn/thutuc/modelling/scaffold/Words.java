package vn.thutuc.modelling.scaffold;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thutuc.modelling.layout.Kind;

/** The Vietnamese names of what is drawn: who acts comes first; long ones are worded shorter. */
final class Words {

  private static final List<Map.Entry<String, String>> SHORT =
      List.of(
          Map.entry("Trung tâm Phục vụ hành chính công", "TT PVHCC"),
          Map.entry("Ủy ban nhân dân", "UBND"),
          Map.entry("Uỷ ban nhân dân", "UBND"),
          Map.entry("Hội đồng nhân dân", "HĐND"),
          Map.entry("Nông nghiệp và Môi trường", "NN&MT"),
          Map.entry("Khoa học và Công nghệ", "KH&CN"),
          Map.entry("Giáo dục và Đào tạo", "GD&ĐT"),
          Map.entry("Văn hóa, Thể thao và Du lịch", "VH,TT&DL"),
          Map.entry("Dân tộc và Tôn giáo", "DT&TG"),
          Map.entry("Đăng ký đất đai", "ĐKĐĐ"),
          Map.entry("Giấy chứng nhận", "GCN"),
          Map.entry("Thủ tướng Chính phủ", "Thủ tướng"),
          Map.entry("cơ sở dữ liệu", "CSDL"),
          Map.entry("thủ tục hành chính", "TTHC"));
  private static final List<String> ACTORS =
      List.of(
          "chuyên viên",
          "công chức",
          "bộ phận",
          "lãnh đạo",
          "trưởng phòng",
          "văn thư",
          "chủ tịch",
          "giám đốc",
          "ủy ban",
          "ubnd",
          "sở ",
          "người ",
          "cán bộ");

  private final Blueprint blueprint;

  Words(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  /** The first wording that fits, as it is, with usual abbreviations, or in a wider task. */
  static String fit(String... wordings) {
    for (String wording : wordings) {
      String shorter = abbreviated(wording);
      for (String one : List.of(wording, shorter)) {
        if (Kind.fits(one)) {
          return one;
        }
      }
      if (Kind.fitsWide(shorter)) {
        return shorter;
      }
    }
    return abbreviated(wordings[wordings.length - 1]);
  }

  private static String abbreviated(String text) {
    String abbreviated = text;
    for (Map.Entry<String, String> one : SHORT) {
      abbreviated = abbreviated.replace(one.getKey(), one.getValue());
    }
    return abbreviated;
  }

  /** Name of a place; null when it has none. */
  String place(String place) {
    if (place == null || place.equals(Actor.COMPETENT)) {
      return blueprint.agency();
    }
    return switch (place) {
      case "desk", "return" -> Role.ONE_STOP.words();
      case "verifier" -> "cơ quan được đề nghị";
      default -> blueprint.places().getOrDefault(place, place);
    };
  }

  /** A user task: who acts, then what is done. */
  String task(Actor actor, String... doings) {
    for (String doing : doings) {
      for (String who : List.of(who(actor), shortWho(actor))) {
        if (Kind.fits(abbreviated(who + " " + doing))) {
          return fit(who + " " + doing);
        }
      }
      if (Kind.fitsWide(abbreviated(shortWho(actor) + " " + doing))) {
        return abbreviated(shortWho(actor) + " " + doing);
      }
    }
    return fit(shortWho(actor) + " " + doings[doings.length - 1]);
  }

  private String who(Actor actor) {
    boolean isOwn = actor.place().equals(Actor.COMPETENT);
    if (actor.role() == Role.LEADER) {
      String at = place(actor.place());
      boolean isChaired = isOwn ? blueprint.isAgencyCollegiate() : isCollegiate(at);
      String title = isChaired ? "Chủ tịch" : Role.LEADER.words();
      return at == null ? Role.LEADER.words() : title + " " + at;
    }
    if (actor.role() == Role.ONE_STOP && actor.place().equals("desk")) {
      return Role.ONE_STOP.words();
    }
    return isOwn ? actor.role().words() : actor.role().words() + " " + place(actor.place());
  }

  private String shortWho(Actor actor) {
    if (actor.role() == Role.LEADER && actor.place().equals(Actor.COMPETENT)) {
      return blueprint.isAgencyCollegiate() ? "Chủ tịch UBND" : Role.LEADER.words();
    }
    return abbreviated(who(actor));
  }

  static boolean isCollegiate(String agency) {
    return agency != null
        && (agency.startsWith("Ủy ban") || agency.startsWith("UBND") || agency.startsWith("Uỷ"));
  }

  /** A name from the facts as the name of a user task: with who acts before it. */
  String told(Actor actor, String told) {
    String lower = told.toLowerCase(Locale.ROOT);
    boolean saysWho = ACTORS.stream().anyMatch(lower::startsWith);
    return saysWho ? fit(told) : task(actor, lowerFirst(told));
  }

  static String lowerFirst(String text) {
    boolean isAbbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return isAbbreviation
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
