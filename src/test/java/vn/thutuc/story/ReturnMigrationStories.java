package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.process.migration.MigrationItem;
import vn.thutuc.process.migration.MigrationRun;

/** Dossiers on the way back when parcels began to be followed go on in the version that does. */
class ReturnMigrationStories extends MigrationCase {

  private static final String RETURN = "tra-ket-qua";

  private String source;

  @BeforeEach
  void theVersionBeforeParcelsIsInForce() throws IOException {
    try (var before =
        ReturnMigrationStories.class.getResourceAsStream(
            "/migration/tra-ket-qua-before-parcels.bpmn")) {
      String text = new String(before.readAllBytes(), StandardCharsets.UTF_8);
      source = versions.deploy(RETURN, shipped -> text);
    }
  }

  private void aResultIsReady(ReturnMethod back) {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Cũ").back(back).build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đủ điều kiện",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-03");
  }

  private void moves() {
    Map<String, String> before = datesById(number);
    String target = versions.again(RETURN);
    MigrationRun run = isMoved(source, target, "");
    assertThat(itemOf(run.id(), number).state()).isEqualTo(MigrationItem.State.MOVED);
    assertThat(datesById(number)).isEqualTo(before);
    assertThat(definitionOf(number, RETURN)).isEqualTo(target);
  }

  @Test
  void atTheHandingOverItHearsTheCarrierFromThenOn() {
    aResultIsReady(ReturnMethod.POSTAL);
    moves();
    hears("parcel-collected");
    assertThat(openSteps())
        .as("nobody follows this parcel")
        .containsExactly("Task_ConfirmDelivery");
    does("motcua", "Task_ConfirmDelivery", "parcelOutcome", "delivered");
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void whereTheDeskConfirmsItStillDoes() {
    aResultIsReady(ReturnMethod.POSTAL);
    does("motcua", "Task_HandToPost", "parcelNumber", "VN123456789");
    moves();
    does("motcua", "Task_ConfirmDelivery", "parcelOutcome", "returned", "note", "Không có người");
    isReturnedAtTheCounter("motcua");
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void atTheCounterNothingChanges() {
    aResultIsReady(ReturnMethod.COUNTER);
    moves();
    isReturnedAtTheCounter("motcua");
    assertThat(dossier().state().code()).isEqualTo("10");
  }
}
