package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.ReceptionPeople;
import vn.thutuc.process.security.AccessLog;

/**
 * What the desk knows of a person; every answer is logged as a reading of the dossier it is from.
 */
@RestController
@RequestMapping("/api/reception/people")
@Tag(name = "Tiếp nhận")
class ReceptionPeopleController {

  private final ReceptionPeople people;
  private final AccessLog log;
  private final CurrentActor actor;

  ReceptionPeopleController(ReceptionPeople people, AccessLog log, CurrentActor actor) {
    this.people = people;
    this.log = log;
    this.actor = actor;
  }

  /** The number in the body: numbers of people stand in no address. */
  record Wanted(String idNumber) {}

  /** The person, or null when the desk knows nobody with this number. */
  record Answer(ReceptionPeople.Known person) {}

  @Operation(
      summary = "Thông tin của người có số giấy tờ này trong hồ sơ gần nhất của cơ quan mình")
  @PostMapping
  Answer of(@RequestBody Wanted wanted) {
    Optional<ReceptionPeople.Known> found = people.of(wanted.idNumber());
    found.ifPresent(known -> log.write(actor.get().personId(), "READ_DOSSIER", known.dossier()));
    return new Answer(found.orElse(null));
  }
}
