package vn.thutuc.drafting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.KeptRegisters;
import vn.thutuc.dossier.PaperStep;
import vn.thutuc.dossier.ResultBasis;
import vn.thutuc.dossier.ResultFacts;
import vn.thutuc.dossier.ResultPapers;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.printing.PaperPress;

/**
 * What becomes of a paper when a step of the model is completed, in the transaction of that step
 * and whichever way it was completed: looked at, signed and so frozen, numbered and issued.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PaperFlow implements ResultPapers {

  /** What forms call the passing on of a paper. */
  static final String APPROVE = "approve";

  private static final String NUMBER = "resultNumber";
  private static final String DATE = "resultDate";
  private static final String KIND = "resultKind";

  /**
   * Who signed, which is not always who completes: a signature on paper is registered by others.
   */
  private static final String SIGNED_BY = "signedBy";

  private static final String SIGNED_FOR = "signedFor";

  private final PaperRows papers;
  private final VersionRows versions;
  private final PaperNumbers numbers;
  private final PaperPages pages;
  private final DraftViews views;
  private final ObjectProvider<KeptRegisters> registers;
  private final Organisation organisation;
  private final ResultBasis basis;
  private final DossierAccess access;
  private final CurrentActor actor;
  private final Now now;

  PaperFlow(
      PaperRows papers,
      VersionRows versions,
      PaperNumbers numbers,
      PaperPages pages,
      DraftViews views,
      ObjectProvider<KeptRegisters> registers,
      Organisation organisation,
      ResultBasis basis,
      DossierAccess access,
      CurrentActor actor,
      Now now) {
    this.papers = papers;
    this.versions = versions;
    this.numbers = numbers;
    this.pages = pages;
    this.views = views;
    this.registers = registers;
    this.organisation = organisation;
    this.basis = basis;
    this.access = access;
    this.actor = actor;
    this.now = now;
  }

  @Override
  public Map<String, Object> completing(PaperStep step, String decision, Map<String, ?> fields) {
    ResultBasis.Basis known = basis.of(step.number(), step.ways());
    Optional<PaperRows.Paper> paper =
        papers.open(known.dossier(), known.kinds(), chosen(step, known, fields), true);
    switch (step.role()) {
      case DRAFT ->
          paper
              .filter(one -> decision == null || decision.equals("grant"))
              .ifPresent(one -> requireFit(one, step, known, fields));
      case REVIEW, SIGN -> paper.ifPresent(one -> decided(one, step, decision, fields));
      case NUMBER -> {
        return paper.map(one -> numbered(one, step, fields)).orElseGet(() -> requireTyped(fields));
      }
      default -> throw new IllegalStateException("No such role: " + step.role());
    }
    return Map.of();
  }

  /** Of two papers drafted at one step, the one that the step's own form chooses goes on. */
  private static String chosen(PaperStep step, ResultBasis.Basis known, Map<String, ?> fields) {
    String here = step.role() == PaperStep.Role.DRAFT ? text(fields, KIND) : null;
    return offers(known, here) ? here : known.chosen();
  }

  private static boolean offers(ResultBasis.Basis known, String chosen) {
    return known.kinds().stream().anyMatch(kind -> kind.key().equals(chosen));
  }

  /** A draft that goes on is of the kind the form chooses, and of a unit that may issue it. */
  private void requireFit(
      PaperRows.Paper paper, PaperStep step, ResultBasis.Basis known, Map<String, ?> fields) {
    requireIssuer(step.number(), paper);
    String chosen = text(fields, KIND);
    if (offers(known, chosen) && !paper.result().equals(chosen)) {
      throw DossierProblem.invalid(
          "other-result-drafted",
          KIND,
          "Dự thảo đã lập là \"%s\", khác loại kết quả đang chọn. Hãy chọn lại, hoặc bỏ dự thảo rồi lập dự thảo mới."
              .formatted(paper.title()));
    }
  }

  /** The dossier may have gone to another unit since the words were saved. */
  private void requireIssuer(String number, PaperRows.Paper paper) {
    String issuer = words(paper, paper.latest()).issuer();
    if (!views.mayIssue(access.competentUnit(number), issuer)) {
      throw DossierProblem.conflict(
          "issuer-changed",
          "Dự thảo \"%s\" ghi đơn vị ban hành là %s, không còn là đơn vị giải quyết hồ sơ. Hãy chọn lại đơn vị ban hành và lưu bản mới ở bước dự thảo."
              .formatted(paper.title(), views.unit(issuer)));
    }
  }

  private void decided(
      PaperRows.Paper paper, PaperStep step, String decision, Map<String, ?> fields) {
    String word = decision == null ? APPROVE : decision;
    boolean signs = step.role() == PaperStep.Role.SIGN && word.equals(APPROVE);
    Doer who = signs ? signer(fields) : whoCompletes();
    String comment =
        Stream.of("note", "reason", "submissionExamined")
            .map(field -> text(fields, field))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    versions.decide(
        paper.id(),
        step,
        new VersionRows.Decision(
            paper.latest(),
            step.element(),
            step.name(),
            step.role().name(),
            word,
            comment,
            now.instant(),
            who.person(),
            who.behalf()));
    if (!signs && step.role() == PaperStep.Role.SIGN) {
      papers.unsigned(paper.id());
    }
    if (signs) {
      requireIssuer(step.number(), paper);
      papers.signed(
          paper.id(),
          new PaperRows.Signature(
              paper.latest(),
              words(paper, paper.latest()).sha256(),
              now.instant(),
              who.person(),
              who.behalf()));
    }
    JournalEvent event = signs ? JournalEvent.RESULT_SIGNED : JournalEvent.RESULT_DRAFT_PASSED;
    String said =
        signs ? onPaper(who) : word.equals(APPROVE) ? ", đồng ý" : ", trả lại hoặc không đồng ý";
    journal(step.number(), event, paper, "bản %d%s".formatted(paper.latest(), said));
  }

  /** Who decides: login ids of the person, and of whom a deputy did it for; null for nobody. */
  private record Doer(String person, String behalf) {}

  private Doer whoCompletes() {
    Actor who = actor.get();
    return new Doer(who.personId(), who.onBehalfOf());
  }

  private Doer signer(Map<String, ?> fields) {
    String signer = text(fields, SIGNED_BY);
    return signer == null ? whoCompletes() : new Doer(signer, text(fields, SIGNED_FOR));
  }

  /** The line is the officer's who registers a signature: it says whose that is. */
  private String onPaper(Doer signer) {
    return signer.person().equals(actor.get().personId())
        ? ""
        : ", chữ ký trên giấy của " + organisation.signature(signer.person(), signer.behalf());
  }

  private Map<String, Object> numbered(
      PaperRows.Paper paper, PaperStep step, Map<String, ?> fields) {
    String typed = text(fields, NUMBER);
    String kept = kept(paper, step);
    if (typed != null && !typed.equals(kept)) {
      throw DossierProblem.invalid(
          "number-from-register",
          NUMBER,
          "Văn bản này có dự thảo trên hệ thống nên số và ngày được lấy từ sổ khi hoàn thành bước. Hãy để trống số và ngày.");
    }
    LocalDate day = now.local().toLocalDate();
    PaperText text = requireSigned(paper);
    PaperNumbers.Given given =
        kept == null
            ? numbers.next(step.agency(), paper.kind(), day.getYear(), text.issuer())
            : null;
    String written = kept == null ? given.text() : kept;
    issue(step.number(), paper, text, given, written, day);
    journal(step.number(), JournalEvent.RESULT_NUMBERED, paper, "số %s".formatted(written));
    return Map.of(NUMBER, written, DATE, day.toString());
  }

  /**
   * The number in the register that the house keeps for the dossier, where the paper grants what
   * was asked for: one result has one number. Null where it keeps none.
   */
  private String kept(PaperRows.Paper paper, PaperStep step) {
    KeptRegisters house = registers.getIfAvailable();
    return house == null || paper.kind() == PaperKind.REFUSAL
        ? null
        : house.take(step.number(), now.instant()).orElse(null);
  }

  private static Map<String, Object> requireTyped(Map<String, ?> fields) {
    requireTyped(fields, NUMBER, "Số, ký hiệu văn bản");
    requireTyped(fields, DATE, "Ngày ban hành");
    return Map.of();
  }

  private static void requireTyped(Map<String, ?> fields, String field, String label) {
    if (text(fields, field) == null) {
      throw DossierProblem.invalid(
          "field-missing",
          field,
          "Chưa nhập \"%s\". Kết quả này không có dự thảo trên hệ thống nên số và ngày phải ghi như trên văn bản đã ký."
              .formatted(label));
    }
  }

  /** The words that were signed; where no step of the model signs, the newest. */
  private PaperText requireSigned(PaperRows.Paper paper) {
    PaperText text = words(paper, paper.latest());
    PaperRows.Signature signature = paper.signature();
    if (signature == null) {
      boolean signing =
          versions.decisions(paper.id()).stream()
              .anyMatch(one -> one.role().equals(PaperStep.Role.SIGN.name()));
      if (signing) {
        throw notSigned(paper);
      }
      return text;
    }
    if (signature.version() != paper.latest() || !signature.sha256().equals(text.sha256())) {
      throw notSigned(paper);
    }
    return text;
  }

  private static DossierProblem notSigned(PaperRows.Paper paper) {
    return DossierProblem.conflict(
        "paper-not-signed",
        "Bản %d của dự thảo \"%s\" chưa được lãnh đạo ký nên chưa ban hành được. Hãy báo trưởng đơn vị để hồ sơ được trình ký lại."
            .formatted(paper.latest(), paper.title()));
  }

  @Override
  public Optional<Long> issued(String number, ResultFacts facts) {
    ResultKind kind = new ResultKind(facts.kind(), facts.title(), null, facts.positive());
    ResultBasis.Basis known = basis.of(number, List.of());
    long dossier = known.dossier();
    Optional<PaperRows.Paper> finished = papers.finishedUnused(dossier, facts.kind());
    if (finished.isPresent()) {
      return finished.map(PaperRows.Paper::id);
    }
    Optional<PaperRows.Paper> open = papers.open(dossier, List.of(kind), facts.kind(), true);
    if (known.signedOutside()) {
      open.ifPresent(paper -> madeElsewhere(number, paper));
      return Optional.empty();
    }
    return open.map(
        paper -> {
          PaperText text = requireSigned(paper);
          issue(number, paper, text, null, facts.number(), facts.issuedOn());
          return paper.id();
        });
  }

  /** What the house wrote was a proposal: the result is the paper that others signed. */
  private void madeElsewhere(String number, PaperRows.Paper paper) {
    String why = "Kết quả do cơ quan khác ký, ban hành trên văn bản của cơ quan đó";
    papers.dropped(paper.id(), why, now.instant(), actor.get().personId());
    access.journal(
        number,
        JournalEvent.RESULT_DRAFT_DROPPED,
        why,
        Map.of("about", paper.title(), "paper", paper.id()));
  }

  private void issue(
      String number,
      PaperRows.Paper paper,
      PaperText text,
      PaperNumbers.Given given,
      String written,
      LocalDate day) {
    PaperPress.Pdf pdf = pages.issued(number, paper, text, written, day);
    papers.issue(
        paper.id(),
        new PaperRows.Issue(
            given,
            written,
            day,
            now.instant(),
            actor.get().personId(),
            pdf.template(),
            Fingerprint.of(pdf.content())),
        pdf.content());
  }

  private PaperText words(PaperRows.Paper paper, int version) {
    return versions
        .text(paper.id(), version)
        .orElseThrow(
            () -> new IllegalStateException("Paper " + paper.id() + " has no version " + version));
  }

  private void journal(String number, JournalEvent event, PaperRows.Paper paper, String what) {
    Map<String, Object> data = new HashMap<>();
    data.put("about", paper.title() + ", " + what);
    data.put("paper", paper.id());
    access.journal(number, event, null, data);
  }

  private static String text(Map<String, ?> fields, String field) {
    Object value = fields.get(field);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }
}
