package vn.thutuc.tracking;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What other packages know of a dossier that its applicant may be told: parcels on their way, for
 * example. Each implements it as a bean; asked only for somebody who knows the dossier's secret.
 */
public interface TrackedThings {

  /**
   * One thing, in plain Vietnamese.
   *
   * @param what what it is, e.g. {@code Bưu gửi trả kết quả, số hiệu VN123456789}
   * @param state how it stands, e.g. {@code đang vận chuyển}
   * @param at since when, local to Asia/Ho_Chi_Minh; null when not known
   */
  record Thing(String what, String state, LocalDateTime at) {}

  /** The things of a dossier, oldest first; empty when there are none. Never a name or address. */
  List<Thing> of(String number);

  /** The applicant has opened the electronic result, in the caller's transaction. */
  default void resultOpened(String number) {}
}
