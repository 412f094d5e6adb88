package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class AgenciesTests {

  private static final Agencies SHIPPED = Agencies.of(Path.of("processes"));

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Sở Xây dựng | so-xay-dung
          Văn phòng Sở Xây dựng | so-xay-dung
          Sở Tư Pháp | so-tu-phap
          Sở Tư pháp Thành phố Hà Nội | so-tu-phap
          Sở Tài chính tỉnh Sơn La | so-tai-chinh
          Sở Tài chính TP.Đà Nẵng | so-tai-chinh
          Sở Xây dựng - tỉnh Quảng Ninh | so-xay-dung
          Sở Xây dựng, Sở Giao thông công chánh - TP.HCM | so-xay-dung
          Sở Nông nghiệp và Môi trường Thành phố Hải Phòng; Sở Nông nghiệp và Môi trường Thành phố Hà Nội | so-nong-nghiep-moi-truong
          Ủy ban Nhân dân xã, phường, thị trấn. | ubnd-xa
          Uỷ ban Nhân dân cấp xã, phường, thị trấn | ubnd-xa
          Ủy ban nhân dân cấp xã; Ủy ban nhân dân cấp xã | ubnd-xa
          Chủ tịch UBND cấp xã; Ủy ban nhân dân cấp xã | ubnd-xa
          Chi nhánh Văn phòng đăng ký đất đai, Văn phòng đăng ký đất đai | van-phong-dang-ky-dat-dai
          Ngân hàng Nhà nước Chi nhánh tỉnh, thành phố trực thuộc Trung ương | ngan-hang-nha-nuoc
          Thuế tỉnh, thành phố; Thuế cơ sở | co-quan-thue
          """)
  void findsTheOneAgencyATextMeans(String text, String key) {
    assertThat(SHIPPED.match(text)).map(Agency::key).contains(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cơ quan chức năng do Ủy ban nhân dân cấp tỉnh chỉ định | tỉnh phải chỉ định
          Phòng Tư Pháp | cấp huyện đã bỏ
          Sở Chưa Từng Có | không có trong bảng
          Sở Tài chính các nước | không có trong bảng
          """)
  void saysWhyATextHasNone(String text, String why) {
    assertThat(SHIPPED.match(text)).isEmpty();
    assertThat(SHIPPED.read(text).unknown()).singleElement().asString().contains(why);
  }

  @Test
  void listsSeveralAndGuessesNone() {
    Agencies.Reading reading =
        SHIPPED.read("Bảo hiểm xã hội cấp Tỉnh, Bảo hiểm xã hội cấp huyện; Sở Xây dựng");

    assertThat(reading.agencies())
        .extracting(Agency::key)
        .containsExactly("bao-hiem-xa-hoi", "so-xay-dung");
    assertThat(reading.unknown()).hasSize(1);
    assertThat(reading.only()).isEmpty();
    assertThat(SHIPPED.match("")).isEmpty();
    assertThat(SHIPPED.read(null).unknown()).isNotEmpty();
  }

  @Test
  void ownUnitsAreUnitsOfTheDemoProvince() throws IOException {
    String units =
        new ClassPathResource("provinces/H37/units.csv").getContentAsString(StandardCharsets.UTF_8);

    assertThat(SHIPPED.all()).hasSizeGreaterThan(30);
    for (Agency agency : SHIPPED.all()) {
      if (!agency.outside()) {
        assertThat(units).contains("," + agency.key() + ",");
      }
    }
    assertThat(SHIPPED.byKey("co-quan-thue")).map(Agency::outside).contains(true);
  }

  @Test
  void reportsATextThatStandsTwice() throws IOException {
    Files.writeString(
        root.resolve("agencies.yaml"),
        """
        agencies:
          - {key: so-a, name: Sở A, texts: [Sở Chung]}
          - {key: so-b, name: Sở B, texts: ["sở  chung."]}
        abolished: [Phòng Cũ]
        """);

    List<CatalogueProblem> problems = Catalogue.of(root).problems();

    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.what()).contains("so-a").contains("so-b"));
  }
}
