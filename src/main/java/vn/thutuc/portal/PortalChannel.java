package vn.thutuc.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.OutsideFacts;
import vn.thutuc.outbound.Channel;
import vn.thutuc.outbound.Outcome;
import vn.thutuc.outbound.Sending;

/**
 * Sends the acts for the portal. What is sent is built at the moment of sending; before a step of
 * the dossier the dossier itself goes, when it has changed, so that no progress reaches a portal
 * that does not know the dossier.
 */
@Component
@ConditionalOnProperty(name = "thutuc.portal.enabled", havingValue = "true")
class PortalChannel implements Channel {

  private final PortalClient client;
  private final PortalMessages messages;
  private final PortalTelling telling;
  private final PortalRows rows;
  private final OutsideFacts facts;
  private final ObjectMapper json;

  PortalChannel(
      PortalClient client,
      PortalMessages messages,
      PortalTelling telling,
      PortalRows rows,
      OutsideFacts facts,
      ObjectMapper json) {
    this.client = client;
    this.messages = messages;
    this.telling = telling;
    this.rows = rows;
    this.facts = facts;
    this.json = json;
  }

  @Override
  public String system() {
    return PortalActs.KIND;
  }

  @Override
  public Outcome send(Sending act) throws JsonProcessingException {
    OutsideFacts.Told told = facts.of(act.number());
    PortalRows.Held held = held(act, told);
    try {
      boolean brought = telling.bring(told, held, act.attempt() > 1);
      if (act.event().equals(PortalActs.PROGRESS)) {
        return progress(act, held, told);
      }
      return brought
          ? Outcome.sent(held.portalNumber(), "Cổng Dịch vụ công đã nhận hồ sơ.")
          : Outcome.needless("Cổng Dịch vụ công đã có đúng nội dung này.");
    } catch (PortalDown down) {
      return Outcome.later(down.getMessage());
    } catch (PortalRefusal refusal) {
      return Outcome.refused(refusal.getMessage());
    }
  }

  private PortalRows.Held held(Sending act, OutsideFacts.Told told) {
    return rows.find(act.number())
        .orElseGet(
            () -> {
              rows.changed(act.number(), told.state());
              return rows.find(act.number()).orElseThrow();
            });
  }

  private Outcome progress(Sending act, PortalRows.Held held, OutsideFacts.Told told)
      throws JsonProcessingException {
    long line = json.readTree(act.data()).path("line").asLong();
    OutsideFacts.Step step = facts.step(act.number(), line).orElse(null);
    if (step == null) {
      return Outcome.needless("Bước này không còn trong nhật ký hồ sơ.");
    }
    client.progress(messages.progress(held.portalNumber(), told, step));
    return Outcome.sent(held.portalNumber(), "Cổng Dịch vụ công đã nhận tiến độ.");
  }
}
