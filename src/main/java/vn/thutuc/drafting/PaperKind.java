package vn.thutuc.drafting;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.thutuc.catalogue.ResultKind;

/**
 * The kinds of paper a result comes as, told by its title in the catalogue: each has a shipped
 * template and a register. QĐ and TB are abbreviations of appendix III to ND 30/2020/ND-CP, as
 * remembered; those of permits and certificates differ by sector (both unverified), so a province
 * sets its own way of writing numbers.
 */
enum PaperKind {
  REFUSAL("tu-choi", "van-ban", "", List.of()),
  DECISION("quyet-dinh", "quyet-dinh", "QĐ", List.of("quyết định")),
  LICENCE("giay-phep", "giay-phep", "GP", List.of("giấy phép")),
  CERTIFICATE(
      "giay-chung-nhan",
      "giay-chung-nhan",
      "GCN",
      List.of("giấy chứng nhận", "chứng chỉ", "giấy khai sinh", "trích lục", "thẻ ")),
  CONFIRMATION(
      "giay-xac-nhan", "giay-xac-nhan", "GXN", List.of("giấy xác nhận", "xác nhận", "phiếu ")),
  NOTICE("thong-bao", "thong-bao", "TB", List.of("thông báo")),
  LETTER("van-ban", "van-ban", "", List.of("văn bản", "công văn", "ý kiến")),
  OTHER("ket-qua", "van-ban", "", List.of());

  private final String key;
  private final String book;
  private final String sign;
  private final List<String> beginnings;

  PaperKind(String key, String book, String sign, List<String> beginnings) {
    this.key = key;
    this.book = book;
    this.sign = sign;
    this.beginnings = beginnings;
  }

  /** The kind of a result's paper. */
  static PaperKind of(ResultKind result) {
    if (!result.positive()) {
      return REFUSAL;
    }
    String title =
        Normalizer.normalize(result.title(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(kind -> kind.beginnings.stream().anyMatch(title::startsWith))
        .findFirst()
        .orElse(OTHER);
  }

  static PaperKind ofKey(String key) {
    return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst().orElse(OTHER);
  }

  /** Name of its shipped template. */
  String key() {
    return key;
  }

  /** The register it is numbered in; letters of every sort share one. */
  String book() {
    return book;
  }

  /** Title of that register. */
  String bookTitle() {
    return switch (book) {
      case "quyet-dinh" -> "Sổ quyết định";
      case "giay-phep" -> "Sổ giấy phép";
      case "giay-chung-nhan" -> "Sổ giấy chứng nhận";
      case "giay-xac-nhan" -> "Sổ giấy xác nhận";
      case "thong-bao" -> "Sổ thông báo";
      default -> "Sổ công văn, văn bản khác";
    };
  }

  /** Abbreviation in its number; empty for letters. */
  String sign() {
    return sign;
  }
}
