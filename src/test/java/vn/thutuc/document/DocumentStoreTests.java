package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;

/** What is stored in pieces comes back byte by byte, on either node, and nothing is left over. */
@HouseTest
class DocumentStoreTests {

  @Autowired private Contents contents;
  @Autowired private JdbcClient jdbc;
  @Autowired private Now now;

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static InputStream of(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private byte[] read(UUID content) throws IOException {
    try (InputStream bytes = contents.open(content)) {
      return bytes.readAllBytes();
    }
  }

  private long pieces(UUID content) {
    return jdbc.sql("select count(*) from document_chunk where content_id = ?")
        .param(content)
        .query(Long.class)
        .single();
  }

  private boolean isKnown(UUID content) {
    return jdbc.sql("select exists (select 1 from document_content where id = ?)")
        .param(content)
        .query(Boolean.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        1,
        4095,
        DatabaseStore.PIECE - 1,
        DatabaseStore.PIECE,
        DatabaseStore.PIECE + 1,
        3 * DatabaseStore.PIECE,
        5 * DatabaseStore.PIECE + 17
      })
  void whatIsWrittenIsReadBackWhateverItsSize(int size) throws IOException {
    byte[] bytes = random(size);
    UUID content = contents.write(of(bytes));

    assertThat(read(content)).isEqualTo(bytes);
    assertThat(pieces(content)).isEqualTo((size + DatabaseStore.PIECE - 1) / DatabaseStore.PIECE);
  }

  /** A socket gives a few bytes at a time: pieces are full all the same. */
  @Test
  void aSlowStreamMakesTheSamePieces() throws IOException {
    byte[] bytes = random(DatabaseStore.PIECE + 1000);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 1460));
          }
        };
    UUID content = contents.write(slow);

    assertThat(read(content)).isEqualTo(bytes);
    assertThat(pieces(content)).isEqualTo(2);
  }

  @Test
  void manyWriteAndReadAtOnceAndNobodyGetsAnothersBytes()
      throws InterruptedException, ExecutionException {
    ExecutorService people = Executors.newFixedThreadPool(6);
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        byte[] bytes = random(DatabaseStore.PIECE * 2 + i);
        done.add(
            people.submit(() -> java.util.Arrays.equals(read(contents.write(of(bytes))), bytes)));
      }
      for (Future<Boolean> same : done) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void anotherNodeReadsWhatThisOneWrote() throws IOException {
    byte[] bytes = random(DatabaseStore.PIECE + 5);
    UUID content = contents.write(of(bytes));
    DatabaseStore other = new DatabaseStore(JdbcClient.create(dataSource()));

    try (InputStream read = other.open(content)) {
      assertThat(read.readAllBytes()).isEqualTo(bytes);
    }
  }

  /** The other node's own connections to the same database. */
  private javax.sql.DataSource dataSource() {
    String name = jdbc.sql("select current_database()").query(String.class).single();
    return vn.thutuc.TestDatabase.dataSource(name);
  }

  @Test
  void nothingStaysOfAnUploadThatBreaksOff() {
    long before = all();
    InputStream broken =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ > DatabaseStore.PIECE * 2) {
              throw new IOException("Connection reset");
            }
            return 'x';
          }
        };

    assertThatThrownBy(() -> contents.write(broken)).isInstanceOf(IOException.class);
    assertThat(all()).isEqualTo(before);
  }

  private long all() {
    return jdbc.sql(
            "select (select count(*) from document_chunk) + (select count(*) from document_content)")
        .query(Long.class)
        .single();
  }

  @Test
  void whatANodeThatDiedLeftIsRemovedAfterADayAndNothingElseIs() throws IOException {
    removeAllLeftOvers();
    UUID left = contents.write(of(random(1000)));
    UUID kept = contents.write(of(random(1001)));
    contents.keep(kept);
    now.moveTo(now.instant().plus(Duration.ofHours(23)));
    UUID running = contents.write(of(random(1002)));
    assertThat(contents.removeLeftOvers()).as("it may still be on its way").isZero();

    now.moveTo(now.instant().plus(Duration.ofHours(2)));
    assertThat(contents.removeLeftOvers()).isEqualTo(1);
    assertThat(isKnown(left)).isFalse();
    assertThat(pieces(left)).isZero();
    assertThat(isKnown(kept)).isTrue();
    assertThat(isKnown(running)).isTrue();
    assertThat(read(kept)).hasSize(1001);
  }

  /** Of other tests on the same database, which move the clock as well. */
  private void removeAllLeftOvers() {
    now.moveTo(now.instant().plus(Duration.ofDays(2)));
    int removed = contents.removeLeftOvers();
    while (removed > 0) {
      removed = contents.removeLeftOvers();
    }
  }

  @Test
  void aContentRemovedAsLeftOverCannotBeKeptAfterwards() throws IOException {
    UUID left = contents.write(of(random(10)));
    contents.discard(left);

    assertThatThrownBy(() -> contents.keep(left)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aContentThatIsKeptIsNotDiscarded() throws IOException {
    UUID kept = contents.write(of(random(10)));
    contents.keep(kept);
    contents.discard(kept);

    assertThat(read(kept)).hasSize(10);
  }

  /** Live memory, after a collection, near the end of a file far larger than what may be held. */
  @Test
  void aLargeFileStreamsThroughALittleMemory() throws IOException {
    long size = 96L * 1024 * 1024;
    long before = live();
    long[] during = new long[1];
    InputStream large =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            return given++ < size ? 'x' : -1;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            if (given >= size) {
              return -1;
            }
            int now = (int) Math.min(length, size - given);
            boolean late = given < size * 9 / 10 && given + now >= size * 9 / 10;
            given += now;
            if (late) {
              during[0] = live();
            }
            return now;
          }
        };
    UUID content = contents.write(large);

    assertThat(during[0]).isPositive();
    assertThat(during[0] - before).as("live bytes held meanwhile").isLessThan(size / 4);
    contents.discard(content);
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
