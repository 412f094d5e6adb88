package vn.thutuc.process.acts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Service;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierWork;

/**
 * Asks for a supplement from beside the form in one act: the step is completed with the choice its
 * form offers, so the model writes the request (form 02), stops the clock and tells the applicant.
 */
@Service
public class SupplementAsking {

  private final WorkTasks work;
  private final StepForms stepForms;
  private final FormService forms;
  private final DossierWork dossiers;
  private final CurrentActor actor;
  private final Rights rights;

  SupplementAsking(
      WorkTasks work,
      StepForms stepForms,
      FormService forms,
      DossierWork dossiers,
      CurrentActor actor,
      Rights rights) {
    this.work = work;
    this.stepForms = stepForms;
    this.forms = forms;
    this.dossiers = dossiers;
    this.actor = actor;
    this.rights = rights;
  }

  /**
   * What is asked for.
   *
   * @param papers keys of the procedure's papers that are missing or to be mended
   * @param text what else, or what about them; may be null
   * @param reason why; required
   * @param fields what the step's form requires besides
   */
  public record Wanted(
      List<String> papers, String text, String reason, Map<String, Object> fields) {}

  /** Asks, as the person who has the task. */
  public void ask(String taskId, Wanted wanted) {
    WorkTask task = work.seen(taskId);
    dossiers.requireWork(task.number());
    requireMine(task);
    StepForms.Offer offer =
        stepForms
            .supplement(taskId)
            .orElseThrow(
                () -> DossierProblem.conflict("step-without-supplement", withoutBranch(task)));
    requireAllowed(task);
    String missing = missing(task, wanted);
    fits("text", "Giấy tờ, nội dung cần bổ sung", missing, offer.longestMissing());
    fits("reason", "Lý do", wanted.reason(), offer.longestReason());
    Map<String, Object> form = new LinkedHashMap<>();
    offer.others().forEach(field -> form.put(field.key(), answer(field, wanted)));
    form.put(offer.key(), offer.value());
    form.put("missingPapers", missing);
    form.put("reason", wanted.reason().strip());
    // As the person: who may complete the task, and for whom, is asked as from Tasklist.
    forms.submitTaskForm(taskId, form);
  }

  static String withoutBranch(WorkTask task) {
    return "Quy trình không cho yêu cầu bổ sung ở bước “%s”.".formatted(task.name());
  }

  private void requireMine(WorkTask task) {
    String me = actor.get().personId();
    if (!me.equals(task.assignee())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-yours",
          null,
          task.assignee() == null
              ? "Hãy nhận việc trước khi yêu cầu bổ sung."
              : "Việc này đang do %s xử lý.".formatted(rights.name(task.assignee())));
    }
  }

  /** Asked before the form is submitted, so that the refusal has its own words. */
  private void requireAllowed(WorkTask task) {
    DossierWork.Supplements asked = dossiers.supplements(task.number());
    if (asked.allowed() != null && asked.asked() >= asked.allowed()) {
      throw DossierProblem.conflict("supplement-more-than-allowed", moreThanAllowed(asked));
    }
  }

  static String moreThanAllowed(DossierWork.Supplements asked) {
    return "Thủ tục này chỉ cho phép yêu cầu bổ sung %d lần sau khi tiếp nhận; đã yêu cầu %d lần (%s)."
        .formatted(asked.allowed(), asked.asked(), asked.source());
  }

  /** One line a paper, then what was written. */
  private String missing(WorkTask task, Wanted wanted) {
    List<String> keys = wanted.papers() == null ? List.of() : wanted.papers();
    Map<String, String> titles =
        dossiers.papers(task.number()).stream()
            .collect(
                Collectors.toMap(
                    DossierWork.PaperOf::key, DossierWork.PaperOf::title, (a, b) -> a));
    String lines =
        Stream.concat(
                keys.stream().map(key -> "- " + title(titles, key)),
                Stream.ofNullable(wanted.text()).map(String::strip))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    if (lines.isEmpty()) {
      throw DossierProblem.invalid(
          "field-missing",
          "text",
          "Chưa chọn giấy tờ hoặc ghi nội dung cần bổ sung. Hãy ghi đủ một lần.");
    }
    return lines;
  }

  private static String title(Map<String, String> titles, String key) {
    String title = titles.get(key);
    if (title == null) {
      throw DossierProblem.invalid(
          "paper-unknown", "papers", "Giấy tờ đã chọn không có trong thành phần hồ sơ.");
    }
    return title;
  }

  private static Object answer(StepForms.Field field, Wanted wanted) {
    Object answer = wanted.fields() == null ? null : wanted.fields().get(field.key());
    boolean empty =
        answer == null || answer.toString().isBlank() || Objects.equals(answer, Boolean.FALSE);
    if (empty) {
      throw DossierProblem.invalid(
          "field-missing",
          field.key(),
          "Chưa nhập \"%s\". Hãy điền rồi gửi lại.".formatted(field.label()));
    }
    return answer;
  }

  private static void fits(String field, String label, String value, int most) {
    if (value == null || value.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa nhập \"%s\". Hãy điền rồi gửi lại.".formatted(label));
    }
    if (value.length() > most) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d. Hãy rút gọn rồi gửi lại."
              .formatted(label, value.length(), most));
    }
  }
}
