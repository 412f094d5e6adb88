package vn.thutuc.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps contents in the database, one row a piece. Each piece is a statement of its own: a slow
 * upload or download holds no connection and no transaction while it waits for the other side.
 */
@Component
class DatabaseStore implements FileStore {

  static final int PIECE = 512 * 1024;

  private final JdbcClient jdbc;

  DatabaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Kind kind() {
    return Kind.DATABASE;
  }

  @Override
  public void write(UUID content, InputStream bytes) throws IOException {
    byte[] piece = bytes.readNBytes(PIECE);
    for (int part = 0; piece.length > 0; part++) {
      jdbc.sql("insert into document_chunk (content_id, part, bytes) values (?, ?, ?)")
          .param(content)
          .param(part)
          .param(piece)
          .update();
      piece = bytes.readNBytes(PIECE);
    }
  }

  @Override
  public InputStream open(UUID content) {
    Pieces pieces = new Pieces(content);
    if (!pieces.hasMoreElements()) {
      throw new IllegalStateException("The database holds no piece of content " + content);
    }
    return new SequenceInputStream(pieces);
  }

  @Override
  public void delete(UUID content) {
    jdbc.sql("delete from document_chunk where content_id = ?").param(content).update();
  }

  private Optional<byte[]> piece(UUID content, int part) {
    return jdbc.sql("select bytes from document_chunk where content_id = ? and part = ?")
        .param(content)
        .param(part)
        .query((row, index) -> row.getBytes(1))
        .optional();
  }

  /** The pieces of a content in order, each fetched when it is wanted. */
  private final class Pieces implements Enumeration<InputStream> {

    private final UUID content;
    private int part;
    private byte[] next;

    private Pieces(UUID content) {
      this.content = content;
    }

    @Override
    public boolean hasMoreElements() {
      if (next == null) {
        next = piece(content, part).orElse(null);
      }
      return next != null;
    }

    @Override
    public InputStream nextElement() {
      if (!hasMoreElements()) {
        throw new NoSuchElementException("Content " + content + " has " + part + " pieces");
      }
      InputStream piece = new ByteArrayInputStream(next);
      next = null;
      part++;
      return piece;
    }
  }
}
