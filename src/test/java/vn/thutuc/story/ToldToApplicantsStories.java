package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.Submission;
import vn.thutuc.note.Notes;
import vn.thutuc.tracking.Tracking;

/**
 * What an applicant is told at each step holds nobody's name but the owner's and nothing inside.
 */
class ToldToApplicantsStories extends ActsStory {

  private static final String NOTE = "Trao đổi nội bộ kín";
  private static final String OPINION = "Ý kiến thẩm định kín";
  private static final String HEAD = "Lời trưởng phòng kín";

  @Autowired private Tracking tracking;
  @Autowired private Notes notes;
  @Autowired private ObjectMapper json;

  private final Map<String, String> told = new LinkedHashMap<>();

  /** The answer as it stands on the wire. */
  private void isTold(String when) {
    String secret =
        jdbc.sql(
                """
                select k.secret from tracking_key k join dossier d on d.id = k.dossier_id
                where d.number = ?
                """)
            .param(number)
            .query(String.class)
            .single();
    try {
      told.put(
          when,
          json.writeValueAsString(
              tracking.look(new Tracking.Asking("203.0.113.8", number, secret))));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Submission submission() {
    Submission usual =
        DemoSubmissions.organisation("1.000028", "Công ty Chủ Hồ Sơ")
            .back(ReturnMethod.COUNTER)
            .build();
    return new Submission(
        usual.procedure(),
        Channel.COUNTER,
        null,
        null,
        usual.returnMethod(),
        null,
        null,
        new Party(
            Party.Kind.ORGANISATION,
            "Công ty Chủ Hồ Sơ",
            "0109999999",
            "0911222333",
            "chuhoso@example.invalid",
            "Số 9 phố Kín Đáo"),
        new Party(
            Party.Kind.PERSON,
            "Trần Thị Nộp Thay",
            "020099999999",
            "0944555666",
            "nopthay@example.invalid",
            "Thôn Kín"),
        new Authority("Giấy ủy quyền 99", null, "Lê Văn Nhận Thay"),
        null,
        usual.reception());
  }

  /** Everything that must not be told. */
  private List<String> inside() {
    List<String> inside =
        new ArrayList<>(
            List.of(
                NOTE,
                OPINION,
                HEAD,
                "0109999999",
                "0911222333",
                "chuhoso@example.invalid",
                "phố Kín Đáo",
                "Trần Thị Nộp Thay",
                "020099999999",
                "0944555666",
                "nopthay@example.invalid",
                "Thôn Kín",
                "Giấy ủy quyền 99",
                "Lê Văn Nhận Thay",
                "Người Nhận",
                "000000000009",
                "Task_",
                "Event_",
                "Gateway_",
                "TTHC-",
                "PERMIT_TRACKED",
                "NOTICE",
                "chuyên viên",
                "Chuyên viên",
                "Trưởng phòng",
                "Lãnh đạo",
                "Văn thư",
                "instance",
                "definition"));
    inside.addAll(jdbc.sql("select name from org_person").query(String.class).list());
    inside.addAll(jdbc.sql("select id from org_person").query(String.class).list());
    return inside;
  }

  @Test
  void nothingInsideAndNobodyElseIsToldAtAnyStep() {
    itIs("2026-03-03T08:15");
    receives("motcua", submission());
    isTold("received");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    isTold("accepted");
    acts("chuyenvien", () -> notes.add(number, NOTE, null, UUID.randomUUID().toString()));
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        OPINION,
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");
    isTold("supplement asked");
    acts("motcua", () -> acts.supplementReceived(number, "Đã nộp đủ"));
    play.settle();
    isTold("supplement received");
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        OPINION,
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    does("truongphong", "Task_Review", "headDecision", "approve", "note", HEAD);
    isTold("before the signature");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "31/GPLHX", "resultDate", "2026-03-03");
    isTold("ready");
    isReturnedAtTheCounter("motcua");
    isTold("returned");

    assertThat(told).hasSize(7);
    assertThat(told.values()).allSatisfy(it -> assertThat(it).contains("Công ty Chủ Hồ Sơ"));
    assertThat(told)
        .allSatisfy(
            (when, answer) -> {
              for (String word : inside()) {
                assertThat(answer).as(when).doesNotContain(word);
              }
            });
  }

  @Test
  void whatAnOfficerWritesOnAFormOfTheApplicantIsToldAndSoTheTestWouldSeeIt() {
    itIs("2026-03-03T08:15");
    receives("motcua", submission());
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        NOTE);
    isTold("refused");

    assertThat(told.get("refused")).contains(NOTE);
  }
}
