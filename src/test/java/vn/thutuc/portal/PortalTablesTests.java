package vn.thutuc.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.NationalState;

/** The tables of codes, shipped and replaced. */
class PortalTablesTests {

  @TempDir Path folder;

  private PortalTables tables() {
    return new PortalTables(
        new DefaultResourceLoader(),
        TestSettings.at("http://localhost:1", "tables", folder.toString()));
  }

  private void replaced(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  @Test
  void theShippedStatesAreThoseOfTheNationalPortal() {
    assertThat(Arrays.stream(NationalState.values()).map(tables()::state))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(tables().stateLabel("4")).isEqualTo("Đang xử lý");
    assertThat(tables().stateLabel("77")).isEqualTo("77");
  }

  @Test
  void theShippedCodesAreThoseSeenInPublic() {
    PortalTables tables = tables();
    assertThat(tables.code(PortalTables.CHANNEL, Channel.COUNTER)).isEqualTo("1");
    assertThat(tables.code(PortalTables.CHANNEL, Channel.ONLINE)).isEqualTo("2");
    assertThat(tables.code(PortalTables.CHANNEL, Channel.POSTAL)).isEqualTo("3");
    assertThat(tables.ours(PortalTables.RETURN, ReturnMethod.class, "1"))
        .contains(ReturnMethod.POSTAL);
    assertThat(tables.ours(PortalTables.RETURN, ReturnMethod.class, "9")).isEmpty();
  }

  @Test
  void aProvinceReplacesATable() throws IOException {
    List<String> lines =
        Arrays.stream(NationalState.values())
            .map(state -> state + ",S" + state.code() + ",x")
            .toList();
    replaced("trang-thai.csv", "ours,portal,label\n" + String.join("\n", lines));

    assertThat(tables().state(NationalState.READY)).isEqualTo("S9");
    assertThat(tables().code(PortalTables.CHANNEL, Channel.ONLINE)).isEqualTo("2");
  }

  @Test
  void aTableThatIsWrongStopsTheStartWithFileAndLine() throws IOException {
    replaced("trang-thai.csv", "ours,portal,label", "RECEIVED,2,Được tiếp nhận", "READY,,x");
    assertThatThrownBy(this::tables)
        .hasMessageContaining("trang-thai.csv, line 3: the column portal");

    replaced("trang-thai.csv", "ours,portal,label", "RECEIVED,2,x", "RECEIVED,3,x");
    assertThatThrownBy(this::tables).hasMessageContaining("line 3: RECEIVED stands there twice");

    replaced("trang-thai.csv", "ours,portal,label", "RECEIVED,2,x", "UNKNOWN,3,x");
    assertThatThrownBy(this::tables).hasMessageContaining("lacks").hasMessageContaining("UNKNOWN");
  }
}
