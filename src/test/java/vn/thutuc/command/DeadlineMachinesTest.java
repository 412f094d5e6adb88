package vn.thutuc.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.Thutuc;

/** The answers are the same on every machine, and need nothing of the server. */
class DeadlineMachinesTest {

  private static final String[] OPTIONS = {
    "--received",
    "2026-02-10T16:20",
    "--term",
    "5wd",
    "--pause",
    "2026-02-12T09:00/2026-03-02T10:00"
  };
  private static final String LINE =
      "{\"id\":\"hồ sơ İı\",\"received\":\"2026-02-10T16:20\",\"term\":\"24h\"}";

  private final TimeZone zone = TimeZone.getDefault();
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoresTheMachine() {
    TimeZone.setDefault(zone);
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, en-US",
    "Asia/Ho_Chi_Minh, vi-VN",
    "America/New_York, tr-TR",
    "Pacific/Kiritimati, th-TH-u-ca-buddhist-nu-thai",
    "Africa/Cairo, ar-EG-u-nu-arab",
    "Asia/Tehran, fa-IR-u-ca-persian-nu-arabext",
  })
  void answersTheSameInEveryZoneAndLocale(String zoneOfTheMachine, String language) {
    CommandRun text = CommandRun.of(OPTIONS);
    CommandRun batch = CommandRun.batch(LINE, "{", LINE.replace("24h", "soon"));

    TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
    Locale.setDefault(Locale.forLanguageTag(language));

    assertThat(CommandRun.of(OPTIONS)).isEqualTo(text);
    assertThat(CommandRun.batch(LINE, "{", LINE.replace("24h", "soon"))).isEqualTo(batch);
    assertThat(text.out()).startsWith("Hạn / Due: 2026-03-05T17:30\n").contains("Tết Nguyên Đán");
    assertThat(batch.out()).contains("\"id\":\"hồ sơ İı\",\"due\":\"2026-02-11T16:20\"");
  }

  /** A machine without UTF-8, and of the jar's libraries only those that read CSV and JSON. */
  @Test
  void writesUtf8OnAMachineWithoutItAndWithoutTheServersLibraries()
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=US-ASCII",
            "-Duser.language=ar",
            "-Duser.timezone=America/New_York",
            "-cp",
            classPath(),
            "vn.thutuc.Thutuc",
            "deadline",
            "--batch",
            "-");
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().write(LINE.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();

    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(out).isEqualTo(CommandRun.batch(LINE).out()).contains("hồ sơ İı", "Tiếp nhận");
    assertThat(process.exitValue()).isZero();
  }

  private static String classPath() {
    return Stream.of(Thutuc.class, JsonFactory.class, CSVFormat.class, IOUtils.class, Hex.class)
        .map(DeadlineMachinesTest::placeOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException noPlace) {
      throw new IllegalStateException(noPlace);
    }
  }
}
