package vn.thutuc.postal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

/** Codes of the carrier stand for what the tables say and for nothing else. */
class CarrierTablesTest {

  @TempDir private Path folder;

  private static PostalSettings settings(String codes, String places) {
    return new PostalSettings(
        "none",
        null,
        null,
        null,
        null,
        null,
        Duration.ofMinutes(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        codes,
        places,
        "25",
        false,
        "1",
        "2",
        Map.of(),
        3);
  }

  private static CarrierTables tables(String codes, String places) {
    return new CarrierTables(settings(codes, places), new DefaultResourceLoader());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toUri().toString();
  }

  @Test
  void theShippedTablesKnowTheOneCodeThatWasSeenAndGuessNoOther() {
    CarrierTables shipped =
        tables("classpath:postal/vnpost-codes.csv", "classpath:postal/vnpost-places.csv");
    assertThat(shipped.state("4")).contains(ParcelState.DELIVERED);
    assertThat(shipped.state("5")).isEmpty();
    assertThat(shipped.state(null)).isEmpty();
    assertThat(shipped.of("Thôn 1, xã Hữu Lũng, tỉnh LANG SON").province()).isEqualTo("25");
    assertThat(shipped.of("Số 2 phố Huế").known()).isFalse();
  }

  @Test
  void anAddressIsOfThePlaceItNamesLast() throws IOException {
    CarrierTables own =
        tables(
            "classpath:postal/demo-codes.csv",
            file(
                "places.csv", "name,province,district\nHà Nội,10,\nPhố Hà Nội,25,2501\nHuế,53,\n"));
    assertThat(own.of("Phố Huế, Hà Nội").province()).isEqualTo("10");
    assertThat(own.of("Số 3 Phố Hà Nội").district()).isEqualTo("2501");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code,state,words\\n9,lost,Mất|'lost' of the code 9 is no state",
        "9,delivered,Đã phát|the first line is code,state,words",
        "code,state,words\\n,delivered,Đã phát|has not the columns",
        "code,state,words\\n9,delivered|has not the columns"
      })
  void aTableThatCannotBeReadIsNamed(String text, String problem) throws IOException {
    String codes = file("codes.csv", text.replace("\\n", "\n"));
    assertThatThrownBy(() -> tables(codes, "classpath:postal/vnpost-places.csv"))
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED,BOOKED,true",
    "BOOKED,DELIVERED,true",
    "DELIVERED,IN_TRANSIT,false",
    "FAILED,IN_TRANSIT,false",
    "FAILED,DELIVERED,true",
    "RETURNED,DELIVERED,false",
    "CANCELLED,COLLECTED,false",
    "BOOKED,BOOKED,false"
  })
  void aParcelOnlyGoesForward(ParcelState from, ParcelState to, boolean may) {
    assertThat(from.mayBecome(to)).isEqualTo(may);
  }

  @Test
  void aConnectedCarrierNeedsItsSecrets() {
    PostalSettings none = settings("a", "b");
    assertThat(none.isConnected()).isFalse();
    assertThatThrownBy(
            () ->
                new PostalSettings(
                    "vnpost",
                    "http://localhost",
                    "key",
                    " ",
                    "LS",
                    "long-enough-secret",
                    none.replayWindow(),
                    none.connectTimeout(),
                    none.readTimeout(),
                    "a",
                    "b",
                    "25",
                    false,
                    "1",
                    "2",
                    Map.of(),
                    3))
        .hasMessageContaining("THUTUC_POSTAL_SECRETKEY");
  }
}
