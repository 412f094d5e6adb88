package vn.thutuc.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what is read, and refuses the first byte over the limit. */
final class MeteredStream extends FilterInputStream {

  private final long most;
  private final MessageDigest digest;
  private long size;

  MeteredStream(InputStream bytes, long most) {
    super(bytes);
    this.most = most;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      digest.update((byte) one);
      count(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      count(read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int read) {
    size += read;
    if (size > most) {
      throw DocumentProblem.tooLarge(most);
    }
  }

  /** How many bytes were read. */
  long size() {
    return size;
  }

  /** Hash of what was read, once everything was; asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
