package vn.thutuc.modelling.scaffold;

/** Writes indented XML as the Modeler does: two blanks, its way of escaping. */
final class Xml {

  private final StringBuilder text = new StringBuilder();
  private int depth;

  Xml open(String tag) {
    line("<" + tag + ">");
    depth++;
    return this;
  }

  Xml close(String name) {
    depth--;
    return line("</" + name + ">");
  }

  Xml line(String line) {
    for (String one : line.split("\n")) {
      text.append("  ".repeat(depth)).append(one).append('\n');
    }
    return this;
  }

  String text() {
    return text.toString();
  }

  static String attribute(String name, String value) {
    return " " + name + "=\"" + quoted(value) + "\"";
  }

  private static String quoted(String value) {
    return value
        .replace("&", "&#38;")
        .replace("<", "&#60;")
        .replace(">", "&#62;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;")
        .replace("\r", "")
        .replace("\n", "&#10;");
  }

  static String escaped(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\s+", " ");
  }
}
