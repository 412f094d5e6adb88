package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.Opinions;

/** Other units are asked beside the form, several at once, each with a term. */
class OpinionStories extends ActsStory {

  private static final String QUESTION = "Tuyến đường có đủ tải trọng không?";

  @Autowired private Opinions opinions;

  private void asks(String person, Opinions.Asked... asked) {
    acts(person, () -> opinions.ask(number, List.of(asked), QUESTION));
  }

  private Opinions.Opinion waitingFor(String person) {
    return play.as(person, () -> opinions.waiting()).stream()
        .filter(one -> one.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachUnitSeesTheDossierAndAnswersByItsTermWhileTheClockRuns() {
    aPermitAtTheSpecialist();
    LocalDateTime end = dossier().end();
    asks("chuyenvien", new Opinions.Asked("H37.13", 1), new Opinions.Asked("H37.14", 2));

    assertThat(dossier().end()).isEqualTo(end);
    assertThat(waitingFor("chuyenvientaichinh").due())
        .isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(waitingFor("truongphongtuphap").due())
        .isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));

    long id = waitingFor("chuyenvientaichinh").id();
    acts("chuyenvientaichinh", () -> opinions.answer(id, Opinions.Answer.AGREE, "Đủ tải trọng"));
    assertThatThrownBy(
            () ->
                acts(
                    "truongphongtaichinh",
                    () -> opinions.answer(id, Opinions.Answer.DISAGREE, "Không")))
        .hasMessageContaining("đã trả lời");

    itIs("2026-03-05T18:00");
    List<Opinions.Opinion> asked = play.as("chuyenvien", () -> opinions.of(number));
    assertThat(asked).hasSize(2);
    assertThat(asked.get(0).answer()).isEqualTo("Đồng ý");
    assertThat(asked.get(0).late()).isFalse();
    assertThat(asked.get(1).late()).isTrue();
    assertThat(journal()).containsSubsequence("OPINION_ASKED", "OPINION_ASKED", "OPINION_GIVEN");
  }

  @Test
  void aUnitIsAskedOnceAtATimeAndOnlyItAnswers() {
    aPermitAtTheSpecialist();
    asks("chuyenvien", new Opinions.Asked("H37.13", 1));
    asks("chuyenvien", new Opinions.Asked("H37.13", 1));
    assertThat(lines("OPINION_ASKED")).isEqualTo(1);

    long id = waitingFor("chuyenvientaichinh").id();
    for (String other : List.of("chuyenvien", "chuyenvientuphap", "motcuataichinh")) {
      assertThatThrownBy(() -> acts(other, () -> opinions.answer(id, Opinions.Answer.AGREE, "Đủ")))
          .as(other)
          .hasMessageContaining("Không có câu hỏi");
    }
    assertThatThrownBy(() -> asks("chuyenvientaichinh", new Opinions.Asked("H37.14", 1)))
        .hasMessageContaining("cơ quan giải quyết");
    assertThatThrownBy(() -> asks("chuyenvien", new Opinions.Asked("H37.901", 1)))
        .hasMessageContaining("Không lấy ý kiến được");
    assertThatThrownBy(() -> asks("chuyenvien", new Opinions.Asked("H37.14", 0)))
        .hasMessageContaining("từ 1 đến 60");
    assertThatThrownBy(() -> asks("chuyenvien")).hasMessageContaining("từ 1 đến 20");
  }
}
