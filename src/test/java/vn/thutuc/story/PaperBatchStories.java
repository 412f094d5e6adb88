package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.ManyDossiers;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.handover.HandoverBatch;
import vn.thutuc.handover.HandoverLine;
import vn.thutuc.handover.HandoverLists;
import vn.thutuc.handover.HandoverMaking;
import vn.thutuc.handover.HandoverTaking;
import vn.thutuc.printing.HandoverSheets;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;
import vn.thutuc.printing.PrintedForms;

/** Papers go from the province's desk to a department in batches, and what is missed is listed. */
class PaperBatchStories extends Story {

  private static final String DESK = "motcuattpvhcc";
  private static final String DESK_UNIT = "H37.02";
  private static final String DEPARTMENT = "H37.12";
  private static final String TAKER = "chuyenvien";

  @Autowired private HandoverMaking making;
  @Autowired private HandoverTaking taking;
  @Autowired private HandoverLists lists;
  @Autowired private HandoverSheets sheets;
  @Autowired private PrintedForms forms;

  private String aPermit(String owner) {
    itIs("2026-03-03T08:15");
    receives(DESK, DemoSubmissions.organisation("1.000028", owner).build());
    return number;
  }

  private static String request() {
    return UUID.randomUUID().toString();
  }

  private long opens(String person, String from, String to) {
    return play.as(person, () -> making.open(request(), from, to)).id();
  }

  private long aList() {
    return opens(DESK, DESK_UNIT, DEPARTMENT);
  }

  private HandoverMaking.Scanned scans(long list, String scanned) {
    return play.as(DESK, () -> making.add(list, scanned));
  }

  private HandoverBatch sends(long list) {
    int seen = lines(DESK, list).size();
    return play.as(DESK, () -> making.send(list, seen));
  }

  /** A list with these dossiers that is on its way. */
  private long aSentList(String... numbers) {
    long list = aList();
    for (String one : numbers) {
      scans(list, one);
    }
    sends(list);
    return list;
  }

  private HandoverBatch confirms(String person, long list, Long... received) {
    return play.as(person, () -> taking.confirm(list, request(), List.of(received)));
  }

  private List<HandoverLine> lines(String person, long list) {
    return play.as(person, () -> lists.whole(list)).lines();
  }

  private HandoverLine line(long list, String dossier) {
    return lines(DESK, list).stream()
        .filter(line -> line.number().equals(dossier))
        .findFirst()
        .orElseThrow();
  }

  private List<String> missing(String person) {
    return play.as(person, () -> lists.missing(0, 100)).items().stream()
        .map(HandoverLine::number)
        .toList();
  }

  private List<Long> box(String person, HandoverLists.Box box) {
    return play.as(person, () -> lists.page(box, 0, 100)).items().stream()
        .map(HandoverBatch::id)
        .toList();
  }

  private List<String> journalOf(String dossier) {
    return documents.read(dossier).timeline().stream()
        .map(DossierDocument.Event::event)
        .filter(event -> event.startsWith("PAPERS_"))
        .toList();
  }

