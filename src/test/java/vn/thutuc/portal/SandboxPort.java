package vn.thutuc.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Connects a test's house to the portal's stand-in in its own sandbox. */
public final class SandboxPort {

  private final int port = free();

  /** A port that is free now. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where something of the stand-in is met. */
  public String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Switches the portal on. */
  public void connects(DynamicPropertyRegistry registry) {
    registry.add("thutuc.sandbox.port", () -> port);
    registry.add("thutuc.portal.enabled", () -> "true");
    registry.add("thutuc.portal.address", () -> address("/cong-dvc"));
  }
}
