package vn.thutuc.modelling.scaffold;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern JOINT =
      Pattern.compile(
          "[,;] |[,;]? (?=(về|đối với|của|cho|trong|trên|tại|theo|để|do|khi|hoặc|và|từ) )");
  private static final Pattern LOOSE_END = Pattern.compile(" (được|đã|và|không|phải|việc)$");

  /** Results that are acts: nobody drafts or signs them by these names. */
  private static final List<String> ACTS =
      List.of(
          "cập nhật",
          "gia hạn",
          "trả lời",
          "bổ sung",
          "đăng tải",
          "thông quan",
          "phản hồi",
          "chuyển",
          "phê duyệt",
          "từ chối",
          "kết thúc",
          "ghi tên",
          "tiêu hủy",
          "chấp nhận",
          "điều chỉnh",
          "khôi phục",
          "nhập",
          "chấm dứt",
          "giới thiệu",
          "công bố",
          "giải ngân",
          "thay đổi",
          "vụ việc",
          "hệ thống",
          "tài khoản",
          "thông tin",
          "dữ liệu",
          "quyền");

  /** What keeps its capital inside a phrase: a unit of the state, an office held by one person. */
  private static final List<String> PROPER =
      List.of("Sở ", "Cục ", "Chủ tịch ", "Công an ", "Ngân hàng Nhà nước", "Quân khu");

  private static final List<String> COMMON =
      List.of("Cơ quan", "Các ", "Đơn vị", "Tổ chức", "Người", "Doanh nghiệp", "Chủ ", "Nơi ");

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

  /**
   * What is done with a thing, worded shorter and shorter: by its name, by the name's beginning up
   * to a word that only adds to it, by the word for any such thing.
   */
  static String[] ever(String doing, String name, String any) {
    List<String> wordings = new ArrayList<>();
    wordings.add(doing + name);
    String bare = name.replaceAll("\\s*\\([^)]*\\)", "").strip();
    wordings.add(doing + bare);
    Matcher joint = JOINT.matcher(bare);
    Deque<String> beginnings = new ArrayDeque<>();
    while (joint.find()) {
      beginnings.push(doing + LOOSE_END.matcher(bare.substring(0, joint.start())).replaceFirst(""));
    }
    wordings.addAll(beginnings);
    wordings.add(doing + any);
    return wordings.toArray(String[]::new);
  }

  /** What is done with a result on paper; a result that is an act has no name to draft or sign. */
  static String[] paper(String doing, String result) {
    boolean isAct = ACTS.stream().anyMatch(result.toLowerCase(Locale.ROOT)::startsWith);
    return isAct ? new String[] {doing + "kết quả"} : ever(doing, result, "kết quả");
  }

  /** A body's name inside a phrase: a word for any body of its kind is no proper name. */
  static String inside(String body) {
    boolean isProper = body == null || COMMON.stream().noneMatch(body::startsWith);
    return isProper ? body : lowerFirst(body);
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
      return at == null ? Role.LEADER.words() : title + " " + inside(at);
    }
    if (actor.role() == Role.ONE_STOP && actor.place().equals("desk")) {
      return Role.ONE_STOP.words();
    }
    return isOwn ? actor.role().words() : actor.role().words() + " " + inside(place(actor.place()));
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
    return isAbbreviation || PROPER.stream().anyMatch(text::startsWith)
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
