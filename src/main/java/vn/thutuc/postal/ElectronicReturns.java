package vn.thutuc.postal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DeliveryFacts;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.Sending;

/**
 * The signed files that went electronically, for the applicants they went to. Who asks for an
 * applicant has checked the applicant's secret before.
 */
@Service
@Transactional
public class ElectronicReturns {

  private final ReturnRows rows;
  private final DeliveryFacts facts;
  private final DossierDocuments documents;
  private final IssuedPapers papers;
  private final OutboundActs acts;
  private final Now now;

  ElectronicReturns(
      ReturnRows rows,
      DeliveryFacts facts,
      DossierDocuments documents,
      IssuedPapers papers,
      OutboundActs acts,
      Now now) {
    this.rows = rows;
    this.facts = facts;
    this.documents = documents;
    this.papers = papers;
    this.acts = acts;
    this.now = now;
  }

  /** A file as it was issued, byte for byte. */
  public record File(String fileName, byte[] content) {}

  /** What went to an applicant and can be opened. */
  public record Waiting(String fileName, Instant sentAt) {}

  /** What the applicant of a dossier can open; empty when nothing went electronically. */
  @Transactional(readOnly = true)
  public Optional<Waiting> waiting(String number) {
    return rows.newest(number).map(row -> new Waiting(row.fileName(), row.stateAt()));
  }

  /** The applicant opens it: the act has its proof. Empty when nothing went electronically. */
  public Optional<File> open(String number) {
    return rows.newest(number)
        .map(
            row -> {
              acts.proof(
                  row.actId(),
                  OutboundActs.Proof.OPENED,
                  now.instant(),
                  "Người nộp đã mở kết quả ở trang tra cứu");
              return new File(row.fileName(), rows.content(row.id()));
            });
  }

  /** The other side confirms that it has the file of a dossier. */
  public void delivered(String number, Instant at, String words) {
    rows.newest(number)
        .ifPresent(row -> acts.proof(row.actId(), OutboundActs.Proof.DELIVERED, at, words));
  }

  /** What is sent, and to whom; the address may be null. */
  record Prepared(ReturnRows.Row row, String name, String email, String title) {}

  Prepared prepare(Sending act) {
    DeliveryFacts.Delivery to = facts.of(act.number());
    if (rows.ofAct(act.id()).isEmpty()) {
      Optional<IssuedPapers.Pdf> paper = paper(act.number());
      byte[] content = paper.map(IssuedPapers.Pdf::content).orElse(null);
      rows.add(
          to.dossierId(),
          act.id(),
          paper.map(IssuedPapers.Pdf::fileName).orElse(null),
          content == null ? null : sha256(content),
          content,
          now.instant());
    }
    String email = to.email() == null || to.email().isBlank() ? null : to.email();
    return new Prepared(rows.ofAct(act.id()).orElseThrow(), to.name(), email, to.title());
  }

  /** The paper of the last result. */
  private Optional<IssuedPapers.Pdf> paper(String number) {
    List<DossierDocument.ResultView> results = documents.read(number).results();
    return results.stream()
        .map(DossierDocument.ResultView::paper)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(paper -> papers.pdf(number, paper));
  }

  /** It will not go electronically; nothing happens when it has gone. */
  void failed(Sending act, String reason) {
    rows.ofAct(act.id())
        .filter(row -> row.state() == ReturnRows.State.PREPARED)
        .ifPresent(row -> rows.become(row.id(), ReturnRows.State.FAILED, reason, now.instant()));
  }

  byte[] content(ReturnRows.Row row) {
    return rows.content(row.id());
  }

  void mailed(ReturnRows.Row row) {
    rows.mailed(row.id());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
