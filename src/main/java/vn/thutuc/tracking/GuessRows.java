package vn.thutuc.tracking;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Guesses at numbers, counted in the database so that a second node does not double them. */
@Component
class GuessRows {

  /** More numbers than are guessed at in a window; two that share a slot share their guesses. */
  private static final int SLOTS = 1 << 18;

  private final JdbcClient jdbc;

  GuessRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many guesses since when, this one included. */
  record Counted(Instant since, int guesses) {}

  /**
   * Counts a guess before it is looked at: those made at once count each other.
   *
   * @param begin guesses before this moment count no longer
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  Counted count(String number, Instant at, Instant begin, int most) {
    return jdbc.sql(
            """
            insert into tracking_guess as g (slot, since, guesses) values (:slot, :at, 1)
            on conflict (slot) do update set
              since = case when g.since <= :begin or g.since > :at then :at else g.since end,
              guesses = case when g.since <= :begin or g.since > :at then 1
                else least(g.guesses, :most) + 1 end
            returning since, guesses
            """)
        .param("slot", slot(number))
        .param("at", Timestamp.from(at))
        .param("begin", Timestamp.from(begin))
        .param("most", most)
        .query(
            (row, index) ->
                new Counted(row.getTimestamp("since").toInstant(), row.getInt("guesses")))
        .single();
  }

  /** Takes a guess back: it was the right secret. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void takeBack(String number) {
    jdbc.sql("update tracking_guess set guesses = greatest(guesses - 1, 0) where slot = ?")
        .param(slot(number))
        .update();
  }

  private static int slot(String number) {
    CRC32 sum = new CRC32();
    sum.update(number.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % SLOTS);
  }
}
