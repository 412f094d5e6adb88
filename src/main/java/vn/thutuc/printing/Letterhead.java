package vn.thutuc.printing;

/**
 * Whose paper it is: the head of every form.
 *
 * @param unit id of the agency, for templates that differ by agency
 * @param superior name of the unit above the agency; null when the agency heads its papers alone
 * @param agency name of the agency
 * @param desk name of its receiving desk; null on papers the desk does not issue
 * @param place place of issue; null when the names of the units do not tell it
 * @param phone telephone people may call; null when not configured
 */
public record Letterhead(
    String unit, String superior, String agency, String desk, String place, String phone) {}
