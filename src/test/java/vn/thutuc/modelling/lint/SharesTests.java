package vn.thutuc.modelling.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.thutuc.modelling.Finding;

/** The longest path of shares, against a walk along every path. */
class SharesTests {

  private int next;

  private static Model model(String id, String content) {
    String xml =
        """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <bpmn:process id="%s" isExecutable="true">%s</bpmn:process>
        </bpmn:definitions>
        """
            .formatted(id, content);
    Subject subject = Lint.read(id + ".bpmn", xml.getBytes(UTF_8)).orElseThrow();
    return ((Subject.Process) subject).model();
  }

  private static String step(String kind, String id, String phase, int share, String more) {
    return """
    <bpmn:%s id="%s"><bpmn:extensionElements><camunda:properties>
      <camunda:property name="phase" value="%s"/><camunda:property name="share" value="%d"/>
    </camunda:properties></bpmn:extensionElements>%s</bpmn:%s>
    """
        .formatted(kind, id, phase, share, more, kind);
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id=\"%s_%s\" sourceRef=\"%s\" targetRef=\"%s\"/>"
        .formatted(from, to, from, to);
  }

  /** A random piece: a step, a row, a choice, or a loop back; returns its first and last node. */
  private String[] piece(Random random, int depth, StringBuilder into) {
    int kind = depth == 0 ? 0 : random.nextInt(4);
    if (kind == 0) {
      String id = "Task_" + next++;
      String phase = random.nextInt(4) == 0 ? "other" : "settlement";
      into.append(step("userTask", id, phase, random.nextInt(300), ""));
      return new String[] {id, id};
    }
    String[] one = piece(random, depth - 1, into);
    String[] other = piece(random, depth - 1, into);
    if (kind == 1) {
      into.append(flow(one[1], other[0]));
      return new String[] {one[0], other[1]};
    }
    String split = "Gateway_" + next++;
    String join = "Gateway_" + next++;
    into.append(
        "<bpmn:exclusiveGateway id=\"%s\"/><bpmn:exclusiveGateway id=\"%s\"/>"
            .formatted(split, join));
    into.append(flow(split, one[0])).append(flow(one[1], join));
    if (kind == 2) {
      into.append(flow(split, other[0])).append(flow(other[1], join));
    } else {
      // Back from behind to before, along the other piece.
      into.append(flow(join, other[0])).append(flow(other[1], split));
    }
    return new String[] {split, join};
  }

  @Property(tries = 300)
  void isTheLargestSumAlongAPathThatRepeatsNothing(@ForAll long seed) {
    StringBuilder content =
        new StringBuilder("<bpmn:startEvent id=\"S\"/><bpmn:endEvent id=\"E\"/>");
    String[] ends = piece(new Random(seed), 5, content);
    content.append(flow("S", ends[0])).append(flow(ends[1], "E"));
    Model model = model("mau", content.toString());

    assertThat(Shares.total(model, "settlement")).isEqualTo(walk(model.node("S"), new HashSet<>()));
  }

  private static int walk(FlowNode at, Set<FlowNode> seen) {
    if (!seen.add(at)) {
      return Integer.MIN_VALUE / 2;
    }
    int best = at.out().isEmpty() ? 0 : Integer.MIN_VALUE / 2;
    for (FlowNode.Flow flow : at.out()) {
      best = Math.max(best, walk(flow.to(), seen));
    }
    seen.remove(at);
    boolean counts = "settlement".equals(at.property("phase"));
    return best + (counts ? Integer.parseInt(at.property("share")) : 0);
  }

  @Test
  void aCallCountsWithItsOwnShareAndASubProcessWithWhatIsInside() {
    Model model =
        model(
            "mau",
            step("callActivity", "Call", "settlement", 200, "")
                + "<bpmn:callActivity id=\"Plain\" calledElement=\"goi\"/>"
                + "<bpmn:subProcess id=\"Sub\">"
                + step("userTask", "A", "settlement", 300, "")
                + step("userTask", "B", "settlement", 100, "")
                + flow("A", "B")
                + "</bpmn:subProcess>"
                + flow("Call", "Plain")
                + flow("Plain", "Sub"));

    assertThat(Shares.total(model, "settlement")).isEqualTo(600);
    assertThat(Shares.total(model, "other")).isZero();
  }

  @Test
  void whatACalledProcessTakesFitsIntoTheCallsShare() {
    String passed = "calledElement=\"goi\"";
    Model caller =
        model(
            "mau",
            step("callActivity", "Call", "settlement", 200, "")
                .replace("id=\"Call\"", "id=\"Call\" " + passed));

    assertThat(findings(caller, "settlement", 250)).hasSize(1);
    assertThat(findings(caller, "settlement", 200)).isEmpty();
    assertThat(findings(caller, "${phase}", 1000)).isEmpty();
  }

  private static List<Finding> findings(Model caller, String phase, int share) {
    Model called = model("goi", step("userTask", "A", phase, share, ""));
    Rule<?> rule =
        Rules.ALL.stream().filter(one -> one.code().equals("shares")).findFirst().orElseThrow();
    return new Lint(List.of(rule))
        .check(
            new Subject.Process(caller),
            new TestContext() {
              @Override
              public Optional<Model> process(String id) {
                return Optional.of(called);
              }
            });
  }
}
