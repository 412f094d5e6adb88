package vn.thutuc.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Hands bytes to a print stream as they are, whatever its encoding, and fails where that would only
 * remember a failure.
 */
final class Output extends OutputStream {

  private final PrintStream target;

  Output(PrintStream target) {
    this.target = target;
  }

  @Override
  public void write(int one) throws IOException {
    target.write(one);
    requireTaken();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
    requireTaken();
  }

  @Override
  public void flush() throws IOException {
    requireTaken();
  }

  private void requireTaken() throws IOException {
    if (target.checkError()) {
      throw new IOException("the output takes no more");
    }
  }
}