  private void refuses(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            DossierProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void scannedSentAndConfirmedOnceAndWhatWasNotConfirmedIsListedForBothSides() {
    String one = aPermit("Công ty Đủ Giấy");
    String other = aPermit("Công ty Thất Lạc");
    long list = aList();
    assertThat(scans(list, one).again()).isFalse();
    assertThat(scans(list, one + " ").again()).as("scanned twice").isTrue();
    assertThat(scans(list, other.toLowerCase(java.util.Locale.ROOT)).line().number())
        .isEqualTo(other);
    assertThat(lines(DESK, list)).extracting(HandoverLine::number).containsExactly(one, other);
    assertThat(box(TAKER, HandoverLists.Box.INCOMING)).as("not sent").doesNotContain(list);

    HandoverBatch sent = sends(list);

    assertThat(sent.code()).matches("BG-H37\\.02-2026-\\d{4}");
    assertThat(box(TAKER, HandoverLists.Box.INCOMING)).contains(list);
    assertThat(box(DESK, HandoverLists.Box.OUTGOING)).contains(list);
    assertThat(journalOf(one)).containsExactly("PAPERS_SENT");

    itIs("2026-03-03T10:00");
    HandoverBatch confirmed = confirms(TAKER, list, line(list, one).id());

    assertThat(confirmed.received()).isEqualTo(1);
    assertThat(confirmed.missing()).isEqualTo(1);
    assertThat(journalOf(one)).containsExactly("PAPERS_SENT", "PAPERS_RECEIVED");
    assertThat(journalOf(other)).containsExactly("PAPERS_SENT", "PAPERS_MISSING");
    itIs("2026-03-06T08:00");
    assertThat(missing(DESK)).contains(other).doesNotContain(one);
    assertThat(missing(TAKER)).contains(other).doesNotContain(one);
    assertThat(line(list, other).days()).isEqualTo(3);
    assertThat(box(DESK, HandoverLists.Box.DONE)).contains(list);
    assertThat(box(TAKER, HandoverLists.Box.DONE)).contains(list);
  }

  @Test
  void whatWasMissingIsReceivedLaterOrTakenBackWithAReason() {
    String found = aPermit("Công ty Tìm Thấy");
    String lost = aPermit("Công ty Rút Lại");
    long list = aSentList(found, lost);
    confirms(TAKER, list);
    assertThat(missing(DESK)).contains(found, lost);

    long foundLine = line(list, found).id();
    acts(TAKER, () -> taking.receiveLater(foundLine, "Kẹp nhầm hồ sơ khác"));
    acts(TAKER, () -> taking.receiveLater(foundLine, "Kẹp nhầm hồ sơ khác"));
    long lostLine = line(list, lost).id();
    refuses("field-missing", () -> acts(DESK, () -> taking.withdraw(lostLine, " ")));
    acts(DESK, () -> taking.withdraw(lostLine, "Còn ở quầy"));

    assertThat(missing(DESK)).doesNotContain(found, lost);
    assertThat(journalOf(found))
        .containsExactly("PAPERS_SENT", "PAPERS_MISSING", "PAPERS_RECEIVED");
    assertThat(journalOf(lost))
        .containsExactly("PAPERS_SENT", "PAPERS_MISSING", "PAPERS_WITHDRAWN");
    refuses("line-not-under-way", () -> acts(DESK, () -> taking.withdraw(foundLine, "Nhầm")));
    refuses("line-not-missing", () -> acts(TAKER, () -> taking.receiveLater(lostLine, null)));
    assertThat(scans(aList(), lost).again()).as("it goes with the next list").isFalse();
  }

  @Test
  void everyRefusalOfAScanSaysWhy() {
    String mine = aPermit("Công ty Đúng Chỗ");
    itIs("2026-03-03T08:30");
    receives(
        "motcuadongkinh",
        DemoSubmissions.person("1.001193", "Người Ở Phường").at("H37.201").build());
    String theirs = number;
    long list = aList();

    refuses("dossier-not-found", () -> scans(list, "H37.12-990101-9999"));
    refuses("dossier-not-found", () -> scans(list, theirs));
    refuses("number-missing", () -> scans(list, "  "));
    refuses("number-missing", () -> scans(list, "x".repeat(65)));
    long toFinance = opens(DESK, DESK_UNIT, "H37.13");
    assertThatThrownBy(() -> scans(toFinance, mine))
        .hasMessageContaining("Sở Tài chính không tiếp nhận, giải quyết hay được hỏi");
    scans(list, mine);
    assertThatThrownBy(() -> scans(aList(), mine))
        .hasMessageContaining("đang ở danh sách đang lập")
        .hasMessageContaining("Sở Xây dựng");
    String code = sends(list).code();
    assertThatThrownBy(() -> scans(aList(), mine)).hasMessageContaining(code);
    refuses("handover-sent", () -> scans(list, mine));
    refuses("handover-empty", () -> sends(aList()));
    refuses("unit-unknown", () -> opens(DESK, DESK_UNIT, "H37.901"));
    refuses("not-your-unit", () -> opens(DESK, DEPARTMENT, DESK_UNIT));
  }

  @Test
  void anAddressWithTheNumberAtItsEndIsTheNumber() {
    String mine = aPermit("Công ty Địa Chỉ");

    assertThat(scans(aList(), "https://tra-cuu.example.invalid/ho-so/" + mine).line().number())
        .isEqualTo(mine);
  }

  @Test
  void aFullListTakesNoMore() {
    String first = aPermit("Công ty Đầy");
    new ManyDossiers(jdbc).copy(first, "DAY", HandoverMaking.MOST);
    long list = aList();
    jdbc.sql(
            """
            insert into handover_line (batch_id, dossier_id, from_unit, to_unit, added_by, added_at)
            select ?, id, 'H37.02', 'H37.12', 'motcuattpvhcc', now() from dossier
            where number like 'DAY-%'
            """)
        .param(list)
        .update();

    refuses("handover-full", () -> scans(list, first));
    assertThat(lines(DESK, list)).hasSize(HandoverMaking.MOST);
    acts(DESK, () -> making.drop(list));
    acts(DESK, () -> making.drop(list));
    assertThat(box(DESK, HandoverLists.Box.DRAFT)).doesNotContain(list);
  }

  @Test
  void onlyTheTwoUnitsSeeAListAndEachDoesItsOwnPart() {
    String mine = aPermit("Công ty Kín");
    long draft = aList();
    scans(draft, mine);
    refuses("handover-not-found", () -> lines(TAKER, draft));
    sends(draft);
    long only = line(draft, mine).id();

    refuses("handover-not-found", () -> lines("chuyenvientaichinh", draft));
    refuses("handover-not-found", () -> confirms("chuyenvientaichinh", draft, only));
    assertThat(lines("thanhtra", draft)).hasSize(1);
    refuses("not-the-taker", () -> confirms("thanhtra", draft, only));
    refuses("not-the-taker", () -> confirms(DESK, draft, only));
    refuses("not-the-giver", () -> acts(TAKER, () -> taking.withdraw(only, "thử")));
    assertThat(box("chuyenvientaichinh", HandoverLists.Box.INCOMING)).doesNotContain(draft);
    assertThat(missing("chuyenvientaichinh")).isEmpty();
    confirms(TAKER, draft, only);
  }

  @Test
  void whereTheDeskIsNoUnitOfItsOwnAnotherPersonConfirms() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Cùng Sở").build());
    long list = opens("motcua", DEPARTMENT, DEPARTMENT);
    acts("motcua", () -> making.add(list, number));
    acts("motcua", () -> making.send(list, 1));
    long only = lines("motcua", list).get(0).id();

    refuses("giver-confirms-nothing", () -> confirms("motcua", list, only));
    assertThat(confirms(TAKER, list, only).received()).isEqualTo(1);
  }

