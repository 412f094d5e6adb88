package vn.thutuc.tracking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.TrackedDossier;
import vn.thutuc.dossier.TrackedDossiers;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.outbound.OutboundActs;

/**
 * A dossier for whoever knows its number and its secret. A number that does not exist and a secret
 * that is wrong have the same answer, made by the same steps.
 */
@Service
public class Tracking {

  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_SECRET = 64;
  private static final int MOST_ACTS = 100;

  private final KeyRows keys;
  private final TrackingGate gate;
  private final TrackedDossiers dossiers;
  private final OutboundActs acts;
  private final ObjectProvider<TrackedThings> things;
  private final ElectronicReturn electronic;
  private final Ratings ratings;
  private final TrackingSettings settings;
  private final Now now;
  private final TransactionTemplate transaction;

  Tracking(
      KeyRows keys,
      TrackingGate gate,
      TrackedDossiers dossiers,
      OutboundActs acts,
      ObjectProvider<TrackedThings> things,
      ElectronicReturn electronic,
      Ratings ratings,
      TrackingSettings settings,
      Now now,
      PlatformTransactionManager transactions) {
    this.keys = keys;
    this.gate = gate;
    this.dossiers = dossiers;
    this.acts = acts;
    this.things = things;
    this.electronic = electronic;
    this.ratings = ratings;
    this.settings = settings;
    this.now = now;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Who asks, and for what.
   *
   * @param address network address, for the limits only
   * @param number dossier number as it was typed
   * @param secret secret as it was typed
   */
  public record Asking(String address, String number, String secret) {

    @Override
    public String toString() {
      return "Asking";
    }
  }

  /**
   * The dossier as its applicant reads it.
   *
   * @throws DossierProblem when number and secret do not belong together, or it is too long ago
   * @throws TooManyTries when somebody has guessed too often
   */
  public TrackedView look(Asking asking) {
    return with(asking, this::view);
  }

  /**
   * Takes what the applicant says after the return, and answers the dossier.
   *
   * @param level 1 to 3
   * @param comment may be null
   * @throws DossierProblem as {@link #look}, and when it cannot be said or changed now
   */
  public TrackedView rate(Asking asking, Integer level, String comment) {
    return with(
        asking,
        dossier -> {
          ratings.rate(dossier, level, comment);
          return view(dossier);
        });
  }

  /**
   * The file of a result that is returned electronically; from now on it counts as opened.
   *
   * @param file as the view names it
   * @throws DossierProblem as {@link #look}, and when there is no such file for the applicant
   */
  public IssuedPapers.Pdf result(Asking asking, long file) {
    return with(
        asking,
        dossier ->
            electronic
                .open(dossier, file)
                .orElseThrow(
                    () ->
                        new DossierProblem(
                            DossierProblem.Kind.NOT_FOUND,
                            "result-file-not-found",
                            "file",
                            "Hồ sơ không có tệp kết quả này để tải. Hãy tải lại trang.")));
  }

  private <T> T with(Asking asking, Function<TrackedDossier, T> work) {
    String number = known(asking);
    return transaction.execute(
        status -> {
          TrackedDossier dossier = dossiers.read(number).orElseThrow(Tracking::notFound);
          requireNotTooLongAgo(dossier);
          return work.apply(dossier);
        });
  }

  /** Outside any transaction: a wrong try counts also when nothing comes of it. */
  private String known(Asking asking) {
    String number = required("number", "Mã hồ sơ", asking.number()).toUpperCase(Locale.ROOT);
    String secret = Secret.read(required("secret", "Mã tra cứu", asking.secret()));
    if (number.length() > LONGEST_NUMBER || secret.length() > LONGEST_SECRET) {
      throw notFound();
    }
    String found =
        gate.tries(
            asking.address(),
            number,
            () -> Secret.isKnown(keys.find(number).orElse(null), secret) ? number : null);
    if (found == null) {
      throw notFound();
    }
    return found;
  }

  private static String required(String field, String label, String value) {
    if (value == null || value.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing",
          field,
          "Chưa nhập \"%s\". Hãy nhập như trên giấy tiếp nhận hồ sơ.".formatted(label));
    }
    return value.strip().replace("\0", "");
  }

  private static DossierProblem notFound() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "tracking-not-found",
        null,
        "Không tìm thấy hồ sơ với mã hồ sơ và mã tra cứu này. Hãy nhập đúng cả hai mã như trên giấy"
            + " tiếp nhận hồ sơ, hoặc quét lại mã QR.");
  }

  private void requireNotTooLongAgo(TrackedDossier dossier) {
    if (dossier.closedAt() == null) {
      return;
    }
    LocalDate last = dossier.closedAt().toLocalDate().plusDays(settings.keepDays());
    if (now.local().toLocalDate().isAfter(last)) {
      throw new DossierProblem(
          DossierProblem.Kind.NOT_FOUND,
          "tracking-expired",
          null,
          "Hồ sơ %s đã kết thúc quá %d ngày nên không còn tra cứu được ở đây. Cần hỏi thêm, hãy liên hệ nơi đã tiếp nhận hồ sơ."
              .formatted(dossier.number(), settings.keepDays()));
    }
  }

  private TrackedView view(TrackedDossier dossier) {
    LocalDateTime at = now.local();
    return new TrackedView(
        dossier.number(),
        dossier.procedure(),
        dossier.procedureCode(),
        dossier.owner(),
        dossier.agency(),
        dossier.state().label(),
        TrackedWords.standing(dossier) + end(dossier),
        TrackedWords.steps(dossier),
        dossier.receivedAt(),
        TrackedWords.appointment(dossier, at),
        dossier.pauses().stream()
            .map(
                pause ->
                    new TrackedView.Wait(
                        pause.ground().label(), pause.from(), pause.to(), pause.until()))
            .toList(),
        dossier.requests().stream().map(TrackedWords::request).toList(),
        TrackedWords.obligation(dossier.obligation()),
        dossier.fees().stream()
            .map(fee -> new TrackedView.Fee(fee.title(), fee.amount(), fee.per(), fee.condition()))
            .toList(),
        dossier.feeTaken(),
        told(dossier.number()),
        things.orderedStream().flatMap(one -> one.of(dossier.number()).stream()).toList(),
        results(dossier),
        dossier.returnMethod().label(),
        dossier.returnPlace(),
        ratings.of(dossier));
  }

  private static String end(TrackedDossier dossier) {
    return dossier.endReason() == null ? "" : " Lý do: " + dossier.endReason();
  }

  private List<TrackedView.Act> told(String number) {
    List<TrackedView.Act> told = acts.of(number).stream().flatMap(Tracking::act).toList();
    return told.subList(Math.max(0, told.size() - MOST_ACTS), told.size());
  }

  private static Stream<TrackedView.Act> act(OutboundActs.Written act) {
    return ToldActs.what(act.kind(), act.event()).stream()
        .map(
            what ->
                new TrackedView.Act(
                    what, TrackingDates.localDay(act.writtenAt()), ToldActs.state(act.state())));
  }

  /** Nothing of a result is told before it is there. */
  private List<TrackedView.Outcome> results(TrackedDossier dossier) {
    boolean there =
        dossier.state() == NationalState.READY || dossier.state() == NationalState.RETURNED;
    return there
        ? dossier.results().stream()
            .map(
                result ->
                    new TrackedView.Outcome(
                        result.title(),
                        result.number(),
                        result.day(),
                        electronic.file(dossier, result)))
            .toList()
        : List.of();
  }
}
