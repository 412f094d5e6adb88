package vn.thutuc.postal;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.thutuc.clock.Now;

/**
 * Reads what the carrier has said since the last time, on one node at a time: the row that says how
 * far is held for a while. What was read before a crash is read again, and taken once.
 */
@Service
class CarrierPoll {

  private static final Logger LOG = LoggerFactory.getLogger(CarrierPoll.class);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 50;

  /** Longer than a page takes, with its time-outs. */
  private static final Duration HELD = Duration.ofMinutes(5);

  private final ObjectProvider<Carrier> carrier;
  private final ParcelEvents events;
  private final JdbcClient jdbc;
  private final Now now;

  CarrierPoll(ObjectProvider<Carrier> carrier, ParcelEvents events, JdbcClient jdbc, Now now) {
    this.carrier = carrier;
    this.events = events;
    this.jdbc = jdbc;
    this.now = now;
  }

  /** Reads until nothing is new; returns how many things were said, -1 when another node reads. */
  int poll() {
    Carrier connected = carrier.getIfAvailable();
    if (connected == null) {
      return 0;
    }
    OptionalLong held = take(connected.name());
    if (held.isEmpty()) {
      return -1;
    }
    long reached = held.getAsLong();
    int read = 0;
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        List<Carrier.Said> said = connected.since(reached, PAGE);
        said.forEach(this::takeIn);
        long last = said.stream().mapToLong(Carrier.Said::id).max().orElse(reached);
        read += said.size();
        if (last <= reached) {
          return read;
        }
        reached = last;
        keep(connected.name(), reached);
      }
      return read;
    } finally {
      release(connected.name());
    }
  }

  /** How far it was read, when nobody else is reading; a node that died lets go by itself. */
  private OptionalLong take(String name) {
    jdbc.sql("insert into carrier_cursor (carrier, last_id) values (?, 0) on conflict do nothing")
        .param(name)
        .update();
    return jdbc.sql(
            """
            update carrier_cursor set held_until = :until
            where carrier = :name and (held_until is null or held_until <= :now)
            returning last_id
            """)
        .param("until", Timestamp.from(now.instant().plus(HELD)))
        .param("now", Timestamp.from(now.instant()))
        .param("name", name)
        .query(Long.class)
        .optional()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private void keep(String name, long reached) {
    jdbc.sql(
            """
            update carrier_cursor set last_id = :reached, read_at = :now, held_until = :until
            where carrier = :name
            """)
        .param("reached", reached)
        .param("now", Timestamp.from(now.instant()))
        .param("until", Timestamp.from(now.instant().plus(HELD)))
        .param("name", name)
        .update();
  }

  private void release(String name) {
    jdbc.sql("update carrier_cursor set held_until = null where carrier = ?").param(name).update();
  }

  private void takeIn(Carrier.Said said) {
    if (CarrierCalls.takeIn(events, said, "POLL") == ParcelEvents.Taken.UNKNOWN) {
      LOG.info("The carrier speaks of the order {}, which is not ours", said.number());
    }
  }
}
