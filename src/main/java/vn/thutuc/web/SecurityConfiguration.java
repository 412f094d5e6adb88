package vn.thutuc.web;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.security.EngineLogin;

/**
 * Closed by default. Machines and the Modeler log in by Basic, people with the session of the web
 * applications; everything that is not named is denied.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String OUR_PAGES_ONLY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
          + " form-action 'self'; object-src 'none'";

  /**
   * What the public asks, each address by name. No login is read: whoever is logged in in the same
   * browser counts as nobody here, and nobody acts in the engine.
   */
  @Bean
  @Order(0)
  SecurityFilterChain publicChain(HttpSecurity http) throws Exception {
    return http.securityMatcher(paths("/api/public/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        asked(
                            HttpMethod.POST,
                            "/api/public/tracking",
                            "/api/public/tracking/rating",
                            "/api/public/tracking/result",
                            // Signed by the carrier instead of a login.
                            "/api/public/postal/events"))
                    .permitAll()
                    .requestMatchers(
                        asked(
                            HttpMethod.GET,
                            "/api/public/procedures",
                            "/api/public/procedures/{code}",
                            "/api/public/figures"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // No login, no ambient credentials: nothing a forged request could use.
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> strict(headers, OUR_PAGES_ONLY))
        .build();
  }

  /** Interfaces: a login for every call, no session of their own. */
  @Bean
  @Order(1)
  SecurityFilterChain interfaceChain(
      HttpSecurity http, EngineLogin login, WebappSession session, LoginRequired loginRequired)
      throws Exception {
    return http.securityMatcher(
            paths(
                "/api/**",
                "/engine-rest/**",
                "/v3/api-docs/**",
                "/swagger-ui/**",
                "/swagger-ui.html"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        // The login is known as a bean: named here as well, a wrong password would count twice.
        .httpBasic(basic -> basic.authenticationEntryPoint(loginRequired))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(loginRequired))
        .addFilterBefore(session, BasicAuthenticationFilter.class)
        .addFilterAfter(new ActsInEngine(login), AuthorizationFilter.class)
        .sessionManagement(
            s ->
                s.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                    // The session belongs to the web applications: they change its id at login.
                    .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none))
        // Basic carries no ambient credentials; the session's token is checked by WebappSession.
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> strict(headers, OUR_PAGES_ONLY + "; style-src 'self' 'unsafe-inline'"))
        .build();
  }

  /** Health is for whoever watches the nodes and says nothing more; figures are administrators'. */
  @Bean
  @Order(1)
  SecurityFilterChain watchChain(
      HttpSecurity http, LoginRequired loginRequired, Organisation organisation, Now now)
      throws Exception {
    return http.securityMatcher(paths("/actuator/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(paths("/actuator/health"))
                    .permitAll()
                    .requestMatchers(
                        paths("/actuator/metrics", "/actuator/metrics/*", "/actuator/prometheus"))
                    .access(
                        (login, request) ->
                            new AuthorizationDecision(
                                organisation
                                    .postsOf(login.get().getName(), now.local().toLocalDate())
                                    .stream()
                                    .anyMatch(post -> post.role().equals("administrator"))))
                    .anyRequest()
                    .denyAll())
        .httpBasic(basic -> basic.authenticationEntryPoint(loginRequired))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(loginRequired))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> strict(headers, OUR_PAGES_ONLY))
        .build();
  }

  /**
   * The web applications check logins themselves. Their first-run address, which in 7.24.0 makes an
   * administrator without any login (CVE-2026-77226), is denied.
   */
  @Bean
  @Order(2)
  SecurityFilterChain webappChain(HttpSecurity http) throws Exception {
    return http.securityMatcher(paths("/camunda", "/camunda/**"))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        paths("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**"))
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }

  /**
   * What draws PDF files. Its worker takes its policy from its own answer: scans in JPEG 2000 are
   * unpacked by WebAssembly.
   */
  @Bean
  @Order(2)
  SecurityFilterChain pdfChain(HttpSecurity http) throws Exception {
    return http.securityMatcher(paths("/webjars/pdfjs-dist/**"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(
            headers -> strict(headers, OUR_PAGES_ONLY + "; script-src 'self' 'wasm-unsafe-eval'"))
        .build();
  }

  /** Our pages hold no data: they ask the interface, which asks for a login. */
  @Bean
  @Order(3)
  SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        paths(
                            "/",
                            "/index.html",
                            "/assets/**",
                            "/tiep-nhan/**",
                            "/ho-so/**",
                            "/lich/**",
                            "/mo-hinh/**",
                            "/thu-tuc/**",
                            "/chuyen-phien-ban/**",
                            "/phan-cong/**",
                            "/ban-giao/**",
                            "/buu-chinh/**",
                            "/cong-dvc/**",
                            "/tra-cuu/**",
                            "/cong-khai/**",
                            "/hop-thu/**",
                            "/mau-thong-bao/**",
                            "/viec-gui/**",
                            "/favicon.ico"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(headers -> strict(headers, OUR_PAGES_ONLY))
        .build();
  }

  /** Whole paths, whichever servlet answers them: the engine's interfaces are not Spring MVC's. */
  private static RequestMatcher paths(String... patterns) {
    PathPatternRequestMatcher.Builder whole = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        Arrays.stream(patterns).<RequestMatcher>map(whole::matcher).toList());
  }

  private static RequestMatcher asked(HttpMethod method, String... patterns) {
    PathPatternRequestMatcher.Builder whole = PathPatternRequestMatcher.withDefaults();
    return new OrRequestMatcher(
        Arrays.stream(patterns)
            .<RequestMatcher>map(pattern -> whole.matcher(method, pattern))
            .toList());
  }

  private static void strict(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentTypeOptions(Customizer.withDefaults())
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .contentSecurityPolicy(content -> content.policyDirectives(policy))
        .httpStrictTransportSecurity(Customizer.withDefaults());
  }
}
