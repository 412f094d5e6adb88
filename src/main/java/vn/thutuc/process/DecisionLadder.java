package vn.thutuc.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.Ladder;

/** The ladder as the decision table in processes/shared says, in the version in force. */
@Component
class DecisionLadder implements Ladder {

  private static final String KEY = "thang-canh-bao";

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final AsHouse house;
  private final Map<Question, List<Rung>> answers = new ConcurrentHashMap<>();

  private record Question(String definitionId, String phase, boolean shortTerm) {}

  DecisionLadder(
      @Lazy DecisionService decisions, @Lazy RepositoryService repository, AsHouse house) {
    this.decisions = decisions;
    this.repository = repository;
    this.house = house;
  }

  @Override
  public List<Rung> rungs(String phase, boolean shortTerm) {
    return house.call(
        () ->
            answers.computeIfAbsent(
                new Question(inForce(), phase, shortTerm), question -> evaluate(question)));
  }

  private String inForce() {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(KEY)
            .withoutTenantId()
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException(
          "The ladder (decision '" + KEY + "') is not deployed; put processes/shared back");
    }
    return definition.getId();
  }

  private List<Rung> evaluate(Question question) {
    DmnDecisionResult result =
        decisions
            .evaluateDecisionById(question.definitionId())
            .variables(Map.of("phase", question.phase(), "short", question.shortTerm()))
            .evaluate();
    return result.getResultList().stream()
        .map(
            row ->
                new Rung(
                    (String) row.get("rung"),
                    (String) row.get("distance"),
                    (String) row.get("tell"),
                    ((Number) row.get("priority")).intValue()))
        .toList();
  }
}
