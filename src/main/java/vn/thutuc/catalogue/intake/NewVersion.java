package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.Procedure;

/** A procedure's facts while the rows of a table are entered into them. */
final class NewVersion {

  private final ObjectNode tree;
  private final List<String> errors = new ArrayList<>();

  NewVersion(Procedure base) {
    tree = FactsFolder.tree(base);
    tree.remove("imported");
  }

  ObjectNode tree() {
    return tree;
  }

  List<String> errors() {
    return errors;
  }

  void enter(Change change) {
    int before = errors.size();
    if (change.source() == null) {
      wrong(change, "thiếu nguồn (source): ghi điều khoản của văn bản");
    }
    if (change.isEmpty()) {
      wrong(change, "không có gì thay đổi: ghi term, fee, decision, transition, structure");
    }
    if (errors.size() > before) {
      return;
    }
    if (change.facts() != null) {
      tree.setAll(change.facts());
    }
    if (change.term() != null) {
      term(change);
    }
    if (change.fee() != null) {
      fee(change);
    }
    if (change.decision() != null) {
      tree.put("decision", change.decision());
    }
    if (change.transition() != null) {
      tree.put("transition", change.transition());
    }
  }

  private void term(Change change) {
    String wanted = change.phase() == null ? "settlement" : change.phase();
    ObjectNode phase = find(tree.withArray("phases"), "id", wanted);
    if (phase == null) {
      wrong(change, "không có giai đoạn “%s”; các giai đoạn: %s".formatted(wanted, ids()));
      return;
    }
    ArrayNode terms = phase.withArray("terms");
    ObjectNode entry = entry(terms, change);
    boolean unscoped =
        change.caseCode() == null && change.area() == null && change.channel() == null;
    if (entry == null && unscoped && !terms.isEmpty()) {
      wrong(
          change,
          "giai đoạn %s có %d thời hạn theo điều kiện; ghi rõ case, area hoặc channel"
              .formatted(wanted, terms.size()));
      return;
    }
    if (entry == null) {
      entry = terms.addObject();
      put(entry, "channel", change.channel());
      put(entry, "case", change.caseCode());
      put(entry, "area", change.area());
    }
    entry.put("term", change.term());
    entry.put("source", change.source());
    entry.remove("verified");
    if (!change.term().equals("unknown")) {
      entry.put("verified", true);
    }
  }

  private String ids() {
    List<String> ids = new ArrayList<>();
    tree.withArray("phases").forEach(phase -> ids.add(phase.path("id").asText()));
    return String.join(", ", ids);
  }

  private static ObjectNode entry(ArrayNode terms, Change change) {
    return StreamSupport.stream(terms.spliterator(), false)
        .filter(
            term ->
                is(term, "channel", change.channel())
                    && is(term, "case", change.caseCode())
                    && is(term, "area", change.area()))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static boolean is(JsonNode node, String key, String wanted) {
    return node.hasNonNull(key) ? node.get(key).asText().equals(wanted) : wanted == null;
  }

  private void fee(Change change) {
    if (!change.fee().matches("\\d{1,12}|unknown")) {
      wrong(change, "mức phí “%s” phải là số đồng hoặc unknown".formatted(change.fee()));
      return;
    }
    List<ObjectNode> fitting =
        StreamSupport.stream(tree.withArray("fees").spliterator(), false)
            .map(ObjectNode.class::cast)
            .filter(fee -> change.feeTitle() == null || is(fee, "title", change.feeTitle()))
            .filter(fee -> change.channel() == null || is(fee, "channel", change.channel()))
            .filter(fee -> change.caseCode() == null || is(fee, "case", change.caseCode()))
            .toList();
    if (fitting.size() > 1 || fitting.isEmpty() && change.feeTitle() == null) {
      wrong(
          change,
          "%s khoản phí khớp với dòng này; ghi feeTitle đúng tên khoản, hoặc tên khoản mới"
              .formatted(fitting.isEmpty() ? "không có" : "có " + fitting.size()));
      return;
    }
    ObjectNode fee = fitting.isEmpty() ? tree.withArray("fees").addObject() : fitting.get(0);
    if (fitting.isEmpty()) {
      put(fee, "title", change.feeTitle());
      put(fee, "channel", change.channel());
      put(fee, "case", change.caseCode());
    }
    if (change.fee().equals("unknown")) {
      fee.put("amount", "unknown");
    } else {
      fee.put("amount", Long.parseLong(change.fee()));
    }
    fee.put("source", change.source());
  }

  private static ObjectNode find(ArrayNode list, String key, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(item -> is(item, key, value))
        .map(ObjectNode.class::cast)
        .findFirst()
        .orElse(null);
  }

  private static void put(ObjectNode node, String key, String value) {
    if (value != null) {
      node.put(key, value);
    }
  }

  private void wrong(Change change, String what) {
    errors.add("dòng %d [%s]: %s".formatted(change.line(), change.code(), what));
  }
}
