package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thutuc.modelling.layout.Diagram;

/** What the house exchanges with the applicant and with other bodies, as message flows. */
final class Talks {

  static final String OWN = "Participant_Agency";
  static final String APPLICANT = "Participant_Applicant";

  private static final int ASIDE = 45;

  private final List<Diagram.Message> messages = new ArrayList<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();

  Talks(Blueprint blueprint, List<Element> elements) {
    Words words = new Words(blueprint);
    for (Element element : elements) {
      frame(element);
      if (element.is("callActivity")) {
        called(element, words, blueprint);
      }
    }
  }

  List<Diagram.Message> messages() {
    return messages;
  }

  /** Other pools: participant to name, the applicant first. */
  Map<String, String> pools() {
    Map<String, String> pools = new LinkedHashMap<>();
    pools.put(APPLICANT, "Người nộp hồ sơ");
    pools.putAll(bodies);
    return pools;
  }

  private void frame(Element element) {
    switch (element.id()) {
      case "Event_Received" -> hear(element, APPLICANT, "Dossier", "Hồ sơ", 0);
      case "Task_NoticeReceived" ->
          tell(element, APPLICANT, "Appointment", "Giấy tiếp nhận và hẹn trả kết quả", 0);
      case "Call_Return" -> tell(element, APPLICANT, "Result", "Kết quả", 0);
      default -> {
        // Other elements talk to nobody, or as the process they call does.
      }
    }
  }

  private void called(Element element, Words words, Blueprint blueprint) {
    String id = element.id().substring("Call_".length());
    switch (element.attributes().get("calledElement")) {
      case "bo-sung", "hoan-thien-ho-so" -> {
        tell(element, APPLICANT, id + "Asked", "Phiếu yêu cầu bổ sung", -ASIDE);
        hear(element, APPLICANT, id, "Giấy tờ bổ sung", ASIDE);
      }
      case "xac-nhan-du-thao" -> {
        tell(element, APPLICANT, id + "Asked", "Dự thảo", -ASIDE);
        hear(element, APPLICANT, id, "Ý kiến về dự thảo", ASIDE);
      }
      case "nghia-vu-tai-chinh" -> hear(element, APPLICANT, id, "Chứng từ nộp tiền", ASIDE);
      case "lay-y-kien" -> body(element, words, blueprint, "Văn bản lấy ý kiến", "Ý kiến");
      case "xac-minh-thong-tin" ->
          body(element, words, blueprint, "Đề nghị xác minh", "Kết quả xác minh");
      case "trinh-cap-tinh", "nghi-quyet-hdnd", "cho-cap-tren" ->
          body(element, words, blueprint, "Tờ trình", "Quyết định");
      case "giai-quyet-noi-khac" -> body(element, words, blueprint, "Hồ sơ", "Kết quả");
      default -> {
        // Done inside the house.
      }
    }
  }

  private void body(
      Element element, Words words, Blueprint blueprint, String asked, String answered) {
    String place =
        element.ins().stream()
            .filter(in -> in.target().equals("place"))
            .map(in -> in.expression().replaceAll("[${}']", ""))
            .findFirst()
            .orElse(Actor.COMPETENT);
    String name = blueprint.places().get(place);
    if (name == null) {
      return;
    }
    String pool = "Participant_" + Ids.pascal(place);
    bodies.put(pool, name);
    String id = element.id().substring("Call_".length());
    tell(element, pool, id + "Asked", asked, -ASIDE);
    hear(element, pool, id, answered, ASIDE);
  }

  private void tell(Element element, String pool, String id, String name, int aside) {
    messages.add(new Diagram.Message("MessageFlow_" + id, name, element.id(), pool, true, aside));
  }

  private void hear(Element element, String pool, String id, String name, int aside) {
    messages.add(new Diagram.Message("MessageFlow_" + id, name, element.id(), pool, false, aside));
  }
}
