package vn.thutuc.catalogue.intake;

/**
 * Something to know about one row of a list or of a table of changes.
 *
 * @param line line of the file, counted from 1
 * @param code code of the procedure; empty when the row has none
 * @param kind what kind of thing it is
 * @param what what is wrong or unknown, and what was made of it, in Vietnamese
 */
public record Finding(int line, String code, Kind kind, String what) {

  /** Kinds of findings. */
  public enum Kind {
    /** The row cannot be used at all; the others go on. */
    REFUSED("Dòng bị từ chối"),
    /** The list gives no term, or none with a unit. */
    TERM_UNKNOWN("Chưa biết thời hạn"),
    /** Hours may be working or clock hours: the province determines. */
    HOURS("Thời hạn tính bằng giờ, tỉnh phải xác định loại giờ"),
    /** The limits differ by channel or within one: probably cases, areas or phases. */
    TERM_SUSPECT("Thời hạn khác nhau, phải đọc trình tự"),
    /** Number, unit and text of a limit do not say the same. */
    TERM_CONTRADICTORY("Thời hạn mâu thuẫn"),
    /** The unit was taken from the limit's text. */
    UNIT_FROM_TEXT("Đơn vị lấy từ phần chữ"),
    /** Nobody in the house, or several, settle it by the agency text. */
    AGENCY_UNKNOWN("Chưa xác định được cơ quan"),
    /** Several agencies; the desk chooses. */
    AGENCY_SEVERAL("Nhiều cơ quan, quầy tiếp nhận chọn"),
    /** The table of agencies and the list disagree on where it is settled. */
    SETTLED_DIFFERS("Nơi giải quyết khác danh mục"),
    /** The title is too long for a list or a slip; a short one was cut. */
    LONG_TITLE("Tên quá dài"),
    /** No papers at all. */
    NO_PAPERS("Không có thành phần hồ sơ"),
    /** How many originals and copies is not given. */
    PAPER_COUNT("Không ghi số bản"),
    /** No result, or none that grants. */
    NO_RESULT("Không có kết quả"),
    /** The amount of a fee is not a number one can trust. */
    FEE_UNKNOWN("Chưa biết mức phí"),
    /** A value nobody knows was left out. */
    VALUE("Giá trị lạ"),
    /** The file belongs to a person; the import left it as it is. */
    KEPT("Tệp có người sửa, giữ nguyên");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  @Override
  public String toString() {
    return "dòng %d%s: %s".formatted(line, code.isEmpty() ? "" : " [" + code + "]", what);
  }
}
