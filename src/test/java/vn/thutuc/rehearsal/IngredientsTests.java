package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IngredientsTests {

  private final ModelFolder folder = ModelFolder.of(null);
  private final ModelFile model = folder.procedure("1.000028").orElseThrow();

  @Test
  void namesIdsAndFactsAreNone() {
    ModelFile other =
        with(
            text()
                .replace("Chuyên viên thẩm định hồ sơ", "Chuyên viên xem hồ sơ")
                .replace("value=\"500\"", "value=\"400\"")
                .replace("'PERMIT_OVERSIZE'", "'LICENCE'")
                .replace("Task_Appraise", "Task_Examine"));

    assertThat(Ingredients.of(other)).isEqualTo(Ingredients.of(model));
  }

  @Test
  void conditionsRolesAndCallsAre() {
    assertThat(Ingredients.of(with(text().replace("proposal == 'refuse'", "proposal == 'verify'"))))
        .isNotEqualTo(Ingredients.of(model));
    assertThat(Ingredients.of(with(text().replace("&#39;clerk&#39;", "&#39;head&#39;"))))
        .isNotEqualTo(Ingredients.of(model));
    assertThat(
            Ingredients.of(
                with(text().replace("calledElement=\"qua-han\"", "calledElement=\"tu-choi\""))))
        .isNotEqualTo(Ingredients.of(model));
  }

  @Test
  void enoughModelsHaveEverythingAllModelsHave() {
    List<ModelFile> all = folder.procedures();

    List<ModelFile> enough = Ingredients.enough(all);

    Set<String> everything = new HashSet<>();
    all.forEach(one -> everything.addAll(Ingredients.of(one)));
    Set<String> had = new HashSet<>();
    enough.forEach(one -> had.addAll(Ingredients.of(one)));
    assertThat(had).isEqualTo(everything);
    assertThat(enough).hasSizeLessThan(all.size());
  }

  @Test
  void modelsOfOneMakeDifferInNamesAndFactsOnly() {
    ModelFile renamed = with(text().replace("Chuyên viên thẩm định hồ sơ", "Chuyên viên xem"));
    ModelFile another = with(text().replace("proposal == 'refuse'", "proposal == 'verify'"));

    assertThat(Ingredients.oneOfEachMake(List.of(model, renamed))).containsExactly(model);
    assertThat(Ingredients.oneOfEachMake(List.of(model, renamed, another))).hasSize(2);
  }

  private String text() {
    return new String(model.content(), StandardCharsets.UTF_8);
  }

  private ModelFile with(String text) {
    return new ModelFile(model.path(), text.getBytes(StandardCharsets.UTF_8));
  }
}
