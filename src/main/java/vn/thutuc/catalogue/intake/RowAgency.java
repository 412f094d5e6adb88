package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Agency;
import vn.thutuc.catalogue.Competence;
import vn.thutuc.catalogue.Settled;

/** Who settles a procedure, by the agency text of its row. */
final class RowAgency {

  private final List<Agency> ours;
  private final List<Agency> outside;
  private final boolean allKnown;
  private final Settled listed;
  private final String source;

  RowAgency(RowFacts row, JsonNode node, Agencies agencies, String source) {
    Agencies.Reading reading = agencies.read(RowFacts.text(node, "agency"));
    this.ours = reading.agencies().stream().filter(agency -> !agency.outside()).toList();
    this.outside = reading.agencies().stream().filter(Agency::outside).toList();
    this.allKnown = reading.unknown().isEmpty();
    Settled said = row.constant(Settled.class, RowFacts.text(node, "settled"));
    this.listed = said == null ? Settled.UNKNOWN : said;
    this.source = source + ": cơ quan thực hiện";
    report(row, reading);
  }

  private void report(RowFacts row, Agencies.Reading reading) {
    if (!allKnown) {
      row.note(
          Finding.Kind.AGENCY_UNKNOWN,
          "chưa xác định được cơ quan giải quyết: " + String.join("; ", reading.unknown()));
    } else if (ours.size() > 1) {
      row.note(
          Finding.Kind.AGENCY_SEVERAL,
          "danh mục nêu nhiều cơ quan, không nêu tiêu chí: " + names(ours));
    }
    if (settled() != listed && listed != Settled.UNKNOWN && settled() != Settled.UNKNOWN) {
      row.note(
          Finding.Kind.SETTLED_DIFFERS,
          "nơi giải quyết theo bảng cơ quan là %s, danh mục xếp %s".formatted(settled(), listed));
    }
  }

  Settled settled() {
    if (!allKnown) {
      return listed;
    }
    if (outside.isEmpty()) {
      return Settled.HERE;
    }
    return ours.isEmpty() ? Settled.ELSEWHERE : Settled.MIXED;
  }

  String settledBy() {
    return outside.isEmpty() || settled() == Settled.HERE ? null : names(outside);
  }

  String competent() {
    return allKnown && ours.size() == 1 ? ours.get(0).key() : null;
  }

  List<Competence> competences() {
    return allKnown && ours.size() > 1
        ? ours.stream().map(one -> new Competence(one.key(), null, null, null, source)).toList()
        : List.of();
  }

  Map<String, String> outside() {
    Map<String, String> places = new LinkedHashMap<>();
    outside.forEach(agency -> places.put(agency.key(), agency.name()));
    return places;
  }

  private static String names(List<Agency> agencies) {
    return agencies.stream().map(Agency::name).collect(Collectors.joining("; "));
  }
}
