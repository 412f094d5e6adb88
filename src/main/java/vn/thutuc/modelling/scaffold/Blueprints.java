package vn.thutuc.modelling.scaffold;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Agency;
import vn.thutuc.catalogue.ApprovedSteps;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;

/** Takes out of the facts what shapes a model. */
final class Blueprints {

  private static final int NAME = 250;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Blueprints() {}

  static Blueprint of(Procedure procedure, Agencies agencies) {
    Map<String, String> places = new LinkedHashMap<>();
    procedure.bodies().forEach((place, unit) -> places.put(place, named(unit, agencies)));
    places.putAll(procedure.outside());
    List<String> competent = procedure.competentKeys();
    String agency = competent.size() == 1 ? named(competent.get(0), agencies) : null;
    Map<String, String> phases = new LinkedHashMap<>();
    procedure.phases().forEach(phase -> phases.put(phase.id(), phase.name()));
    Map<String, String> results = new LinkedHashMap<>();
    procedure.results().stream()
        .filter(ResultKind::positive)
        .forEach(result -> results.put(result.key(), result.title()));
    return new Blueprint(
        procedure.code(),
        procedure.title(),
        name(procedure.shortTitle()),
        procedure.decision(),
        agency,
        Words.isCollegiate(agency),
        places,
        new TreeSet<>(procedure.outside().keySet()),
        phases,
        phases.containsKey(Frame.COMPLETENESS),
        results,
        labels(procedure),
        procedure.stages(),
        procedure.after(),
        procedure.rules(),
        steps(procedure.approvedSteps()));
  }

  /** A row of the national list of which nothing but the list is known. */
  static Blueprint of(ListRow row, Agencies agencies) {
    String agency = agencies.match(row.agency()).map(Agency::name).orElse(null);
    return new Blueprint(
        row.code(),
        row.name(),
        name(row.name()),
        row.decision(),
        agency,
        Words.isCollegiate(agency),
        Map.of(),
        Set.of(),
        Map.of(),
        false,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static String named(String unit, Agencies agencies) {
    return agencies.byKey(unit).map(Agency::name).orElse(unit);
  }

  private static Map<String, String> labels(Procedure procedure) {
    Map<String, String> labels = new LinkedHashMap<>();
    procedure.cases().forEach(one -> labels.put(one.code(), one.label()));
    procedure.areas().forEach(one -> labels.put(one.code(), one.label()));
    labels.put(Channel.COUNTER.name(), "Trực tiếp");
    labels.put(Channel.ONLINE.name(), "Trực tuyến");
    labels.put(Channel.POSTAL.name(), "Bưu chính");
    return labels;
  }

  private static Blueprint.Steps steps(ApprovedSteps approved) {
    if (approved == null) {
      return null;
    }
    Map<String, Long> days = new LinkedHashMap<>();
    for (ApprovedSteps.Step step : approved.steps()) {
      days.merge(step.step(), step.days().multiply(THOUSAND).longValue(), Long::sum);
    }
    return new Blueprint.Steps(approved.decision(), days);
  }

  /** The engine keeps names of 255 characters; a longer one ends at a whole word. */
  private static String name(String title) {
    String plain = title.strip().replaceAll("\\s+", " ").replace("${", "$ {").replace("#{", "# {");
    if (plain.length() <= NAME) {
      return plain;
    }
    return plain.substring(0, plain.lastIndexOf(' ', NAME)) + " …";
  }
}
