package vn.thutuc.process.security;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** Who is logged in to the web applications, as their session says. */
public final class WebappLogin {

  private static final String ENGINE = "default";

  private WebappLogin() {}

  /**
   * A login.
   *
   * @param personId id of the person
   * @param token the session's token against forged requests; null before one was given
   */
  public record Login(String personId, String token) {

    /** Whether a request brought the session's token. */
    public boolean hasToken(String presented) {
      return token != null
          && presented != null
          && MessageDigest.isEqual(
              token.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The login of a session; empty without a session or a login. */
  public static Optional<Login> of(HttpSession session) {
    if (session == null) {
      return Optional.empty();
    }
    Authentications all = AuthenticationUtil.getAuthsFromSession(session);
    UserAuthentication login =
        all == null ? null : (UserAuthentication) all.getAuthenticationForProcessEngine(ENGINE);
    return login == null
        ? Optional.empty()
        : Optional.of(
            new Login(
                login.getIdentityId(),
                (String) session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME)));
  }
}
