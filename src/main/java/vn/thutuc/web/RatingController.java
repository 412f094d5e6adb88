package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.process.security.AccessLog;
import vn.thutuc.tracking.Ratings;

/** What applicants said, for who leads the unit. */
@RestController
@RequestMapping("/api/ratings")
@Tag(name = "Đánh giá của người nộp")
class RatingController {

  private final Ratings ratings;
  private final AccessLog log;
  private final CurrentActor actor;

  RatingController(Ratings ratings, AccessLog log, CurrentActor actor) {
    this.ratings = ratings;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Đánh giá về hồ sơ của đơn vị, mới nhất trước; before là mã để xem tiếp")
  @GetMapping
  Ratings.Page page(
      @RequestParam(required = false) Integer level, @RequestParam(required = false) Long before) {
    Ratings.Page page = ratings.page(level, before);
    log.write(actor.get().personId(), "READ_RATINGS", null);
    return page;
  }
}
