package vn.thutuc.postal;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.DeliveryFacts;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.printing.ParcelLabels;

/** The parcels of a desk: who serves there lists, follows, cancels, prints and speaks for them. */
@Service
public class ParcelDesk {

  private static final Set<String> SERVE = Set.of("one-stop-officer");
  private static final Set<String> READ = Set.of("one-stop-officer", "head", "leader", "clerk");

  /** What an officer may enter for a silent carrier. */
  private static final Set<ParcelState> SPOKEN =
      Set.of(
          ParcelState.COLLECTED, ParcelState.DELIVERED, ParcelState.FAILED, ParcelState.RETURNED);

  private static final int MOST = 100;
  private static final int MOST_PAGES = 1_000;
  private static final int REASON = 500;

  private final ParcelRows rows;
  private final PickupRows pickups;
  private final ParcelViews views;
  private final DeskActs acts;
  private final ObjectProvider<Carrier> carrier;
  private final Capacities capacities;
  private final DossierAccess dossiers;
  private final DeliveryFacts facts;
  private final Organisation organisation;
  private final ParcelLabels labels;
  private final Now now;

  ParcelDesk(
      ParcelRows rows,
      PickupRows pickups,
      ParcelViews views,
      DeskActs acts,
      ObjectProvider<Carrier> carrier,
      Capacities capacities,
      DossierAccess dossiers,
      DeliveryFacts facts,
      Organisation organisation,
      ParcelLabels labels,
      Now now) {
    this.rows = rows;
    this.pickups = pickups;
    this.views = views;
    this.acts = acts;
    this.carrier = carrier;
    this.capacities = capacities;
    this.dossiers = dossiers;
    this.facts = facts;
    this.organisation = organisation;
    this.labels = labels;
    this.now = now;
  }

  /** Which parcels. */
  public enum Box {
    /** Under way. */
    OPEN,
    /** Fetched dossiers that have reached the desk and are not received. */
    ARRIVED,
    /** Ended. */
    CLOSED
  }

