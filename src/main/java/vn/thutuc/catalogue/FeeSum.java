package vn.thutuc.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is due by the fees of a procedure for so many pages and copies, as far as its facts can be
 * counted. Nothing is guessed: where the facts give no amount, or several that may be meant, the
 * sum is unknown and an officer enters it.
 */
public final class FeeSum {

  private final List<Fee> fees;

  private FeeSum(List<Fee> fees) {
    this.fees = fees;
  }

  /** One line of the sum, in whole đồng. */
  public record Line(String title, long times, long each, long amount) {}

  /**
   * The sum.
   *
   * @param amount whole đồng; null when it cannot be counted
   * @param lines how it comes about; empty when it cannot be counted
   * @param capped whether the most for one copy was reached
   */
  public record Charge(Long amount, List<Line> lines, boolean capped) {}

  /** The fees that apply to what comes through a channel, in a case, on a local day. */
  public static FeeSum of(Procedure procedure, Channel channel, String caseCode, LocalDate day) {
    return new FeeSum(
        procedure.fees().stream().filter(fee -> fee.applies(channel, caseCode, day)).toList());
  }

  /** Whether the number of pages counts. */
  public boolean asksPages() {
    return fees.stream().anyMatch(fee -> fee.counts() != null);
  }

  /** What one piece is called, such as {@code trường hợp}; empty when the fees do not say. */
  public Optional<String> piece() {
    return asksPages()
        ? Optional.of("bản sao")
        : single().map(Fee::per).filter(Objects::nonNull).map(String::strip);
  }

  /** The sum for so many copies, or pieces, of so many pages each. */
  public Charge charge(int pages, int copies) {
    if (asksPages()) {
      return byPages(pages, copies);
    }
    return single()
        .map(
            fee -> {
              long times = fee.per() == null ? 1 : copies;
              long amount = times * fee.amount();
              return new Charge(
                  amount, List.of(new Line(fee.title(), times, fee.amount(), amount)), false);
            })
        .orElseGet(() -> new Charge(null, List.of(), false));
  }

  /** The one fee with an amount that is due without a condition; several leave it open which. */
  private Optional<Fee> single() {
    List<Fee> known =
        fees.stream().filter(fee -> fee.amount() != null && fee.condition() == null).toList();
    return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
  }

  private Charge byPages(int pages, int copies) {
    List<Fee> counted = fees.stream().filter(fee -> fee.counts() != null).toList();
    if (counted.size() != fees.size() || counted.stream().anyMatch(fee -> fee.amount() == null)) {
      return new Charge(null, List.of(), false);
    }
    List<Line> lines = new ArrayList<>();
    long perCopy = 0;
    long most = Long.MAX_VALUE;
    for (Fee fee : counted) {
      long times = fee.counts().pagesOf(pages);
      perCopy += times * fee.amount();
      if (times > 0) {
        long all = times * copies;
        lines.add(new Line(fee.title(), all, fee.amount(), all * fee.amount()));
      }
      if (fee.counts().mostPerCopy() != null) {
        most = Math.min(most, fee.counts().mostPerCopy());
      }
    }
    return new Charge(copies * Math.min(perCopy, most), List.copyOf(lines), perCopy > most);
  }
}
