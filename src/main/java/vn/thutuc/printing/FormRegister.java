package vn.thutuc.printing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.ReceptionRegister;

/** The register of dossiers (form 07) of a receiving desk for a period, a page at a time. */
@Service
@Transactional(readOnly = true)
public class FormRegister {

  private static final String[] HEADER = {
    "STT",
    "Mã hồ sơ",
    "Tên thủ tục hành chính",
    "Số lượng hồ sơ (bộ)",
    "Tên cá nhân, tổ chức",
    "Địa chỉ",
    "Số điện thoại",
    "Cơ quan chủ trì giải quyết",
    "Ngày nhận hồ sơ",
    "Ngày hẹn trả kết quả",
    "Ngày trả kết quả",
    "Phương thức nhận kết quả",
    "Ký nhận",
    "Ghi chú"
  };

  private final ReceptionRegister register;
  private final Letterheads heads;
  private final FormPrinter printer;
  private final Now now;

  FormRegister(ReceptionRegister register, Letterheads heads, FormPrinter printer, Now now) {
    this.register = register;
    this.heads = heads;
    this.printer = printer;
    this.now = now;
  }

  /** The page as PDF/A; see {@link ReceptionRegister#page} for the parameters. */
  public byte[] pdf(String unit, LocalDate from, LocalDate to, int page, int size) {
    ReceptionRegister.Page rows = register.page(unit, from, to, page, size);
    long pages = Math.max(1, (rows.total() + size - 1) / size);
    FormData.Register data =
        new FormData.Register(
            heads.ofDesk(unit),
            "từ ngày %s đến ngày %s".formatted(FormWords.shortDay(from), FormWords.shortDay(to)),
            rows.total(),
            "%d/%d".formatted(page + 1, pages),
            lines(rows));
    LocalDate today = now.local().toLocalDate();
    return printer.print(FormKind.REGISTER, printer.fields(data), null, today, 1).pdf();
  }

  /** The page as CSV for spreadsheets: UTF-8 with a byte order mark. */
  public String csv(String unit, LocalDate from, LocalDate to, int page, int size) {
    StringWriter text = new StringWriter();
    text.append('\ufeff');
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      for (FormData.RegisterLine line : lines(register.page(unit, from, to, page, size))) {
        csv.printRecord(cells(line).map(FormRegister::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Stream<Object> cells(FormData.RegisterLine line) {
    return Stream.of(
        line.ordinal(),
        line.dossier(),
        line.procedure(),
        line.sets(),
        text(line.applicant()),
        text(line.address()),
        text(line.phone()),
        line.competent(),
        line.received(),
        text(line.appointment()),
        text(line.returned()),
        line.returnWay(),
        "",
        line.note());
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  /** What applicants typed must not become a formula in a spreadsheet. */
  private static Object harmless(Object cell) {
    return cell instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : cell;
  }

  private static List<FormData.RegisterLine> lines(ReceptionRegister.Page page) {
    return page.rows().stream().map(FormRegister::line).toList();
  }

  private static FormData.RegisterLine line(ReceptionRegister.Row row) {
    return new FormData.RegisterLine(
        row.ordinal(),
        row.number(),
        row.procedure(),
        "01",
        row.applicant(),
        row.address(),
        row.phone(),
        row.competent(),
        FormWords.shortDay(row.receivedAt()),
        FormWords.shortDay(row.appointment()),
        FormWords.shortDay(row.returnedAt()),
        row.returnMethod().label(),
        row.state().label());
  }
}
