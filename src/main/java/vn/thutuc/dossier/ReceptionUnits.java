package vn.thutuc.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Competence;
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
    List<Competence> candidates = procedure.competent(submission.caseCode(), submission.area());
    if (candidates.isEmpty()) {
      throw DossierProblem.invalid(
          "competent-unit-undetermined",
          "competentUnit",
          "Chưa xác định được cơ quan giải quyết thủ tục %s nên chưa tiếp nhận được hồ sơ."
                  .formatted(procedure.code())
              + " Hãy báo quản trị viên bổ sung cơ quan giải quyết vào dữ liệu thủ tục.");
    }
    if (candidates.size() > 1) {
      return chosen(procedure, candidates, submission);
    }
    return unit(procedure, candidates.get(0).unit(), submission, desk);
  }

  private String unit(Procedure procedure, String key, Submission submission, String desk) {
    if (Organisation.COMMUNE.equals(key)) {
      return commune(submission, desk);
    }
    return organisation
        .unitByKey(key)
        .map(UnitView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "competent-unit-unknown",
                    "competentUnit",
                    "Chưa xác định được cơ quan giải quyết thủ tục %s (khóa \"%s\")."
                            .formatted(procedure.code(), key)
                        + " Hãy báo quản trị viên bổ sung đơn vị."));
  }

  /** Several units come into question; the officer has read the criterion and names one. */
  private String chosen(Procedure procedure, List<Competence> candidates, Submission submission) {
    String wanted = submission.competentUnit();
    if (wanted != null) {
      UnitView unit = known(wanted, "competentUnit");
      if (candidates.stream().anyMatch(one -> one.unit().equals(unit.key()))) {
        return unit.id();
      }
    }
    String choices = candidates.stream().map(this::described).collect(Collectors.joining("; "));
    throw DossierProblem.invalid(
        "competent-unit-missing",
        "competentUnit",
        "Thủ tục %s có nhiều cơ quan giải quyết theo tiêu chí. Hãy chọn một trong: %s."
            .formatted(procedure.code(), choices));
  }

  private String described(Competence one) {
    String name =
        Organisation.COMMUNE.equals(one.unit())
            ? "Ủy ban nhân dân cấp xã"
            : organisation.unitByKey(one.unit()).map(UnitView::name).orElse(one.unit());
    return one.criterion() == null ? name : name + " (" + one.criterion() + ")";
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
