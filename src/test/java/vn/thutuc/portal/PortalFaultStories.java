package vn.thutuc.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.outbound.ActState;
import vn.thutuc.process.acts.StepReturn;

/** The portal fails in every way, and still has each dossier once and as it is. */
class PortalFaultStories extends PortalStory {

  @Autowired private StepReturn stepReturn;

  @Test
  void aChangeIsWrittenWithTheChangeAndSentAfterwardsAsItThenIs() {
    permit();
    assertThat(states()).containsExactly(ActState.WRITTEN);
    assertThat(PORTAL.sent("DongBoHoSoMC")).isEmpty();

    drains();
    isComplete();
    drains();

    assertThat(PORTAL.told(number)).containsExactly("False 1", "True 4");
    assertThat(PORTAL.sent("CapNhatTienDoHoSoMC"))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.at("/data/0/MaHoSo").asText()).isEqualTo(number);
              assertThat(sent.at("/data/0/NoiDungXuLy").asText()).isNotBlank();
              assertThat(sent.at("/data/0/ChucDanh").asText()).isEqualTo("Cán bộ một cửa");
              assertThat(sent.at("/data/0/ThoiDiemXuLy").asText()).isEqualTo("20260303081500");
            });
    assertThat(states()).containsOnly(ActState.SENT, ActState.NEEDLESS);
  }

  @Test
  void anAnswerThatCameTooLateIsLookedUpAndTheDossierIsThereOnce() {
    permit();
    PORTAL.answers("DongBoHoSoMC", okJson("{\"error_code\": \"00\"}").withFixedDelay(14_000));
    drains();
    assertThat(states()).containsExactly(ActState.WRITTEN);
    PORTAL.answers("DongBoHoSoMC", okJson("{\"error_code\": \"00\"}"));
    PORTAL.holds(there(number, "1", null));

    later(Duration.ofMinutes(1));
    drains();

    assertThat(states()).containsExactly(ActState.SENT);
    assertThat(PORTAL.told(number)).containsExactly("False 1", "True 1");
  }

  @Test
  void serverErrorsAreTriedAgainAndNothingIsSentTwice() {
    permit();
    PORTAL.answers("DongBoHoSoMC", aResponse().withStatus(500));
    drains();
    later(Duration.ofMinutes(1));
    drains();
    assertThat(states()).containsExactly(ActState.WRITTEN);

    PORTAL.answers("DongBoHoSoMC", okJson("{\"error_code\": \"00\"}"));
    later(Duration.ofMinutes(1));
    drains();
    drains();

    assertThat(states()).containsExactly(ActState.SENT);
    assertThat(PORTAL.told(number)).containsExactly("False 1", "False 1", "False 1");
  }

  @Test
  void aPortalThatIsDownForAnHourGetsTheNewestContentOnceItIsBack() {
    PORTAL.server().stop();
    try {
      permit();
      isComplete();
      for (int tries = 0; tries < 6; tries++) {
        drains();
        later(Duration.ofMinutes(10));
      }
    } finally {
      PORTAL.server().start();
    }
    PORTAL.begins();
    later(Duration.ofMinutes(30));
    drains();

    assertThat(states()).doesNotContain(ActState.WRITTEN, ActState.FAILED);
    assertThat(PORTAL.told(number)).containsExactly("False 4");
    assertThat(PORTAL.sent("CapNhatTienDoHoSoMC")).hasSize(1);
  }

  @Test
  void aPortalThatHasLostTheDossierGetsItAsANewOne() {
    permit();
    drains();
    PORTAL
        .server()
        .stubFor(
            PortalDouble.call("DongBoHoSoMC")
                .withRequestBody(matchingJsonPath("$.isUpdating", equalTo("True")))
                .willReturn(okJson("{\"error_code\": \"2\", \"message\": \"Chưa có\"}")));

    isComplete();
    drains();

    assertThat(PORTAL.told(number)).endsWith("False 4");
    assertThat(states()).doesNotContain(ActState.FAILED);
  }

  @Test
  void aRefusedDossierFailsWithTheReasonAndBlocksNeitherLaterChangesNorOthers() {
    PORTAL.answers("DongBoHoSoMC", okJson("{\"error_code\": \"8\", \"message\": \"Sai MaTTHC\"}"));
    permit();
    String refused = number;
    drains();
    assertThat(acts.of(refused))
        .anySatisfy(
            act -> {
              assertThat(act.state()).isEqualTo(ActState.FAILED);
              assertThat(act.words()).isEqualTo("Cổng Dịch vụ công từ chối (mã 8): Sai MaTTHC");
            });

    PORTAL.begins();
    permit();
    drains();
    assertThat(states()).containsExactly(ActState.SENT);
    number = refused;
    isComplete();
    drains();

    assertThat(PORTAL.told(refused)).containsExactly("False 4");
  }

  @Test
  void theSameContentIsNotSentAgain() {
    permit();
    drains();
    acts.write(
        new vn.thutuc.outbound.OutboundActs.Act(number, "PORTAL", "DongBoHoSoMC", "test", "1"));

    drains();

    assertThat(states()).containsExactly(ActState.SENT, ActState.NEEDLESS);
    assertThat(PORTAL.told(number)).hasSize(1);
  }

  @Test
  void aStepMayBeTakenBackAlthoughThePortalWasToldOfIt() {
    permit();
    isComplete();
    step(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đạt",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    drains();

    assertThat(play.as("chuyenvien", () -> stepReturn.last(number)))
        .hasValueSatisfying(chance -> assertThat(chance.allowed()).as(chance.reason()).isTrue());
  }
}
