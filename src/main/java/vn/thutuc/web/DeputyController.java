package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.process.acts.DeputyAppointments;
import vn.thutuc.process.acts.DeputyDays;

/** Who stands in for whom, from when until when. */
@RestController
@RequestMapping("/api/deputies")
@Tag(name = "Thay thế")
class DeputyController {

  private final DeputyAppointments appointments;
  private final DeputyDays days;

  DeputyController(DeputyAppointments appointments, DeputyDays days) {
    this.appointments = appointments;
    this.days = days;
  }

  @Operation(
      summary = "Các lần giao thay liên quan đến người dùng hoặc đơn vị người dùng phụ trách")
  @GetMapping
  List<DeputyAppointments.View> all() {
    return appointments.mine();
  }

  @Operation(summary = "Những người mà người dùng được giao thay cho")
  @GetMapping("/principals")
  List<PersonView> principals() {
    return appointments.principals();
  }

  @Operation(summary = "Những người có thể thay một người")
  @GetMapping("/candidates")
  List<PersonView> candidates(@RequestParam(required = false) String principal) {
    return appointments.candidates(principal);
  }

  @Operation(summary = "Giao thay từ ngày đến hết ngày, kể cả ký thay khi có văn bản")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  List<DeputyAppointments.View> appoint(@RequestBody DeputyAppointments.Wanted wanted) {
    appointments.appoint(wanted);
    return appointments.mine();
  }

  @Operation(summary = "Thu hồi việc giao thay; việc đang giữ thay trở về người vắng")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable long id) {
    appointments.revoke(id);
    days.turn();
  }
}