  /**
   * A page of the caller's units: those under way from the longest without a word on, those that
   * have ended from the last one back.
   *
   * @param state name of a state; null for every one
   * @throws DossierProblem when there can be no such page
   */
  public ParcelView.Page page(Box box, Direction direction, String state, int page, int size) {
    if (page < 0 || page > MOST_PAGES || size < 1 || size > MOST) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          "page",
          "Trang không hợp lệ: trang từ 0 đến %d, mỗi trang từ 1 đến %d dòng."
              .formatted(MOST_PAGES, MOST));
    }
    ParcelState wanted = state == null || state.isBlank() ? null : state(state);
    Set<String> units = capacities.led(READ);
    Set<String> desks = capacities.led(SERVE);
    long offset = (long) page * size;
    List<ParcelRow> found =
        switch (box) {
          case OPEN -> rows.open(units, direction, wanted, size + 1, offset);
          case ARRIVED -> rows.arrived(units, size + 1, offset);
          case CLOSED -> rows.closed(units, direction, wanted, size + 1, offset);
        };
    return new ParcelView.Page(
        found.stream().limit(size).map(row -> views.view(row, desks)).toList(),
        page,
        found.size() > size);
  }

  /**
   * The parcels of a dossier, the newest first.
   *
   * @throws DossierProblem when there is no such dossier or the caller may not know of it
   */
  public List<ParcelView> of(String number) {
    Set<String> desks = capacities.led(SERVE);
    return rows.of(dossiers.readable(number).id()).stream()
        .map(row -> views.view(row, desks))
        .toList();
  }

  /**
   * A parcel with everything that was said.
   *
   * @throws DossierProblem when there is none, or it is another desk's
   */
  public ParcelView.Whole whole(long id) {
    ParcelRow row = readable(id);
    Ends ends = ends(row);
    return new ParcelView.Whole(
        views.view(row, capacities.led(SERVE)),
        ends.address(),
        ends.phone(),
        ends.papers(),
        views.events(rows.events(id), row.direction()));
  }

  /** Takes an order back; only before anything was collected. */
  public ParcelView.Whole cancel(long id, String reason) {
    ParcelRow row = served(id);
    require("reason", "Lý do hủy", reason);
    if (!row.state().isBeforeCollection()) {
      throw DossierProblem.conflict(
          "parcel-collected",
          "Bưu gửi %s đã ở bước \"%s\" nên không hủy được nữa."
              .formatted(row.orderNumber(), row.state().label(row.direction())));
    }
    Carrier connected = carrier.getIfAvailable();
    if (connected != null && (row.state() == ParcelState.BOOKED || row.unanswered())) {
      cancelThere(connected, row);
    }
    acts.cancelled(id, reason.strip());
    return whole(id);
  }

  private static void cancelThere(Carrier connected, ParcelRow row) {
    Carrier.Answer answer;
    try {
      answer = connected.cancel(row.orderNumber());
    } catch (RuntimeException e) {
      throw DossierProblem.conflict(
          "carrier-silent",
          "Bưu chính chưa trả lời nên chưa hủy được %s. Hãy thử lại sau ít phút."
              .formatted(row.orderNumber()));
    }
    if (answer instanceof Carrier.Answer.Refused refused) {
      throw DossierProblem.conflict(
          "cancel-refused",
          "Không hủy được %s: %s. Hãy liên hệ bưu cục."
              .formatted(row.orderNumber(), refused.reason()));
    }
  }

  /**
   * An officer says what became of it, where the carrier is silent.
   *
   * @param state COLLECTED, DELIVERED, FAILED or RETURNED
   */
  public ParcelView.Whole enter(long id, String state, String reason) {
    ParcelRow row = served(id);
    ParcelState wanted = state(state);
    require("reason", "Căn cứ", reason);
    if (!SPOKEN.contains(wanted) || !row.state().mayBecome(wanted)) {
      throw DossierProblem.conflict(
          "parcel-not-so",
          "Bưu gửi %s đang ở bước \"%s\" nên không ghi được kết quả này."
              .formatted(row.orderNumber(), row.state().label(row.direction())));
    }
    if (!views.maySpeak(row)) {
      throw DossierProblem.conflict(
          "carrier-speaks",
          "Bưu chính vẫn đang báo trạng thái của %s. Chỉ ghi thay khi bưu chính không báo gì nhiều ngày."
              .formatted(row.orderNumber()));
    }
    acts.entered(id, wanted, reason.strip());
    return whole(id);
  }

  /** A file to print. */
  public record Pdf(String fileName, byte[] content) {}

  /** The label with its bar code, PDF/A. */
  public Pdf label(long id) {
    ParcelRow row = readable(id);
    Ends ends = ends(row);
    if (row.person() == null || ends.address() == null && row.direction() == Direction.PICKUP) {
      throw DossierProblem.conflict(
          "pickup-removed",
          "Thông tin người nộp của %s đã xóa khi hết thời hạn lưu nên không in được phiếu gửi."
              .formatted(row.orderNumber()));
    }
    ParcelLabels.End person = new ParcelLabels.End(row.person(), ends.address(), ends.phone());
    ParcelLabels.End desk =
        new ParcelLabels.End(
            organisation.unit(row.unit()).map(UnitView::name).orElse(row.unit()), null, null);
    boolean toPerson = row.direction() == Direction.RETURN;
    byte[] pdf =
        labels.pdf(
            new ParcelLabels.Label(
                row.unit(),
                row.itemCode() == null ? row.orderNumber() : row.itemCode(),
                row.orderNumber(),
                row.number(),
                views.title(row.procedure()),
                toPerson ? desk : person,
                toPerson ? person : desk,
                row.cod(),
                now.local().toLocalDate()));
    return new Pdf("phieu-gui-" + row.id() + ".pdf", pdf);
  }

  private record Ends(String address, String phone, String papers) {}

  private Ends ends(ParcelRow row) {
    if (row.direction() == Direction.RETURN) {
      DeliveryFacts.Delivery to = facts.of(row.number());
      return new Ends(to.address(), to.phone(), null);
    }
    PickupRows.Pickup from = pickups.find(row.id()).orElseThrow();
    return new Ends(from.address(), from.phone(), from.papers());
  }

  private ParcelRow readable(long id) {
    ParcelRow row = rows.find(id).orElseThrow(ParcelDesk::notFound);
    boolean mine = capacities.led(READ).contains(row.unit());
    if (!mine && (row.number() == null || !dossiers.isReadable(row.number()))) {
      throw notFound();
    }
    return row;
  }

  private ParcelRow served(long id) {
    ParcelRow row = readable(id);
    if (!capacities.led(SERVE).contains(row.unit())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-your-desk",
          null,
          "Chỉ cán bộ Bộ phận Một cửa của đơn vị gửi, nhận được làm việc này.");
    }
    return row;
  }

  private static ParcelState state(String name) {
    return ParcelState.named(name == null ? "" : name)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "state-unknown", "state", "Không có trạng thái \"%s\".".formatted(name)));
  }

  private static void require(String field, String label, String text) {
    if (text == null || text.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa nhập \"" + label + "\". Hãy điền rồi gửi lại.");
    }
    if (text.length() > REASON) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d.".formatted(label, text.length(), REASON));
    }
  }

  static DossierProblem notFound() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "parcel-not-found",
        "id",
        "Không tìm thấy bưu gửi, hoặc bưu gửi không phải của đơn vị anh/chị.");
  }
}
