package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same promises as the database's, kept by a bucket. */
class BucketStoreTest {

  private FakeBucket bucket;
  private BucketStore store;

  @BeforeEach
  void open() throws IOException {
    bucket = new FakeBucket();
    store =
        new BucketStore(
            new DocumentSettings.S3(
                bucket.address(), "us-east-1", "giay-to", "key", "secret", true));
  }

  @AfterEach
  void close() {
    store.destroy();
    bucket.close();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {1, 100_000, BucketStore.PART - 1, BucketStore.PART, 2 * BucketStore.PART + 3})
  void whatIsWrittenIsReadBackWhateverItsSize(int size) throws IOException {
    UUID content = UUID.randomUUID();
    byte[] bytes = random(size);
    store.write(content, new ByteArrayInputStream(bytes));

    try (InputStream read = store.open(content)) {
      assertThat(read.readAllBytes()).isEqualTo(bytes);
    }
    assertThat(bucket.begun()).isZero();
    assertThat(bucket.largestBody())
        .as("no more than a part at once")
        .isLessThanOrEqualTo(BucketStore.PART);
  }

  @Test
  void whatIsDeletedIsGoneAndCanBeDeletedTwice() throws IOException {
    UUID content = UUID.randomUUID();
    store.write(content, new ByteArrayInputStream(random(10)));
    store.delete(content);
    store.delete(content);

    assertThat(bucket.objects()).isZero();
    assertThatThrownBy(() -> store.open(content)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void theBegunPartsOfABrokenUploadAreDeletedToo() {
    UUID content = UUID.randomUUID();
    InputStream broken =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given++ > BucketStore.PART + 100) {
              throw new IOException("Connection reset");
            }
            return 'x';
          }
        };
    assertThatThrownBy(() -> store.write(content, broken)).isInstanceOf(IOException.class);
    assertThat(bucket.begun()).isEqualTo(1);
    store.delete(content);

    assertThat(bucket.begun()).isZero();
  }
}
