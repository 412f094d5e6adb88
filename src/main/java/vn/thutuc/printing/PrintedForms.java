package vn.thutuc.printing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.CaseFiles;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;

/**
 * The printed forms of dossiers: which are due, which were issued, and issuing one. A form is kept
 * byte for byte. Issuing again what says the same answers the one that was issued; when the dossier
 * has gone on since, the form is issued anew under the same number.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class PrintedForms {

  private final CaseFiles cases;
  private final DueForms due;
  private final IssuedForms issued;
  private final FormNumbers numbers;
  private final FormPrinter printer;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final ObjectProvider<TrackingLinks> links;
  private final Now now;

  PrintedForms(
      CaseFiles cases,
      DueForms due,
      IssuedForms issued,
      FormNumbers numbers,
      FormPrinter printer,
      Organisation organisation,
      CurrentActor actor,
      ObjectProvider<TrackingLinks> links,
      Now now) {
    this.cases = cases;
    this.due = due;
    this.issued = issued;
    this.numbers = numbers;
    this.printer = printer;
    this.organisation = organisation;
    this.actor = actor;
    this.links = links;
    this.now = now;
  }

  /**
   * A form that was issued.
   *
   * @param id its id, for {@link #pdf}
   * @param number its number as printed
   * @param version 1 for the first; the number stays when a later one is issued
   * @param at when, local to Asia/Ho_Chi_Minh
   * @param by name of the person who issued it
   * @param notice what the officer has to know about it, in Vietnamese; null when nothing
   */
  public record Issued(
      long id, String number, int version, LocalDateTime at, String by, String notice) {}

  /**
   * A form of a dossier.
   *
   * @param form number of the form, two digits
   * @param title its title
   * @param occasion what made it due; a dossier may have several forms of a kind
   * @param note tells it from others of its kind; empty when there is one
   * @param due whether it can be issued now
   * @param upToDate whether the latest version says what the dossier says now
   * @param issued its versions, oldest first; empty when it was never issued
   */
  public record Form(
      String form,
      String title,
      String occasion,
      String note,
      boolean due,
      boolean upToDate,
      List<Issued> issued) {}

  /** The file of a form. */
  public record Pdf(String fileName, byte[] content) {}

  /**
   * The forms of a dossier, those due and those issued.
   *
   * @throws DossierProblem when there is no such dossier or the caller may not know of it
   */
  @Transactional(readOnly = true)
  public List<Form> of(String dossier) {
    CaseFile file = cases.read(dossier);
    Map<String, List<IssuedForms.Row>> rows = new LinkedHashMap<>();
    for (IssuedForms.Row row : issued.of(dossier)) {
      rows.computeIfAbsent(key(row.form(), row.occasion()), key -> new ArrayList<>()).add(row);
    }
    List<Form> forms = new ArrayList<>();
    for (DueForms.Due one : due.of(file)) {
      List<IssuedForms.Row> versions = rows.remove(key(one.kind().code(), one.occasion()));
      forms.add(form(dossier, one, versions == null ? List.of() : versions));
    }
    rows.values().forEach(versions -> forms.add(past(versions)));
    return List.copyOf(forms);
  }

  /**
   * Issues a form, or answers the one that was issued and says the same.
   *
   * @param form number of the form, two digits
   * @param occasion as {@link #of} gave it
   * @throws DossierProblem when the form is not due or the caller may not work on the dossier
   */
  public Issued issue(String dossier, String form, String occasion) {
    FormKind kind =
        FormKind.of(form == null ? "" : form)
            .filter(FormKind::isOfOneDossier)
            .orElseThrow(() -> unknown(form));
    CaseFile file = cases.toWorkOn(dossier);
    DueForms.Due one =
        due.of(file).stream()
            .filter(each -> each.kind() == kind && each.occasion().equals(occasion))
            .findFirst()
            .orElseThrow(() -> notDue(file, kind));
    issued.waitForTurn(dossier, kind, one.occasion());
    Map<String, Object> fields = printer.fields(one.data());
    Optional<IssuedForms.Row> latest = issued.latest(dossier, kind, one.occasion());
    String text = printer.text(fields);
    return latest
        .filter(row -> row.dataSha256().equals(Sha256.of(text)) && !lacksLink(kind, dossier))
        .map(row -> view(row, null))
        .orElseGet(() -> issue(dossier, one, fields, text, latest));
  }

  /** Printed before there was a tracking page: to be printed again with the way to it. */
  private boolean lacksLink(FormKind kind, String dossier) {
    return kind.leadsToTracking() && links.stream().anyMatch(one -> !one.isKnown(dossier));
  }

  private TrackingLinks.Link link(FormKind kind, String dossier) {
    return kind.leadsToTracking()
        ? links.stream().map(one -> one.of(dossier)).findFirst().orElse(null)
        : null;
  }

  private Issued issue(
      String dossier,
      DueForms.Due one,
      Map<String, Object> fields,
      String text,
      Optional<IssuedForms.Row> latest) {
    LocalDateTime at = now.local();
    FormNumbers.Given number =
        latest
            .map(IssuedForms.Row::number)
            .orElseGet(() -> numbers.next(one.unit(), one.kind(), at.getYear()));
    int version = latest.map(IssuedForms.Row::version).orElse(0) + 1;
    FormPrinter.Printed printed =
        printer.print(
            one.kind(),
            fields,
            number.text(),
            at.toLocalDate(),
            version,
            link(one.kind(), dossier));
    IssuedForms.Row row =
        issued.add(
            new IssuedForms.Row(
                0,
                dossier,
                one.kind().code(),
                one.occasion(),
                version,
                number,
                Sha256.of(text),
                printed.template(),
                now.instant(),
                actor.get().personId()),
            text,
            printed.pdf());
    cases.formIssued(dossier, journal(one, row));
    return view(row, notice(printed.problem()));
  }

  private static Map<String, Object> journal(DueForms.Due one, IssuedForms.Row row) {
    Map<String, Object> data = new HashMap<>();
    data.put(
        "form",
        "%s (mẫu %s) số %s%s"
            .formatted(
                one.kind().title(),
                one.kind().code(),
                row.number().text(),
                row.version() == 1 ? "" : ", bản " + row.version()));
    data.put("code", row.form());
    data.put("id", row.id());
    data.put("version", row.version());
    return data;
  }

  /**
   * The file of a form as it was issued, byte for byte.
   *
   * @throws DossierProblem when the dossier has no such form or the caller may not know of it
   */
  @Transactional(readOnly = true)
  public Pdf pdf(String dossier, long id) {
    cases.read(dossier);
    IssuedForms.Row row =
        issued
            .find(dossier, id)
            .orElseThrow(
                () ->
                    new DossierProblem(
                        DossierProblem.Kind.NOT_FOUND,
                        "form-not-found",
                        "id",
                        "Hồ sơ %s không có biểu mẫu này. Hãy tải lại danh sách biểu mẫu."
                            .formatted(dossier)));
    String name = "mau-%s-%s-ban-%d.pdf".formatted(row.form(), dossier, row.version());
    return new Pdf(name, issued.pdf(row.id()));
  }

  private Form form(String dossier, DueForms.Due one, List<IssuedForms.Row> versions) {
    boolean upToDate =
        !versions.isEmpty()
            && !lacksLink(one.kind(), dossier)
            && versions
                .get(versions.size() - 1)
                .dataSha256()
                .equals(Sha256.of(printer.text(printer.fields(one.data()))));
    return new Form(
        one.kind().code(),
        one.kind().title(),
        one.occasion(),
        one.note(),
        true,
        upToDate,
        versions.stream().map(row -> view(row, null)).toList());
  }

  /** Issued once, and no longer due. */
  private Form past(List<IssuedForms.Row> versions) {
    IssuedForms.Row first = versions.get(0);
    FormKind kind = FormKind.of(first.form()).orElseThrow();
    return new Form(
        kind.code(),
        kind.title(),
        first.occasion(),
        "",
        false,
        true,
        versions.stream().map(row -> view(row, null)).toList());
  }

  private Issued view(IssuedForms.Row row, String notice) {
    return new Issued(
        row.id(),
        row.number().text(),
        row.version(),
        LocalDateTime.ofInstant(row.issuedAt(), WorkingCalendar.ZONE).withNano(0),
        by(row.issuedBy()),
        notice);
  }

  /** What the house issues by itself, with a notice, names nobody. */
  private String by(String person) {
    return organisation
        .person(person)
        .map(PersonView::name)
        .orElse(Actor.SYSTEM.personId().equals(person) ? "Hệ thống" : person);
  }

  private static String notice(TemplateProblem problem) {
    return problem == null
        ? null
        : "Mẫu in riêng của tỉnh bị lỗi (tệp %s, dòng %d) nên bản này in theo mẫu kèm hệ thống. Hãy báo quản trị viên."
            .formatted(problem.file(), problem.line());
  }

  private static String key(String form, String occasion) {
    return form + " " + occasion;
  }

  private static DossierProblem unknown(String form) {
    return DossierProblem.invalid(
        "form-unknown",
        "form",
        "Không có biểu mẫu số \"%s\" cho từng hồ sơ. Các mẫu: 01 đến 06.".formatted(form));
  }

  private static DossierProblem notDue(CaseFile file, FormKind kind) {
    return DossierProblem.conflict(
        "form-not-due",
        "Hồ sơ %s (trạng thái: %s) chưa đến bước cấp \"%s\"."
            .formatted(file.number(), file.document().state().label(), kind.title()));
  }
}