  @Test
  void takenBackBeforeAnybodyConfirmedTheListIsWithdrawn() {
    String one = aPermit("Công ty Rút Một");
    String other = aPermit("Công ty Rút Hai");
    long list = aSentList(one, other);
    long first = line(list, one).id();
    long second = line(list, other).id();
    acts(DESK, () -> taking.withdraw(first, "Gửi nhầm"));
    refuses("line-withdrawn", () -> confirms(TAKER, list, first, second));

    acts(DESK, () -> taking.withdraw(second, "Gửi nhầm"));

    refuses("handover-withdrawn", () -> confirms(TAKER, list));
    assertThat(box(TAKER, HandoverLists.Box.INCOMING)).doesNotContain(list);
    assertThat(journalOf(other)).containsExactly("PAPERS_SENT", "PAPERS_WITHDRAWN");
  }

  @Test
  void sentOrConfirmedAgainItIsDoneOnce() {
    String mine = aPermit("Công ty Bấm Hai Lần");
    String open = request();
    long list = play.as(DESK, () -> making.open(open, DESK_UNIT, DEPARTMENT)).id();
    assertThat(play.as(DESK, () -> making.open(open, DESK_UNIT, DEPARTMENT)).id()).isEqualTo(list);
    scans(list, mine);
    assertThat(sends(list).code()).isEqualTo(sends(list).code());
    String once = request();
    List<Long> all = List.of(line(list, mine).id());
    acts(TAKER, () -> taking.confirm(list, once, all));
    acts(TAKER, () -> taking.confirm(list, once, all));

    assertThat(journalOf(mine)).containsExactly("PAPERS_SENT", "PAPERS_RECEIVED");
    refuses("handover-confirmed", () -> confirms("chuyenvien2", list, all.get(0)));
    refuses("request-id-missing", () -> acts(TAKER, () -> taking.confirm(list, " ", all)));
  }

