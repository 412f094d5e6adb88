package vn.thutuc.postal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.thutuc.notice.Letters;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.Channel;
import vn.thutuc.outbound.Outcome;
import vn.thutuc.outbound.Sending;

/**
 * Hands the signed file of a result to its applicant: by e-mail when there is an address, and into
 * the store the tracking page reads. Sent is when it was handed over; opened is another proof.
 */
@Component
@ConditionalOnProperty(name = "thutuc.returns.enabled", havingValue = "true")
class ReturnChannel implements Channel {

  private static final String ELSEWHERE = "Kết quả được trả tại quầy";

  private final ElectronicReturns returns;
  private final ReturnTelling telling;
  private final Letters mail;
  private final ReturnSettings settings;

  ReturnChannel(
      ElectronicReturns returns, ReturnTelling telling, Letters mail, ReturnSettings settings) {
    this.returns = returns;
    this.telling = telling;
    this.mail = mail;
    this.settings = settings;
  }

  @Override
  public String system() {
    return "RETURN";
  }

  @Override
  public Outcome send(Sending act) throws Exception {
    ElectronicReturns.Prepared prepared = returns.prepare(act);
    ReturnRows.Row row = prepared.row();
    if (row.state() == ReturnRows.State.FAILED) {
      return Outcome.needless(ELSEWHERE);
    }
    if (row.state() == ReturnRows.State.SENT) {
      return Outcome.sent(act.key(), words(row.mailed()));
    }
    String missing = missing(prepared);
    if (missing != null) {
      telling.become(row.id(), ReturnRows.State.FAILED, missing);
      return Outcome.needless(missing);
    }
    boolean byMail = prepared.email() != null && mail.isConnected();
    if (byMail && !row.mailed()) {
      mail.send(
          act.key(),
          prepared.email(),
          "Kết quả giải quyết hồ sơ " + act.number(),
          letter(prepared, act.number()),
          row.fileName(),
          returns.content(row));
      returns.mailed(row);
    }
    telling.become(row.id(), ReturnRows.State.SENT, words(byMail));
    return Outcome.sent(act.key(), words(byMail));
  }

  /** What was given up, or closed by hand, is returned at the counter: told at the next look. */
  @Override
  public void ended(Sending act, ActState state) {
    if (state != ActState.SENT) {
      returns.failed(act, "Không gửi được bản điện tử. " + ELSEWHERE + ".");
    }
  }

  private String missing(ElectronicReturns.Prepared prepared) {
    if (prepared.row().fileName() == null) {
      return "Kết quả không có tệp đã ký trong hệ thống. " + ELSEWHERE + ".";
    }
    boolean byMail = prepared.email() != null && mail.isConnected();
    return byMail || settings.store()
        ? null
        : "Người nộp không có địa chỉ thư điện tử. " + ELSEWHERE + ".";
  }

  private static String words(boolean mailed) {
    return mailed
        ? "Đã gửi tới hộp thư của người nộp và đặt ở trang tra cứu"
        : "Đã đặt ở trang tra cứu của người nộp";
  }

  private static String letter(ElectronicReturns.Prepared prepared, String number) {
    return """
        Kính gửi ông/bà %s,

        Hồ sơ %s (%s) đã có kết quả giải quyết. Kết quả ở tệp kèm theo thư này.

        Thư do hệ thống gửi; xin không trả lời thư này.
        """
        .formatted(prepared.name(), number, prepared.title());
  }
}
