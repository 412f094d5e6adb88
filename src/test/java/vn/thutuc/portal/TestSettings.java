package vn.thutuc.portal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as a configuration file gives them. */
final class TestSettings {

  private TestSettings() {}

  /** Connected directly to an address, but for what is said otherwise: name and value in turn. */
  static PortalSettings at(String address, String... otherwise) {
    Map<String, String> values = new HashMap<>();
    values.put("enabled", "true");
    values.put("address", address);
    values.put("unit", "H37");
    values.put("username", "thutuc");
    values.put("password", "bí mật");
    values.put("headers.dstcode", "cong");
    values.put("read-timeout", "500ms");
    values.put("list-service", "LayDanhSachHoSo");
    for (int i = 0; i < otherwise.length; i += 2) {
      values.put(otherwise[i], otherwise[i + 1]);
    }
    return of(values);
  }

  static PortalSettings of(Map<String, String> values) {
    Map<String, String> named = new HashMap<>();
    values.forEach((name, value) -> named.put("thutuc.portal." + name, value));
    return new Binder(new MapConfigurationPropertySource(named))
        .bindOrCreate("thutuc.portal", PortalSettings.class);
  }
}
