package vn.thutuc.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Where the bytes of files lie, reached by every node. Nothing here knows what a file is called or
 * whose it is; a content is written once and never changed.
 */
interface FileStore {

  /** The kinds of store there are; the name stands with each content. */
  enum Kind {
    DATABASE,
    S3
  }

  /** Which one it is. */
  Kind kind();

  /**
   * Writes everything the stream gives, holding only a piece of it. When it throws, something may
   * be left: whoever called deletes.
   *
   * @throws IOException when the stream cannot be read to its end
   */
  void write(UUID content, InputStream bytes) throws IOException;

  /**
   * Opens a content, which is read piece by piece.
   *
   * @throws RuntimeException when it is not there, which nobody but the operator can mend
   */
  InputStream open(UUID content);

  /** Removes a content, also one that is only half there; changes nothing when there is none. */
  void delete(UUID content);
}
