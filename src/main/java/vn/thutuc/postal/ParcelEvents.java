package vn.thutuc.postal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.outbound.OutboundActs;

/**
 * Takes in what is said about parcels: every word is kept, the parcel only goes forward, and the
 * process of the dossier goes on in the same transaction. Nothing is taken twice.
 */
@Service
@Transactional
@RepeatedAfterLostRace
class ParcelEvents {

  private final ParcelRows rows;
  private final CarrierTables tables;
  private final ParcelTelling telling;
  private final DossierAccess dossiers;
  private final OutboundActs acts;
  private final CurrentActor actor;
  private final Now now;

  ParcelEvents(
      ParcelRows rows,
      CarrierTables tables,
      ParcelTelling telling,
      DossierAccess dossiers,
      OutboundActs acts,
      CurrentActor actor,
      Now now) {
    this.rows = rows;
    this.tables = tables;
    this.telling = telling;
    this.dossiers = dossiers;
    this.acts = acts;
    this.actor = actor;
    this.now = now;
  }

  /** What became of something said. */
  enum Taken {
    /** The parcel went forward. */
    MOVED,
    /** Kept: it came late, or its code is not in the table. */
    KEPT,
    /** It was said before. */
    AGAIN,
    /** No parcel of this house has such a number. */
    UNKNOWN
  }

  /**
   * What the carrier says.
   *
   * @param source CALLBACK or POLL
   * @param tell whether the process is told now; else at the next look
   */
  Taken said(Carrier.Said said, String source, boolean tell) {
    ParcelRow parcel =
        rows.find(said.number()).flatMap(found -> rows.hold(found.id())).orElse(null);
    if (parcel == null) {
      return Taken.UNKNOWN;
    }
    ParcelState state = tables.state(said.code()).orElse(null);
    boolean moves = state != null && parcel.state().mayBecome(state);
    ParcelRows.Event event =
        new ParcelRows.Event(
            parcel.id(),
            source,
            key(said),
            said.code(),
            said.message(),
            said.at(),
            said.office(),
            state,
            moves,
            said.raw(),
            now.instant(),
            actor.get().personId());
    if (!rows.keep(event)) {
      return Taken.AGAIN;
    }
    if (said.itemCode() != null && !said.itemCode().equals(parcel.itemCode())) {
      rows.item(parcel.id(), said.itemCode());
    }
    if (moves) {
      move(parcel, state, said.at(), said.message(), tell);
    }
    return moves ? Taken.MOVED : Taken.KEPT;
  }

  /** The house's own order was taken; nothing happens when it is known already. */
  void booked(long id, boolean before) {
    ParcelRow parcel = rows.hold(id).orElseThrow();
    rows.answered(id);
    if (parcel.state() == ParcelState.REQUESTED) {
      String words = before ? "Bưu chính đã có yêu cầu này từ trước" : null;
      own(parcel, "ORDER", ParcelState.BOOKED, words);
    }
  }

  /** The house or an officer says what became of it. */
  void own(ParcelRow parcel, String source, ParcelState state, String reason) {
    Instant at = now.instant();
    boolean kept =
        rows.keep(
            new ParcelRows.Event(
                parcel.id(),
                source,
                digest(source + "|" + state + "|" + at),
                null,
                reason,
                at,
                null,
                state,
                true,
                null,
                at,
                actor.get().personId()));
    if (kept) {
      move(parcel, state, at, reason, true);
    }
  }

  private void move(ParcelRow parcel, ParcelState state, Instant at, String words, boolean tell) {
    boolean tells =
        parcel.direction() == Direction.RETURN && parcel.dossierId() != null && state.isTold();
    rows.move(parcel.id(), state, at, tells);
    if (parcel.number() != null) {
      String about = parcel.direction().label() + " – " + state.label(parcel.direction());
      dossiers.journal(
          parcel.number(),
          JournalEvent.PARCEL_MOVED,
          words,
          Map.of("about", about, "order", parcel.orderNumber(), "at", at.toString()));
    }
    if (state == ParcelState.DELIVERED && parcel.actId() != null) {
      acts.proof(
          parcel.actId(), OutboundActs.Proof.DELIVERED, at, Objects.requireNonNullElse(words, ""));
    }
    if (tells && tell) {
      telling.tell(parcel.id());
    }
  }

  /** By call-back and by polling the same thing is said once. */
  private static String key(Carrier.Said said) {
    return digest(
        "%s|%s|%s|%s"
            .formatted(
                said.code(),
                said.at(),
                said.office(),
                Objects.requireNonNullElse(said.message(), "")));
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
