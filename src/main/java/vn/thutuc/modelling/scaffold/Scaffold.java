package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Silence;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Diagram;
import vn.thutuc.modelling.layout.Part;

/** Makes a procedure's model from its facts: equal facts give equal bytes. */
public final class Scaffold {

  /** Goes up when models made from the same facts are to be made anew. */
  private static final String GENERATION = "8";

  private final Blueprint blueprint;

  Scaffold(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  /** The scaffold of a procedure, whose bodies are named as the table of agencies names them. */
  public static Scaffold of(Procedure procedure, Agencies agencies) {
    return new Scaffold(Blueprints.of(procedure, agencies));
  }

  /** Hash of the facts that shape the model. */
  public String madeFrom() {
    return Mark.hash(GENERATION + blueprint);
  }

  /** The model as it is written to a file. */
  public String model() {
    List<Stage> stages = stages();
    Kit kit = new Kit(blueprint, stages);
    Frame frame = new Frame(kit);
    Part.Row row = frame.draw(stages);
    List<Element> elements = frame.process().all();
    String shares = Shares.write(row, elements, blueprint.steps());
    Talks talks = new Talks(blueprint, elements);
    List<Diagram.Pool> pools =
        talks.pools().keySet().stream()
            .map(id -> new Diagram.Pool(id, id.equals(Talks.APPLICANT)))
            .toList();
    Diagram diagram = Diagram.of(row, Talks.OWN, pools, talks.messages());
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("madeFrom", madeFrom());
    properties.put("mark", "");
    properties.put("shares", shares);
    return Mark.marked(
        new ModelXml(blueprint, frame.process(), diagram)
            .write(documentation(shares), properties, talks));
  }

  /** The stages of the facts, with a result where none is recorded. */
  private List<Stage> stages() {
    List<Stage> stages = new ArrayList<>(blueprint.stages());
    if (stages.isEmpty()) {
      stages.add(stage("appraise", Block.APPRAISE));
    }
    boolean isDecided = Kit.flat(stages).anyMatch(Kit::isDeciding);
    if (!isDecided) {
      List<String> taken =
          Stream.concat(Kit.flat(stages), Kit.flat(blueprint.after())).map(Stage::id).toList();
      stages.add(stage(taken.contains("result") ? "final-result" : "result", Block.RESULT));
    }
    return stages;
  }

  private static Stage stage(String id, Block block) {
    return new Stage(
        id,
        block,
        null,
        null,
        null,
        false,
        Silence.NONE,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  private String documentation(String shares) {
    List<String> sentences = new ArrayList<>();
    String decision =
        blueprint.decision() == null || blueprint.decision().isBlank()
            ? "chưa rõ quyết định công bố"
            : "công bố theo " + blueprint.decision();
    sentences.add(
        "Mô hình dựng từ dữ liệu của thủ tục %s, %s.".formatted(blueprint.code(), decision));
    sentences.add("Tên thủ tục: " + blueprint.title() + ".");
    if (!blueprint.phases().isEmpty()) {
      sentences.add(
          "Giai đoạn có thời hạn: " + String.join("; ", blueprint.phases().values()) + ".");
    }
    sentences.add("Thời hạn lấy từ danh mục thủ tục, không ghi trong mô hình.");
    sentences.add("Tỷ lệ thời hạn của các bước: " + shares + ".");
    if (!blueprint.isRead()) {
      sentences.add(
          "Chưa đọc trình tự thực hiện của thủ tục: mới có luồng chính, phải đối chiếu trước khi"
              + " dùng.");
    }
    if (blueprint.isResultOpen()) {
      sentences.add(
          "Danh mục có nhiều loại kết quả: mô hình ghi nhận loại đầu tiên, phải ghi rõ result ở bước"
              + " ra kết quả.");
    }
    return String.join(" ", sentences).replace("${", "$ {").replace("#{", "# {").replace("..", ".");
  }
}
