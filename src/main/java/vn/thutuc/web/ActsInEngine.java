package vn.thutuc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.thutuc.process.security.EngineLogin;

/** Lets the engine know, for the length of one request, who acts, with groups and tenants. */
class ActsInEngine extends OncePerRequestFilter {

  private final EngineLogin login;

  ActsInEngine(EngineLogin login) {
    this.login = login;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person == null
        || !person.isAuthenticated()
        || person instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    login.enter(person.getName());
    try {
      chain.doFilter(request, response);
    } finally {
      login.leave();
    }
  }
}
