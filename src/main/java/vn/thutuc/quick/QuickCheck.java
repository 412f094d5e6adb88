package vn.thutuc.quick;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.FeeSum;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.Submission;

/** Checks what the desk has typed before anything is done; the first thing wrong is told. */
final class QuickCheck {

  static final int MOST_PAGES = 9_999;
  static final int MOST_COPIES = 999;
  private static final long MOST_FEE = 1_000_000_000L;
  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_GROUND = 500;

  /** As the form asks at which results are returned. */
  private static final int LONGEST_NAME = 200;

  private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9]{6,12}");

  private QuickCheck() {}

  static void submission(Submission submission) {
    if (submission.channel() != Channel.COUNTER
        || submission.returnMethod() != ReturnMethod.COUNTER) {
      throw DossierProblem.invalid(
          "not-at-the-counter",
          "channel",
          "Giải quyết ngay chỉ dành cho hồ sơ nộp và nhận kết quả tại quầy. Hình thức khác hãy dùng"
              + " trang Tiếp nhận hồ sơ.");
    }
    if (submission.reception().externalId() != null
        || submission.reception().sourceSystem() != null) {
      throw DossierProblem.invalid(
          "not-from-another-system",
          "externalId",
          "Hồ sơ từ hệ thống khác gửi đến không giải quyết ngay được. Hãy dùng trang Tiếp nhận hồ sơ.");
    }
    if (submission.reception().receivedAt() != null) {
      throw DossierProblem.invalid(
          "not-entered-afterwards",
          "receivedAt",
          "Hồ sơ nhập sau không giải quyết ngay được. Hãy dùng trang Tiếp nhận hồ sơ.");
    }
  }

  /** The fee to be recorded. */
  static long fee(QuickRequest.Details details, FeeSum.Charge due) {
    Long taken = details.fee() == null ? due.amount() : details.fee();
    if (taken == null) {
      throw DossierProblem.invalid(
          "fee-missing",
          "fee",
          "Danh mục chưa có mức thu tính được cho thủ tục này. Hãy nhập số tiền đã thu theo biểu phí.");
    }
    if (taken < 0 || taken > MOST_FEE) {
      throw DossierProblem.invalid(
          "fee-invalid", "fee", "Số tiền thu phải từ 0 đến 1.000.000.000 đồng.");
    }
    fits("feeGround", "Lý do thu khác mức tính", details.feeGround(), LONGEST_GROUND);
    if (due.amount() != null && !due.amount().equals(taken) && blank(details.feeGround())) {
      throw DossierProblem.invalid(
          "fee-ground-missing",
          "feeGround",
          "Số tiền thu khác mức tính theo danh mục (%s đồng). Hãy ghi lý do, ví dụ diện được miễn."
              .formatted(dong(due.amount())));
    }
    return taken;
  }

  /** An amount as people write it: 12.000. */
  static String dong(long amount) {
    return String.format(Locale.ROOT, "%,d", amount).replace(',', '.');
  }

  static void details(QuickRequest.Details details, boolean asksPages) {
    if (blank(details.subject())) {
      throw missing("subject", "Tên giấy tờ, văn bản");
    }
    fits("subject", "Tên giấy tờ, văn bản", details.subject(), LONGEST_SUBJECT);
    if (asksPages || details.pages() != null) {
      within("pages", "Số trang", details.pages(), MOST_PAGES);
    }
    within("copies", "Số lượng", details.copies(), MOST_COPIES);
    if (!details.checked()) {
      throw DossierProblem.invalid(
          "not-checked",
          "checked",
          "Chưa đánh dấu \"Đã kiểm tra, đối chiếu giấy tờ\". Không đối chiếu thì không giải quyết ngay"
              + " được.");
    }
  }

  /** Who collects what had waited: nobody is made up. */
  static void collector(QuickSettlement.Collector collector) {
    String name = collector == null ? null : collector.name();
    String id = collector == null ? null : collector.idNumber();
    if (blank(name)) {
      throw missing("collectorName", "Họ và tên người nhận kết quả");
    }
    fits("collectorName", "Họ và tên người nhận kết quả", name, LONGEST_NAME);
    if (blank(id)) {
      throw missing("collectorIdNumber", "Số định danh cá nhân hoặc hộ chiếu của người nhận");
    }
    if (!IDENTITY.matcher(id.strip()).matches()) {
      throw DossierProblem.invalid(
          "identity-malformed",
          "collectorIdNumber",
          "\"Số định danh cá nhân hoặc hộ chiếu của người nhận\" phải gồm 6 đến 12 chữ cái, chữ số.");
    }
  }

  private static void within(String field, String label, Integer value, int most) {
    if (value == null) {
      throw missing(field, label);
    }
    if (value < 1 || value > most) {
      throw DossierProblem.invalid(
          "count-invalid", field, "\"%s\" phải từ 1 đến %d.".formatted(label, most));
    }
  }

  private static DossierProblem missing(String field, String label) {
    return DossierProblem.invalid(
        "field-missing", field, "Chưa nhập \"" + label + "\". Hãy điền rồi gửi lại.");
  }

  private static void fits(String field, String label, String value, int most) {
    if (value != null && value.length() > most) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(label, value.length(), most));
    }
  }

  private static boolean blank(String text) {
    return Objects.requireNonNullElse(text, "").isBlank();
  }
}
