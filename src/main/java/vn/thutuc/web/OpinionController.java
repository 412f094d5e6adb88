package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.Opinions;
import vn.thutuc.dossier.UnitChanges;

/** Opinions asked of other units beside the form. */
@RestController
@RequestMapping("/api")
@Tag(name = "Lấy ý kiến")
class OpinionController {

  private final Opinions opinions;

  OpinionController(Opinions opinions) {
    this.opinions = opinions;
  }

  @Operation(summary = "Các đơn vị có thể lấy ý kiến về hồ sơ")
  @GetMapping("/dossiers/{number}/opinion-units")
  List<UnitChanges.Target> units(@PathVariable String number) {
    return opinions.units(number);
  }

  @Operation(summary = "Các ý kiến đã hỏi về hồ sơ")
  @GetMapping("/dossiers/{number}/opinions")
  List<Opinions.Opinion> of(@PathVariable String number) {
    return opinions.of(number);
  }

  /** Whom, and what. */
  record Question(List<Opinions.Asked> units, String question) {}

  @Operation(
      summary = "Lấy ý kiến nhiều đơn vị cùng lúc, mỗi đơn vị một thời hạn; thời hạn không dừng")
  @PostMapping("/dossiers/{number}/opinions")
  List<Opinions.Opinion> ask(@PathVariable String number, @RequestBody Question question) {
    opinions.ask(number, question.units(), question.question());
    return opinions.of(number);
  }

  @Operation(summary = "Các câu hỏi đang chờ đơn vị của người dùng trả lời")
  @GetMapping("/opinions/waiting")
  List<Opinions.Opinion> waiting() {
    return opinions.waiting();
  }

  /** The unit's answer. */
  record OpinionAnswer(Opinions.Answer answer, String text) {}

  @Operation(summary = "Trả lời câu hỏi lấy ý kiến")
  @PostMapping("/opinions/{id}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable long id, @RequestBody OpinionAnswer answer) {
    opinions.answer(id, answer.answer(), answer.text());
  }
}
