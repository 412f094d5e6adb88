package vn.thutuc.dossier;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The acts of this service are repeated, up to three times in all, when they lose a race against
 * the engine or another node: whoever clicked sees only the result.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RepeatedAfterLostRace {}
