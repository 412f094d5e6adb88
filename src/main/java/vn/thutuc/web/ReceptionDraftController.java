package vn.thutuc.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.ReceptionDrafts;

/** What the officer at the desk has typed and not received yet. */
@RestController
@RequestMapping("/api/reception/drafts")
@Tag(name = "Bản nháp tiếp nhận")
class ReceptionDraftController {

  private final ReceptionDrafts drafts;
  private final Catalogue catalogue;
  private final Now now;

  ReceptionDraftController(ReceptionDrafts drafts, Catalogue catalogue, Now now) {
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.now = now;
  }

  /** A draft; times are local to Asia/Ho_Chi_Minh. The title is null for an unknown procedure. */
  record DraftView(
      UUID id, String procedure, String title, LocalDateTime savedAt, JsonNode fields) {}

  /** What is typed so far. */
  record DraftRequest(String procedure, JsonNode fields) {}

  @Operation(summary = "Các bản nháp của người dùng, mới nhất trước")
  @GetMapping
  List<DraftView> mine() {
    return drafts.mine().stream().map(this::view).toList();
  }

  @GetMapping("/{id}")
  DraftView read(@PathVariable UUID id) {
    return view(drafts.mine(id));
  }

  @Operation(summary = "Lưu bản nháp; mã do trang tự đặt")
  @PutMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(@PathVariable UUID id, @RequestBody DraftRequest request) {
    drafts.save(id, request.procedure(), request.fields());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable UUID id) {
    drafts.drop(id);
  }

  private DraftView view(ReceptionDrafts.Draft draft) {
    String title =
        draft.procedure() == null
            ? null
            : catalogue
                .find(draft.procedure(), now.local())
                .map(Procedure::shortTitle)
                .orElse(null);
    return new DraftView(
        draft.id(),
        draft.procedure(),
        title,
        LocalDateTime.ofInstant(draft.savedAt(), WorkingCalendar.ZONE),
        draft.fields());
  }
}
