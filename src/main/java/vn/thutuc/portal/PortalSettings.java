package vn.thutuc.portal;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the national portal is reached. Directly and through the province's integration platform
 * (LGSP) it is the same client: address, paths and headers differ. The shipped paths and headers
 * are those of systems seen in public; none was verified against the current specification.
 *
 * @param enabled whether the house is connected; otherwise nothing is written, sent or compared
 * @param address base address of the portal or of the platform
 * @param loginPath where a session is asked for; blank when the platform's headers log in
 * @param callPath where services are called; may name {@code {service}}, {@code {unit}} and {@code
 *     {updating}}
 * @param unit identification code of the sending unit ({@code madonvi})
 * @param headers further headers of every call, e.g. {@code dstcode} or the platform's token
 * @param username name to log in with
 * @param password its password, from the environment only
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer; an act may take five calls within a lease
 * @param sessionFor how long a session is used before the next login
 * @param tables folder of a province's own tables of states and codes; null for the shipped ones
 * @param filesFrom addresses below which papers of submitted dossiers are fetched; empty means the
 *     portal's own address
 * @param listService service that lists the dossiers the portal holds; blank when it has none, then
 *     each of ours is looked up
 * @param checkAt local time from which the house compares by itself, once a day
 * @param checkDays how many days back a settled dossier is still compared
 */
@ConfigurationProperties("thutuc.portal")
record PortalSettings(
    @DefaultValue("false") boolean enabled,
    URI address,
    @DefaultValue("/mapi/login") String loginPath,
    @DefaultValue("/mapi/g") String callPath,
    String unit,
    @DefaultValue Map<String, String> headers,
    String username,
    String password,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("15m") Duration sessionFor,
    String tables,
    @DefaultValue List<URI> filesFrom,
    @DefaultValue("") String listService,
    @DefaultValue("02:00") LocalTime checkAt,
    @DefaultValue("30") int checkDays) {

  PortalSettings {
    if (enabled) {
      List<String> missing = new ArrayList<>();
      require(address, "address", missing);
      require(unit, "unit", missing);
      if (!loginPath.isBlank()) {
        require(username, "username", missing);
        require(password, "password", missing);
      }
      if (!missing.isEmpty()) {
        throw new IllegalArgumentException(
            "thutuc.portal is switched on, but lacks: %s. Set them (the password as"
                    .formatted(String.join(", ", missing))
                + " THUTUC_PORTAL_PASSWORD in the environment), or set thutuc.portal.enabled to"
                + " false");
      }
    }
    if (checkDays < 1 || checkDays > 366) {
      throw new IllegalArgumentException("thutuc.portal.check-days is 1 to 366");
    }
  }

  private static void require(Object value, String name, List<String> missing) {
    if (value == null || value.toString().isBlank()) {
      missing.add(name);
    }
  }

  boolean logsIn() {
    return !loginPath.isBlank();
  }

  boolean lists() {
    return !listService.isBlank();
  }

  List<URI> fileRoots() {
    return filesFrom.isEmpty() ? List.of(address) : filesFrom;
  }

  /** Says nothing of passwords and tokens. */
  @Override
  public String toString() {
    return "PortalSettings[enabled=%s, address=%s, unit=%s]".formatted(enabled, address, unit);
  }
}
