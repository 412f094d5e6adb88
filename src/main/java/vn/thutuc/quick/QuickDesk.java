package vn.thutuc.quick;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.UnitView;

/**
 * Who may settle at once, and who may have signed: a one-stop officer of the agency that settles,
 * and a leader of that agency or a leader's deputy for signing. The rule is ours (decision 0017);
 * Decree 23/2015/ND-CP, which says who certifies, was not available and is not verified.
 */
@Component
class QuickDesk {

  static final String DESK = "one-stop-officer";
  static final String LEADER = "leader";

  private final Catalogue catalogue;
  private final Organisation organisation;
  private final Deputies deputies;
  private final CurrentActor actor;
  private final Now now;

  QuickDesk(
      Catalogue catalogue,
      Organisation organisation,
      Deputies deputies,
      CurrentActor actor,
      Now now) {
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.deputies = deputies;
    this.actor = actor;
    this.now = now;
  }

  /** Whether the facts let a procedure be settled at a desk at all. */
  static boolean isQuick(Procedure procedure) {
    return procedure.quick()
        && procedure.channels().contains(Channel.COUNTER)
        && procedure.returnMethods().contains(ReturnMethod.COUNTER);
  }

  /**
   * The agency at whose desk the caller may settle a procedure at once; empty when they may not.
   */
  Optional<UnitView> agencyFor(Procedure procedure) {
    if (!isQuick(procedure)) {
      return Optional.empty();
    }
    List<String> keys = procedure.competentKeys();
    return agencies().stream().filter(agency -> keys.contains(agency.key())).findFirst();
  }

  /** Like {@link #agencyFor}, but refuses who may not. */
  UnitView requireAgencyFor(Procedure procedure) {
    if (!isQuick(procedure)) {
      throw DossierProblem.conflict(
          "not-quick",
          "Thủ tục %s không thuộc loại giải quyết ngay tại quầy. Hãy dùng trang Tiếp nhận hồ sơ."
              .formatted(procedure.code()));
    }
    return agencyFor(procedure)
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.FORBIDDEN,
                    "not-your-quick-procedure",
                    "procedure",
                    "Chỉ cán bộ một cửa của chính cơ quan giải quyết mới giải quyết ngay được thủ tục"
                        + " này. Nơi khác hãy dùng trang Tiếp nhận hồ sơ để chuyển đến cơ quan đó."));
  }

  /** The agencies at whose desk the caller serves today. */
  private List<UnitView> agencies() {
    return organisation.postsOf(me(), today()).stream()
        .filter(post -> post.role().equals(DESK))
        .map(PostView::unitId)
        .flatMap(unit -> organisation.agencyOf(unit).stream())
        .distinct()
        .toList();
  }

  /** Refuses who does not serve at a desk of the agency. */
  void requireDeskOf(String agency) {
    if (!isDeskOf(agency)) {
      throw forbidden("not-your-desk", "Chỉ cán bộ một cửa của cơ quan làm được việc này.");
    }
  }

  /** Refuses who does not answer for the registers of the agency. */
  void requireKeeperOf(String agency) {
    if (!isKeeperOf(agency)) {
      throw forbidden(
          "not-your-book", "Chỉ lãnh đạo, trưởng phòng hoặc văn thư của cơ quan mở được sổ.");
    }
  }

  boolean isDeskOf(String agency) {
    return serves(agency, Set.of(DESK));
  }

  boolean isKeeperOf(String agency) {
    return serves(agency, Set.of("head", LEADER, "clerk"));
  }

  private boolean serves(String agency, Set<String> roles) {
    return organisation.postsOf(me(), today()).stream()
        .filter(post -> roles.contains(post.role()))
        .flatMap(post -> organisation.agencyOf(post.unitId()).stream())
        .anyMatch(unit -> unit.id().equals(agency));
  }

  private static DossierProblem forbidden(String code, String message) {
    return new DossierProblem(DossierProblem.Kind.FORBIDDEN, code, null, message);
  }

  /** Whether an agency settles any procedure at once. */
  boolean settlesAtOnce(String agency) {
    return organisation
        .unit(agency)
        .map(UnitView::key)
        .filter(
            key ->
                catalogue.latest().stream()
                    .anyMatch(one -> isQuick(one) && one.competentKeys().contains(key)))
        .isPresent();
  }

  /**
   * Somebody who may have signed.
   *
   * @param id login id
   * @param name name, with whom they stand in for
   */
  record Signer(String id, String name) {}

  /** Everybody who may sign for a unit today: its leaders, then their deputies for signing. */
  List<Signer> signers(String unit) {
    List<PersonView> leaders =
        organisation
            .actingUnitIfAny(unit, LEADER, today())
            .map(acting -> organisation.holders(acting.id(), LEADER, today()))
            .orElse(List.of());
    Map<String, Signer> found = new LinkedHashMap<>();
    leaders.forEach(leader -> found.put(leader.id(), new Signer(leader.id(), leader.name())));
    for (PersonView leader : leaders) {
      deputies
          .of(leader.id(), today())
          .filter(deputyship -> deputyship.signing())
          .map(deputyship -> deputyship.deputy())
          .ifPresent(
              deputy ->
                  found.putIfAbsent(
                      deputy, new Signer(deputy, organisation.signature(deputy, leader.id()))));
    }
    return new ArrayList<>(found.values());
  }

  /**
   * The signature of somebody under a step.
   *
   * @throws DossierProblem when they hold the step's role neither themselves nor as a deputy
   */
  QuickEngine.Signature signature(String signer, QuickEngine.Step step) {
    if (organisation.holds(signer, step.unit(), step.role(), today())) {
      return new QuickEngine.Signature(signer, null);
    }
    return deputies
        .principalOf(signer, step.unit(), step.role(), today())
        .map(principal -> new QuickEngine.Signature(signer, principal))
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "signer-not-entitled",
                    "signer",
                    "Người ký đã chọn hôm nay không phải lãnh đạo của cơ quan giải quyết, cũng không được"
                        + " giao ký thay. Hãy chọn người ký trong danh sách."));
  }

  /** Id of the agency of a unit; null for a body outside the house. */
  String agencyOf(String unit) {
    return organisation.agencyOf(unit).map(UnitView::id).orElse(null);
  }

  String unitName(String unit) {
    return organisation.unit(unit).map(UnitView::name).orElse(unit);
  }

  /** Who signed, a deputy with the person it was signed for; null for nobody. */
  String signature(String signer, String signedFor) {
    return organisation.signature(signer, signedFor);
  }

  String name(String person) {
    return organisation.person(person).map(PersonView::name).orElse(person);
  }

  String me() {
    return actor.get().personId();
  }

  LocalDate today() {
    return now.local().toLocalDate();
  }
}
