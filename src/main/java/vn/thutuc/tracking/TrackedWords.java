package vn.thutuc.tracking;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.TrackedDossier;

/** How a dossier stands, in plain words: pure functions of what its applicant may know. */
final class TrackedWords {

  private TrackedWords() {}

  static String standing(TrackedDossier dossier) {
    return switch (dossier.state()) {
      case REGISTERED -> "Hồ sơ đã nộp. Cơ quan đang kiểm tra thành phần hồ sơ.";
      case RECEIVED -> "Hồ sơ đã được tiếp nhận và chuyển đến cơ quan giải quyết.";
      case NOT_RECEIVED -> "Hồ sơ không được tiếp nhận.";
      case PROCESSING -> "Cơ quan đang giải quyết hồ sơ.";
      case SUPPLEMENT_ASKED -> "Cơ quan đang chờ Ông/Bà bổ sung, hoàn thiện hồ sơ.";
      case OBLIGATION_ASKED -> "Cơ quan đang chờ Ông/Bà thực hiện nghĩa vụ tài chính.";
      case WITHDRAWN -> "Hồ sơ đã được rút theo đề nghị của người nộp.";
      case STOPPED -> "Cơ quan đã dừng giải quyết hồ sơ.";
      case READY -> ready(dossier);
      case RETURNED -> "Kết quả đã được trả.";
    };
  }

  private static String ready(TrackedDossier dossier) {
    return switch (dossier.returnMethod()) {
      case COUNTER -> "Đã có kết quả. Mời Ông/Bà đến nhận tại %s.".formatted(dossier.returnPlace());
      case POSTAL -> "Đã có kết quả, đang chuyển qua bưu chính công ích.";
      case ELECTRONIC -> "Đã có kết quả, đang gửi bản điện tử.";
    };
  }

  /** The way of every dossier, as far as this one has gone; one that ended before says how. */
  static List<TrackedView.Step> steps(TrackedDossier dossier) {
    List<TrackedView.Step> steps = new ArrayList<>();
    NationalState state = dossier.state();
    boolean ended = state.isLast() && state != NationalState.RETURNED;
    LocalDateTime accepted = dossier.acceptedAt();
    LocalDateTime settled = ended ? null : dossier.settledAt();
    steps.add(step("Nộp hồ sơ", dossier.receivedAt(), accepted == null && !ended));
    if (ended) {
      if (accepted != null) {
        steps.add(step("Tiếp nhận, hẹn trả kết quả", accepted, false));
      }
      steps.add(step(end(state), dossier.settledAt(), true));
      return List.copyOf(steps);
    }
    steps.add(step("Tiếp nhận, hẹn trả kết quả", accepted, state == NationalState.RECEIVED));
    boolean atWork = accepted != null && settled == null && state != NationalState.RECEIVED;
    steps.add(step("Giải quyết", atWork || settled != null ? accepted : null, atWork));
    steps.add(step("Có kết quả", settled, state == NationalState.READY));
    steps.add(step("Trả kết quả", dossier.returnedAt(), state == NationalState.RETURNED));
    return List.copyOf(steps);
  }

  private static TrackedView.Step step(String title, LocalDateTime at, boolean current) {
    return new TrackedView.Step(title, at, current);
  }

  private static String end(NationalState state) {
    return switch (state) {
      case NOT_RECEIVED -> "Không tiếp nhận";
      case WITHDRAWN -> "Đã rút hồ sơ";
      default -> "Dừng giải quyết";
    };
  }

  /** The first appointment and the one in force, with what there is to say of it. */
  static TrackedView.Appointment appointment(TrackedDossier dossier, LocalDateTime now) {
    LocalDateTime current = dossier.appointment();
    return new TrackedView.Appointment(
        dossier.firstAppointment(), current, about(dossier, current, now));
  }

  private static String about(TrackedDossier dossier, LocalDateTime current, LocalDateTime now) {
    NationalState state = dossier.state();
    if (current == null) {
      return dossier.acceptedAt() == null && !state.isLast()
          ? "Ngày hẹn trả kết quả có khi hồ sơ được tiếp nhận đầy đủ, hợp lệ."
          : null;
    }
    if (dossier.reAppointed()) {
      return "%s xin lỗi Ông/Bà vì chưa giải quyết xong đúng thời gian đã hẹn và hẹn lại như trên.%s"
          .formatted(
              dossier.agency(), dossier.lateReason() == null ? "" : " Lý do: " + reason(dossier));
    }
    boolean waits =
        state == NationalState.SUPPLEMENT_ASKED || state == NationalState.OBLIGATION_ASKED;
    if (waits || dossier.pauses().stream().anyMatch(pause -> pause.to() == null)) {
      return state.isSettled()
          ? null
          : "Thời gian giải quyết đang tạm dừng; ngày hẹn có thể lùi lại tương ứng.";
    }
    if (!state.isSettled() && now.isAfter(current)) {
      return "Đã quá thời gian hẹn trả mà hồ sơ chưa giải quyết xong.";
    }
    return current.equals(dossier.firstAppointment())
        ? null
        : "Thời gian hẹn đã thay đổi vì thời hạn giải quyết được tạm dừng, gia hạn hoặc theo lịch làm việc mới.";
  }

  private static String reason(TrackedDossier dossier) {
    String reason = dossier.lateReason().strip();
    return reason.endsWith(".") ? reason : reason + ".";
  }

  static TrackedView.Request request(TrackedDossier.Request request) {
    boolean open = request.answeredAt() == null && request.expiredAt() == null;
    String outcome =
        open
            ? "đang chờ bổ sung"
            : request.answeredAt() != null ? "đã bổ sung" : "đã quá thời gian bổ sung";
    return new TrackedView.Request(
        lines(request.missing()), request.reason(), request.askedAt(), open, outcome);
  }

  static TrackedView.Obligation obligation(TrackedDossier.Obligation obligation) {
    return obligation == null
        ? null
        : new TrackedView.Obligation(
            obligation.notice(), amount(obligation.amount()), obligation.open());
  }

  /** What an officer entered as an amount; null when it is no whole number. */
  private static Long amount(String entered) {
    String digits = entered == null ? "" : entered.replaceFirst("\\.0+$", "");
    return digits.matches("\\d{1,15}") ? Long.valueOf(digits) : null;
  }

  private static List<String> lines(String text) {
    return Stream.ofNullable(text)
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
