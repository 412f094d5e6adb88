package vn.thutuc.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With nothing set nothing leaves; what is half set is refused at start, naming what is missing.
 */
class NoticeSettingsTest {

  @Test
  void withNothingSetNothingIsConnected() {
    NoticeSettings settings = Settings.none().build();

    assertThat(settings.mail().providers()).isEmpty();
    assertThat(settings.sms().url()).isEmpty();
    assertThat(settings.zalo().url()).isEmpty();
    assertThat(settings.worth(NoticeEvent.NEAR)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aProvinceSaysItselfHowLongANoticeIsWorthSending() {
    NoticeSettings settings = Settings.none().with("expiry[not-collected]", "36h").build();

    assertThat(settings.worth(NoticeEvent.NOT_COLLECTED)).isEqualTo(Duration.ofHours(36));
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sms.url | https://sms.example.invalid | sms.token is missing",
        "sms.url | ftp://sms.example.invalid | sms.url is no address",
        "zalo.url | https://zalo.example.invalid | zalo.token is missing",
        "mail.providers[0].host | smtp.example.invalid | mail.from is the address",
        "expiry[reday] | 1d | unknown event 'reday'",
        "expiry[ready] | 1s | at least one minute",
        "timeout | 0s | longer than nothing",
      })
  void whatIsHalfSetIsRefused(String name, String value, String told) {
    Settings half = Settings.none().with(name, value);

    assertThatThrownBy(half::build).rootCause().hasMessageContaining(told);
  }

  @Test
  void aMailServerWithALoginNeedsItsPassword() {
    Settings half =
        Settings.none().mailServer(0, "chính", 25).with("mail.providers[0].username", "motcua");

    assertThatThrownBy(half::build).rootCause().hasMessageContaining("the password of 127.0.0.1");
  }
}
