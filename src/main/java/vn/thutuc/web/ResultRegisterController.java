package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.drafting.ResultRegister;

/** The registers in which agencies number the papers of results. */
@RestController
@RequestMapping("/api/result-registers")
@Tag(name = "Dự thảo kết quả")
class ResultRegisterController {

  private final ResultRegister register;

  ResultRegisterController(ResultRegister register) {
    this.register = register;
  }

  @Operation(summary = "Các sổ văn bản kết quả")
  @GetMapping
  List<ResultRegister.Book> books() {
    return register.books();
  }

  @Operation(summary = "Sổ văn bản kết quả của cơ quan trong năm, số mới nhất trước")
  @GetMapping("/{unit}")
  ResultRegister.Page page(
      @PathVariable String unit,
      @RequestParam String book,
      @RequestParam int year,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return register.page(unit, book, year, page, size);
  }
}
