package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.notice.NoticePreviews;
import vn.thutuc.process.security.AccessLog;

/** The notices to applicants, and what each would say about a dossier; the latter is logged. */
@RestController
@RequestMapping("/api/notice-templates")
@Tag(name = "Mẫu thông báo")
class NoticeTemplateController {

  private final NoticePreviews previews;
  private final AccessLog log;
  private final CurrentActor actor;

  NoticeTemplateController(NoticePreviews previews, AccessLog log, CurrentActor actor) {
    this.previews = previews;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Các thông báo cho người nộp và kênh gửi đã kết nối")
  @GetMapping
  NoticePreviews.Overview overview() {
    return previews.overview();
  }

  /** With which dossier. */
  record PreviewRequest(String number) {}

  @Operation(summary = "Xem thử một thông báo với một hồ sơ có thật; không gửi gì")
  @PostMapping("/{event}/preview")
  NoticePreviews.Preview preview(@PathVariable String event, @RequestBody PreviewRequest request) {
    NoticePreviews.Preview preview = previews.preview(event, request.number());
    log.write(actor.get().personId(), "READ_DOSSIER", request.number().strip());
    return preview;
  }
}
