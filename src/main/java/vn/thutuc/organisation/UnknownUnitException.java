package vn.thutuc.organisation;

/** A unit was asked for that the organisation does not have. The message is Vietnamese. */
public class UnknownUnitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownUnitException(String message) {
    super(message);
  }

  static UnknownUnitException ofId(String id) {
    return new UnknownUnitException(
        "Không có đơn vị mang mã %s. Hãy thêm đơn vị vào units.csv rồi nạp lại cơ cấu tổ chức."
            .formatted(id));
  }
}
