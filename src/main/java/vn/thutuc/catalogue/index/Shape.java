package vn.thutuc.catalogue.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Stage;

/**
 * What the steps of a procedure look like when names, bodies and amounts are taken away: the blocks
 * in their order and nesting. Two procedures of one shape differ in their facts only.
 *
 * @param notation blocks in order; {@code [ ]} a phase of its own, {@code *} a step with a term of
 *     its own, {@code ( | )} branches with their kind before them, {@code -} an empty branch,
 *     {@code //} before what follows the result
 */
record Shape(String notation) {

  private static final int NAME_LENGTH = 6;

  static Shape of(Procedure procedure) {
    String stages = row(procedure.stages());
    String after = row(procedure.after());
    return new Shape(after.isEmpty() ? stages : stages + " // " + after);
  }

  /** A short name that only changes when the shape does, for the file of its picture. */
  String name() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(notation.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String row(List<Stage> stages) {
    return stages.stream().map(Shape::one).collect(Collectors.joining(" "));
  }

  private static String one(Stage stage) {
    String inside =
        stage.branches().stream()
            .map(branch -> branch.stages().isEmpty() ? "-" : row(branch.stages()))
            .collect(Collectors.joining(" | "));
    return switch (stage.block()) {
      case PHASE -> "[" + inside + "]";
      case PARALLEL, DECIDE -> stage.block() + "(" + inside + ")";
      case CHOICE -> "CHOICE:" + stage.on() + "(" + inside + ")";
      default -> stage.block() + (stage.phase() == null ? "" : "*");
    };
  }
}
