package vn.thutuc.outbound;

import java.util.Optional;

/** What notices tell, in the words of the package that writes them. */
public interface NoticeWords {

  /** What the notice of an event tells, in Vietnamese; empty when nobody knows the event. */
  Optional<String> of(String event);
}
