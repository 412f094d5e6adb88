package vn.thutuc.almanac;

import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.calendar.MalformedRowException;

/** A calendar from CSV, with what is wrong said in Vietnamese. */
final class CsvCalendar {

  private CsvCalendar() {}

  static List<CalendarDay> read(byte[] file) {
    try {
      return HolidayTable.read(new StringReader(FileText.of(file)));
    } catch (MalformedRowException row) {
      throw new AlmanacProblem(
          "row-malformed", "file", "Dòng %d: %s".formatted(row.line(), what(row)));
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException unreadable) {
      throw new AlmanacProblem(
          "file-unreadable",
          "file",
          "Tệp không đọc được như bảng CSV (thường do dấu ngoặc kép thừa hoặc thiếu, hoặc cột bị"
              + " trùng). Hãy lưu lại tệp dạng CSV UTF-8, cột ngăn bằng dấu phẩy.");
    }
  }

  private static String what(MalformedRowException row) {
    return switch (row.flaw()) {
      case HEADER -> "tiêu đề phải là date,name,kind,source. Hãy sửa dòng đầu của tệp cho đúng.";
      case FIELDS ->
          "có %s cột. Hãy ghi đủ bốn cột date,name,kind,source; cột có dấu phẩy đặt trong ngoặc kép."
              .formatted(row.found());
      case NAME -> "chưa có tên ngày. Hãy ghi tên ngày ở cột name.";
      case DATE ->
          "ngày \"%s\" không hợp lệ. Hãy viết năm-tháng-ngày, ví dụ 2027-01-01."
              .formatted(row.found());
      case KIND ->
          ("loại ngày \"%s\" không có. Hãy dùng statutory (nghỉ lễ), compensatory (nghỉ bù),"
                  + " swap_off (nghỉ hoán đổi), swap_work (làm bù) hoặc estimated (dự kiến).")
              .formatted(row.found());
    };
  }
}
