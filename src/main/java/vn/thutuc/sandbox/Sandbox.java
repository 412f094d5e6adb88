package vn.thutuc.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The sandbox's own HTTP server, on loopback and on a port of its own, so that the stand-ins are
 * met as other systems are. The JDK's server suffices: it is a demo's, and absent in production.
 */
@Component
@Profile("demo")
public class Sandbox implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sandbox.class);
  private static final String SWITCHES = "/cong-tac";
  private static final int LARGEST = 1024 * 1024;
  private static final int THREADS = 8;

  /** Before the opening (phase 0), whose demo past may already be sent. */
  private static final int PHASE = -1;

  private final List<StandIn> standIns;
  private final SandboxStore store;
  private final int wantedPort;
  private final Switches switches = new Switches();
  private volatile HttpServer server;
  private volatile ExecutorService threads;

  Sandbox(
      ObjectProvider<StandIn> standIns,
      SandboxStore store,
      @Value("${thutuc.sandbox.port:8090}") int port) {
    this.standIns = standIns.orderedStream().toList();
    this.store = store;
    this.wantedPort = port;
  }

  /** Where the stand-ins are met, e.g. {@code http://127.0.0.1:8090}; null while it is off. */
  public String address() {
    HttpServer running = server;
    return running == null ? null : "http://127.0.0.1:" + running.getAddress().getPort();
  }

  Switches switches() {
    return switches;
  }

  @Override
  public void start() {
    if (wantedPort < 0) {
      return;
    }
    store.open();
    try {
      HttpServer opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wantedPort), 0);
      threads = Executors.newFixedThreadPool(THREADS);
      opened.setExecutor(threads);
      opened.createContext("/", this::serve);
      opened.start();
      server = opened;
    } catch (IOException e) {
      // A second demo on this machine, or somebody else's server: the house runs without.
      LOG.warn(
          "The demo's sandbox cannot open port {}: {}. Acts to it wait;"
              + " set thutuc.sandbox.port to a free port or to -1",
          wantedPort,
          e.getMessage());
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try {
      Call whole = call(exchange);
      if (whole.path().equals(SWITCHES)) {
        send(exchange, switched(whole));
        return;
      }
      StandIn standIn =
          standIns.stream()
              .filter(one -> (whole.path() + "/").startsWith(one.path() + "/"))
              .findFirst()
              .orElse(null);
      if (standIn == null) {
        send(exchange, whole.path().equals("/") ? page() : Reply.json(404, Map.of()));
        return;
      }
      serve(exchange, whole, standIn);
    } catch (Exception e) {
      LOG.warn("A stand-in failed at {}", exchange.getRequestURI().getPath(), e);
      send(exchange, Reply.json(500, Map.of("error", "stand-in failed")));
    } finally {
      exchange.close();
    }
  }

  private void serve(HttpExchange exchange, Call whole, StandIn standIn) throws Exception {
    String path = whole.path().substring(standIn.path().length());
    // The switches are for machines: a page that shows what happened always answers.
    boolean machine = !"text/html".equals(accepts(whole));
    if (machine) {
      LockSupport.parkNanos(switches.of(standIn.path()).slowMillis() * 1_000_000L);
      if (switches.takesFailure(standIn.path())) {
        send(exchange, Reply.json(500, Map.of("error", "switched off for this request")));
        return;
      }
    }
    Reply reply =
        standIn.answer(
            new Call(
                whole.method(),
                path.isEmpty() ? "/" : path,
                whole.query(),
                whole.headers(),
                whole.body()));
    if (machine && switches.takesLoss(standIn.path())) {
      // Closed without an answer: the caller cannot know that it was taken.
      return;
    }
    send(exchange, reply);
  }

  private static String accepts(Call call) {
    String accept = call.headers().getOrDefault("accept", "");
    return accept.startsWith("text/html") ? "text/html" : accept;
  }

  private static Call call(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw new IOException("More than a megabyte was sent");
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Call(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parameters(exchange.getRequestURI().getRawQuery()),
        headers,
        body);
  }

  /** Parameters of an address or of a form, the first of each name. */
  static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new HashMap<>();
    if (text != null) {
      for (String pair : text.split("&")) {
        int cut = pair.indexOf('=');
        String name = cut < 0 ? pair : pair.substring(0, cut);
        parameters.putIfAbsent(decoded(name), cut < 0 ? "" : decoded(pair.substring(cut + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.status() == 303) {
      exchange.getResponseHeaders().set("Location", reply.contentType());
      exchange.sendResponseHeaders(303, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    if (reply.body().length > 0) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  private Reply switched(Call call) {
    if (call.method().equals("POST")) {
      Map<String, String> form = parameters(new String(call.body(), StandardCharsets.UTF_8));
      switches.set(
          form.getOrDefault("path", ""),
          new Switches.Setting(
              number(form.get("slowMillis")),
              (int) number(form.get("failNext")),
              (int) number(form.get("loseAnswers")),
              form.containsKey("repeat"),
              form.containsKey("reorder")));
      return Reply.back("/");
    }
    Map<String, Switches.Setting> all = new HashMap<>();
    standIns.forEach(one -> all.put(one.path(), switches.of(one.path())));
    return Reply.json(200, all);
  }

  private static long number(String text) {
    return text == null || !text.matches("\\d{1,6}") ? 0 : Long.parseLong(text);
  }

  private Reply page() {
    StringBuilder page =
        new StringBuilder(
            """
            <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Hệ thống giả lập</title>
            <style>body{font:16px sans-serif;margin:2em;max-width:60em}fieldset{margin:1em 0}
            label{display:block;margin:.4em 0}</style>
            <h1>Hệ thống giả lập của bản trình diễn</h1>
            <p>Đứng thay bưu chính, cổng tin nhắn, Cổng Dịch vụ công; không có trong bản dùng thật.</p>
            """);
    standIns.forEach(one -> page.append(controls(one)));
    return Reply.html(page.toString());
  }

  private String controls(StandIn one) {
    Switches.Setting now = switches.of(one.path());
    return """
        <form method="post" action="/cong-tac"><fieldset>
        <legend><a href="%1$s">%2$s</a></legend><input type="hidden" name="path" value="%1$s">
        <label>Trả lời chậm (mili giây) <input name="slowMillis" value="%3$d"></label>
        <label>Số yêu cầu sắp tới bị từ chối (500) <input name="failNext" value="%4$d"></label>
        <label>Số yêu cầu sắp tới nhận mà không trả lời <input name="loseAnswers" value="%5$d"></label>
        <label><input type="checkbox" name="repeat"%6$s> Báo trạng thái hai lần</label>
        <label><input type="checkbox" name="reorder"%7$s> Báo trạng thái sai thứ tự</label>
        <button>Đặt</button></fieldset></form>
        """
        .formatted(
            HtmlUtils.htmlEscape(one.path()),
            HtmlUtils.htmlEscape(one.name()),
            now.slowMillis(),
            now.failNext(),
            now.loseAnswers(),
            now.repeat() ? " checked" : "",
            now.reorder() ? " checked" : "");
  }

  @Override
  public void stop() {
    HttpServer running = server;
    server = null;
    if (running != null) {
      running.stop(0);
      threads.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
