package vn.thutuc.rehearsal;

import java.time.LocalDateTime;
import java.util.List;
import vn.thutuc.catalogue.Channel;

/**
 * What is to be rehearsed of each procedure.
 *
 * @param paths the paths
 * @param received when the dossiers are received, local time
 * @param channel only this channel; null for the usual
 * @param caseCode only this case; null for every
 * @param area only this area class; null for every
 */
record Wanted(
    List<PathKind> paths, LocalDateTime received, Channel channel, String caseCode, String area) {

  static Wanted happy(LocalDateTime received) {
    return new Wanted(List.of(PathKind.HAPPY), received, null, null, null);
  }

  /** Whether this is the straight way of every case, and nothing else. */
  boolean isStraight() {
    return paths.equals(List.of(PathKind.HAPPY)) && isUnnarrowed();
  }

  /** Whether this is everything there is to walk. */
  boolean isWhole() {
    return paths.size() == PathKind.values().length && isUnnarrowed();
  }

  private boolean isUnnarrowed() {
    return channel == null && caseCode == null && area == null;
  }
}
