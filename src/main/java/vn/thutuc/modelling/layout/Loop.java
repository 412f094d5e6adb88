package vn.thutuc.modelling.layout;

import java.util.List;

/** A way back to the left. */
public sealed interface Loop {

  /**
   * Gateways that send back, below the row or above it.
   *
   * @param target id of the gateway they come back to
   * @param sources flows from the gateways, from left to right
   * @param merges where they meet, one under each source but the last
   * @param back flow of each merge to the one before it, the first one's to the target
   * @param above whether the way runs above the row
   */
  record Return(
      String target, List<Flow> sources, List<Part.Node> merges, List<Flow> back, boolean above)
      implements Loop {}

  /**
   * A supplement: asked above the gateway, judged above the target.
   *
   * @param target id of the gateway it comes back to
   * @param ask from the asking gateway to the call
   * @param call asks
   * @param done from the call to the judging gateway
   * @param supplied judges
   * @param back from there to the target
   * @param late from there to the end
   * @param expired end to the left
   */
  record Supplement(
      String target,
      Flow ask,
      Part.Node call,
      Flow done,
      Part.Node supplied,
      Flow back,
      Flow late,
      Part.Node expired)
      implements Loop {}
}
