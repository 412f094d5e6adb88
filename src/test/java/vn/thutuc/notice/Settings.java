package vn.thutuc.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as a file or the environment would give them. */
final class Settings {

  private final Map<String, String> properties = new LinkedHashMap<>();

  static Settings none() {
    return new Settings();
  }

  Settings with(String name, Object value) {
    properties.put("thutuc.notice." + name, value.toString());
    return this;
  }

  /** A mail server on this machine that is not encrypted. */
  Settings mailServer(int index, String name, int port) {
    String provider = "mail.providers[%d].".formatted(index);
    return with("mail.from", "motcua@tinh.example.invalid")
        .with(provider + "name", name)
        .with(provider + "host", "127.0.0.1")
        .with(provider + "port", port)
        .with(provider + "security", "NONE");
  }

  NoticeSettings build() {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("thutuc.notice", NoticeSettings.class);
  }
}
