package vn.thutuc.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Answers who has not logged in. Only the engine's interface challenges for Basic: a challenge to
 * our pages' calls would open the browser's own dialog.
 */
@Component
class LoginRequired implements AuthenticationEntryPoint {

  private final ObjectMapper json;

  LoginRequired(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean engine = request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest");
    response.setHeader(
        "WWW-Authenticate", engine ? "Basic realm=\"thutuc\"" : "Session realm=\"thutuc\"");
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNAUTHORIZED,
            "Anh/chị chưa đăng nhập, hoặc tên đăng nhập, mật khẩu không đúng, hoặc tài khoản đang"
                + " tạm khóa do đăng nhập sai nhiều lần.");
    problem.setTitle("Chưa đăng nhập");
    problem.setProperty("code", "login-required");
    response.setStatus(HttpStatus.UNAUTHORIZED.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getWriter(), problem);
  }
}
