package vn.thutuc.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.DossierDocument.Labelled;

/**
 * How the applicant wants the result and by what to be told, changed after reception: the desk
 * enters it, the dossier and its processes hold it from then on. A result that is out goes no other
 * way; what it is told by can change until the dossier is closed.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class Wishes {

  private static final String DESK = "one-stop-officer";
  private static final String ADDRESS = "deliveryAddress";

  /** The step under which the new address stands among what the forms of the dossier submitted. */
  private static final String STEP = "wish";

  private static final int LONGEST_ADDRESS = 300;

  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final Capacities capacities;
  private final Terms terms;
  private final FormEntries entries;
  private final DeliveryFacts delivery;
  private final Journal journal;
  private final CurrentActor actor;
  private final ProcedureEngine engine;
  private final List<ResultCourier> couriers;

  Wishes(
      Dossiers dossiers,
      DossierVisibility visibility,
      Capacities capacities,
      Terms terms,
      FormEntries entries,
      DeliveryFacts delivery,
      Journal journal,
      CurrentActor actor,
      ProcedureEngine engine,
      List<ResultCourier> couriers) {
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.capacities = capacities;
    this.terms = terms;
    this.entries = entries;
    this.delivery = delivery;
    this.journal = journal;
    this.actor = actor;
    this.engine = engine;
    this.couriers = couriers;
  }

  /**
   * The wish as it stands, and what can be changed of it.
   *
   * @param way how the result goes
   * @param ways what the procedure offers
   * @param address where it would go by post; null when nobody gave an address
   * @param notices by what the applicant is told; null when the house chooses
   * @param noticeWays what can be chosen
   * @param allowed whether the caller may change anything
   * @param refusal why not; null when they may
   * @param wayRefusal why the way cannot be changed any more; null when it can
   */
  public record Wish(
      Labelled way,
      List<Labelled> ways,
      String address,
      Labelled notices,
      List<Labelled> noticeWays,
      boolean allowed,
      String refusal,
      String wayRefusal) {}

  /**
   * What the applicant wishes from now on.
   *
   * @param way how the result goes; required
   * @param address where to, by post alone; required when it did not go by post before, else left
   *     out for where it went
   * @param notices by what to be told; null lets the house choose
   * @param reason in the applicant's words; required
   */
  public record Change(ReturnMethod way, String address, NoticeWish notices, String reason) {}

  /**
   * The wish of a dossier.
   *
   * @throws DossierProblem when there is none or the caller may not know of it
   */
  @Transactional(readOnly = true)
  public Wish of(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    Optional<DossierProblem> refusal = refusal(dossier);
    return new Wish(
        labelled(dossier.returnMethod()),
        terms.procedure(dossier).returnMethods().stream().map(Wishes::labelled).toList(),
        delivery.of(number).address(),
        dossier.reception().noticeWish() == null
            ? null
            : labelled(dossier.reception().noticeWish()),
        Stream.of(NoticeWish.values()).map(Wishes::labelled).toList(),
        refusal.isEmpty(),
        refusal.map(DossierProblem::getMessage).orElse(null),
        refusal.isPresent() ? null : out(dossier).map(DossierProblem::getMessage).orElse(null));
  }

  /**
   * Changes it: the whole wish as it is from now on.
   *
   * @throws DossierProblem when the caller does not serve at the dossier's desk, the dossier is
   *     closed, the result is out, something is missing or not offered, or nothing is changed
   */
  public void change(String number, Change wish) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    refusal(dossier)
        .ifPresent(
            refused -> {
              throw refused;
            });
    check(dossier, wish);
    String address = address(wish);
    boolean otherAddress = address != null && !address.equals(delivery.of(number).address());
    List<String> what = what(dossier, wish, otherAddress);
    boolean otherWay =
        wish.way() != dossier.returnMethod() || otherAddress || what.isEmpty() && isBack(dossier);
    if (otherWay) {
      out(dossier)
          .ifPresent(
              refused -> {
                throw refused;
              });
    } else if (what.isEmpty()) {
      throw DossierProblem.conflict(
          "nothing-changed",
          "Cách nhận kết quả và thông báo của hồ sơ %s đã đúng như vậy, không có gì thay đổi."
              .formatted(number));
    }
    String behalf = capacity(dossier).map(Capacities.Capacity::onBehalfOf).orElse(null);
    dossier.returnBy(wish.way());
    dossier.reception().wishing(wish.notices());
    if (otherAddress) {
      entries.add(
          dossier,
          new CompletedSteps.Completion(null, STEP, STEP, 0, journal.newestLine(dossier.id())),
          new Actor(actor.get().personId(), behalf),
          Map.of(ADDRESS, address));
    }
    write(dossier, wish, what, behalf);
    dossiers.saveAndFlush(dossier);
    if (otherWay) {
      couriers.forEach(one -> one.takeBack(dossier.id(), number, wish.reason().strip()));
      engine.returnBy(number, wish.way().name());
    }
  }

  private static String address(Change wish) {
    return wish.way() != ReturnMethod.POSTAL || wish.address() == null || wish.address().isBlank()
        ? null
        : wish.address().strip();
  }

  /** What came back, or could not be sent, waits at the desk although it is wished otherwise. */
  private static boolean isBack(Dossier dossier) {
    return dossier.state() == NationalState.READY && dossier.returnMethod() != ReturnMethod.COUNTER;
  }

  private void write(Dossier dossier, Change wish, List<String> what, String behalf) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("what", what.isEmpty() ? "gửi lại, " + wish.way().label() : String.join("; ", what));
    data.put("way", wish.way().name());
    if (wish.notices() != null) {
      data.put("notices", wish.notices().name());
    }
    journal.write(dossier, JournalEvent.WISH_CHANGED, wish.reason().strip(), data, behalf);
  }

  /** The address itself stands in no journal. */
  private static List<String> what(Dossier dossier, Change wish, boolean otherAddress) {
    List<String> what = new ArrayList<>();
    if (wish.way() != dossier.returnMethod()) {
      what.add("%s → %s".formatted(dossier.returnMethod().label(), wish.way().label()));
    }
    if (otherAddress) {
      what.add("địa chỉ nhận mới");
    }
    NoticeWish before = dossier.reception().noticeWish();
    if (!Objects.equals(before, wish.notices())) {
      what.add("thông báo: %s → %s".formatted(word(before), word(wish.notices())));
    }
    return what;
  }

  private static String word(NoticeWish wish) {
    return wish == null ? "theo thông tin liên hệ" : wish.label();
  }

  private void check(Dossier dossier, Change wish) {
    Texts.required("reason", "Lý do", wish.reason());
    Texts.fits("reason", "Lý do", wish.reason(), Texts.REASON);
    Texts.required("way", "Cách nhận kết quả", wish.way() == null ? null : wish.way().name());
    if (!terms.procedure(dossier).returnMethods().contains(wish.way())) {
      throw DossierProblem.invalid(
          "return-method-not-offered",
          "way",
          "Thủ tục %s không trả kết quả theo hình thức \"%s\". Hãy chọn cách khác."
              .formatted(dossier.procedureCode(), wish.way().label()));
    }
    if (wish.way() == ReturnMethod.POSTAL) {
      if (dossier.returnMethod() != ReturnMethod.POSTAL) {
        Texts.required("address", "Địa chỉ nhận kết quả", wish.address());
      }
      Texts.fits("address", "Địa chỉ nhận kết quả", wish.address(), LONGEST_ADDRESS);
    }
    SubmissionCheck.reachable(wish.notices(), Arrays.asList(dossier.owner(), dossier.submitter()));
  }

  private Optional<DossierProblem> refusal(Dossier dossier) {
    if (capacity(dossier).isEmpty()) {
      return Optional.of(
          new DossierProblem(
              DossierProblem.Kind.FORBIDDEN,
              "desk-changes-wish",
              null,
              "Chỉ cán bộ Bộ phận Một cửa nơi tiếp nhận hoặc nơi trả kết quả đổi được cách nhận kết"
                  + " quả, thông báo."));
    }
    return dossier.closedAt() == null
        ? Optional.empty()
        : Optional.of(
            DossierProblem.conflict(
                "dossier-closed",
                "Hồ sơ %s đã kết thúc (trạng thái: %s) nên không đổi cách nhận kết quả, thông báo"
                        .formatted(dossier.number(), dossier.state().label())
                    + " được nữa."));
  }

  /** Why the way cannot be changed: something out of the house has the result, or is to have it. */
  private Optional<DossierProblem> out(Dossier dossier) {
    Optional<String> reason =
        couriers.stream().flatMap(one -> one.refusal(dossier.id()).stream()).findFirst();
    if (reason.isEmpty() && engine.isOut(dossier.number())) {
      reason =
          Optional.of(
              "Kết quả của hồ sơ %s đã bàn giao cho bưu chính hoặc đã gửi bản điện tử nên không đổi"
                      .formatted(dossier.number())
                  + " cách nhận được nữa. Nếu không phát, không gửi được thì kết quả trở lại Bộ"
                  + " phận Một cửa và khi đó đổi được.");
    }
    return reason.map(text -> DossierProblem.conflict("result-is-out", text));
  }

  private Optional<Capacities.Capacity> capacity(Dossier dossier) {
    return capacities
        .over(dossier.units().desk(), DESK)
        .or(() -> capacities.over(dossier.units().returning(), DESK));
  }

  private static Labelled labelled(ReturnMethod way) {
    return new Labelled(way.name(), way.label());
  }

  private static Labelled labelled(NoticeWish wish) {
    return new Labelled(wish.name(), wish.label());
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
