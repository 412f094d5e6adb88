package vn.thutuc.story;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;
import vn.thutuc.quick.Book;
import vn.thutuc.quick.LookUp;
import vn.thutuc.quick.QuickReceipt;
import vn.thutuc.quick.QuickRegister;
import vn.thutuc.quick.QuickRequest;
import vn.thutuc.quick.QuickSettlement;
import vn.thutuc.quick.QuickSheets;

/** What stories about quick procedures share: a desk of phường Đông Kinh on a Tuesday morning. */
abstract class QuickStory extends Story {

  static final String COPY = "2.000815";
  static final String SIGNATURE = "2.000884";
  static final String DESK = "motcuadongkinh";
  static final String LEADER = "lanhdaodongkinh";
  static final String UNIT = "H37.201";
  static final QuickSettlement.Collector COLLECTOR =
      new QuickSettlement.Collector("Trần Văn Đến Lấy", "020090001234");

  @Autowired protected QuickSettlement quick;
  @Autowired protected QuickRegister register;
  @Autowired protected QuickSheets sheets;

  @BeforeEach
  void itIsTuesdayMorning() {
    itIs("2026-03-03T09:00");
  }

  /** Two copies of three pages each: 10,000 đồng by the facts. */
  protected static QuickRequest.Details diploma(String signer) {
    return details("Bằng tốt nghiệp đại học", 3, 2, null, null, signer, LookUp.NOT_ASKED);
  }

  protected static QuickRequest.Details details(
      String subject,
      Integer pages,
      Integer copies,
      Long fee,
      String ground,
      String signer,
      LookUp lookUp) {
    return new QuickRequest.Details(subject, pages, copies, fee, ground, signer, lookUp, true);
  }

  protected static QuickRequest request(String procedure, QuickRequest.Details details) {
    return request(procedure, UUID.randomUUID(), details);
  }

  protected static QuickRequest request(
      String procedure, UUID sheet, QuickRequest.Details details) {
    Party owner = new Party(Party.Kind.PERSON, "Nguyễn Thị Chứng Thực", null, null, null, null);
    return new QuickRequest(
        new Submission(
            procedure,
            Channel.COUNTER,
            null,
            null,
            ReturnMethod.COUNTER,
            null,
            null,
            owner,
            null,
            new Authority(null, null, null),
            papersOf(procedure),
            new ReceptionFacts(null, null, null, null, null)),
        sheet,
        details);
  }

  /** Every paper the desk insists on. */
  private static List<Submission.HandedIn> papersOf(String procedure) {
    return switch (procedure) {
      case SIGNATURE ->
          List.of(
              new Submission.HandedIn(
                  "mot-trong-cac-giay-to-sau-can-cuoc-dien-tu-ban-chinh-hoac", 1, 0),
              new Submission.HandedIn(
                  "giay-to-van-ban-ma-minh-se-yeu-cau-chung-thuc-chu-ky-truong", 1, 0));
      default -> null;
    };
  }

  /** Like {@link #request}, with everything on the procedure's list of papers. */
  protected QuickRequest withEveryPaper(String procedure, QuickRequest.Details details) {
    QuickRequest bare = request(procedure, details);
    List<Submission.HandedIn> papers =
        play.as(DESK, () -> sheets.sheet(procedure)).papers().stream()
            .map(paper -> new Submission.HandedIn(paper.key(), 1, 0))
            .toList();
    return with(bare, papers, bare.submission().reception());
  }

  protected static QuickRequest with(
      QuickRequest bare, List<Submission.HandedIn> papers, ReceptionFacts reception) {
    Submission handedIn = bare.submission();
    return new QuickRequest(
        new Submission(
            handedIn.procedure(),
            handedIn.channel(),
            null,
            null,
            handedIn.returnMethod(),
            null,
            null,
            handedIn.owner(),
            null,
            handedIn.authority(),
            papers,
            reception),
        bare.sheet(),
        bare.details());
  }

  /** A desk goes on with the dossier that waited for its signature. */
  protected QuickReceipt finishes(String person, String signer) {
    return play.as(person, () -> quick.finish(number, signer, COLLECTOR));
  }

  /** Somebody settles at once; the story goes on with the dossier. */
  protected QuickReceipt settles(String person, QuickRequest request) {
    QuickReceipt receipt = play.as(person, () -> quick.settle(request));
    number = receipt.dossier();
    return receipt;
  }

  protected QuickRegister.Page book(Book book) {
    return play.as(DESK, () -> register.page(UNIT, book, now.local().getYear(), 0, 50));
  }

  protected String coming(Book book) {
    return book(book).next();
  }

  protected long dossiersAndNumbers() {
    return jdbc.sql(
            """
            select (select count(*) from dossier) + (select count(*) from quick_case)
              + (select coalesce(sum(last), 0) from register_counter)
              + (select coalesce(sum(last), 0) from dossier_counter)
              + (select count(*) from reception_draft) + (select count(*) from act_ru_task)
              + (select count(*) from act_ru_execution) + (select count(*) from act_hi_procinst)
              + (select count(*) from outbound_act) + (select count(*) from dossier_journal)
            """)
        .query(Long.class)
        .single();
  }
}
