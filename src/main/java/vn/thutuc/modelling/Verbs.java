package vn.thutuc.modelling;

import java.util.Map;
import java.util.Set;

/**
 * The documented beans a model may call and the variables it may read.
 *
 * @param byBean the verbs of each bean
 * @param variables names of the documented variables; empty means that names are not checked
 */
public record Verbs(Map<String, Set<Signature>> byBean, Set<String> variables) {

  /** Beans only; names of variables are not checked. */
  public Verbs(Map<String, Set<Signature>> byBean) {
    this(byBean, Set.of());
  }

  /**
   * One verb.
   *
   * @param name name of the verb
   * @param arguments number of arguments
   */
  public record Signature(String name, int arguments) {}

  boolean hasVariable(String name) {
    return variables.isEmpty() || variables.contains(name) || name.equals("execution");
  }

  boolean hasBean(String bean) {
    return byBean.containsKey(bean);
  }

  boolean has(String bean, String verb, int arguments) {
    return byBean.getOrDefault(bean, Set.of()).contains(new Signature(verb, arguments));
  }
}
