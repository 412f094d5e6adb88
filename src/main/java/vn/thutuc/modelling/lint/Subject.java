package vn.thutuc.modelling.lint;

/** One file as the rules see it. */
public sealed interface Subject {

  /** The name findings carry. */
  String file();

  /** A file that is not what its ending says. */
  record Unreadable(String file, int line, String message) implements Subject {}

  /** A case model. */
  record CaseModel(String file) implements Subject {}

  /** A decision table. */
  record Table(String file, org.w3c.dom.Document document) implements Subject {}

  /** A process model. */
  record Process(Model model) implements Subject {
    @Override
    public String file() {
      return model.file();
    }
  }

  /** A form. */
  record Form(FormFile form) implements Subject {
    @Override
    public String file() {
      return form.file();
    }
  }
}
