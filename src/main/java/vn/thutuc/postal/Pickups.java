package vn.thutuc.postal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.ReceptionDrafts;

/**
 * Dossiers fetched from the applicant's home: ordered at the desk, followed, and received when they
 * have reached it, at the moment an officer receives them and never earlier.
 */
@Service
@Transactional
public class Pickups {

  private static final Set<String> SERVE = Set.of("one-stop-officer");
  private static final String PHONE = "^[0-9+ .-]{8,20}$";

  private final ParcelRows rows;
  private final PickupRows pickups;
  private final ParcelDesk desk;
  private final ParcelViews views;
  private final ReceptionDrafts drafts;
  private final Catalogue catalogue;
  private final Capacities capacities;
  private final PostalSettings settings;
  private final CurrentActor actor;
  private final ObjectMapper json;
  private final Now now;

  Pickups(
      ParcelRows rows,
      PickupRows pickups,
      ParcelDesk desk,
      ParcelViews views,
      ReceptionDrafts drafts,
      Catalogue catalogue,
      Capacities capacities,
      PostalSettings settings,
      CurrentActor actor,
      ObjectMapper json,
      Now now) {
    this.rows = rows;
    this.pickups = pickups;
    this.desk = desk;
    this.views = views;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.capacities = capacities;
    this.settings = settings;
    this.actor = actor;
    this.json = json;
    this.now = now;
  }

  /**
   * What an applicant asks for.
   *
   * @param requestId id made by the page: the same request sent again is the same order
   * @param unit the desk; null for the caller's own
   * @param procedure national code
   * @param idNumber may be null
   * @param papers what the applicant has announced; may be null
   */
  public record Request(
      UUID requestId,
      String unit,
      String procedure,
      String name,
      String idNumber,
      String phone,
      String address,
      String papers) {}

  /**
   * Orders a fetching.
   *
   * @throws DossierProblem when something is missing, too long or unknown, the caller serves at no
   *     desk, or no carrier is connected
   */
  public ParcelView.Whole order(Request request) {
    if (!settings.isConnected()) {
      throw DossierProblem.conflict(
          "post-not-connected",
          "Hệ thống chưa kết nối bưu chính công ích nên không đặt lấy hồ sơ tận nơi được.");
    }
    String unit = unit(request.unit());
    check(request);
    String number = "thutuc-lay-" + request.requestId();
    rows.add(
        new ParcelRows.New(
            Direction.PICKUP,
            number,
            null,
            null,
            unit,
            0,
            actor.get().personId(),
            now.instant(),
            now.instant()));
    ParcelRow parcel = rows.find(number).orElseThrow();
    if (!parcel.unit().equals(unit)) {
      throw ParcelDesk.notFound();
    }
    pickups.add(
        new PickupRows.Pickup(
            parcel.id(),
            request.procedure().strip(),
            request.name().strip(),
            stripped(request.idNumber()),
            request.phone().strip(),
            request.address().strip(),
            stripped(request.papers()),
            null,
            false,
            null,
            null));
    return desk.whole(parcel.id());
  }

  /**
   * Opens the desk's sheet for a dossier that has arrived: a draft of the caller, filled in with
   * what the applicant said. Opened again it is the caller's own sheet once more.
   *
   * @return id of the draft
   * @throws DossierProblem when it has not arrived, or was received before
   */
  public UUID open(long id) {
    ParcelRow parcel = rows.hold(id).orElseThrow(ParcelDesk::notFound);
    ParcelView view = desk.whole(id).parcel();
    PickupRows.Pickup pickup = pickups.find(id).orElseThrow(ParcelDesk::notFound);
    if (pickup.receivedAs() != null) {
      throw DossierProblem.conflict(
          "pickup-received", "Hồ sơ này đã được tiếp nhận, số " + pickup.receivedAs() + ".");
    }
    if (!view.mayReceive()) {
      throw DossierProblem.conflict(
          "pickup-not-here",
          "Hồ sơ đang ở bước \"%s\", chưa đến Bộ phận Một cửa nên chưa tiếp nhận được."
              .formatted(parcel.state().label(Direction.PICKUP)));
    }
    boolean mine = actor.get().personId().equals(pickup.openedBy());
    if (pickup.isOpen() && mine) {
      return pickup.draft();
    }
    if (pickup.isOpen()) {
      throw DossierProblem.conflict(
          "pickup-opened",
          "%s đang mở hồ sơ này để tiếp nhận. Người đó tiếp nhận hoặc xóa bản nháp trước."
              .formatted(views.person(pickup.openedBy())));
    }
    UUID draft = UUID.randomUUID();
    drafts.save(draft, pickup.procedure(), sheet(pickup));
    pickups.open(id, draft, actor.get().personId());
    return draft;
  }

  /** The fields as the page of the desk names them. */
  private ObjectNode sheet(PickupRows.Pickup pickup) {
    ObjectNode fields = json.createObjectNode();
    ObjectNode values = fields.putObject("values");
    values.put("channel", "POSTAL");
    values.put("owner.kind", "PERSON");
    values.put("owner.name", pickup.name());
    values.put("owner.phone", pickup.phone());
    values.put("owner.address", pickup.address());
    if (pickup.idNumber() != null) {
      values.put("owner.idNumber", pickup.idNumber());
    }
    fields.putObject("papers");
    return fields;
  }

  private String unit(String wanted) {
    Set<String> desks = capacities.led(SERVE);
    if (desks.isEmpty() || wanted != null && !wanted.isBlank() && !desks.contains(wanted)) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-a-desk",
          "unit",
          "Chỉ cán bộ Bộ phận Một cửa đặt được việc lấy hồ sơ tận nơi.");
    }
    return wanted == null || wanted.isBlank() ? desks.iterator().next() : wanted;
  }

  private void check(Request request) {
    if (request.requestId() == null) {
      throw DossierProblem.invalid("field-missing", "requestId", "Trang gửi thiếu mã yêu cầu.");
    }
    required("procedure", "Thủ tục", request.procedure(), 40);
    required("name", "Họ và tên", request.name(), 200);
    required("phone", "Số điện thoại", request.phone(), 20);
    required("address", "Địa chỉ lấy hồ sơ", request.address(), 300);
    fits("idNumber", "Số định danh", request.idNumber(), 20);
    fits("papers", "Giấy tờ người nộp báo có", request.papers(), 2_000);
    if (!request.phone().strip().matches(PHONE)) {
      throw DossierProblem.invalid(
          "phone-malformed",
          "phone",
          "Số điện thoại \"%s\" chưa đúng. Chỉ ghi chữ số, ít nhất 8.".formatted(request.phone()));
    }
    if (catalogue.find(request.procedure().strip(), now.local()).isEmpty()) {
      throw DossierProblem.invalid(
          "procedure-unknown",
          "procedure",
          "Không có thủ tục mang mã \"%s\" đang áp dụng. Hãy kiểm tra lại mã thủ tục."
              .formatted(request.procedure()));
    }
  }

  private static void required(String field, String label, String text, int most) {
    if (text == null || text.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa nhập \"" + label + "\". Hãy điền rồi gửi lại.");
    }
    fits(field, label, text, most);
  }

  private static void fits(String field, String label, String text, int most) {
    if (text != null && text.length() > most) {
      throw DossierProblem.invalid(
          "field-too-long",
          field,
          "\"%s\" dài %d ký tự, chỉ được tối đa %d.".formatted(label, text.length(), most));
    }
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
