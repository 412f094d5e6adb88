package vn.thutuc.opening;

import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import vn.thutuc.almanac.AlmanacSeed;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoPast;
import vn.thutuc.dossier.CalendarRun;
import vn.thutuc.dossier.DueFill;
import vn.thutuc.organisation.OrganisationFiles;
import vn.thutuc.organisation.OrganisationImport;
import vn.thutuc.process.deployment.DraftsInForce;
import vn.thutuc.process.deployment.ModelDeployer;
import vn.thutuc.process.security.IdentityProvisioning;

/**
 * Opens the house: before the web server answers and the job executor starts, the organisation, the
 * identities, the models and (in the demo) its past are there; then the clock is real for good.
 */
@Component
class Opening implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /** Posts of the files hold from this day: the two-level local government began on it. */
  private static final LocalDate POSTS_FROM = LocalDate.of(2025, 7, 1);

  private final AlmanacSeed calendar;
  private final OrganisationImport organisation;
  private final IdentityProvisioning identities;
  private final ModelDeployer models;
  private final DraftsInForce drafts;
  private final ObjectProvider<DemoPast> demo;
  private final DueFill lists;
  private final CalendarRun calendarRun;
  private final HouseState house;
  private final Now now;
  private final boolean isDemo;
  private final boolean isTest;
  private final String files;
  private volatile boolean open;

  Opening(
      AlmanacSeed calendar,
      OrganisationImport organisation,
      IdentityProvisioning identities,
      ModelDeployer models,
      DraftsInForce drafts,
      ObjectProvider<DemoPast> demo,
      DueFill lists,
      CalendarRun calendarRun,
      HouseState house,
      Now now,
      Environment environment,
      @Value("${thutuc.organisation:}") String files) {
    this.calendar = calendar;
    this.organisation = organisation;
    this.identities = identities;
    this.models = models;
    this.drafts = drafts;
    this.demo = demo;
    this.lists = lists;
    this.calendarRun = calendarRun;
    this.house = house;
    this.now = now;
    this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    this.isTest = environment.getProperty("thutuc.test", Boolean.class, false);
    this.files = files;
  }

  @Override
  public void start() {
    house.refuseForeign(isDemo);
    calendar.seed();
    organisationLocation()
        .ifPresent(location -> organisation.apply(OrganisationFiles.read(location), POSTS_FROM));
    identities.provision();
    ModelDeployer.Report report = models.deploy();
    LOG.info(
        "Models: {} deployed, {} unchanged, {} held, {} refused",
        report.deployed().size(),
        report.unchanged(),
        report.held().size(),
        report.refused().size());
    LOG.info("Models put in force because their day has come: {}", drafts.bringDue());
    lists.fill();
    if (house.firstOpening(isDemo)) {
      demo.ifAvailable(DemoPast::load);
    }
    house.opened(isDemo);
    if (!isTest) {
      now.seal();
    }
    // A change of the calendar that a stop interrupted is carried on, beside people's work.
    calendarRun.resumeOpenRun();
    open = true;
  }

  private Optional<String> organisationLocation() {
    if (!files.isBlank()) {
      boolean location = files.startsWith("classpath:") || files.startsWith("file:");
      return Optional.of(location ? files : "file:" + files);
    }
    return isDemo ? Optional.of("classpath:provinces/H37") : Optional.empty();
  }

  @Override
  public void stop() {
    open = false;
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  /** Before the web server, which starts in the last phases. */
  @Override
  public int getPhase() {
    return 0;
  }
}
