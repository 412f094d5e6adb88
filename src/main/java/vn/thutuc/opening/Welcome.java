package vn.thutuc.opening;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Says that the server is ready, where, and in the demo with which accounts. */
@Component
class Welcome {

  private final Environment environment;

  Welcome(Environment environment) {
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    String home = "http://localhost:" + environment.getProperty("local.server.port");
    StringBuilder text = new StringBuilder("\n");
    line(text, "Start page", home + "/");
    line(text, "Tasklist", home + "/camunda/app/tasklist/");
    line(text, "Cockpit", home + "/camunda/app/cockpit/");
    line(text, "Admin", home + "/camunda/app/admin/");
    line(text, "REST", home + "/swagger-ui.html  and  " + home + "/engine-rest (Basic)");
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      text.append("\n  Demo accounts, all with the password thutuc:\n");
      line(text, "Sở Xây dựng", "motcua, chuyenvien, truongphong, lanhdao, vanthu");
      line(text, "Province", "thietke (designer), quantri (administrator), thanhtra (inspector)");
      line(text, "Others", "docs/operator/accounts.md");
    }
    text.append("\n  thutuc is ready: ").append(home).append("/\n");
    System.out.println(text);
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  %-12s %s%n".formatted(label, value));
  }
}
