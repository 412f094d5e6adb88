package vn.thutuc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thutuc.process.security.WebappLogin;

/**
 * Takes the login of the web applications for our own interface. A call that changes something must
 * bring the session's token in {@code X-XSRF-TOKEN}; our pages learn it from any answer.
 */
@Component
class WebappSession extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String TOKEN = "X-XSRF-TOKEN";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader("Authorization") != null
        || request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<WebappLogin.Login> login = WebappLogin.of(request.getSession(false));
    login.ifPresent(
        found -> {
          if (found.token() != null) {
            response.setHeader(TOKEN, found.token());
          }
          if (SAFE.contains(request.getMethod()) || found.hasToken(request.getHeader(TOKEN))) {
            SecurityContextHolder.getContext()
                .setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                        found.personId(), null, List.of()));
          }
        });
    chain.doFilter(request, response);
  }

  /** Part of the security chain only, not a filter of every request. */
  @Configuration(proxyBeanMethods = false)
  static class NotOutsideTheChain {

    @Bean
    FilterRegistrationBean<WebappSession> webappSessionRegistration(WebappSession filter) {
      FilterRegistrationBean<WebappSession> registration = new FilterRegistrationBean<>(filter);
      registration.setEnabled(false);
      return registration;
    }
  }
}
