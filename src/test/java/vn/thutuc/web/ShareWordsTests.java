package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareWordsTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1wd | 500 | 4 giờ làm việc",
        "10wd | 150 | 1 ngày 4 giờ làm việc",
        "10wd | 100 | 1 ngày làm việc",
        "3wd | 333 | 7,99 giờ làm việc",
        "16wh | 250 | 4 giờ làm việc",
        "30d | 50 | 1,5 ngày",
        "24h | 500 | 12 giờ",
        "2mo | 500 | 30 ngày (tháng tính 30 ngày)",
        "sd | 1000 | trong ngày làm việc",
        "sd | 250 | 25% thời gian trong ngày",
        "5wd | 0 | 0 giờ",
        "| 500 | chưa xác định"
      })
  void aShareIsWrittenInDaysAndHoursOfItsTerm(String term, int share, String words) {
    assertThat(ShareWords.of(term, share)).isEqualTo(words);
  }
}
