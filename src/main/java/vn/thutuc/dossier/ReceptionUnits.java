package vn.thutuc.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.UnitView;

/** Finds the units of a new dossier: who receives it, who settles it and where it is returned. */
@Component
class ReceptionUnits {

  private static final String DESK_ROLE = "one-stop-officer";

  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  ReceptionUnits(Organisation organisation, CurrentActor actor, Now now) {
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  Units of(Procedure procedure, Submission submission) {
    String desk = desk(submission);
    String competent = competent(procedure, submission, desk);
    return new Units(null, desk, competent, desk);
  }

  private String desk(Submission submission) {
    List<String> mine = desksOfActor();
    String wanted = submission.deskUnit();
    if (wanted == null) {
      return mine.stream()
          .findFirst()
          .orElseThrow(
              () ->
                  new DossierProblem(
                      DossierProblem.Kind.FORBIDDEN,
                      "not-a-desk",
                      "deskUnit",
                      "Tài khoản này không phải cán bộ một cửa nên không tiếp nhận được hồ sơ."));
    }
    if (!actor.get().isSystem() && !mine.contains(wanted)) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-your-desk",
          "deskUnit",
          "Tài khoản này không phải cán bộ một cửa của đơn vị " + wanted + ".");
    }
    return known(wanted, "deskUnit").id();
  }

  private List<String> desksOfActor() {
    LocalDate today = now.local().toLocalDate();
    return organisation.postsOf(actor.get().personId(), today).stream()
        .filter(post -> post.role().equals(DESK_ROLE))
        .map(PostView::unitId)
        .sorted(Comparator.comparing(unit -> !isServiceCentre(unit)))
        .toList();
  }

  /** Who serves at a desk of the agency and of its service centre receives at the centre. */
  private boolean isServiceCentre(String unit) {
    return organisation
        .unit(unit)
        .map(found -> found.kind().equals("service-centre"))
        .orElse(false);
  }

  private String competent(Procedure procedure, Submission submission, String desk) {
    if (Organisation.COMMUNE.equals(procedure.competent())) {
      return commune(submission, desk);
    }
    return organisation
        .unitByKey(procedure.competent())
        .map(UnitView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "competent-unit-unknown",
                    "competentUnit",
                    "Chưa xác định được cơ quan giải quyết thủ tục %s (khóa \"%s\")."
                            .formatted(procedure.code(), procedure.competent())
                        + " Hãy báo quản trị viên bổ sung đơn vị."));
  }

  private String commune(Submission submission, String desk) {
    if (submission.competentUnit() != null) {
      UnitView chosen = known(submission.competentUnit(), "competentUnit");
      if (!Organisation.COMMUNE.equals(chosen.key())) {
        throw DossierProblem.invalid(
            "competent-unit-not-a-commune",
            "competentUnit",
            chosen.name() + " không phải Ủy ban nhân dân cấp xã. Hãy chọn một xã, phường.");
      }
      return chosen.id();
    }
    return agency(desk)
        .filter(agency -> Organisation.COMMUNE.equals(agency.key()))
        .map(UnitView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "competent-unit-missing",
                    "competentUnit",
                    "Thủ tục do cấp xã giải quyết. Hãy chọn Ủy ban nhân dân cấp xã có thẩm quyền."));
  }

  Optional<UnitView> agency(String unit) {
    return organisation.agencyOf(unit);
  }

  private UnitView known(String unit, String field) {
    return organisation
        .unit(unit)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "unit-unknown",
                    field,
                    "Không có đơn vị mang mã đã nhập. Hãy chọn đơn vị trong danh sách."));
  }
}
