package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.process.deployment.ModelExport;

/** What is in force as files; for the command {@code models export} and the page of models. */
@RestController
@Tag(name = "Mô hình")
class ModelExportController {

  private final ModelExport export;
  private final Designers designers;

  ModelExportController(ModelExport export, Designers designers) {
    this.export = export;
    this.designers = designers;
  }

  @Operation(summary = "Mọi mô hình, bảng quyết định, biểu mẫu đang áp dụng, nén thành một tệp zip")
  @GetMapping("/api/models/export")
  void export(HttpServletResponse response) throws IOException {
    designers.require("MODELS_EXPORTED", null);
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mo-hinh-dang-ap-dung.zip\"");
    export.write(response.getOutputStream());
  }
}
