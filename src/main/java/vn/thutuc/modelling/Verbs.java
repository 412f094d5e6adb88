package vn.thutuc.modelling;

import java.util.Map;
import java.util.Set;

/**
 * The documented beans a model may call.
 *
 * @param byBean the verbs of each bean
 */
public record Verbs(Map<String, Set<Signature>> byBean) {

  /**
   * One verb.
   *
   * @param name name of the verb
   * @param arguments number of arguments
   */
  public record Signature(String name, int arguments) {}

  boolean hasBean(String bean) {
    return byBean.containsKey(bean);
  }

  boolean has(String bean, String verb, int arguments) {
    return byBean.getOrDefault(bean, Set.of()).contains(new Signature(verb, arguments));
  }
}
