package vn.thutuc.process.acts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.thutuc.clock.Verdict;
import vn.thutuc.organisation.Deputyship;
import vn.thutuc.organisation.PostView;

/**
 * Who may stand in for whom and when. That a deputy's right to sign is given in writing, for a
 * time, and only to a deputy head or the head of a subordinate unit follows Decree 30/2020/ND-CP,
 * art. 13, as we remember it: not compared with the official text. The rest are rules of the house.
 */
final class DeputyRule {

  /** Longest time of one appointment, in days. */
  static final int MOST_DAYS = 366;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  /** Roles that may act for a leader. */
  private static final Set<String> MAY_SIGN = Set.of("leader", "head");

  private DeputyRule() {}

  /**
   * What is asked for, and what the organisation says of the two.
   *
   * @param principalPosts posts of the principal that work on dossiers
   * @param deputyPosts the same of the deputy
   * @param principalAgencies agencies of the principal's posts
   * @param deputyAgencies agencies of the deputy's posts
   * @param around appointments of or for either that have not ended
   */
  record Facts(
      Deputyship wanted,
      List<PostView> principalPosts,
      List<PostView> deputyPosts,
      Set<String> principalAgencies,
      Set<String> deputyAgencies,
      List<Deputyship> around) {}

  /** Whether an appointment may be made. */
  static Verdict decide(Facts facts, LocalDate today, UnaryOperator<String> name) {
    Deputyship wanted = facts.wanted();
    return days(wanted, today)
        .or(() -> people(facts, name))
        .or(() -> signing(facts, name))
        .or(() -> overlaps(facts, name))
        .orElseGet(() -> TaskRule.yes("Được giao thay theo ngày đã chọn."));
  }

  private static Optional<Verdict> days(Deputyship wanted, LocalDate today) {
    if (wanted.to().isBefore(wanted.from())) {
      return no("Ngày kết thúc sớm hơn ngày bắt đầu. Hãy chọn lại.");
    }
    if (wanted.to().isBefore(today)) {
      return no("Thời gian thay đã qua. Hãy chọn ngày kết thúc từ hôm nay trở đi.");
    }
    return ChronoUnit.DAYS.between(wanted.from(), wanted.to()) >= MOST_DAYS
        ? no("Mỗi lần chỉ giao thay tối đa %d ngày.".formatted(MOST_DAYS))
        : Optional.empty();
  }

  private static Optional<Verdict> people(Facts facts, UnaryOperator<String> name) {
    Deputyship wanted = facts.wanted();
    if (wanted.principal().equals(wanted.deputy())) {
      return no("Người vắng và người thay là một. Hãy chọn người khác.");
    }
    if (facts.principalPosts().isEmpty()) {
      return no("%s không giữ vai trò xử lý hồ sơ nào.".formatted(name.apply(wanted.principal())));
    }
    if (facts.deputyPosts().isEmpty()) {
      return no("%s không giữ vai trò xử lý hồ sơ nào.".formatted(name.apply(wanted.deputy())));
    }
    return facts.deputyAgencies().containsAll(facts.principalAgencies())
        ? Optional.empty()
        : no("Người thay phải thuộc cùng cơ quan với người vắng.");
  }

  private static Optional<Verdict> signing(Facts facts, UnaryOperator<String> name) {
    Deputyship wanted = facts.wanted();
    boolean leads = holds(facts.principalPosts(), "leader");
    if (wanted.signing() && !leads) {
      return no(
          "%s không có quyền ký nên không giao ký thay được."
              .formatted(name.apply(wanted.principal())));
    }
    if (!wanted.signing()) {
      boolean onlyLeads = facts.principalPosts().stream().allMatch(p -> p.role().equals("leader"));
      return onlyLeads
          ? no("Công việc của lãnh đạo là ký duyệt: hãy chọn cả “Được ký thay”.")
          : Optional.empty();
    }
    if (facts.deputyPosts().stream().noneMatch(post -> MAY_SIGN.contains(post.role()))) {
      return no(
          "Chỉ lãnh đạo hoặc trưởng phòng trong cơ quan được giao ký thay (Nghị định"
              + " 30/2020/NĐ-CP, Điều 13; chưa đối chiếu văn bản).");
    }
    return wanted.basis() == null || wanted.basis().isBlank()
        ? no("Giao ký thay phải ghi văn bản ủy quyền hoặc phân công.")
        : Optional.empty();
  }

  private static Optional<Verdict> overlaps(Facts facts, UnaryOperator<String> name) {
    Deputyship wanted = facts.wanted();
    return facts.around().stream()
        .filter(other -> other.overlaps(wanted.from(), wanted.to()))
        .flatMap(other -> clash(wanted, other, name).stream())
        .findFirst()
        .flatMap(DeputyRule::no);
  }

  /** One deputy at a time, and no deputies of deputies: the work would reach nobody. */
  private static Optional<String> clash(
      Deputyship wanted, Deputyship other, UnaryOperator<String> name) {
    String days = "từ %s đến %s".formatted(DAY.format(other.from()), DAY.format(other.to()));
    if (other.principal().equals(wanted.principal())) {
      return Optional.of(
          "%s đã giao cho %s thay %s. Hãy chọn ngày khác hoặc thu hồi lần giao đó."
              .formatted(name.apply(other.principal()), name.apply(other.deputy()), days));
    }
    if (other.principal().equals(wanted.deputy())) {
      return Optional.of(
          "%s vắng %s (%s thay) nên không thay người khác được."
              .formatted(name.apply(wanted.deputy()), days, name.apply(other.deputy())));
    }
    if (other.deputy().equals(wanted.principal())) {
      return Optional.of(
          "%s đang được giao thay %s %s. Hãy để %s chọn người khác thay trước."
              .formatted(
                  name.apply(wanted.principal()),
                  name.apply(other.principal()),
                  days,
                  name.apply(other.principal())));
    }
    return Optional.empty();
  }

  private static boolean holds(List<PostView> posts, String role) {
    return posts.stream().anyMatch(post -> post.role().equals(role));
  }

  private static Optional<Verdict> no(String reason) {
    return Optional.of(TaskRule.no(reason));
  }
}
