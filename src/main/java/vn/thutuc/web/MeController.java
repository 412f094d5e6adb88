package vn.thutuc.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.process.acts.UnitWork;
import vn.thutuc.process.security.AccessLog;

/** Who is logged in, and for inspectors and administrators the access log. */
@RestController
@RequestMapping("/api")
@Tag(name = "Người dùng")
class MeController {

  private final CurrentActor actor;
  private final Organisation organisation;
  private final UnitWork work;
  private final AccessLog log;
  private final Now now;

  MeController(
      CurrentActor actor, Organisation organisation, UnitWork work, AccessLog log, Now now) {
    this.actor = actor;
    this.organisation = organisation;
    this.work = work;
    this.log = log;
    this.now = now;
  }

  record UnitRef(String id, String name) {}

  /** Somebody; heads tells whether they head a unit, in their own right or as a deputy. */
  record Me(String id, String name, List<UnitRef> units, List<String> roles, boolean heads) {}

  @GetMapping("/me")
  Me me() {
    String id = actor.get().personId();
    List<PostView> posts = posts(id);
    return new Me(
        id,
        organisation.person(id).map(PersonView::name).orElse(id),
        posts.stream()
            .map(PostView::unitId)
            .distinct()
            .map(
                unit -> new UnitRef(unit, organisation.unit(unit).map(UnitView::name).orElse(unit)))
            .toList(),
        posts.stream().map(PostView::role).distinct().toList(),
        work.headsAny());
  }

  @GetMapping("/units")
  List<UnitRef> communes() {
    return organisation.communes().stream().map(u -> new UnitRef(u.id(), u.name())).toList();
  }

  @GetMapping("/access-log")
  List<AccessLog.Row> accessLog(@RequestParam(required = false) Long before) {
    String id = actor.get().personId();
    boolean mayRead =
        posts(id).stream()
            .anyMatch(p -> p.role().equals("inspector") || p.role().equals("administrator"));
    if (!mayRead) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "inspector-only",
          null,
          "Chỉ thanh tra và quản trị viên được xem nhật ký truy cập.");
    }
    log.write(id, "READ_ACCESS_LOG", null);
    return log.page(before);
  }

  private List<PostView> posts(String person) {
    return organisation.postsOf(person, now.local().toLocalDate());
  }
}
