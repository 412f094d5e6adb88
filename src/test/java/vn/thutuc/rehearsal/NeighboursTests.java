package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeighboursTests {

  private final ModelFolder folder = ModelFolder.of(null);
  private final ModelFile model = folder.procedure("1.000028").orElseThrow();

  @Test
  void namesIdsAndFactsAreNoNeighbours() {
    ModelFile other =
        with(
            text()
                .replace("Chuyên viên thẩm định hồ sơ", "Chuyên viên xem hồ sơ")
                .replace("value=\"500\"", "value=\"400\"")
                .replace("'PERMIT_OVERSIZE'", "'LICENCE'")
                .replace("Task_Appraise", "Task_Examine"));

    assertThat(Neighbours.of(other)).isEqualTo(Neighbours.of(model));
  }

  @Test
  void conditionsRolesAndCallsAre() {
    assertThat(Neighbours.of(with(text().replace("proposal == 'refuse'", "proposal == 'verify'"))))
        .isNotEqualTo(Neighbours.of(model));
    assertThat(Neighbours.of(with(text().replace("&#39;clerk&#39;", "&#39;head&#39;"))))
        .isNotEqualTo(Neighbours.of(model));
    assertThat(
            Neighbours.of(
                with(text().replace("calledElement=\"qua-han\"", "calledElement=\"tu-choi\""))))
        .isNotEqualTo(Neighbours.of(model));
  }

  @Test
  void enoughModelsHaveEverythingAllModelsHave() {
    List<ModelFile> all = folder.procedures();

    List<ModelFile> enough = Neighbours.enough(all);

    Set<String> everything = new HashSet<>();
    all.forEach(one -> everything.addAll(Neighbours.of(one)));
    Set<String> had = new HashSet<>();
    enough.forEach(one -> had.addAll(Neighbours.of(one)));
    assertThat(had).isEqualTo(everything);
    assertThat(enough).hasSizeLessThan(all.size());
  }

  private String text() {
    return new String(model.content(), StandardCharsets.UTF_8);
  }

  private ModelFile with(String text) {
    return new ModelFile(model.path(), text.getBytes(StandardCharsets.UTF_8));
  }
}
