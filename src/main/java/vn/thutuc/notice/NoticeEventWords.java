package vn.thutuc.notice;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.outbound.NoticeWords;

/** The labels of {@link NoticeEvent}, for those who show acts. */
@Component
class NoticeEventWords implements NoticeWords {

  @Override
  public Optional<String> of(String event) {
    return NoticeEvent.of(event).map(NoticeEvent::label);
  }
}
