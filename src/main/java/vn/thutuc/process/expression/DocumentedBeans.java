package vn.thutuc.process.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import vn.thutuc.modelling.Verbs;
import vn.thutuc.process.Vocabulary;
import vn.thutuc.process.bean.ClockBean;
import vn.thutuc.process.bean.DossierBean;
import vn.thutuc.process.bean.EscalationBean;
import vn.thutuc.process.bean.ModelBean;
import vn.thutuc.process.bean.OrganisationBean;
import vn.thutuc.process.bean.OutboundBean;

/**
 * The beans of the closed language, by the name models use. Looked up at the first call: they need
 * the engine, and the engine is made before them.
 */
@Component
public class DocumentedBeans {

  private static final Map<String, Class<?>> TYPES =
      Set.of(
              ClockBean.class,
              DossierBean.class,
              EscalationBean.class,
              OrganisationBean.class,
              OutboundBean.class)
          .stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  type -> type.getAnnotation(ModelBean.class).value(), Function.identity()));

  private final ListableBeanFactory factory;

  DocumentedBeans(ListableBeanFactory factory) {
    this.factory = factory;
  }

  /** What the lint needs to know of them: verb names and numbers of arguments. */
  public static Verbs verbs() {
    return new Verbs(
        TYPES.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, bean -> signatures(bean.getValue()))),
        Vocabulary.VARIABLES);
  }

  private static Set<Verbs.Signature> signatures(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(DocumentedBeans::isVerb)
        .map(method -> new Verbs.Signature(method.getName(), method.getParameterCount()))
        .collect(Collectors.toUnmodifiableSet());
  }

  Object find(String name) {
    Class<?> type = TYPES.get(name);
    return type == null ? null : factory.getBean(type);
  }

  Optional<Method> verb(Object bean, String name, int arguments) {
    if (bean == null || !TYPES.containsValue(AopUtils.getTargetClass(bean))) {
      return Optional.empty();
    }
    return Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
        .filter(DocumentedBeans::isVerb)
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
        .findFirst();
  }

  private static boolean isVerb(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic();
  }
}
