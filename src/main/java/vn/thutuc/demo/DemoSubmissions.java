package vn.thutuc.demo;

import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.Party;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;

/** What plainly fictional applicants hand in. */
public final class DemoSubmissions {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String procedure;
  private final Party owner;
  private String competentUnit;
  private String caseCode;
  private String area;
  private Channel channel = Channel.COUNTER;
  private ReturnMethod returnMethod = ReturnMethod.COUNTER;
  private ReceptionFacts reception = new ReceptionFacts(null, null, null, null, null);

  private DemoSubmissions(String procedure, Party owner) {
    this.procedure = procedure;
    this.owner = owner;
  }

  /** A submission of an organisation. */
  public static DemoSubmissions organisation(String procedure, String name) {
    return new DemoSubmissions(procedure, party(Party.Kind.ORGANISATION, name));
  }

  /** A submission of a person. */
  public static DemoSubmissions person(String procedure, String name) {
    return new DemoSubmissions(procedure, party(Party.Kind.PERSON, name));
  }

  private static Party party(Party.Kind kind, String name) {
    int number = COUNT.incrementAndGet();
    return new Party(
        kind,
        name,
        "0000000%05d".formatted(number),
        "09000%05d".formatted(number),
        "nguoithu%d@example.invalid".formatted(number),
        "Thôn Thử Nghiệm, tỉnh Lạng Sơn");
  }

  /** Settled by this unit. */
  public DemoSubmissions at(String unit) {
    competentUnit = unit;
    return this;
  }

  /** In this case and area class. */
  public DemoSubmissions of(String newCase, String newArea) {
    caseCode = newCase;
    area = newArea;
    return this;
  }

  /** Through this channel. */
  public DemoSubmissions by(Channel newChannel) {
    channel = newChannel;
    return this;
  }

  /** To be returned in this way. */
  public DemoSubmissions back(ReturnMethod newMethod) {
    returnMethod = newMethod;
    return this;
  }

  /** Handed in at this local time, before it could be entered, for this reason. */
  public DemoSubmissions handedIn(String localTime, String ground) {
    reception =
        new ReceptionFacts(
            LocalDateTime.parse(localTime).atZone(WorkingCalendar.ZONE).toInstant(),
            ground,
            "01/GTN",
            null,
            null);
    return this;
  }

  /** The submission; papers are checked in the first task. */
  public Submission build() {
    return new Submission(
        procedure,
        channel,
        caseCode,
        area,
        returnMethod,
        null,
        competentUnit,
        owner,
        null,
        new Authority(null, null, null),
        null,
        reception);
  }
}
