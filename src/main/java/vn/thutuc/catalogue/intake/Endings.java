package vn.thutuc.catalogue.intake;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.FactsWriter;
import vn.thutuc.catalogue.Procedure;

/** Writes the last day into a file and leaves every other letter, comments included, as it is. */
final class Endings {

  private static final Pattern IN_BRACES =
      Pattern.compile("(?m)^(effective: *\\{[^}\\n]*?until: *)[^,}\\s]+");
  private static final Pattern FROM_ONLY = Pattern.compile("(?m)^(effective: *\\{[^}\\n]*?) *\\}");
  private static final Pattern IN_LINES =
      Pattern.compile("(?m)^(effective: *\\n(?:  .*\\n)*?  until: *)\\S+");
  private static final Pattern DECISION = Pattern.compile("(?m)^decision: .*\\n(?! )");

  private Endings() {}

  static String end(String text, Procedure procedure, LocalDate last) {
    for (String edited :
        new String[] {
          replaced(IN_BRACES.matcher(text), "$1" + last),
          replaced(IN_LINES.matcher(text), "$1" + last),
          replaced(FROM_ONLY.matcher(text), "$1, until: " + last + "}"),
          replaced(DECISION.matcher(text), "$0effective: {from: unknown, until: " + last + "}\n")
        }) {
      if (edited != null && isEnded(edited, procedure, last)) {
        return edited;
      }
    }
    return FactsWriter.write(ended(procedure, last));
  }

  private static String replaced(Matcher matcher, String by) {
    return matcher.find() ? matcher.replaceFirst(by) : null;
  }

  private static boolean isEnded(String text, Procedure procedure, LocalDate last) {
    return ended(procedure, last).equals(FactsFolder.parse(procedure.code(), text).procedure());
  }

  private static Procedure ended(Procedure procedure, LocalDate last) {
    var tree = FactsFolder.tree(procedure);
    tree.withObject("effective").put("until", last.toString());
    return FactsFolder.parse(procedure.code(), tree).procedure();
  }
}
