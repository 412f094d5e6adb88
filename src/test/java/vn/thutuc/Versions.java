package vn.thutuc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Deploys further versions of shipped models, each made from the shipped text. */
public final class Versions {

  private final RepositoryService repository;
  private final Map<String, String> shipped = new HashMap<>();

  public Versions(RepositoryService repository) {
    this.repository = repository;
  }

  /** Deploys the shipped text with a change; answers with the id of the new version. */
  public String deploy(String key, UnaryOperator<String> change) {
    String text = shipped.computeIfAbsent(key, this::first);
    String changed = change.apply(text);
    ProcessDefinition newest = newest(key);
    repository.createDeployment().addString(newest.getResourceName(), changed).deploy();
    return newest(key).getId();
  }

  /** Deploys the shipped text as it is, as another version. */
  public String again(String key) {
    return deploy(key, UnaryOperator.identity());
  }

  /** Replaces exactly one text that must be there. */
  public static UnaryOperator<String> replacing(String old, String next) {
    return text -> {
      if (!text.contains(old)) {
        throw new IllegalStateException("The shipped model has no " + old);
      }
      return text.replace(old, next);
    };
  }

  /** Adds the extension property that names successors. */
  public static UnaryOperator<String> naming(String key, String successors) {
    return text -> {
      int process = text.indexOf("<bpmn:process id=\"" + key + "\"");
      int after = text.indexOf('>', process) + 1;
      int documentation = text.indexOf("</bpmn:documentation>", after);
      int at =
          documentation > 0 && documentation - after < 2000
              ? documentation + "</bpmn:documentation>".length()
              : after;
      return text.substring(0, at)
          + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"successors\""
          + " value=\""
          + successors
          + "\" /></camunda:properties></bpmn:extensionElements>"
          + text.substring(at);
    };
  }

  private ProcessDefinition newest(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .latestVersion()
        .singleResult();
  }

  private String first(String key) {
    ProcessDefinition first =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .processDefinitionVersion(1)
            .singleResult();
    try (InputStream model = repository.getProcessModel(first.getId())) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The model of " + key + " cannot be read", e);
    }
  }
}
