package vn.thutuc.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.DossierProblem;

/**
 * A dossier as the portal sends it: fields of its exchange by their own names. What is missing or
 * malformed is refused with the field's name.
 *
 * @param portalNumber MaHoSo, its number there
 * @param procedure MaTTHC
 * @param caseCode MaTruongHop; null where the procedure has one case (a field of ours: the exchange
 *     names none)
 * @param area DiaBan; null where the procedure has no area classes (likewise)
 * @param unit DonViXuLy, identification code of the unit it is meant for
 * @param owner ChuHoSo
 * @param ownerKind LoaiDoiTuong; null when it says nothing
 * @param idNumber MaDoiTuong or DinhDanhCHS; may be null
 * @param address ThongTinKhac; may be null
 * @param returnMethod HinhThuc; null when it says nothing
 * @param submittedAt NgayNopHoSo
 * @param papers TaiLieuNop
 */
record ArrivalForm(
    String portalNumber,
    String procedure,
    String caseCode,
    String area,
    String unit,
    String owner,
    String ownerKind,
    String idNumber,
    String phone,
    String email,
    String address,
    String returnMethod,
    Instant submittedAt,
    List<PaperFile> papers) {

  /** Clocks of two systems differ by this much at most. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final List<String> CONTENT =
      List.of(
          "MaTTHC",
          "MaTruongHop",
          "DiaBan",
          "DonViXuLy",
          "ChuHoSo",
          "LoaiDoiTuong",
          "MaDoiTuong",
          "DinhDanhCHS",
          "SoDienThoai",
          "Email",
          "ThongTinKhac",
          "HinhThuc",
          "NgayNopHoSo");

  private static final List<String> CONTENT_OF_FILE =
      List.of("TenTepDinhKem", "MaThanhPhanHoSo", "DuongDanTaiTepTin", "IsDeleted");

  private static final DateTimeFormatter MOMENT = PortalMessages.MOMENT;
  private static final int LONGEST_NUMBER = 128;

  /**
   * A file.
   *
   * @param place where it stands in the message, for refusals
   * @param name TenTepDinhKem
   * @param paper MaThanhPhanHoSo; may be null
   * @param address DuongDanTaiTepTin
   */
  record PaperFile(String place, String name, String paper, String address) {}

  /** Whether only the number came, so that the dossier has to be asked for. */
  static boolean isAnnouncement(JsonNode message) {
    return !message.hasNonNull("MaTTHC") && !message.hasNonNull("ChuHoSo");
  }

  /** The number there. */
  static String portalNumber(JsonNode message) {
    String number = required(message, "MaHoSo");
    if (number.length() > LONGEST_NUMBER) {
      throw DossierProblem.invalid(
          "field-too-long", "MaHoSo", "MaHoSo chỉ được tối đa %d ký tự.".formatted(LONGEST_NUMBER));
    }
    return number;
  }

  /**
   * Hash of what is taken of a message: two messages with the same are the same dossier, whatever
   * else the portal adds to one of them.
   */
  static String sha256(JsonNode message) {
    StringBuilder content = new StringBuilder();
    add(content, message, CONTENT);
    message.path("TaiLieuNop").forEach(file -> add(content, file, CONTENT_OF_FILE));
    return PortalTelling.sha256(content.toString());
  }

  /** With lengths, so that no two contents run together to the same text. */
  private static void add(StringBuilder content, JsonNode node, List<String> names) {
    for (String name : names) {
      String value = text(node, name);
      content.append(value == null ? -1 : value.length()).append(':').append(value).append('\n');
    }
  }

  static ArrivalForm of(JsonNode message, Instant now) {
    return new ArrivalForm(
        portalNumber(message),
        required(message, "MaTTHC"),
        text(message, "MaTruongHop"),
        text(message, "DiaBan"),
        required(message, "DonViXuLy"),
        required(message, "ChuHoSo"),
        text(message, "LoaiDoiTuong"),
        first(text(message, "MaDoiTuong"), text(message, "DinhDanhCHS")),
        text(message, "SoDienThoai"),
        text(message, "Email"),
        text(message, "ThongTinKhac"),
        text(message, "HinhThuc"),
        submitted(required(message, "NgayNopHoSo"), now),
        papers(message.path("TaiLieuNop")));
  }

  private static List<PaperFile> papers(JsonNode list) {
    List<PaperFile> papers = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode one = list.get(i);
      String place = "TaiLieuNop[%d]".formatted(i + 1);
      if (!"true".equalsIgnoreCase(one.path("IsDeleted").asText(""))) {
        String address = text(one, "DuongDanTaiTepTin");
        if (address == null) {
          throw missing(place + ".DuongDanTaiTepTin");
        }
        papers.add(
            new PaperFile(
                place, text(one, "TenTepDinhKem"), text(one, "MaThanhPhanHoSo"), address));
      }
    }
    return List.copyOf(papers);
  }

  private static Instant submitted(String text, Instant now) {
    Instant at;
    try {
      at = LocalDateTime.parse(text, MOMENT).atZone(WorkingCalendar.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw DossierProblem.invalid(
          "date-malformed",
          "NgayNopHoSo",
          "NgayNopHoSo phải theo dạng yyyyMMddHHmmss, giờ Việt Nam, ví dụ 20261128201500.");
    }
    if (at.isAfter(now.plus(SKEW))) {
      throw DossierProblem.invalid(
          "submission-in-future", "NgayNopHoSo", "NgayNopHoSo chưa đến. Hãy kiểm tra đồng hồ.");
    }
    return at.isAfter(now) ? now : at;
  }

  private static String first(String one, String other) {
    return one == null ? other : one;
  }

  private static String required(JsonNode message, String name) {
    String value = text(message, name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private static DossierProblem missing(String name) {
    return DossierProblem.invalid(
        "field-missing", name, "Thiếu trường %s. Hãy bổ sung rồi gửi lại.".formatted(name));
  }

  private static String text(JsonNode message, String name) {
    String value = message.path(name).asText("").strip();
    return value.isEmpty() || message.path(name).isNull() ? null : value;
  }
}
