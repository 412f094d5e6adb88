package vn.thutuc.notice;

import java.util.List;

/**
 * What a template may say, ready to be read: texts in Vietnamese, null where the dossier holds
 * nothing. Documented in docs/operator/notices.md.
 *
 * @param title what the notice tells
 * @param to whom it goes to
 * @param dossier the dossier
 * @param procedure its procedure
 * @param agency the agency that settles it
 * @param appointment when the result is to be there; its parts are null before acceptance
 * @param supplement what is asked for; null when nothing was
 * @param reason why it was refused, stopped or sent back; null when nobody said so
 * @param late why it was late; null when it was not or nobody said so
 * @param fee what is to be paid; null when nothing is
 * @param meeting where to be, and when; null when nowhere
 * @param text what the officer wrote for the applicant; null when nothing
 * @param results what was decided; empty before
 * @param days whole days since the result is ready; null before
 * @param lookUp where the applicant can ask; null when the house names no place
 */
record NoticeData(
    String title,
    To to,
    Case dossier,
    ProcedureRef procedure,
    Agency agency,
    Appointment appointment,
    Supplement supplement,
    String reason,
    Late late,
    Fee fee,
    Meeting meeting,
    String text,
    List<Outcome> results,
    String days,
    String lookUp) {

  /** Somebody. */
  record To(String name) {}

  /** The dossier itself. */
  record Case(
      String number,
      String state,
      String receivedAt,
      String channel,
      String returnWay,
      String returnPlace) {}

  /** A procedure by code and short title. */
  record ProcedureRef(String code, String title) {}

  /** Who settles; the telephone is null when not configured. */
  record Agency(String name, String phone) {}

  /** In words, as a short text, and the first one when it was another. */
  record Appointment(String at, String shortAt, String first) {}

  /** What is missing, line by line; reason and last moment may be null. */
  record Supplement(List<String> missing, String reason, String until) {}

  /** The unit that was late and why; either may be null. */
  record Late(String unit, String reason) {}

  /** Number, day and amount of the notice to pay; each may be null. */
  record Fee(String number, String day, String amount) {}

  /** When and where; either may be null. */
  record Meeting(String at, String place) {}

  /** A result; number and day may be null. */
  record Outcome(String title, String number, String day) {}

  /** A notice in which everything is said: what a template may use is there. */
  static NoticeData full(NoticeEvent event) {
    return new NoticeData(
        event.label(),
        new To("Nguyễn Văn Thử"),
        new Case(
            "H37.12-260303-0001",
            "Đang xử lý",
            "08 giờ 15 phút, ngày 03/03/2026",
            "Trực tiếp tại Bộ phận Một cửa",
            "Trực tiếp tại Bộ phận Một cửa",
            "Sở Xây dựng"),
        new ProcedureRef("1.000028", "Cấp giấy phép lưu hành xe quá tải trọng"),
        new Agency("Sở Xây dựng", "02053000001"),
        new Appointment(
            "17 giờ 30 phút, ngày 04/03/2026",
            "17:30 04/03/2026",
            "17 giờ 30 phút, ngày 03/03/2026"),
        new Supplement(
            List.of("Bản sao giấy đăng ký xe", "Báo cáo khảo sát"),
            "Chưa đủ thành phần hồ sơ",
            "17 giờ 30 phút, ngày 10/03/2026"),
        "Không thuộc thẩm quyền giải quyết",
        new Late("Sở Xây dựng", "Phải xác minh thêm"),
        new Fee("15/TB-CT", "04/03/2026", "1.250.000 đồng"),
        new Meeting("08 giờ 00 phút, ngày 09/03/2026", "Phòng họp số 2"),
        "Mời ông/bà mang bản chính đến đối chiếu.",
        List.of(new Outcome("Giấy phép lưu hành xe", "15/GPLHX", "04/03/2026")),
        "12",
        "https://tracuu.example.invalid");
  }

  /** A notice in which only what every dossier has is said: the rest must be asked for. */
  static NoticeData bare(NoticeEvent event) {
    NoticeData full = full(event);
    return new NoticeData(
        full.title(),
        full.to(),
        full.dossier(),
        full.procedure(),
        new Agency(full.agency().name(), null),
        new Appointment(null, null, null),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null);
  }
}
