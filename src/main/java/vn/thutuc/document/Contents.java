package vn.thutuc.document;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * The ledger of contents: each is entered before its first byte is stored, and kept by the
 * transaction that makes a document of it. What is not kept is left over.
 */
@Component
class Contents {

  /** Longer than any upload lasts. */
  static final Duration LEFT_OVER_AFTER = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(Contents.class);
  private static final int AT_ONCE = 50;

  private final JdbcClient jdbc;
  private final Now now;
  private final Map<FileStore.Kind, FileStore> stores;
  private final FileStore current;

  Contents(JdbcClient jdbc, Now now, List<FileStore> stores, DocumentSettings settings) {
    this.jdbc = jdbc;
    this.now = now;
    this.stores = stores.stream().collect(Collectors.toMap(FileStore::kind, Function.identity()));
    this.current = require(settings.store());
  }

  private FileStore require(FileStore.Kind kind) {
    FileStore store = stores.get(kind);
    if (store == null) {
      throw new IllegalStateException(
          "No store %s is configured; set thutuc.documents.s3.bucket and its keys".formatted(kind));
    }
    return store;
  }

  /** Writes a new content; nothing is left of it when it throws. */
  public UUID write(InputStream bytes) throws IOException {
    UUID content = begin();
    boolean written = false;
    try {
      current.write(content, bytes);
      written = true;
      return content;
    } finally {
      if (!written) {
        discard(content);
      }
    }
  }

  private UUID begin() {
    UUID content = UUID.randomUUID();
    jdbc.sql("insert into document_content (id, store, begun_at) values (?, ?, ?)")
        .param(content)
        .param(current.kind().name())
        .param(Timestamp.from(now.instant()))
        .update();
    return content;
  }

  /** Makes a content part of the house, in the caller's transaction. */
  public void keep(UUID content) {
    int kept =
        jdbc.sql("update document_content set kept = true where id = ?").param(content).update();
    if (kept != 1) {
      throw new IllegalStateException("Content " + content + " was removed before it was kept");
    }
  }

  /** Lets a content go, in the caller's transaction: the next look but a day removes its bytes. */
  public void release(UUID content) {
    jdbc.sql("update document_content set kept = false, begun_at = ? where id = ?")
        .param(Timestamp.from(now.instant()))
        .param(content)
        .update();
  }

  /** Opens a content in the store it was written to. */
  public InputStream open(UUID content) {
    return storeOf(content).open(content);
  }

  private FileStore storeOf(UUID content) {
    String kind =
        jdbc.sql("select store from document_content where id = ?")
            .param(content)
            .query(String.class)
            .single();
    return require(FileStore.Kind.valueOf(kind));
  }

  /**
   * Removes a content that nobody keeps, at once; what cannot be removed now is left to the next
   * look. One that is kept stays: an upload whose commit was not heard of may have happened.
   */
  public void discard(UUID content) {
    try {
      if (isLeft(content)) {
        storeOf(content).delete(content);
        jdbc.sql("delete from document_content where id = ? and not kept").param(content).update();
      }
    } catch (RuntimeException e) {
      LOG.warn("Content {} could not be removed now; it is left over", content, e);
    }
  }

  private boolean isLeft(UUID content) {
    return jdbc.sql("select exists (select 1 from document_content where id = ? and not kept)")
        .param(content)
        .query(Boolean.class)
        .single();
  }

  /**
   * Removes what broken uploads and removed documents left, a handful at a time. Two nodes may look
   * at once: each takes what the other has not.
   *
   * @return how many were removed
   */
  @Transactional
  public int removeLeftOvers() {
    List<LeftOver> left =
        jdbc.sql(
                """
                select id, store from document_content
                where not kept and begun_at < :before and store in (:reached)
                order by begun_at limit :most for update skip locked
                """)
            .param("before", Timestamp.from(now.instant().minus(LEFT_OVER_AFTER)))
            .param("reached", stores.keySet().stream().map(Enum::name).toList())
            .param("most", AT_ONCE)
            .query(
                (row, index) ->
                    new LeftOver(
                        row.getObject(1, UUID.class), FileStore.Kind.valueOf(row.getString(2))))
            .list();
    for (LeftOver one : left) {
      require(one.store()).delete(one.content());
      jdbc.sql("delete from document_content where id = ?").param(one.content()).update();
    }
    return left.size();
  }

  private record LeftOver(UUID content, FileStore.Kind store) {}
}
