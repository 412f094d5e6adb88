package vn.thutuc.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns {@code determinations.yaml} into the province's determinations. */
final class DeterminationsReader {

  /** A determination with its place in the file, to note there what does not fit. */
  record Placed(Section at, Determination made) {}

  private DeterminationsReader() {}

  /** Reads the file; an entry that is wrong stops only itself. */
  static List<Placed> read(Section file) {
    return file.whole(
        whole ->
            whole.soundParts(
                "determinations", entry -> new Placed(entry, DeterminationsReader.made(entry))));
  }

  /** Those that fit a procedure; the others are noted as problems. */
  static List<Determination> fitting(List<Placed> entries, List<Facts> facts) {
    List<Determination> fitting = new ArrayList<>();
    for (Placed entry : entries) {
      if (fits(entry, facts) && !clashes(entry, fitting)) {
        fitting.add(entry.made());
      }
    }
    return fitting;
  }

  private static Determination made(Section entry) {
    String code = entry.text("code");
    String term = entry.term("term");
    if (term == null) {
      entry.wrong("term", "quyết định của tỉnh phải có thời hạn", "ghi thời hạn hoặc bỏ mục này");
    }
    return new Determination(
        code,
        entry.text("phase"),
        entry.choice("channel", Channel.class, null),
        entry.optional("case"),
        entry.optional("area"),
        term,
        FactsReader.effective(entry),
        entry.text("source"),
        entry.text("by"),
        date(entry),
        entry.flag("verified"),
        entry.optional("note"));
  }

  private static LocalDate date(Section entry) {
    entry.text("date");
    return entry.date("date");
  }

  private static boolean fits(Placed entry, List<Facts> facts) {
    Determination made = entry.made();
    List<Procedure> versions =
        facts.stream().map(Facts::procedure).filter(p -> p.code().equals(made.code())).toList();
    if (versions.isEmpty()) {
      entry
          .at()
          .wrong(
              "code",
              "không có thủ tục %s dùng được".formatted(made.code()),
              "sửa mã, hoặc thêm hay sửa tệp của thủ tục");
      return false;
    }
    if (versions.stream().allMatch(version -> version.phase(made.phase()).isEmpty())) {
      entry.at().wrong("phase", "thủ tục không có giai đoạn này", "dùng id của một giai đoạn");
      return false;
    }
    return FactsReader.checkScope(
        Scope.of(made), versions.get(versions.size() - 1), entry.at()::wrong);
  }

  private static boolean clashes(Placed entry, List<Determination> earlier) {
    boolean clashes = earlier.stream().anyMatch(other -> clash(entry.made(), other));
    if (clashes) {
      entry
          .at()
          .wrong(
              "",
              "trùng điều kiện với một mục phía trên",
              "bỏ một mục, thêm điều kiện hoặc ghi effective");
    }
    return clashes;
  }

  private static boolean clash(Determination one, Determination other) {
    return one.code().equals(other.code())
        && one.phase().equals(other.phase())
        && one.effective().overlaps(other.effective())
        && Scope.of(one).clashesWith(Scope.of(other));
  }
}
