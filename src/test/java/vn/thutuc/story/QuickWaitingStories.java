package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.ClockRepair;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.UnitChanges;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.quick.Book;
import vn.thutuc.quick.QuickReceipt;
import vn.thutuc.quick.QuickRegister;
import vn.thutuc.quick.QuickSettlement;

/** What was received at once and waits for its signature: what may become of it meanwhile. */
class QuickWaitingStories extends QuickStory {

  private static final String SIGNED = "Lãnh đạo A – Phường Đông Kinh";
  private static final String OTHER_UNIT = "H37.202";
  private static final String OTHER_DESK = "motcuamauson";

  @Autowired private UnitChanges units;
  @Autowired private ClockRepair repair;
  @Autowired private ResultDrafts drafts;

  private void waits() {
    settles(DESK, request(COPY, diploma(null)));
  }

  private List<String> waitingAt(String person, String unit) {
    return play.as(person, () -> register.waiting(unit)).stream()
        .map(QuickRegister.Row::dossier)
        .toList();
  }

  @Test
  void itIsSignedInTasklistAndFinishedAtTheDesk() {
    waits();
    assertThat(stepsSeenBy(LEADER)).contains("Task_SignCertify");
    assertThat(waitingAt(DESK, UNIT)).contains(number);
    assertThatThrownBy(() -> finishes(DESK, null)).hasMessageContaining("đang chờ ký");

    does(LEADER, "Task_SignCertify", "leaderDecision", "approve");
    String next = coming(Book.COPIES);
    QuickReceipt done = finishes(DESK, null);

    assertThat(done.number()).isEqualTo(next);
    assertThat(nothingIsLeft()).isTrue();
    assertThat(dossier().results().get(0).signer()).isEqualTo(SIGNED);
    assertThat(done.signer()).as("the register names who signed as well").isEqualTo(SIGNED);
    assertThat(book(Book.COPIES).rows().get(0).signer()).isEqualTo(SIGNED);
    assertThat(journal()).doesNotContain("SIGNATURE_REGISTERED");
    assertThat(finishes(DESK, null)).isEqualTo(done);
    assertThat(coming(Book.COPIES)).isNotEqualTo(next);
  }

  @Test
  void itIsSignedOnPaperAndWhatTheLeaderReturnedGoesOnInTasklist() {
    waits();
    assertThat(finishes(DESK, LEADER).number()).isNotNull();
    assertThat(journal()).contains("SIGNATURE_REGISTERED");

    waits();
    does(LEADER, "Task_SignCertify", "leaderDecision", "return", "note", "Bản chụp mờ");
    assertThatThrownBy(() -> finishes(DESK, LEADER))
        .hasMessageContaining("làm tiếp trong Công việc");
  }

