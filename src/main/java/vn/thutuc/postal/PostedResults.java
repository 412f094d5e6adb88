package vn.thutuc.postal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.ResultCourier;
import vn.thutuc.outbound.OutboundActs;

/**
 * What of a result is at the carrier, for whoever wants it to go another way. An order the carrier
 * has, or may have, is cancelled with the carrier first: no transaction waits for its answer.
 */
@Component
class PostedResults implements ResultCourier {

  private static final String CHANGED = "Người nộp đổi cách nhận kết quả";

  private final ParcelRows rows;
  private final ParcelEvents events;
  private final OutboundActs acts;

  PostedResults(ParcelRows rows, ParcelEvents events, OutboundActs acts) {
    this.rows = rows;
    this.events = events;
    this.acts = acts;
  }

  @Override
  public Optional<String> refusal(long dossier) {
    return newest(dossier).flatMap(PostedResults::refusal);
  }

  @Override
  public void takeBack(long dossier, String number, String reason) {
    if (!acts.takeBack(number, "POST", CHANGED)
        || !acts.takeBack(number, "ELECTRONIC_RETURN", CHANGED)) {
      throw begun("Kết quả của hồ sơ %s đang được gửi đi ngay lúc này.".formatted(number));
    }
    newest(dossier)
        .flatMap(parcel -> rows.hold(parcel.id()))
        .ifPresent(
            parcel -> {
              refusal(parcel)
                  .ifPresent(
                      words -> {
                        throw begun(words);
                      });
              if (!parcel.state().isLast()) {
                events.own(parcel, "HAND", ParcelState.CANCELLED, reason);
              }
            });
  }

  private Optional<ParcelRow> newest(long dossier) {
    return rows.of(dossier).stream()
        .filter(parcel -> parcel.direction() == Direction.RETURN)
        .findFirst();
  }

  private static Optional<String> refusal(ParcelRow parcel) {
    return switch (parcel.state()) {
      case REQUESTED ->
          parcel.unanswered()
              ? Optional.of(
                  "Yêu cầu gửi %s đã chuyển cho bưu chính mà chưa có trả lời."
                          .formatted(parcel.orderNumber())
                      + " Hãy hủy yêu cầu ở mục Bưu chính công ích của hồ sơ rồi đổi cách nhận.")
              : Optional.empty();
      case BOOKED ->
          Optional.of(
              "Bưu chính đã nhận yêu cầu gửi %s. Hãy hủy yêu cầu ở mục Bưu chính công ích của hồ"
                      .formatted(parcel.orderNumber())
                  + " sơ rồi đổi cách nhận.");
      case COLLECTED, IN_TRANSIT, FAILED ->
          Optional.of(
              "Kết quả đã bàn giao cho bưu chính (%s: %s) nên không đổi cách nhận được nữa. Nếu bưu"
                      .formatted(
                          parcel.itemCode() == null ? parcel.orderNumber() : parcel.itemCode(),
                          parcel.state().label(Direction.RETURN))
                  + " chính chuyển hoàn, kết quả trở lại Bộ phận Một cửa và khi đó đổi được.");
      case DELIVERED -> Optional.of("Kết quả đã được bưu chính phát cho người nhận.");
      case RETURNED, CANCELLED -> Optional.empty();
    };
  }

  private static DossierProblem begun(String words) {
    return DossierProblem.conflict("result-is-out", words + " Hãy tải lại trang và thử lại.");
  }
}
