package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.notice.Alerts;

/** The bell: what the ladder told the caller. */
@RestController
@RequestMapping("/api/alerts")
@Tag(name = "Cảnh báo thời hạn")
class AlertController {

  private final Alerts alerts;

  AlertController(Alerts alerts) {
    this.alerts = alerts;
  }

  @Operation(summary = "Cảnh báo của người dùng, mới nhất trước, từng trang")
  @GetMapping
  Alerts.Page page(
      @RequestParam(required = false) Long before, @RequestParam(defaultValue = "20") int size) {
    return alerts.page(before, size);
  }

  /** How many the caller has not read. */
  record Unread(int unread) {}

  @Operation(summary = "Số cảnh báo chưa đọc, đếm đến 100")
  @GetMapping("/unread")
  Unread unread() {
    return new Unread(alerts.unread());
  }

  @Operation(summary = "Ghi nhận đã đọc một cảnh báo")
  @PutMapping("/{id}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@PathVariable long id) {
    alerts.read(id);
  }

  /** Up to which alert. */
  record Reading(long upTo) {}

  @Operation(summary = "Ghi nhận đã đọc mọi cảnh báo đến cảnh báo này")
  @PutMapping("/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readUpTo(@RequestBody Reading reading) {
    alerts.readUpTo(reading.upTo());
  }
}
