package vn.thutuc.postal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.drafting.PaperText;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.OutboundDrain;

/** A result goes electronically: sent, opened, or returned at the counter when it cannot go. */
@HouseTest
@TestPropertySource(properties = "thutuc.returns.enabled=true")
class ReturnStories {

  private static GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static int mailPort;
  private static final String DESK = "motcua";

  @Autowired private Play play;
  @Autowired private DossierDocuments documents;
  @Autowired private ResultDrafts drafts;
  @Autowired private IssuedPapers issued;
  @Autowired private ElectronicReturns returns;
  @Autowired private OutboundActs acts;
  @Autowired private OutboundDrain drain;
  @Autowired private PostalLook look;
  @Autowired private JdbcClient jdbc;
  @Autowired private Now now;
  @Autowired private TaskService tasks;

  private String number;

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    mail.start();
    mailPort = mail.getSmtp().getPort();
    properties.add("thutuc.notice.timeout", () -> "5s");
    properties.add("thutuc.notice.mail.from", () -> "motcua@tinh.example.invalid");
    properties.add("thutuc.notice.mail.providers[0].name", () -> "A");
    properties.add("thutuc.notice.mail.providers[0].host", () -> "127.0.0.1");
    properties.add("thutuc.notice.mail.providers[0].port", () -> mailPort);
    properties.add("thutuc.notice.mail.providers[0].security", () -> "NONE");
  }

  @AfterAll
  static void close() {
    mail.stop();
  }

  @BeforeEach
  void nothingWaits() {
    jdbc.sql("update outbound_act set state = 'NEEDLESS' where state = 'WRITTEN'").update();
    if (mail.getSmtp() == null) {
      // A server that was stopped does not start again: another one at the same place.
      mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", "smtp"));
      mail.start();
    }
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private void does(String person, String step, Map<String, Object> form) {
    play.does(person, number, step, form);
  }

  private String takes(String person, String step) {
    String id =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .taskDefinitionKey(step)
            .singleResult()
            .getId();
    play.as(
        person,
        () -> {
          tasks.claim(id, person);
          return null;
        });
    return id;
  }

  private void decides(String person, String step) {
    String id = takes(person, step);
    int version = play.as(person, () -> drafts.view(id, null)).paper().version();
    play.as(
        person,
        () -> {
          drafts.decide(id, version, "approve", null);
          return null;
        });
  }

  /** A permit that is to go back electronically and waits for its specialist. */
  private void isAtTheSpecialist() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives(
            DESK,
            DemoSubmissions.organisation("1.000028", "Công ty Số")
                .back(ReturnMethod.ELECTRONIC)
                .build());
    does(DESK, "Task_CheckPapers", Map.of("papersChecked", true, "checkResult", "complete"));
  }

  private void isProposed() {
    does(
        "chuyenvien",
        "Task_Appraise",
        Map.of(
            "opinion",
            "Đủ điều kiện",
            "proposal",
            "grant",
            "resultKind",
            "PERMIT_OVERSIZE",
            "validFrom",
            "2026-03-05",
            "validTo",
            "2026-04-05"));
  }

  /** The result is a paper drafted, signed and numbered here. */
  private void isIssuedHere() {
    isAtTheSpecialist();
    String task = takes("chuyenvien", "Task_Appraise");
    DraftView view = play.as("chuyenvien", () -> drafts.begin(task, "PERMIT_OVERSIZE"));
    PaperText text = view.paper().text();
    play.as(
        "chuyenvien",
        () ->
            drafts.save(
                task,
                new ResultDrafts.Save(
                    view.paper().id(),
                    view.paper().version(),
                    new PaperText(
                        text.issuer(),
                        text.heading(),
                        text.subject(),
                        "Cho phép lưu hành.",
                        text.recipients(),
                        text.signAs()),
                    null)));
    isProposed();
    decides("truongphong", "Task_Review");
    decides("lanhdao", "Task_Sign");
    String id = takes("vanthu", "Task_Number");
    play.as("vanthu", () -> drafts.number(id));
  }

  /** The result is a number typed by hand: there is no file of it. */
  private void isIssuedElsewhere() {
    isAtTheSpecialist();
    isProposed();
    does("truongphong", "Task_Review", Map.of("headDecision", "approve"));
    does("lanhdao", "Task_Sign", Map.of("leaderDecision", "approve"));
    does("vanthu", "Task_Number", Map.of("resultNumber", "15/GPLHX", "resultDate", "2026-03-03"));
  }

  private DossierDocument dossier() {
    return documents.read(number);
  }

  private OutboundActs.Written act() {
    return acts.of(number).stream()
        .filter(one -> one.kind().equals("ELECTRONIC_RETURN"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSignedFileGoesByMailOnceAndOpenedIsAnotherThingThanSent() throws Exception {
    isIssuedHere();
    assertThat(dossier().state().code()).as("waits for the outcome").isEqualTo("9");

    drain.drain();
    play.settle();
    drain.drain();

    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(act().state()).isEqualTo(ActState.SENT);
    List<MimeMessage> letters =
        List.of(mail.getReceivedMessages()).stream()
            .filter(letter -> subject(letter).equals("Kết quả giải quyết hồ sơ " + number))
            .toList();
    assertThat(letters).hasSize(1);
    byte[] file =
        play.as(DESK, () -> issued.pdf(number, dossier().results().get(0).paper())).content();
    assertThat(attachment(letters.get(0))).isEqualTo(file);
    assertThat(act().deliveredAt()).isNull();

    assertThat(returns.waiting(number)).isPresent();
    assertThat(returns.open(number).orElseThrow().content()).isEqualTo(file);
    assertThat(act().state()).isEqualTo(ActState.OPENED);
    assertThat(returns.open("H37.12-990101-0001")).isEmpty();
  }

  private static String subject(MimeMessage letter) {
    try {
      return letter.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] attachment(MimeMessage letter) throws Exception {
    Multipart parts = (Multipart) letter.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.getFileName() != null) {
        return part.getInputStream().readAllBytes();
      }
    }
    throw new AssertionError("No attachment");
  }

  @Test
  void aResultWithoutAFileIsReturnedAtTheCounter() {
    isIssuedElsewhere();
    drain.drain();
    play.settle();
    assertThat(act().state()).isEqualTo(ActState.NEEDLESS);
    assertThat(act().words()).contains("không có tệp đã ký");
    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");
    assertThat(returns.waiting(number)).isEmpty();
  }

  @Test
  void whileTheMailIsDownItWaitsAndWhatIsGivenUpIsReturnedAtTheCounter() {
    isIssuedHere();
    mail.stop();
    drain.drain();
    assertThat(act().state()).isEqualTo(ActState.WRITTEN);
    assertThat(play.openSteps(number)).isEmpty();

    for (int hour = 0; hour < 30 && act().state() == ActState.WRITTEN; hour++) {
      play.to(now.local().plusHours(1));
      drain.drain();
    }
    assertThat(act().state()).isEqualTo(ActState.FAILED);
    look.look();
    play.settle();
    assertThat(play.openSteps(number)).containsExactly("Task_ReturnAtCounter");
  }
}
