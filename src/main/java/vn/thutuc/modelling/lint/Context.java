package vn.thutuc.modelling.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.modelling.Verbs;

/**
 * What a file is checked against: the files it comes with, then what is in force (on the server) or
 * stands beside it (in a folder).
 */
public interface Context {

  /** The documented beans and variables. */
  Verbs verbs();

  /** Whether a form of this id exists. */
  default boolean hasForm(String id) {
    return form(id).isPresent();
  }

  /** The form of this id. */
  Optional<FormFile> form(String id);

  /** The process of this id. */
  Optional<Model> process(String id);

  /** The versions of a procedure's facts; empty when there are none. */
  List<Procedure> facts(String code);

  /** The version of a process that the one under check would replace. */
  Optional<Model> before(String id);

  /** The version of a form that the one under check would replace. */
  Optional<FormFile> formBefore(String id);

  /** Models that are not under check themselves and whose text holds the words. */
  Stream<Model> others(String words);
}
