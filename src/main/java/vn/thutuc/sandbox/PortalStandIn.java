package vn.thutuc.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Stands in for the national portal: takes dossiers and progress, refuses an update of a dossier it
 * does not know and a new one that it does, and lets somebody submit a dossier that then goes to
 * thutuc. Which codes the real portal answers with is not known; these are the stand-in's own.
 */
@Component
@Profile("demo")
class PortalStandIn implements StandIn {

  static final String PATH = "/cong-dvc";
  private static final String DOSSIERS = "cong-dvc/ho-so";
  private static final String STEPS = "cong-dvc/tien-do";
  private static final String TAKINGS = "cong-dvc/nhan";
  private static final String PLATFORM = "/SynsTTHCC/";
  private static final String FILE = "/tep/";
  private static final int ALL = 100_000;

  private final SandboxStore store;
  private final PortalSubmission submission;
  private final ObjectMapper json = new ObjectMapper();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();

  PortalStandIn(SandboxStore store, PortalSubmission submission) {
    this.store = store;
    this.submission = submission;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String name() {
    return "Cổng Dịch vụ công";
  }

  @Override
  public Reply answer(Call call) throws IOException {
    if (call.method().equals("GET")) {
      return read(call);
    }
    if (call.is("POST", "/mapi/login")) {
      return logIn(call.json());
    }
    if (call.is("POST", "/mapi/g")) {
      JsonNode message = call.json();
      return sessions.contains(message.path("session").asText(""))
          ? service(message.path("service").asText(""), message)
          : refusal("-1", "Phiên không hợp lệ hoặc đã hết hạn");
    }
    if (call.path().startsWith(PLATFORM)) {
      ObjectNode message = (ObjectNode) call.json();
      message.put("isUpdating", call.query().getOrDefault("isUpdating", "False"));
      return service(call.path().substring(PLATFORM.length()), message);
    }
    if (call.is("POST", "/nop")) {
      return submit(Sandbox.parameters(new String(call.body(), StandardCharsets.UTF_8)));
    }
    if (call.is("POST", "/het-phien")) {
      sessions.clear();
      return Reply.back(PATH);
    }
    return Reply.json(404, Map.of());
  }

  private Reply read(Call call) throws IOException {
    if (call.path().startsWith(FILE)) {
      return new Reply(200, "application/pdf", PortalSubmission.pdf(call.path()));
    }
    return switch (call.path()) {
      case "/" -> Reply.html(PortalPage.of(held(), submission.example()));
      case "/da-nhan" -> Reply.json(200, bodies(TAKINGS));
      case "/tien-do" -> Reply.json(200, bodies(STEPS));
      default -> Reply.json(404, Map.of());
    };
  }

  private Reply logIn(JsonNode message) {
    if (message.path("username").asText("").isBlank()
        || message.path("password").asText("").isBlank()) {
      return refusal("1", "Sai tài khoản hoặc mật khẩu");
    }
    String session = UUID.randomUUID().toString();
    sessions.add(session);
    return Reply.json(200, Map.of("error_code", 0, "session", session));
  }

  private Reply service(String service, JsonNode message) throws IOException {
    return switch (service) {
      case "DongBoHoSoMC" -> takeDossier(message);
      case "CapNhatTienDoHoSoMC" -> takeStep(message.path("data").path(0));
      case "TraCuuHoSo" -> lookUp(message.path("mahoso").asText(""));
      case "LayDanhSachHoSo" -> list(message);
      default -> refusal("4", "Không có dịch vụ " + service);
    };
  }

  private Reply takeDossier(JsonNode message) throws IOException {
    JsonNode sent = message.path("data").path(0);
    String number = sent.path("MaHoSo").asText("");
    Optional<ObjectNode> known = dossier(number);
    boolean updating = "True".equals(message.path("isUpdating").asText());
    if (number.isBlank()) {
      return refusal("5", "Thiếu MaHoSo");
    }
    if (updating && known.isEmpty()) {
      return refusal("2", "Hồ sơ chưa có trên Cổng");
    }
    if (!updating && known.isPresent()) {
      return refusal("3", "Hồ sơ đã có trên Cổng");
    }
    boolean isRepeated = known.filter(held -> holds(held, sent)).isPresent();
    ObjectNode held = known.orElseGet(json::createObjectNode);
    held.setAll((ObjectNode) sent);
    store.put(DOSSIERS, number, held.toString());
    ObjectNode taking = json.createObjectNode();
    taking.put("MaHoSo", number);
    taking.put("TrangThaiHoSo", sent.path("TrangThaiHoSo").asText());
    taking.put("moi", !updating);
    taking.put("lap", isRepeated);
    store.add(TAKINGS, UUID.randomUUID().toString(), taking.toString());
    return taken(List.of());
  }

  private static boolean holds(JsonNode held, JsonNode sent) {
    List<String> names = new ArrayList<>();
    sent.fieldNames().forEachRemaining(names::add);
    return names.stream().allMatch(name -> sent.get(name).equals(held.get(name)));
  }

  /** The same step again is the same step: an assumption about the real portal. */
  private Reply takeStep(JsonNode sent) throws IOException {
    String number = sent.path("MaHoSo").asText("");
    if (dossier(number).isEmpty()) {
      return refusal("2", "Hồ sơ chưa có trên Cổng");
    }
    String key =
        UUID.nameUUIDFromBytes(
                (number
                        + sent.path("ThoiDiemXuLy")
                        + sent.path("NoiDungXuLy")
                        + sent.path("NguoiXuLy"))
                    .getBytes(StandardCharsets.UTF_8))
            .toString();
    store.add(STEPS, key, sent.toString());
    return taken(List.of());
  }

  private Reply lookUp(String number) throws IOException {
    Optional<ObjectNode> known = dossier(number);
    return known.isEmpty() ? refusal("2", "Hồ sơ chưa có trên Cổng") : taken(List.of(known.get()));
  }

  private Reply list(JsonNode message) throws IOException {
    int most = message.path("soluong").asInt(100);
    List<Map<String, String>> page = new ArrayList<>();
    for (ObjectNode held : held().tailMap(message.path("sau").asText(""), false).values()) {
      if (page.size() < most) {
        Map<String, String> row = new LinkedHashMap<>();
        List.of("MaHoSo", "MaTTHC", "TrangThaiHoSo", "NgayHenTra")
            .forEach(name -> row.put(name, held.path(name).asText("")));
        page.add(row);
      }
    }
    return taken(page);
  }

  private Reply submit(Map<String, String> form) throws JsonProcessingException {
    if (form.containsKey("lai")) {
      String number = form.get("lai");
      Optional<ObjectNode> again = dossier(number);
      if (again.isPresent()) {
        send(number, again.get(), false);
      }
      return Reply.back(PATH);
    }
    String number = submission.number();
    ObjectNode sent = submission.of(number, form);
    store.put(DOSSIERS, number, sent.toString());
    send(number, sent, form.containsKey("chiBaoMa"));
    return Reply.back(PATH);
  }

  private void send(String number, ObjectNode sent, boolean numberOnly)
      throws JsonProcessingException {
    String answer = submission.send(sent, numberOnly);
    ObjectNode held = dossier(number).orElse(sent);
    held.put(PortalPage.ANSWER, answer);
    store.put(DOSSIERS, number, held.toString());
  }

  private Optional<ObjectNode> dossier(String number) throws JsonProcessingException {
    Optional<SandboxStore.Thing> thing = store.get(DOSSIERS, number);
    return thing.isEmpty()
        ? Optional.empty()
        : Optional.of((ObjectNode) json.readTree(thing.get().json()));
  }

  private TreeMap<String, ObjectNode> held() throws JsonProcessingException {
    TreeMap<String, ObjectNode> held = new TreeMap<>();
    for (SandboxStore.Thing thing : store.list(DOSSIERS, 0, ALL)) {
      held.put(thing.key(), (ObjectNode) json.readTree(thing.json()));
    }
    return held;
  }

  private List<JsonNode> bodies(String kind) throws JsonProcessingException {
    List<JsonNode> bodies = new ArrayList<>();
    for (SandboxStore.Thing thing : store.list(kind, 0, ALL)) {
      bodies.add(json.readTree(thing.json()));
    }
    return bodies;
  }

  private static Reply taken(List<?> result) {
    return Reply.json(200, Map.of("error_code", "00", "message", "", "result", result));
  }

  private static Reply refusal(String code, String message) {
    return Reply.json(200, Map.of("error_code", code, "message", message));
  }
}
