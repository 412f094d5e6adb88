package vn.thutuc.modelling.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.modelling.Verbs;

/** A context of nothing but the documented beans and some forms that exist. */
class TestContext implements Context {

  private final Set<String> forms;

  TestContext(String... forms) {
    this.forms = Set.of(forms);
  }

  @Override
  public Verbs verbs() {
    return Verbs.documented();
  }

  @Override
  public boolean hasForm(String id) {
    return forms.contains(id);
  }

  @Override
  public Optional<FormFile> form(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<Model> process(String id) {
    return Optional.empty();
  }

  @Override
  public List<Procedure> facts(String code) {
    return List.of();
  }

  @Override
  public Optional<Model> before(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<FormFile> formBefore(String id) {
    return Optional.empty();
  }

  @Override
  public Stream<Model> others(String words) {
    return Stream.empty();
  }
}
