package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.almanac.AlmanacProblem;
import vn.thutuc.almanac.CalendarHours;
import vn.thutuc.dossier.CalendarRun;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** The counting hours of the house and of its agencies. */
@RestController
@RequestMapping("/api/calendar/hours")
@Tag(name = "Lịch làm việc")
class CalendarHoursController {

  private static final String WHOLE_HOUSE = "toàn tỉnh";

  private final CalendarHours hours;
  private final CalendarRun run;
  private final Organisation organisation;
  private final Administrators administrators;

  CalendarHoursController(
      CalendarHours hours,
      CalendarRun run,
      Organisation organisation,
      Administrators administrators) {
    this.hours = hours;
    this.run = run;
    this.organisation = organisation;
    this.administrators = administrators;
  }

  record AgencyRef(String id, String name) {}

  record SetHours(
      String agency,
      String name,
      LocalDate from,
      String slots,
      Instant changedAt,
      String changedBy) {}

  /** What holds without saying, what was set, and for whom hours can be set. */
  record HoursPage(String usual, List<SetHours> set, List<AgencyRef> agencies) {}

  /** An empty agency is the whole house. */
  record HoursRequest(String agency, LocalDate from, String slots, boolean reissue) {}

  record Opened(long run) {}

  @Operation(summary = "Giờ làm việc dùng để tính thời hạn, theo cơ quan và ngày áp dụng")
  @GetMapping
  HoursPage hours() {
    administrators.requireToRead("hours");
    return new HoursPage(
        hours.usual(),
        hours.all().stream().map(this::named).toList(),
        organisation.agencies().stream()
            .map(agency -> new AgencyRef(agency.id(), agency.name()))
            .toList());
  }

  private SetHours named(CalendarHours.Hours set) {
    return new SetHours(
        set.agency(),
        set.agency().isEmpty()
            ? WHOLE_HOUSE
            : organisation.unit(set.agency()).map(UnitView::name).orElse(set.agency()),
        set.from(),
        set.slots(),
        set.changedAt(),
        set.changedBy());
  }

  @Operation(summary = "Đặt giờ làm việc của một cơ quan từ một ngày và áp dụng cho hồ sơ")
  @PutMapping
  ResponseEntity<Opened> set(@RequestBody HoursRequest request) {
    String agency = request.agency() == null ? CalendarHours.EVERYBODY : request.agency().strip();
    String person = administrators.require("CALENDAR_HOURS_SET", agency.isEmpty() ? "all" : agency);
    long opened =
        hours.set(agency, name(agency), request.from(), request.slots(), request.reissue(), person);
    run.resumeOpenRun();
    return ResponseEntity.accepted().body(new Opened(opened));
  }

  private String name(String agency) {
    if (agency.isEmpty()) {
      return WHOLE_HOUSE;
    }
    return organisation.agencies().stream()
        .filter(known -> known.id().equals(agency))
        .findFirst()
        .map(UnitView::name)
        .orElseThrow(
            () ->
                new AlmanacProblem(
                    "agency-unknown",
                    "agency",
                    "Không có cơ quan \"" + agency + "\". Hãy chọn cơ quan trong danh sách."));
  }
}
