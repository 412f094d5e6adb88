package vn.thutuc.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What somebody submits at the stand-in of the portal, sent to thutuc as the real one would. */
@Component
@Profile("demo")
class PortalSubmission {

  /** Another system has a clock of its own. */
  private static final Clock CLOCK = Clock.systemUTC();

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private static final int MOST_FILES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Environment environment;
  private final ObjectMapper json = new ObjectMapper();
  private final AtomicLong count = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  PortalSubmission(Environment environment) {
    this.environment = environment;
  }

  /** What the form shows before anybody has typed. */
  Map<String, String> example() {
    Map<String, String> example = new LinkedHashMap<>();
    example.put("MaTTHC", "1.000028");
    example.put("DonViXuLy", "H37.12");
    example.put("ChuHoSo", "Công ty Nộp Trực Tuyến");
    example.put("LoaiDoiTuong", "1");
    example.put("MaDoiTuong", "0000000001");
    example.put("SoDienThoai", "0900000001");
    example.put("Email", "nguoinop@example.invalid");
    example.put("ThongTinKhac", "Thôn Thử Nghiệm, tỉnh Lạng Sơn");
    example.put("HinhThuc", "0");
    return example;
  }

  /** A number of the portal's own; the time keeps it apart from those of an earlier start. */
  String number() {
    return "DVC-%d-%04d".formatted(CLOCK.millis() / 1000, count.incrementAndGet());
  }

  ObjectNode of(String number, Map<String, String> form) {
    ObjectNode sent = json.createObjectNode();
    sent.put("MaHoSo", number);
    example()
        .keySet()
        .forEach(
            name ->
                Optional.ofNullable(form.get(name))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> sent.put(name, value.strip())));
    for (String name : new String[] {"MaTruongHop", "DiaBan"}) {
      Optional.ofNullable(form.get(name))
          .filter(value -> !value.isBlank())
          .ifPresent(value -> sent.put(name, value.strip()));
    }
    sent.put("KenhThucHien", "2");
    sent.put("TrangThaiHoSo", "1");
    String submitted = form.getOrDefault("NgayNopHoSo", "");
    sent.put("NgayNopHoSo", submitted.isBlank() ? moment() : submitted.strip());
    ArrayNode files = sent.putArray("TaiLieuNop");
    for (int i = 1; i <= files(form); i++) {
      ObjectNode file = files.addObject();
      file.put("TepDinhKemId", Integer.toString(i));
      file.put("TenTepDinhKem", "Giấy tờ %d.pdf".formatted(i));
      file.put("DuongDanTaiTepTin", "%s/tep/%s-%d.pdf".formatted(ownAddress(), number, i));
    }
    return sent;
  }

  private static int files(Map<String, String> form) {
    String wanted = form.getOrDefault("tep", "1");
    return wanted.matches("\\d") ? Math.min(MOST_FILES, Integer.parseInt(wanted)) : 1;
  }

  private static String moment() {
    return MOMENT.format(CLOCK.instant());
  }

  private String ownAddress() {
    return environment.getProperty("thutuc.portal.address", "http://127.0.0.1:8090/cong-dvc");
  }

  /**
   * Sends it to thutuc.
   *
   * @param numberOnly whether only the number goes, so that thutuc has to ask for the dossier
   * @return what thutuc answered, in one line
   */
  String send(ObjectNode sent, boolean numberOnly) {
    ObjectNode message = numberOnly ? json.createObjectNode() : sent.deepCopy();
    message.put("MaHoSo", sent.path("MaHoSo").asText());
    message.remove(PortalPage.ANSWER);
    String account = environment.getProperty("thutuc.sandbox.portal-account", "congdvc:thutuc");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(house() + "/api/portal/dossiers"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
            .build();
    try {
      HttpResponse<String> answer =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return "HTTP %d: %s".formatted(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return "Không gửi được: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "Bị ngắt";
    }
  }

  private String house() {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    return environment.getProperty("thutuc.sandbox.house", "http://127.0.0.1:" + port);
  }

  /** A sheet with one line of text. */
  static byte[] pdf(String words) {
    String line = words.replaceAll("[^A-Za-z0-9./-]", "");
    String content = "BT /F1 14 Tf 72 760 Td (" + line + ") Tj ET";
    return ("%PDF-1.4\n"
            + "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            + "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
            + "4 0 obj<</Length "
            + content.length()
            + ">>stream\n"
            + content
            + "\nendstream endobj\n"
            + "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
            + "trailer<</Root 1 0 R>>\n%%EOF\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
