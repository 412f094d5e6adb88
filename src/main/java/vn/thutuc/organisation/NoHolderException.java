package vn.thutuc.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Nobody holds a role a task needs. The message is Vietnamese and says what to do. */
public class NoHolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final String unitId;
  private final String role;

  NoHolderException(UnitView unit, Role role, LocalDate day) {
    super(
        "Ngày %s không có ai giữ vai trò “%s” (%s) tại %s (%s) và các đơn vị cấp trên trong cùng cơ quan. "
                .formatted(DAY.format(day), role.label(), role.id(), unit.name(), unit.id())
            + "Hãy phân công người trong people.csv rồi nạp lại cơ cấu tổ chức.");
    this.unitId = unit.id();
    this.role = role.id();
  }

  /** The unit that was asked for. */
  public String unitId() {
    return unitId;
  }

  /** Id of the role nobody holds. */
  public String role() {
    return role;
  }
}
