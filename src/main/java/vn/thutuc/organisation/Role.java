package vn.thutuc.organisation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles a person can hold in a unit. */
public enum Role {
  /** Receives dossiers and returns results. */
  ONE_STOP_OFFICER("one-stop-officer", "Cán bộ một cửa"),
  /** Examines dossiers. */
  SPECIALIST("specialist", "Chuyên viên"),
  /** Heads a room or a centre and distributes the work. */
  HEAD("head", "Trưởng phòng"),
  /** Signs for the agency. */
  LEADER("leader", "Lãnh đạo"),
  /** Numbers, seals and sends out. */
  CLERK("clerk", "Văn thư"),
  /** Draws the models of the procedures. */
  DESIGNER("designer", "Người thiết kế quy trình"),
  /** Runs the system. */
  ADMINISTRATOR("administrator", "Quản trị hệ thống"),
  /** Reads everything and changes nothing. */
  INSPECTOR("inspector", "Thanh tra"),
  /** A machine account: hands in dossiers from the national portal and can do nothing else. */
  PORTAL("portal", "Cổng Dịch vụ công (tài khoản máy)");

  private final String id;
  private final String label;

  Role(String id, String label) {
    this.id = id;
    this.label = label;
  }

  /** The stable id files, models and group ids use, e.g. {@code one-stop-officer}. */
  public String id() {
    return id;
  }

  /** What people read, in Vietnamese. */
  public String label() {
    return label;
  }

  /** The role with this id; empty when there is none. */
  public static Optional<Role> of(String id) {
    return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
  }

  /** Whether who holds this role works on dossiers; the others draw, run or inspect. */
  public boolean works() {
    return ordinal() <= CLERK.ordinal();
  }

  /** The same of the role with this id; false when there is none. */
  public static boolean works(String id) {
    return of(id).filter(role -> role.works()).isPresent();
  }

  /** Ids of the roles that work on dossiers. */
  public static Set<String> working() {
    return Arrays.stream(values())
        .filter(Role::works)
        .map(Role::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String known() {
    return Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "));
  }
}
