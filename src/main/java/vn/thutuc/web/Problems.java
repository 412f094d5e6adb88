package vn.thutuc.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.thutuc.almanac.AlmanacProblem;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.tracking.TooManyTries;

/**
 * Every refusal as problem+json in Vietnamese with a stable code; people never see exception text.
 */
@RestControllerAdvice(basePackages = "vn.thutuc.web")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail dossier(DossierProblem problem) {
    HttpStatus status =
        switch (problem.kind()) {
          case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case CONFLICT -> HttpStatus.CONFLICT;
        };
    return problem(
        status, title(problem.kind()), problem.code(), problem.field(), problem.getMessage());
  }

  private static String title(DossierProblem.Kind kind) {
    return switch (kind) {
      case INVALID -> "Dữ liệu chưa hợp lệ";
      case NOT_FOUND -> "Không tìm thấy";
      case FORBIDDEN -> "Không có quyền";
      case CONFLICT -> "Không thực hiện được ở trạng thái hiện tại";
    };
  }

  @ExceptionHandler
  ProblemDetail almanac(AlmanacProblem problem) {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "Lịch chưa hợp lệ",
        problem.code(),
        problem.field(),
        problem.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooMany(TooManyTries tries) {
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(tries.seconds()))
        .body(
            problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "Tra cứu quá nhiều lần",
                "too-many-tries",
                null,
                tries.getMessage()));
  }

  @ExceptionHandler({OptimisticLockingFailureException.class, OptimisticLockingException.class})
  ProblemDetail race(RuntimeException race) {
    return problem(
        HttpStatus.CONFLICT,
        "Hồ sơ vừa thay đổi",
        "changed-meanwhile",
        null,
        "Hồ sơ vừa được người khác hoặc hệ thống cập nhật. Hãy tải lại rồi thực hiện lại.");
  }

  @ExceptionHandler(AuthorizationException.class)
  ProblemDetail forbidden(AuthorizationException refusal) {
    return problem(
        HttpStatus.FORBIDDEN,
        "Không có quyền",
        "not-allowed",
        null,
        "Tài khoản này không có quyền thực hiện thao tác.");
  }

  @ExceptionHandler(BadUserRequestException.class)
  ProblemDetail engine(BadUserRequestException refusal) {
    return refusal.getCause() instanceof DossierProblem cause
        ? dossier(cause)
        : problem(
            HttpStatus.BAD_REQUEST,
            "Yêu cầu không hợp lệ",
            "request-invalid",
            null,
            "Yêu cầu không hợp lệ. Hãy kiểm tra lại dữ liệu gửi lên.");
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MethodArgumentTypeMismatchException.class,
    MissingServletRequestParameterException.class
  })
  ProblemDetail unreadable(Exception failure) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "Dữ liệu không đọc được",
        "request-malformed",
        field(failure),
        "Dữ liệu gửi lên sai định dạng. Thời điểm viết theo dạng 2026-11-20T09:00, ngày theo dạng"
            + " 2026-11-20; mã lựa chọn phải đúng danh mục.");
  }

  private static String field(Exception failure) {
    if (failure instanceof MethodArgumentTypeMismatchException parameter) {
      return parameter.getName();
    }
    if (failure instanceof MissingServletRequestParameterException parameter) {
      return parameter.getParameterName();
    }
    return failure.getCause() instanceof JsonMappingException json ? path(json) : null;
  }

  private static String path(JsonMappingException json) {
    String path =
        json.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? null : path;
  }

  @ExceptionHandler(RuntimeException.class)
  ProblemDetail unexpected(RuntimeException failure, HttpServletRequest request) {
    Optional<DossierProblem> cause = causeOf(failure);
    if (cause.isPresent()) {
      return dossier(cause.get());
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Lỗi hệ thống",
        "unexpected",
        null,
        "Máy chủ gặp lỗi, chưa có gì được ghi nhận. Hãy thử lại sau hoặc báo quản trị viên.");
  }

  private static Optional<DossierProblem> causeOf(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof DossierProblem problem) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  private static ProblemDetail problem(
      HttpStatus status, String title, String code, String field, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setProperty("code", code);
    problem.setProperty("field", field);
    return problem;
  }
}
