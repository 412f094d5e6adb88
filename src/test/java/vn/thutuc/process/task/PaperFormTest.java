package vn.thutuc.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.dossier.PaperStep;
import vn.thutuc.dossier.PaperTasks;

/** What forms say of the paper of a result, and how models name the result. */
class PaperFormTest {

  private static PaperForm form(String file) throws IOException {
    return PaperForm.read(new ObjectMapper().readTree(Path.of("forms", file).toFile()));
  }

  @ParameterizedTest
  @CsvSource({
    "shared/du-thao-ket-qua.form, DRAFT",
    "shared/du-thao-tu-choi.form, DRAFT",
    "shared/xem-xet-du-thao.form, REVIEW",
    "shared/ky-duyet.form, SIGN",
    "shared/cap-so-dong-dau.form, NUMBER",
    "shared/tham-dinh-ho-so.form,"
  })
  void theShippedFormsSayWhatTheirStepsDo(String file, PaperStep.Role role) throws IOException {
    assertThat(form(file).role()).isEqualTo(role);
  }

  @Test
  void eachDecisionHasTheTextTheFormAsksForWithIt() throws IOException {
    PaperForm form = form("shared/ky-cap-tinh.form");

    assertThat(form.decisionField()).isEqualTo("leaderDecision");
    assertThat(form.choices())
        .containsExactly(
            new PaperTasks.Choice("approve", "Đồng ý, ký ban hành", null, false, 1000),
            new PaperTasks.Choice("return", "Trả lại để chỉnh sửa", "note", true, 1000),
            new PaperTasks.Choice("refuse", "Không đồng ý", "reason", true, 1000));
  }

  @Test
  void aServiceStepNamesItsResultOrTheVariableThatDoes() {
    assertThat(PaperResult.read("${dossier.issue(execution,'PERMIT')}"))
        .contains(new PaperResult(true, "PERMIT", null));
    assertThat(PaperResult.read("${dossier.refuse(execution,refusal)}"))
        .contains(new PaperResult(false, null, "refusal"));
    assertThat(PaperResult.read("${dossier.ready(execution)}")).isEmpty();
    assertThat(PaperResult.read(null)).isEmpty();
  }
}
