package vn.thutuc.postal;

import org.springframework.stereotype.Component;
import vn.thutuc.outbound.OutcomeReports;

/** A process waits for the carrier and for the electronic channel where they are connected. */
@Component
class FollowedActs implements OutcomeReports {

  private final PostalSettings post;
  private final ReturnSettings returns;

  FollowedActs(PostalSettings post, ReturnSettings returns) {
    this.post = post;
    this.returns = returns;
  }

  @Override
  public boolean follows(String kind) {
    return switch (kind) {
      case "POST" -> post.isConnected();
      case "ELECTRONIC_RETURN" -> returns.enabled();
      default -> false;
    };
  }
}
