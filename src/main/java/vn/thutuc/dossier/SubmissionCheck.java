package vn.thutuc.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.Procedure;

/** Compares what is handed in with the procedure's facts; the first thing wrong is told. */
final class SubmissionCheck {

  private final Procedure procedure;
  private final Submission submission;

  SubmissionCheck(Procedure procedure, Submission submission) {
    this.procedure = procedure;
    this.submission = submission;
  }

  void run(Instant now) {
    required("channel", "Hình thức nộp", submission.channel());
    required("returnMethod", "Hình thức nhận kết quả", submission.returnMethod());
    required("owner", "Chủ hồ sơ", submission.owner());
    Texts.required(
        "owner.name", "Họ tên hoặc tên tổ chức của chủ hồ sơ", submission.owner().name());
    if (!procedure.channels().contains(submission.channel())) {
      throw DossierProblem.invalid(
          "channel-not-offered",
          "channel",
          "Thủ tục %s không nhận hồ sơ qua hình thức \"%s\"."
              .formatted(procedure.code(), submission.channel().label()));
    }
    if (!procedure.returnMethods().contains(submission.returnMethod())) {
      throw DossierProblem.invalid(
          "return-method-not-offered",
          "returnMethod",
          "Thủ tục %s không trả kết quả theo hình thức \"%s\"."
              .formatted(procedure.code(), submission.returnMethod().label()));
    }
    lengths();
    noticeWish();
    chosen("case", "Trường hợp", submission.caseCode(), procedure.cases());
    chosen("area", "Địa bàn", submission.area(), procedure.areas());
    afterwards(now);
    if (submission.papers() != null) {
      papers();
    }
  }

  private void noticeWish() {
    reachable(
        submission.reception().noticeWish(),
        Arrays.asList(submission.owner(), submission.submitter()));
  }

  /**
   * What was wished for needs an address to go to.
   *
   * @param wish null when nobody asked
   * @param people who is told; some may be null
   */
  static void reachable(NoticeWish wish, List<Party> people) {
    if (wish == NoticeWish.EMAIL && nobodyHas(people, Party::email)) {
      throw DossierProblem.invalid(
          "notice-wish-without-address",
          "notices",
          "Người nộp muốn nhận thông báo qua thư điện tử nhưng chưa ghi địa chỉ thư điện tử. Hãy ghi"
              + " địa chỉ hoặc chọn cách khác.");
    }
    if ((wish == NoticeWish.SMS || wish == NoticeWish.ZALO) && nobodyHas(people, Party::phone)) {
      throw DossierProblem.invalid(
          "notice-wish-without-address",
          "notices",
          "Người nộp muốn nhận thông báo qua %s nhưng chưa ghi số điện thoại. Hãy ghi số điện thoại hoặc chọn cách khác."
              .formatted(wish.label()));
    }
  }

  private static boolean nobodyHas(List<Party> people, Function<Party, String> address) {
    return people.stream()
        .filter(Objects::nonNull)
        .map(address)
        .allMatch(text -> text == null || text.isBlank());
  }

  private void chosen(String field, String label, String code, List<Choice> choices) {
    if (choices.isEmpty()) {
      return;
    }
    if (code == null || choices.stream().noneMatch(choice -> choice.code().equals(code))) {
      String known =
          choices.stream()
              .map(choice -> choice.code() + " (" + choice.label() + ")")
              .collect(Collectors.joining(", "));
      throw DossierProblem.invalid(
          field + (code == null ? "-missing" : "-unknown"),
          field,
          "%s chưa đúng. Hãy chọn một trong: %s.".formatted(label, known));
    }
  }

