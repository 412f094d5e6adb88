package vn.thutuc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;
import vn.thutuc.process.security.AccessLog;
import vn.thutuc.process.security.WebappLogin;

/**
 * Logs every change made through the engine's interfaces to users, rights, models, jobs and
 * instances, refused ones included. Paths hold ids, never names.
 */
class AdministrationLog extends OncePerRequestFilter {

  private static final Pattern ENGINE =
      Pattern.compile("/engine-rest/.*|/camunda/api/(engine|admin|cockpit)/.*");
  private static final Pattern ADMINISTERED =
      Pattern.compile(
          ".*/(user|group|tenant|authorization|deployment|process-definition|decision-definition"
              + "|process-instance|modification|migration|batch|job|job-definition|incident|filter"
              + "|message|signal|setup)/.+");

  /** Calls that only ask, log in or do an officer's daily work. */
  private static final Pattern NOT_ADMINISTRATION =
      Pattern.compile(".*/(count|statistics.*|singleResult|list|submit-form|start|login/[^/]+)");

  private final AccessLog log;

  AdministrationLog(AccessLog log) {
    this.log = log;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path =
        UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8)
            .substring(request.getContextPath().length());
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("OPTIONS");
    return reads
        || !ENGINE.matcher(path).matches()
        || !ADMINISTERED.matcher(path).matches()
        || NOT_ADMINISTRATION.matcher(path).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      log.write(
          actor(request),
          "ADMINISTRATION_" + response.getStatus(),
          request.getMethod() + " " + request.getRequestURI());
    }
  }

  private static String actor(HttpServletRequest request) {
    String basic = request.getHeader("Authorization");
    if (basic != null && basic.startsWith("Basic ")) {
      return name(basic.substring("Basic ".length()));
    }
    return WebappLogin.of(request.getSession(false))
        .map(WebappLogin.Login::personId)
        .orElse("anonymous");
  }

  private static String name(String credentials) {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return pair.substring(0, Math.max(0, pair.indexOf(':')));
    } catch (IllegalArgumentException e) {
      return "unreadable";
    }
  }

  /** Outside the security chain, so that refused calls are logged, too. */
  @Configuration(proxyBeanMethods = false)
  static class BeforeEverything {

    @Bean
    FilterRegistrationBean<AdministrationLog> administrationLog(AccessLog log) {
      FilterRegistrationBean<AdministrationLog> filter =
          new FilterRegistrationBean<>(new AdministrationLog(log));
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
      return filter;
    }
  }
}
