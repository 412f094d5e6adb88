package vn.thutuc.modelling.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Forms: fields that reach the dossier, choices the models know, and what may change. */
final class FormRules {

  private static final String KEY = "[a-z][A-Za-z0-9]*";

  static final List<Rule<?>> RULES =
      List.of(
          Rule.form("form-id", "The form's id is its file name", FormRules::id),
          Rule.form("form-keys", "Every field has a key of its own", FormRules::keys),
          Rule.form(
              "form-values",
              "A field named like a routing variable offers its documented values",
              FormRules::values),
          Rule.form("form-kept", "A form only gains optional fields", FormRules::kept));

  private FormRules() {}

  private static void id(FormFile form, Context context, Findings findings) {
    String base = form.file().substring(form.file().lastIndexOf('/') + 1);
    if (form.id().isBlank() || !base.equals(form.id() + ".form")) {
      findings.add(
          1,
          form.id().isBlank() ? "form" : form.id(),
          "The form's id is its file name without .form; set \"id\" to '%s'."
              .formatted(base.replace(".form", "")));
    }
  }

  private static void keys(FormFile form, Context context, Findings findings) {
    Set<String> beans = context.verbs().byBean().keySet();
    Map<String, String> variables = new HashMap<>();
    Words.VALUES.keySet().forEach(name -> variables.put(name.toLowerCase(Locale.ROOT), name));
    Words.BOOLEANS.forEach(name -> variables.put(name.toLowerCase(Locale.ROOT), name));
    Set<String> seen = new HashSet<>();
    for (FormFile.Field field : form.fields()) {
      if (!field.takesValue() || field.key().contains(".")) {
        continue;
      }
      String key = field.key();
      String meant = variables.get(key.toLowerCase(Locale.ROOT));
      if (key.isBlank()) {
        at(findings, field, "The field has no key, so its value reaches nobody; give it one.");
      } else if (!key.matches(KEY) || beans.contains(key) || key.equals("execution")) {
        at(
            findings,
            field,
            "'%s' is no key of a dossier's field; write letters and digits, the first small, and no"
                + " bean's name.".formatted(key));
      } else if (meant != null && !meant.equals(key)) {
        at(
            findings,
            field,
            "'%s' looks like the variable '%s'; write it so.".formatted(key, meant));
      } else if (!seen.add(key)) {
        at(findings, field, "The key '%s' stands twice; each field has its own.".formatted(key));
      }
    }
  }

  private static void at(Findings findings, FormFile.Field field, String message) {
    findings.add(0, field.id().isBlank() ? field.key() : field.id(), message);
  }

  private static void values(FormFile form, Context context, Findings findings) {
    for (FormFile.Field field : form.fields()) {
      Set<String> known = Words.VALUES.get(field.key());
      if (Words.ALSO_TEXT.contains(field.key()) && !field.isChoice()) {
        continue;
      }
      if (known != null && !field.isChoice()) {
        at(
            findings,
            field,
            "'%s' routes the process and is chosen, not typed: make it a radio or rename it."
                .formatted(field.key()));
      } else if (known != null && !known.containsAll(field.options())) {
        Set<String> unknown = new TreeSet<>(field.options());
        unknown.removeAll(known);
        at(
            findings,
            field,
            "'%s' offers %s; its values are %s."
                .formatted(
                    field.key(),
                    String.join(", ", unknown),
                    String.join(", ", new TreeSet<>(known))));
      } else if (Words.BOOLEANS.contains(field.key()) && !field.type().equals("checkbox")) {
        at(findings, field, "'%s' is true or false: make it a checkbox.".formatted(field.key()));
      }
    }
  }

  private static void kept(FormFile form, Context context, Findings findings) {
    context
        .formBefore(form.id())
        .ifPresent(
            before -> {
              before.fields().forEach(old -> kept(form, old, findings));
              form.fields().forEach(field -> gained(before, field, findings));
            });
  }

  private static void kept(FormFile form, FormFile.Field old, Findings findings) {
    boolean reliedOn = Words.knows(old.key()) || Words.READ_BY_VERBS.contains(old.key());
    FormFile.Field now = form.field(old.key()).orElse(null);
    if (old.key().isBlank()) {
      return;
    }
    if (now == null) {
      if (reliedOn) {
        findings.add(
            0,
            old.key(),
            "The field '%s' of the form in force is gone; models and verbs rely on it."
                .formatted(old.key()));
      }
      return;
    }
    Set<String> lost = new TreeSet<>(old.options());
    lost.removeAll(now.options());
    if (!lost.isEmpty()) {
      at(
          findings,
          now,
          "'%s' no longer offers %s, which models in force wait for; keep it."
              .formatted(old.key(), String.join(", ", lost)));
    }
    if (now.required() && !old.required()) {
      at(findings, now, "'%s' is required now and was not before.".formatted(old.key()));
    }
  }

  private static void gained(FormFile before, FormFile.Field field, Findings findings) {
    if (!field.key().isBlank() && field.required() && before.field(field.key()).isEmpty()) {
      at(
          findings,
          field,
          "A form in force only gains optional fields; '%s' is required.".formatted(field.key()));
    }
  }
}
