package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.Wishes;

/** How the applicant wants the result and by what to be told, changed after reception. */
@RestController
@RequestMapping("/api/dossiers/{number}/wish")
@Tag(name = "Hồ sơ")
class WishController {

  private final Wishes wishes;

  WishController(Wishes wishes) {
    this.wishes = wishes;
  }

  @Operation(summary = "Cách nhận kết quả, thông báo của người nộp, và còn đổi được gì")
  @GetMapping
  Wishes.Wish read(@PathVariable String number) {
    return wishes.of(number);
  }

  @Operation(summary = "Bộ phận Một cửa đổi cách nhận kết quả, thông báo theo đề nghị, có lý do")
  @PostMapping
  Wishes.Wish change(@PathVariable String number, @RequestBody Wishes.Change wish) {
    wishes.change(number, wish);
    return wishes.of(number);
  }
}
