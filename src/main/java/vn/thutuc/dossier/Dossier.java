package vn.thutuc.dossier;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.PlainWords;
import vn.thutuc.catalogue.ReturnMethod;

/**
 * One applicant's case. State changes are verbs: each checks where it comes from against the one
 * table in {@link NationalState}; there are no setters. All instants are UTC instants.
 */
@Entity
@Table(name = "dossier")
public class Dossier {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;

  private String number;

  @Column(name = "procedure_code")
  private String procedureCode;

  @Column(name = "procedure_version")
  private String procedureVersion;

  @Column(name = "definition_id")
  private String definitionId;

  @Column(name = "instance_id")
  private String instanceId;

  private NationalState state = NationalState.REGISTERED;

  @Column(name = "state_before_wait")
  private NationalState stateBeforeWait;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "case_code")
  private String caseCode;

  @Column(name = "area_class")
  private String areaClass;

  @Enumerated(EnumType.STRING)
  @Column(name = "return_method")
  private ReturnMethod returnMethod;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "owner_kind"))
  @AttributeOverride(name = "name", column = @Column(name = "owner_name"))
  @AttributeOverride(name = "idNumber", column = @Column(name = "owner_id_number"))
  @AttributeOverride(name = "phone", column = @Column(name = "owner_phone"))
  @AttributeOverride(name = "email", column = @Column(name = "owner_email"))
  @AttributeOverride(name = "address", column = @Column(name = "owner_address"))
  private Party owner;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "submitter_kind"))
  @AttributeOverride(name = "name", column = @Column(name = "submitter_name"))
  @AttributeOverride(name = "idNumber", column = @Column(name = "submitter_id_number"))
  @AttributeOverride(name = "phone", column = @Column(name = "submitter_phone"))
  @AttributeOverride(name = "email", column = @Column(name = "submitter_email"))
  @AttributeOverride(name = "address", column = @Column(name = "submitter_address"))
  private Party submitter;

  private String words;

  @Embedded private Authority authority;
  @Embedded private Units units;
  @Embedded private ReceptionFacts reception;
  @Embedded private Appointments appointments = new Appointments();
  @Embedded private Lateness lateness = new Lateness();

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "settled_at")
  private Instant settledAt;

  @Column(name = "returned_at")
  private Instant returnedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "paid_online")
  private boolean paidOnline;

  @ManyToOne
  @JoinColumn(name = "parent_id")
  private Dossier parent;

  @ElementCollection
  @CollectionTable(name = "dossier_paper", joinColumns = @JoinColumn(name = "dossier_id"))
  @OrderBy("key")
  private List<PaperReceived> papers = new ArrayList<>();

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<PhaseRun> phases = new ArrayList<>();

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<ClockPause> pauses = new ArrayList<>();

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<PhaseExtension> extensions = new ArrayList<>();

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<SupplementRequest> supplements = new ArrayList<>();

  @OneToMany(mappedBy = "dossier", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<Result> results = new ArrayList<>();

  /** For JPA. */
  protected Dossier() {}

  Dossier(String number, String procedureVersion, Submission submission, Units units) {
    this.number = number;
    this.procedureCode = submission.procedure();
    this.procedureVersion = procedureVersion;
    this.channel = submission.channel();
    this.caseCode = submission.caseCode();
    this.areaClass = submission.area();
    this.returnMethod = submission.returnMethod();
    this.owner = submission.owner();
    this.submitter = submission.submitter();
    this.words = searchWords(submission);
    this.authority = submission.authority();
    this.reception = submission.reception();
    this.units = units;
  }

  private static String searchWords(Submission submission) {
    String names =
        Stream.of(submission.owner(), submission.submitter())
            .filter(Objects::nonNull)
            .map(Party::name)
            .collect(Collectors.joining(" "));
    return String.join(" ", PlainWords.of(names));
  }

  // --- verbs -------------------------------------------------------------------------------------

  void hold(PaperReceived paper) {
    papers.add(paper);
  }

  void runsIn(String newInstanceId, String newDefinitionId) {
    this.instanceId = newInstanceId;
    this.definitionId = newDefinitionId;
  }

  void accept(Instant at) {
    become(NationalState.RECEIVED);
    acceptedAt = at;
  }

  void classify(String newCase, String newArea) {
    caseCode = newCase == null ? caseCode : newCase;
    areaClass = newArea == null ? areaClass : newArea;
  }

  void returnBy(ReturnMethod way) {
    returnMethod = way;
  }

  void settle() {
    if (state == NationalState.RECEIVED) {
      become(NationalState.PROCESSING);
    }
  }

  SupplementRequest askSupplement(
      String phase, String missing, String reason, boolean revision, Instant at) {
    NationalState before = state;
    become(NationalState.SUPPLEMENT_ASKED);
    stateBeforeWait = before;
    SupplementRequest request = new SupplementRequest(this, phase, missing, reason, revision, at);
    supplements.add(request);
    return request;
  }

  void answerSupplement(Instant at) {
    openSupplement().ifPresent(request -> request.answer(at));
    become(stateBeforeWait);
    stateBeforeWait = null;
  }

  void askObligation() {
    settle();
    become(NationalState.OBLIGATION_ASKED);
  }

  void meetObligation() {
    become(NationalState.PROCESSING);
  }

  void refuseReception(Instant at) {
    become(NationalState.NOT_RECEIVED);
    close(at);
  }

  void withdraw(Instant at) {
    become(NationalState.WITHDRAWN);
    close(at);
  }

  void stop(Instant at) {
    openSupplement().ifPresent(request -> request.expire(at));
    become(NationalState.STOPPED);
    close(at);
  }

  void ready(Instant at) {
    become(NationalState.READY);
    settledAt = at;
    endClock(at);
  }

  void handOver(Instant at) {
    become(NationalState.RETURNED);
    returnedAt = at;
    closedAt = at;
  }

  PhaseRun begin(PhaseFacts facts, Instant at) {
    return runningPhase(facts.id())
        .orElseGet(
            () -> {
              int earlier = latestPhase(facts.id()).map(PhaseRun::termNumber).orElse(0);
              PhaseRun run = new PhaseRun(this, facts, earlier + 1, at);
              phases.add(run);
              return run;
            });
  }

  void end(String phase, Instant at) {
    runningPhase(phase).ifPresent(run -> run.end(at));
  }

  void extend(PhaseRun run, String amount, String ground, String approver, Instant at) {
    extensions.add(new PhaseExtension(this, run.phase(), amount, ground, approver, at));
    run.beginNewTerm();
  }

  ClockPause pause(PauseGround ground, String mode, Instant at, Instant windowEnd) {
    if (openPause(ground).isPresent() && !ground.isSideBySide()) {
      throw DossierProblem.conflict(
          "clock-already-paused",
          "Thời hạn của hồ sơ " + number + " đang tạm dừng, không thể tạm dừng lần nữa.");
    }
    ClockPause pause = new ClockPause(this, ground, mode, at, windowEnd);
    pauses.add(pause);
    return pause;
  }

  Optional<ClockPause> resume(PauseGround ground, Instant at) {
    Optional<ClockPause> open = openPause(ground);
    open.ifPresent(pause -> pause.resume(at));
    return open;
  }

  void explainLateness(String reason, String unit) {
    Lateness explained = new Lateness();
    explained.explain(reason, unit);
    lateness = explained;
  }

  Result issue(ResultFacts facts) {
    Result result = new Result(this, facts);
    results.add(result);
    return result;
  }

  private void become(NationalState next) {
    if (!state.canBecome(next)) {
      throw DossierProblem.conflict(
          "state-not-allowed",
          "Hồ sơ %s đang ở trạng thái \"%s\" nên không thể chuyển sang \"%s\"."
              .formatted(number, state.label(), next.label()));
    }
    state = next;
  }

  private void close(Instant at) {
    settledAt = at;
    closedAt = at;
    endClock(at);
  }

  private void endClock(Instant at) {
    pauses.stream().filter(ClockPause::isOpen).forEach(pause -> pause.resume(at));
    phases.forEach(run -> run.end(at));
  }

  // --- what it says ------------------------------------------------------------------------------

  /** Whether a dossier can still be withdrawn: its settlement has not ended. */
  public boolean isOpen() {
    return !state.isSettled();
  }

  /** Whether the dossier was accepted as complete at some time. */
  public boolean isAccepted() {
    return acceptedAt != null;
  }

  /** The supplement that is waited for, if any. */
  public Optional<SupplementRequest> openSupplement() {
    return supplements.stream().filter(SupplementRequest::isOpen).findFirst();
  }

  /** The pause on a ground that lasts, if any; the oldest of several. */
  public Optional<ClockPause> openPause(PauseGround ground) {
    return pauses.stream().filter(pause -> pause.isOpen() && pause.ground() == ground).findFirst();
  }

  /** The running run of a phase, if any. */
  public Optional<PhaseRun> runningPhase(String phase) {
    return phases.stream().filter(run -> run.isRunning() && run.phase().equals(phase)).findFirst();
  }

  /** The latest run of a phase, running or ended. */
  public Optional<PhaseRun> latestPhase(String phase) {
    return phases.stream().filter(run -> run.phase().equals(phase)).reduce((a, b) -> b);
  }

  Long id() {
    return id;
  }

  /** The dossier's number, also the business key of its process instance. */
  public String number() {
    return number;
  }

  /** National code of the procedure. */
  public String procedureCode() {
    return procedureCode;
  }

  /** Version of the catalogue's facts it was received under. */
  public String procedureVersion() {
    return procedureVersion;
  }

  /** Id of the model version it runs on; null before the instance has started. */
  public String definitionId() {
    return definitionId;
  }

  /** Id of the process instance; null before it has started. */
  public String instanceId() {
    return instanceId;
  }

  /** National state. */
  public NationalState state() {
    return state;
  }

  /** How it reached the desk. */
  public Channel channel() {
    return channel;
  }

  /** Case of the procedure, or null. */
  public String caseCode() {
    return caseCode;
  }

  /** Area class, or null. */
  public String areaClass() {
    return areaClass;
  }

  /** How the applicant wants the result. */
  public ReturnMethod returnMethod() {
    return returnMethod;
  }

  /** Whose case it is. */
  public Party owner() {
    return owner;
  }

  /** Who submitted it, when not the owner; may be null. */
  public Party submitter() {
    return submitter;
  }

  /** The authority to act of the submitter; may be null. */
  public Authority authority() {
    return authority;
  }

  /** The units that have to do with it. */
  public Units units() {
    return units;
  }

  /** When and how it was received. */
  public ReceptionFacts reception() {
    return reception;
  }

  /** The appointments given to the applicant. */
  public Appointments appointments() {
    return appointments;
  }

  /** Why and by whom it was late; its parts are null until somebody said so. */
  public Lateness lateness() {
    return lateness == null ? new Lateness() : lateness;
  }

  /** When it was accepted as complete; null before. */
  public Instant acceptedAt() {
    return acceptedAt;
  }

  /** When settlement ended; null while it lasts. */
  public Instant settledAt() {
    return settledAt;
  }

  /** When the result was handed over; null before. */
  public Instant returnedAt() {
    return returnedAt;
  }

  /** When nothing was left to do; null before. */
  public Instant closedAt() {
    return closedAt;
  }

  /** The papers handed in. */
  public List<PaperReceived> papers() {
    return List.copyOf(papers);
  }

  /** All runs of its phases, oldest first. */
  public List<PhaseRun> phases() {
    return List.copyOf(phases);
  }

  /** All pauses, oldest first. */
  public List<ClockPause> pauses() {
    return List.copyOf(pauses);
  }

  /** All extensions of its phases, oldest first. */
  public List<PhaseExtension> extensions() {
    return List.copyOf(extensions);
  }

  /** All requests for a supplement, oldest first. */
  public List<SupplementRequest> supplements() {
    return List.copyOf(supplements);
  }

  /** All results, oldest first. */
  public List<Result> results() {
    return List.copyOf(results);
  }
}
