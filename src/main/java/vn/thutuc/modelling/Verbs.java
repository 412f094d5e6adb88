package vn.thutuc.modelling;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The documented beans a model may call and the variables it may read.
 *
 * @param byBean the verbs of each bean
 * @param variables names of the documented variables; empty means that names are not checked
 */
public record Verbs(Map<String, Set<Signature>> byBean, Set<String> variables) {

  /** Gives the documented beans to whoever asks without a running server. */
  public interface Source extends Supplier<Verbs> {}

  /** The documented beans and variables of this house; needs no running server. */
  public static Verbs documented() {
    return ServiceLoader.load(Source.class, Verbs.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody gives the documented beans"))
        .get();
  }

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
