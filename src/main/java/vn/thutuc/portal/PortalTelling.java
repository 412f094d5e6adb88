package vn.thutuc.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.OutsideFacts;

/**
 * Brings the portal up to date with a dossier as it is now. Sending the same again is spared; after
 * a lost answer or a refusal the portal is asked whether it holds the dossier, and told accordingly
 * that it is new or known.
 */
@Component
class PortalTelling {

  private final PortalClient client;
  private final PortalMessages messages;
  private final PortalRows rows;

  PortalTelling(PortalClient client, PortalMessages messages, PortalRows rows) {
    this.client = client;
    this.messages = messages;
    this.rows = rows;
  }

  /**
   * Tells the dossier.
   *
   * @param again whether an earlier attempt may have been taken without an answer
   * @return false when the portal has exactly this already
   */
  boolean bring(OutsideFacts.Told told, PortalRows.Held held, boolean again) {
    JsonNode message = messages.dossier(held.portalNumber(), told);
    String sha256 = sha256(message.toString());
    if (held.isTaken() && sha256.equals(held.sha256())) {
      return false;
    }
    boolean known = held.isTaken() || (again && isThere(held));
    try {
      client.sync(known, message);
    } catch (PortalRefusal refusal) {
      boolean there = isThere(held);
      if (there == known) {
        throw refusal;
      }
      client.sync(there, message);
    }
    rows.taken(told.id(), sha256, told.state());
    return true;
  }

  private boolean isThere(PortalRows.Held held) {
    return client.lookUp(held.portalNumber()).isPresent();
  }

  static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