  @Test
  void ofTwoWhoConfirmAtOnceOneWinsAndTheOtherIsToldWhoDid() throws Exception {
    String mine = aPermit("Công ty Hai Người");
    long list = aSentList(mine);
    long only = line(list, mine).id();

    List<String> refused =
        together(
            () -> confirms(TAKER, list, only).code(),
            () -> confirms("chuyenvien2", list, only).code());

    assertThat(refused).singleElement().asString().contains("đã được Chuyên viên");
    assertThat(journalOf(mine)).containsExactly("PAPERS_SENT", "PAPERS_RECEIVED");
  }

  @Test
  void ofTwoListsThatScanTheSameDossierAtOnceOneHasIt() throws Exception {
    String mine = aPermit("Công ty Hai Danh Sách");
    long one = aList();
    long other = aList();

    List<String> refused =
        together(() -> scans(one, mine).line().number(), () -> scans(other, mine).line().number());

    assertThat(refused).singleElement().asString().contains("đang ở danh sách đang lập");
    assertThat(lines(DESK, one).size() + lines(DESK, other).size()).isEqualTo(1);
  }

  /** Two people at the same moment; what was refused. */
  private static List<String> together(Callable<String> one, Callable<String> other)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<String> refused = new ArrayList<>();
    try {
      List<Future<String>> both = new ArrayList<>();
      for (Callable<String> act : List.of(one, other)) {
        both.add(
            two.submit(
                () -> {
                  start.await();
                  try {
                    act.call();
                    return "";
                  } catch (DossierProblem problem) {
                    return problem.getMessage();
                  }
                }));
      }
      for (Future<String> act : both) {
        refused.add(act.get());
      }
    } finally {
      two.shutdownNow();
    }
    refused.removeIf(String::isEmpty);
    return refused;
  }

  @Test
  void theListIsPrintedAsItWasSentAndTheControlSlipHasBothTimes() {
    String mine = aPermit("Công ty In Danh Sách Quỳnh");
    long list = aList();
    scans(list, mine);
    refuses("handover-not-sent", () -> acts(DESK, () -> sheets.pdf(list)));
    itIs("2026-03-03T09:00");
    String code = sends(list).code();
    byte[] pdf = play.as(TAKER, () -> sheets.pdf(list)).content();

    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains("DANH SÁCH BÀN GIAO HỒ SƠ", "Số: " + code, mine, "Công ty In Danh Sách Quỳnh")
        .contains("Bên nhận: Sở Xây dựng", "không thuộc các biểu mẫu ban hành kèm theo");

    itIs("2026-03-03T09:40");
    confirms(TAKER, list, line(list, mine).id());
    assertThat(PdfText.of(play.as(DESK, () -> sheets.pdf(list)).content()).text())
        .contains("đã nhận: 1");
    PrintedForms.Issued slip = play.as(DESK, () -> forms.issue(mine, "06", "1"));
    assertThat(PdfText.of(play.as(DESK, () -> forms.pdf(mine, slip.id()).content())).text())
        .contains("Giao: 09 giờ 00 phút, ngày 03 tháng 03 năm 2026")
        .contains("Nhận: 09 giờ 40 phút, ngày 03 tháng 03 năm 2026")
        .contains("→ Sở Xây dựng, danh sách BG-");
  }
}