  @Test
  void twoDesksThatFinishItAtOnceAreAnsweredAlike() throws Exception {
    waits();
    ExecutorService desks = Executors.newFixedThreadPool(2);
    try {
      List<Future<QuickReceipt>> sent =
          List.of(
              desks.submit(() -> finishes(DESK, LEADER)),
              desks.submit(() -> finishes(DESK, LEADER)));
      assertThat(sent.get(0).get()).isEqualTo(sent.get(1).get());
      assertThat(sent.get(0).get().state()).isEqualTo("Đã trả kết quả");
    } finally {
      desks.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 020090001234, field-missing, collectorName",
        "Người Nhận, -, field-missing, collectorIdNumber",
        "Người Nhận, Nhận ngay tại quầy, identity-malformed, collectorIdNumber",
      })
  void whoCollectsIsAskedAndNobodyMadeUp(String name, String id, String code, String field) {
    waits();
    assertThatThrownBy(
            () ->
                play.as(
                    DESK,
                    () -> quick.finish(number, LEADER, new QuickSettlement.Collector(name, id))))
        .isInstanceOfSatisfying(
            DossierProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.field()).isEqualTo(field);
            });
    assertThat(openSteps()).containsExactly("Task_SignCertify");

    finishes(DESK, LEADER);
    assertThat(typed("collectorName")).isEqualTo(COLLECTOR.name());
    assertThat(typed("collectorIdNumber")).isEqualTo(COLLECTOR.idNumber());
  }

  private String typed(String field) {
    return jdbc.sql(
            """
            select e.fields ->> :field from dossier_entry e join dossier d on d.id = e.dossier_id
            where d.number = :number and e.step = 'Task_ReturnAtCounter'
            """)
        .param("field", field)
        .param("number", number)
        .query(String.class)
        .single();
  }

  @Test
  void theDeskSignsNoNoticeThatStopsItAndFinishesNothingThatWasStopped() {
    waits();
    acts(LEADER, () -> acts.stop(number, "Người yêu cầu đề nghị"));
    does("chuyenviendongkinh", "Task_DraftStop", "reason", "Người yêu cầu đề nghị");

    assertThatThrownBy(() -> finishes(DESK, LEADER))
        .hasMessageContaining("Lãnh đạo ký thông báo dừng");
    assertThat(openSteps()).containsExactly("Task_SignStop");

    does(LEADER, "Task_SignStop", "leaderDecision", "approve");
    assertThatThrownBy(() -> finishes(DESK, LEADER))
        .hasMessageContaining("không có gì để ghi sổ")
        .hasMessageContaining("Dừng xử lý");
    assertThat(waitingAt(DESK, UNIT)).doesNotContain(number);
  }

  @Test
  void whatWasSentOnIsEnteredByTheAgencyThatSettlesNowAndHandedOutWhereItWasHandedIn() {
    waits();
    acts("truongphongdongkinh", () -> units.sendOn(number, OTHER_UNIT, "Nộp nhầm nơi"));

    assertThat(waitingAt(DESK, UNIT)).doesNotContain(number);
    assertThat(waitingAt(OTHER_DESK, OTHER_UNIT)).contains(number);
    assertThatThrownBy(() -> finishes(DESK, LEADER))
        .hasMessageContaining("Chỉ cán bộ một cửa của cơ quan");
    String next = bookOfTheOther().next();
    QuickReceipt done = finishes(OTHER_DESK, "lanhdaomauson");

    assertThat(done.number()).isEqualTo(next);
    assertThat(done.state()).isEqualTo("Đã xử lý xong");
    assertThat(openSteps()).containsExactly("Task_ReturnAtCounter");
    assertThat(bookOfTheOther().rows().get(0).dossier()).isEqualTo(number);
    assertThat(book(Book.COPIES).rows()).extracting("dossier").doesNotContain(number);
    isReturnedAtTheCounter(DESK);
    assertThat(nothingIsLeft()).isTrue();
  }

  private QuickRegister.Page bookOfTheOther() {
    return play.as(OTHER_DESK, () -> register.page(OTHER_UNIT, Book.COPIES, 2026, 0, 50));
  }

  @Test
  void whatAMergedUnitHeldIsEnteredAndReturnedByItsSuccessor() {
    waits();
    String desk = dossier().deskUnit().id();
    acts("quantri", () -> units.succeed(number, UNIT, OTHER_UNIT, "Sáp nhập"));
    acts(
        "quantri",
        () -> units.succeed(number, desk, desk.replace(UNIT, OTHER_UNIT), "Sáp nhập bộ phận"));

    assertThat(waitingAt(OTHER_DESK, OTHER_UNIT)).contains(number);
    assertThat(finishes(OTHER_DESK, "lanhdaomauson").state()).isEqualTo("Đã trả kết quả");
    assertThat(bookOfTheOther().rows().get(0).dossier()).isEqualTo(number);
  }

  @Test
  void whatIsLateMeanwhileIsFinishedAllTheSame() {
    waits();
    jdbc.sql(
            """
            update dossier_phase set term = '1wd'
            where phase = 'settlement' and dossier_id = (select id from dossier where number = ?)
            """)
        .param(number)
        .update();
    repair.repair(number);
    itIs("2026-03-05T09:00");
    assertThat(openSteps()).containsExactly("Task_ConfirmLateReason", "Task_SignCertify");

    assertThat(finishes(DESK, LEADER).state()).isEqualTo("Đã trả kết quả");
    assertThat(nothingIsLeft()).isTrue();
  }

  /** A leader returned what waited; the specialist drafts its paper here and it comes back. */
  private DraftView isDraftedAnew() {
    waits();
    does(LEADER, "Task_SignCertify", "leaderDecision", "return", "note", "Ghi lại lời chứng");
    String task = task("Task_DraftCertify").getId();
    acts("chuyenviendongkinh", () -> engine.getTaskService().claim(task, "chuyenviendongkinh"));
    DraftView draft = play.as("chuyenviendongkinh", () -> drafts.begin(task, null));
    does("chuyenviendongkinh", "Task_DraftCertify", "draftContent", "Bản sao");
    does("truongphongdongkinh", "Task_ReviewCertify", "headDecision", "approve");
    return draft;
  }

  private String ofPaper(DraftView draft, String column) {
    return jdbc.sql("select " + column + " from result_paper where id = ?")
        .param(draft.paper().id())
        .query(String.class)
        .single();
  }

  private int numbersOfPapers() {
    return jdbc.sql(
            """
            select coalesce(sum(last), 0) from register_counter
            where unit = ? and book not in ('COPIES', 'SIGNATURES', 'OTHERS')
            """)
        .param(UNIT)
        .query(Integer.class)
        .single();
  }

  @Test
  void aPaperDraftedHereIsSignedByWhoSignedAndHasTheOneNumberOfTheRegister() {
    DraftView draft = isDraftedAnew();
    String next = coming(Book.COPIES);
    int before = numbersOfPapers();

    QuickReceipt done = finishes(DESK, LEADER);

    assertThat(done.number()).isEqualTo(next);
    assertThat(dossier().results().get(0))
        .satisfies(
            result -> {
              assertThat(result.number()).isEqualTo(next);
              assertThat(result.signer()).isEqualTo(SIGNED);
              assertThat(result.paper()).isEqualTo(draft.paper().id());
            });
    assertThat(ofPaper(draft, "number")).isEqualTo(next);
    assertThat(ofPaper(draft, "signed_by")).isEqualTo(LEADER);
    assertThat(numbersOfPapers()).isEqualTo(before);
    assertThat(dossier().timeline())
        .filteredOn(event -> event.event().equals("RESULT_SIGNED"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.actor()).isEqualTo("Cán bộ một cửa A – Phường Đông Kinh");
              assertThat(line.label()).contains("chữ ký trên giấy của " + SIGNED);
            });
  }

  @Test
  void aPaperNumberedByTheClerkTakesTheNumberThatComesNextInTheRegister() {
    DraftView draft = isDraftedAnew();
    does(LEADER, "Task_SignCertify", "leaderDecision", "approve");
    String next = coming(Book.COPIES);
    int before = numbersOfPapers();
    assertThatThrownBy(
            () ->
                does(
                    "vanthudongkinh",
                    "Task_NumberCertify",
                    "resultNumber",
                    "99/TAY",
                    "resultDate",
                    "2026-03-03"))
        .hasMessageContaining("số và ngày được lấy từ sổ");

    does("vanthudongkinh", "Task_NumberCertify");

    assertThat(ofPaper(draft, "number")).isEqualTo(next);
    assertThat(numbersOfPapers()).isEqualTo(before);
    assertThat(book(Book.COPIES).rows().get(0))
        .satisfies(
            row -> {
              assertThat(row.number()).isEqualTo(next);
              assertThat(row.dossier()).isEqualTo(number);
              assertThat(row.signer()).isEqualTo(SIGNED);
            });
    assertThat(finishes(DESK, null).number()).isEqualTo(next);
    assertThat(registered("Sổ chứng thực")).containsExactly(next);
  }
}
