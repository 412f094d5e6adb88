package vn.thutuc.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.thutuc.clock.Now;

/** Reads the settings of notices and lays the ways out. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {

  static final Profiles DEMO = Profiles.of("demo");

  /** What is set goes out; what is not goes into the demo's letter box, elsewhere nowhere. */
  @Bean
  Routes noticeRoutes(
      NoticeSettings settings,
      Mailbox mailbox,
      ObjectMapper json,
      Now now,
      Environment environment) {
    List<Route> routes = new ArrayList<>();
    if (!settings.mail().providers().isEmpty()) {
      routes.add(new SmtpRoute(settings, now));
    }
    if (!settings.sms().url().isBlank()) {
      routes.add(new SmsRoute(settings, json));
    }
    if (!settings.zalo().url().isBlank()) {
      routes.add(new ZaloRoute(settings, json));
    }
    if (environment.acceptsProfiles(DEMO)) {
      for (Medium medium : Medium.values()) {
        if (routes.stream().noneMatch(route -> route.medium() == medium)) {
          routes.add(new MailboxRoute(medium, mailbox));
        }
      }
    }
    return new Routes(routes);
  }
}
