package vn.thutuc.process.bean;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/** A bean that models may call by name; its public methods are its verbs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ModelBean {

  /** The name models use: {@code ${name.verb(...)}}. */
  @AliasFor(annotation = Component.class, attribute = "value")
  String value();
}
