package vn.thutuc.notice;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one template gives: the directives {@code <@subject>}, {@code <@mail>}, {@code <@sms>} and
 * {@code <@zalo template="…" …/>} put their texts here. So no text of a dossier can begin another
 * part, whatever it says.
 */
final class NoticeParts {

  static final String SUBJECT = "subject";
  static final String MAIL = "mail";
  static final String SMS = "sms";
  static final String ZALO = "zalo";

  private static final String TEMPLATE = "template";

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> zalo = new TreeMap<>();

  /** The directives, by name. */
  Map<String, TemplateDirectiveModel> directives() {
    Map<String, TemplateDirectiveModel> directives = new HashMap<>();
    for (String part : new String[] {SUBJECT, MAIL, SMS}) {
      directives.put(part, (env, params, loop, body) -> text(part, body));
    }
    directives.put(ZALO, this::zalo);
    return directives;
  }

  private void text(String part, TemplateDirectiveBody body) throws TemplateException, IOException {
    StringWriter text = new StringWriter();
    if (body != null) {
      body.render(text);
    }
    texts.put(part, text.toString().strip());
  }

  private void zalo(
      Environment env, Map<?, ?> fields, TemplateModel[] loop, TemplateDirectiveBody body)
      throws TemplateException {
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      if (!(field.getValue() instanceof TemplateScalarModel value)) {
        throw new TemplateModelException("<@zalo>: the field " + field.getKey() + " is no text");
      }
      zalo.put(field.getKey().toString(), value.getAsString());
    }
  }

  /** Name of a part that is not there or says nothing; null when all are. */
  String missing() {
    for (String part : new String[] {SUBJECT, MAIL, SMS}) {
      if (texts.getOrDefault(part, "").isEmpty()) {
        return part;
      }
    }
    return zalo.getOrDefault(TEMPLATE, "").isEmpty() ? ZALO : null;
  }

  NoticeText text() {
    Map<String, String> fields = new TreeMap<>(zalo);
    String template = fields.remove(TEMPLATE);
    fields.replaceAll((name, value) -> Words.line(Words.clean(value)));
    return new NoticeText(
        Words.line(Words.clean(texts.get(SUBJECT))),
        Words.clean(texts.get(MAIL)).replaceAll("\n{3,}", "\n\n"),
        Words.line(Words.clean(texts.get(SMS))),
        template,
        Map.copyOf(fields));
  }
}
