package vn.thutuc.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** The newest value of each field that the forms of a dossier submitted. */
record Entry(Map<String, Object> fields) {

  /** The text of a field, or null when nobody filled it in. */
  String text(String field) {
    Object value = fields.get(field);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  String required(String field, String label) {
    String value = text(field);
    if (value == null) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa nhập \"" + label + "\". Hãy điền rồi gửi lại.");
    }
    return value;
  }

  /** The date of a field (yyyy-MM-dd, with or without a time), or null. */
  LocalDate date(String field, String label) {
    String value = text(field);
    if (value == null) {
      return null;
    }
    try {
      return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
    } catch (DateTimeParseException e) {
      throw malformed(field, label);
    }
  }

  LocalDateTime dateTime(String field, String label) {
    String value = required(field, label);
    try {
      return value.length() <= 10
          ? LocalDate.parse(value).atTime(17, 30)
          : LocalDateTime.parse(value.substring(0, 16));
    } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
      throw malformed(field, label);
    }
  }

  /** What was typed is not repeated: the engine writes this message into the log. */
  private static DossierProblem malformed(String field, String label) {
    return DossierProblem.invalid(
        "date-malformed",
        field,
        "\"%s\" không phải ngày hợp lệ. Hãy nhập theo dạng năm-tháng-ngày.".formatted(label));
  }
}
