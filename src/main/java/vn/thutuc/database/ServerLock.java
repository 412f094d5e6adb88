package vn.thutuc.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One server a data folder: the operating system frees the lock also after a kill -9. */
final class ServerLock {

  private final FileChannel channel;

  private ServerLock(FileChannel channel) {
    this.channel = channel;
  }

  static ServerLock take(Path data) {
    Path file = data.resolve("server.lock");
    Path owner = data.resolve("server.pid");
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new DatabaseRefused(
            "Another thutuc server (process %s) is running on the data folder %s. "
                    .formatted(read(owner), data.toAbsolutePath().normalize())
                + "Stop it first, or start this one with another --thutuc.data=FOLDER.");
      }
      Files.writeString(owner, Long.toString(ProcessHandle.current().pid()));
      return new ServerLock(channel);
    } catch (IOException e) {
      throw new DatabaseRefused(
          "The data folder " + data + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        channel.write(ByteBuffer.wrap("locked\n".getBytes(StandardCharsets.US_ASCII)), 0);
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String read(Path owner) throws IOException {
    return Files.exists(owner) ? Files.readString(owner).trim() : "unknown";
  }

  void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("The lock of the data folder could not be released", e);
    }
  }
}
