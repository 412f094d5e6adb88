package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import vn.thutuc.SomeModels;
import vn.thutuc.process.deployment.ModelDeployer;
import vn.thutuc.process.deployment.ModelsCommand;

/** Models as files: deployed, held, taken over, written out again; and what history may go. */
@TestPropertySource(properties = "thutuc.test.house=scale")
class ModelsAtScaleTests extends SecurityCase {

  private static final String BIRTH = "processes/ho-tich/1.001193-dang-ky-khai-sinh.bpmn";

  @Autowired ModelDeployer deployer;
  @Autowired RepositoryService repository;
  @LocalServerPort int port;

  @AfterEach
  void noPassword() {
    System.clearProperty("thutuc.password");
  }

  private static byte[] shipped(String path) throws IOException {
    return Files.readAllBytes(Path.of(path));
  }

  private int export(Path folder, String user, ByteArrayOutputStream out) {
    System.setProperty("thutuc.password", Web.PASSWORD);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return ModelsCommand.run(
        new String[] {
          "export", folder.toString(), "--server", "http://localhost:" + port, "--user", user
        },
        print,
        print);
  }

  @Test
  void whatIsInForceIsWrittenAsTheFilesOfTheRelease(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(export(folder, "quantri", out)).as(out.toString(StandardCharsets.UTF_8)).isZero();

    Path root = SomeModels.folder();
    List<String> missing;
    try (Stream<Path> files = Files.walk(root)) {
      missing =
          files
              .map(root::relativize)
              .map(Path::toString)
              .filter(
                  name -> name.endsWith(".bpmn") || name.endsWith(".dmn") || name.endsWith(".form"))
              .filter(name -> !Files.exists(folder.resolve(name)))
              .toList();
    }
    assertThat(missing).isEmpty();
    assertThat(Files.readAllBytes(folder.resolve("processes/shared/qua-han.bpmn")))
        .isEqualTo(shipped("processes/shared/qua-han.bpmn"));
    out.reset();
    assertThat(export(folder, "quantri", out)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(" 0 of them written");
  }

  @Test
  void nobodyElseExportsAndWrongUseIsSaid(@TempDir Path folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(export(folder, "chuyenvien", out)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("403");
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(ModelsCommand.run(new String[] {}, print, print)).isEqualTo(2);
    assertThat(ModelsCommand.run(new String[] {"export"}, print, print)).isEqualTo(2);
  }

  @Test
  void aVersionOfPeopleIsHeldUntilTheFileIsTheSame() throws IOException {
    String file = new String(shipped(BIRTH), StandardCharsets.UTF_8);
    String peoples = file.replace("isExecutable=\"true\"", "isExecutable=\"true\" ");
    repository
        .createDeployment()
        .name(BIRTH)
        .source("nguoi-dung")
        .addString(BIRTH, peoples)
        .deploy();
    jdbc.sql("update deployed_resource set sha256 = 'x' where path = ?").param(BIRTH).update();
    assertThat(deployer.deploy().held()).containsExactly(BIRTH);

    // People put the release's own file in force: the file leads again.
    repository.createDeployment().name(BIRTH).source("nguoi-dung").addString(BIRTH, file).deploy();
    ModelDeployer.Report report = deployer.deploy();
    assertThat(report.held()).isEmpty();
    assertThat(report.deployed()).isEmpty();
    jdbc.sql("update deployed_resource set sha256 = 'x' where path = ?").param(BIRTH).update();
    assertThat(deployer.deploy().deployed()).containsExactly(BIRTH);
  }

  @Test
  void nodesThatStartTogetherDeployEachFileOnce() {
    long before = repository.createDeploymentQuery().count();
    jdbc.sql("update deployed_resource set sha256 = 'x'").update();
    List<CompletableFuture<ModelDeployer.Report>> nodes =
        Stream.generate(() -> CompletableFuture.supplyAsync(deployer::deploy)).limit(2).toList();
    int deployed = nodes.stream().mapToInt(node -> node.join().deployed().size()).sum();
    int files = deployer.deploy().unchanged();
    assertThat(deployed).isEqualTo(files);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before + files);
  }

  @Test
  void theCacheHasRoomForTheModels() {
    Object capacity =
        ReflectionTestUtils.getField(engine.getProcessEngineConfiguration(), "cacheCapacity");
    assertThat((int) capacity).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void removingHistoryLeavesTheDossierWhole() {
    play.to(LocalDateTime.parse("2026-03-02T08:00"));
    String number = permitAtTheLeader();
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    String root = instance(number);
    assertThat(removal(root)).isNull();
    finish(number);
    assertThat(removal(root)).isNotNull();
    String before = web.api("chuyenvien").get("dossiers/" + number).body();

    engine.getHistoryService().deleteHistoricProcessInstance(root);

    assertThat(
            engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(root)
                .count())
        .isZero();
    Web.Answer after = web.api("chuyenvien").get("dossiers/" + number);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.body()).isEqualTo(before);
    assertThat(after.json().path("timeline")).isNotEmpty();
    assertThat(after.json().path("results")).isNotEmpty();
  }

  @Test
  void historyOfADossierWithoutItsRecordsIsKeptForGood() {
    String number = permitAtTheSpecialist();
    String root = instance(number);
    // Ended from outside, as somebody with the database's password could: the dossier is open.
    engine.getRuntimeService().deleteProcessInstance(root, "thử");
    assertThat(removal(root)).isNull();
  }

  private String instance(String number) {
    return jdbc.sql("select instance_id from dossier where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  private Object removal(String root) {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceId(root)
        .singleResult()
        .getRemovalTime();
  }

  private void finish(String number) {
    play.does(
        "vanthu",
        number,
        "Task_Number",
        Map.of("resultNumber", "15/GPLHX", "resultDate", "2026-03-02"));
    play.does(
        "motcua",
        number,
        "Task_ReturnAtCounter",
        Map.of(
            "collectorName",
            "Người Nhận",
            "collectorIdNumber",
            "000000000009",
            "registerSigned",
            true));
  }
}
