package vn.thutuc.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers and words are typed, and how they leave the house. */
class AddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0912345678 | 84912345678",
        "0912 345 678 | 84912345678",
        "091.234.5678 | 84912345678",
        "+84 912-345-678 | 84912345678",
        "84912345678 | 84912345678",
        "(0912) 345678 | 84912345678",
        "02053871234; 0387654321 | 84387654321",
        "0845678901 | 84845678901",
      })
  void aMobileNumberIsFoundHoweverItIsTyped(String typed, String international) {
    assertThat(PhoneNumber.of(typed)).map(PhoneNumber::international).contains(international);
  }

  @ParameterizedTest
  @CsvSource(value = {"02053871234", "''", "không có", "091234567", "09123456789", "12345"})
  void whatGetsNoSmsIsNoMobileNumber(String typed) {
    assertThat(PhoneNumber.of(typed)).isEmpty();
  }

  @Test
  void noNumberIsNone() {
    assertThat(PhoneNumber.of(null)).isEmpty();
  }

  @Test
  void wordsWithoutMarksKeepTheirLetters() {
    assertThat(Words.plain("Đã trả kết quả – “Sở Xây dựng” ở Lạng Sơn"))
        .isEqualTo("Da tra ket qua - \"So Xay dung\" o Lang Son");
  }

  @Test
  void whatIsTypedInDateAndAmountFieldsIsWrittenAsPeopleReadIt() {
    assertThat(Words.typedMoment("2026-03-09T08:00")).isEqualTo("08 giờ 00 phút, ngày 09/03/2026");
    assertThat(Words.typedMoment("2026-03-09")).isEqualTo("09/03/2026");
    assertThat(Words.typedMoment("sáng thứ Hai")).isEqualTo("sáng thứ Hai");
    assertThat(Words.amount("1250000")).isEqualTo("1.250.000 đồng");
    assertThat(Words.amount("chưa rõ")).isEqualTo("chưa rõ");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "-1wd, Sắp đến hạn",
        "-20%, Sắp đến hạn",
        "0wd, Quá hạn",
        "+2wd, Quá hạn 2 ngày làm việc",
        "+3d, Quá hạn 3 ngày",
        "bậc lạ, Quá hạn",
      })
  void aRungIsToldInWords(String distance, String words) {
    assertThat(AlertWords.of(distance)).isEqualTo(words);
    assertThat(AlertWords.of(null)).isEqualTo("Cảnh báo thời hạn");
  }
}
