package vn.thutuc.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.outbound.Channel;
import vn.thutuc.outbound.Outcome;
import vn.thutuc.outbound.Sending;

/**
 * Tells officers what the ladder rings: a row for the bell first, and a mail where an address is
 * known and mail is connected. Neither names the applicant.
 */
@Component
class AlertChannel implements Channel {

  private final DossierAccess access;
  private final DossierDocuments documents;
  private final Alerted alerted;
  private final AlertRows rows;
  private final Routes routes;
  private final Organisation organisation;
  private final NoticeSettings settings;
  private final ObjectMapper json;
  private final Now now;

  AlertChannel(
      DossierAccess access,
      DossierDocuments documents,
      Alerted alerted,
      AlertRows rows,
      Routes routes,
      Organisation organisation,
      NoticeSettings settings,
      ObjectMapper json,
      Now now) {
    this.access = access;
    this.documents = documents;
    this.alerted = alerted;
    this.rows = rows;
    this.routes = routes;
    this.organisation = organisation;
    this.settings = settings;
    this.json = json;
    this.now = now;
  }

  @Override
  public String system() {
    return "ALERT";
  }

  @Override
  public Outcome send(Sending act) {
    String number = act.number();
    String state = documents.card(number).state().code();
    if (NationalState.of(Integer.parseInt(state)).isSettled()) {
      return Outcome.needless("Hồ sơ đã giải quyết xong trước khi báo.");
    }
    // late2:leader – the rung and whom it tells.
    int colon = act.event().indexOf(':');
    String rung = colon < 0 ? act.event() : act.event().substring(0, colon);
    String tell = colon < 0 ? "" : act.event().substring(colon + 1);
    String unit = access.competentUnit(number);
    Set<String> people = alerted.people(tell, number, unit);
    if (people.isEmpty()) {
      return Outcome.refused(
          "Không có ai để nhận cảnh báo này (báo cho: %s). Hãy kiểm tra người giữ chức vụ trong đơn vị."
              .formatted(tell));
    }
    String distance = data(act).path("distance").asText(null);
    AlertRows.Entry entry =
        new AlertRows.Entry(
            act.key(), access.readable(number).id(), rung, distance, unit, now.instant());
    people.forEach(person -> rows.add(entry, person));
    return mail(act, distance, people.size());
  }

  private Outcome mail(Sending act, String distance, int told) {
    Route mail = routes.of(Medium.EMAIL).orElse(null);
    List<String> without = mail == null ? List.of() : rows.notMailed(act.key());
    int mailed = 0;
    String failure = null;
    for (String person : without) {
      String address = organisation.emailOf(person).orElse(null);
      if (address == null) {
        continue;
      }
      Delivery delivery = mail.deliver(message(act, distance, person, address));
      if (delivery instanceof Delivery.Taken) {
        rows.mailed(act.key(), person, now.instant());
        mailed++;
      } else if (delivery instanceof Delivery.Later later) {
        failure = later.reason();
      }
    }
    return failure != null
        ? Outcome.later("Chuông đã báo; thư chưa gửi được: " + failure)
        : Outcome.sent(
            act.key(),
            mailed == 0
                ? "Chuông của %d người.".formatted(told)
                : "Chuông của %d người, thư cho %d người.".formatted(told, mailed));
  }

  private Message message(Sending act, String distance, String person, String address) {
    String what = AlertWords.of(distance);
    String text =
        """
        %s: hồ sơ %s.

        Hãy mở hồ sơ trong danh sách công việc để xử lý.%s

        Thư này do hệ thống gửi tự động.
        """
            .formatted(
                what,
                act.number(),
                settings.address().isBlank()
                    ? ""
                    : "\n%s/ho-so/xem.html?so=%s"
                        .formatted(settings.address().replaceFirst("/+$", ""), act.number()));
    return new Message(
        act.key() + "-" + person,
        address,
        "%s: hồ sơ %s".formatted(what, act.number()),
        text,
        null,
        Map.of(),
        List.of());
  }

  private JsonNode data(Sending act) {
    try {
      return act.data() == null ? MissingNode.getInstance() : json.readTree(act.data());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
