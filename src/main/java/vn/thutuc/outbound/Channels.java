package vn.thutuc.outbound;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The channels that are connected, by their systems. */
@Component
class Channels {

  /** Asked late: a channel may need what writes acts. */
  private final ObjectProvider<Channel> beans;

  private volatile Map<String, Channel> bySystem;

  Channels(ObjectProvider<Channel> beans) {
    this.beans = beans;
  }

  /** Systems that have a channel. */
  Set<String> systems() {
    return all().keySet();
  }

  Optional<Channel> of(String system) {
    return Optional.ofNullable(all().get(system));
  }

  private Map<String, Channel> all() {
    if (bySystem == null) {
      Map<String, Channel> found = new TreeMap<>();
      beans.forEach(
          channel -> {
            if (found.put(channel.system(), channel) != null) {
              throw new IllegalStateException("Two channels for " + channel.system());
            }
          });
      bySystem = found;
    }
    return bySystem;
  }
}
