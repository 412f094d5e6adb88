package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.notice.Mailbox;

/** The demo's letter box, for administrators; every reading is logged. */
@RestController
@RequestMapping("/api/mailbox")
@Tag(name = "Hộp thư thử nghiệm")
class MailboxController {

  private final Mailbox mailbox;
  private final Administrators administrators;

  MailboxController(Mailbox mailbox, Administrators administrators) {
    this.mailbox = mailbox;
    this.administrators = administrators;
  }

  @Operation(summary = "Thư, tin nhắn lẽ ra đã gửi đi, mới nhất trước, từng trang")
  @GetMapping
  Mailbox.Page page(
      @RequestParam(required = false) Long before, @RequestParam(defaultValue = "20") int size) {
    administrators.require("MAILBOX_READ", null);
    return mailbox.page(before, size);
  }

  @Operation(summary = "Tệp đính kèm của một thư")
  @GetMapping("/{id}/files/{ordinal}")
  ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int ordinal) {
    administrators.require("MAILBOX_READ", null);
    Mailbox.Content file = mailbox.file(id, ordinal);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(file.content());
  }
}