  private void afterwards(Instant now) {
    Instant receivedAt = submission.reception().receivedAt();
    if (receivedAt == null) {
      return;
    }
    if (receivedAt.isAfter(now)) {
      throw DossierProblem.invalid(
          "reception-in-future", "receivedAt", "Thời điểm tiếp nhận chưa đến. Hãy kiểm tra lại.");
    }
    Texts.required(
        "lateEntryGround",
        "Lý do nhập hồ sơ sau thời điểm tiếp nhận",
        submission.reception().lateEntryGround());
  }

  private void papers() {
    Map<String, Paper> known =
        procedure.papers().stream().collect(Collectors.toMap(Paper::key, Function.identity()));
    Set<String> named = new HashSet<>();
    for (Submission.HandedIn paper : submission.papers()) {
      if (!named.add(paper.key())) {
        throw DossierProblem.invalid(
            "paper-twice", "papers", "Thành phần hồ sơ \"" + paper.key() + "\" được ghi hai lần.");
      }
      if (!known.containsKey(paper.key())) {
        throw DossierProblem.invalid(
            "paper-unknown",
            "papers",
            "Thành phần hồ sơ \"%s\" không có trong thủ tục %s. Các thành phần: %s."
                .formatted(paper.key(), procedure.code(), String.join(", ", known.keySet())));
      }
      if (paper.originals() < 0 || paper.copies() < 0) {
        throw DossierProblem.invalid(
            "paper-count", "papers", "Số bản của \"" + paper.key() + "\" không được âm.");
      }
    }
    if (submission.channel() == Channel.COUNTER) {
      missingAtTheCounter();
    }
  }

  /** At the counter papers are checked while the applicant stands there; elsewhere in the task. */
  private void missingAtTheCounter() {
    Set<String> handedIn =
        submission.papers().stream()
            .filter(paper -> paper.originals() + paper.copies() > 0)
            .map(Submission.HandedIn::key)
            .collect(Collectors.toSet());
    List<String> missing =
        procedure.papers().stream()
            .filter(paper -> paper.condition() == null)
            .filter(paper -> paper.originals() + paper.copies() > 0)
            .filter(paper -> !handedIn.contains(paper.key()))
            .map(Paper::title)
            .toList();
    if (!missing.isEmpty()) {
      throw DossierProblem.invalid(
          "paper-missing",
          "papers",
          "Hồ sơ chưa đủ thành phần, còn thiếu: %s. Hãy hướng dẫn người nộp bổ sung (mẫu số 02)."
              .formatted(String.join("; ", missing)));
    }
  }

  private static void party(String field, String label, Party party) {
    if (party != null) {
      Texts.fits(field + ".name", "Họ tên hoặc tên tổ chức của " + label, party.name(), 300);
      Texts.fits(field + ".idNumber", "Số giấy tờ của " + label, party.idNumber(), 64);
      Texts.fits(field + ".phone", "Điện thoại của " + label, party.phone(), 32);
      Texts.fits(field + ".email", "Thư điện tử của " + label, party.email(), 200);
      Texts.fits(field + ".address", "Địa chỉ của " + label, party.address(), 500);
    }
  }

  private void lengths() {
    party("owner", "chủ hồ sơ", submission.owner());
    party("submitter", "người nộp", submission.submitter());
    Authority authority = submission.authority();
    if (authority != null) {
      Texts.fits("authority.document", "Văn bản ủy quyền", authority.document(), 300);
      Texts.fits("collector.name", "Người nhận kết quả", authority.collector(), 300);
    }
    ReceptionFacts facts = submission.reception();
    Texts.fits("lateEntryGround", "Lý do nhập sau", facts.lateEntryGround(), 500);
    Texts.fits("slipNumber", "Số giấy tiếp nhận", facts.slipNumber(), 64);
    Texts.fits("sourceSystem", "Hệ thống gửi đến", facts.sourceSystem(), 64);
    Texts.fits("externalId", "Mã hồ sơ ở hệ thống gửi đến", facts.externalId(), 128);
  }

  private static void required(String field, String label, Object value) {
    if (value == null) {
      Texts.required(field, label, null);
    }
  }
}
