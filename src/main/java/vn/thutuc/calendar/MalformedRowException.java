package vn.thutuc.calendar;

/** A line of a calendar's CSV that cannot be read; its parts let others say so in their words. */
public final class MalformedRowException extends IllegalArgumentException {

  /** What is wrong with the line. */
  public enum Flaw {
    /** The first line is not the header. */
    HEADER,
    /** The line has more or fewer fields than the header. */
    FIELDS,
    /** The day has no name. */
    NAME,
    /** The date cannot be read. */
    DATE,
    /** There is no such kind of day. */
    KIND
  }

  private final long line;
  private final Flaw flaw;
  private final String found;

  MalformedRowException(long line, Flaw flaw, String found, String message) {
    super(message);
    this.line = line;
    this.flaw = flaw;
    this.found = found;
  }

  /** Number of the line, from 1. */
  public long line() {
    return line;
  }

  /** What is wrong with it. */
  public Flaw flaw() {
    return flaw;
  }

  /** What stands there instead. */
  public String found() {
    return found;
  }
}
