package vn.thutuc.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Fee;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.document.DocumentList;
import vn.thutuc.document.Documents;
import vn.thutuc.document.PaperMark;
import vn.thutuc.dossier.CaseFile;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.NationalState;
import vn.thutuc.dossier.OutsideFacts;
import vn.thutuc.dossier.Party;

/**
 * Builds what the portal is told, from the dossier as it is at the moment of sending. Which field
 * comes from where stands in {@link PortalFields}; what the dossier does not know is left out.
 * Dates are local to Asia/Ho_Chi_Minh, {@code yyyyMMddHHmmss}.
 */
@Component
class PortalMessages {

  static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final ObjectMapper json;
  private final PortalTables tables;
  private final Catalogue catalogue;
  private final Documents documents;

  PortalMessages(ObjectMapper json, PortalTables tables, Catalogue catalogue, Documents documents) {
    this.json = json;
    this.tables = tables;
    this.catalogue = catalogue;
    this.documents = documents;
  }

  /** The dossier. */
  ObjectNode dossier(String portalNumber, OutsideFacts.Told told) {
    CaseFile file = told.file();
    DossierDocument document = file.document();
    Optional<Procedure> procedure = catalogue.find(document.procedure().code(), told.factsAt());
    ObjectNode message = json.createObjectNode();
    put(message, "MaHoSo", portalNumber);
    put(message, "MaTTHC", document.procedure().code());
    put(message, "TenTTHC", procedure.map(Procedure::title).orElse(document.procedure().title()));
    put(message, "TenLinhVuc", document.procedure().field());
    put(message, "KenhThucHien", tables.code(PortalTables.CHANNEL, document.channel().code()));
    owner(message, document.owner());
    put(message, "TrichYeuHoSo", document.procedure().title());
    times(message, told);
    put(message, "TrangThaiHoSo", tables.state(told.state()));
    put(message, "ThongTinTra", document.returnUnit().name());
    put(message, "HinhThuc", tables.code(PortalTables.RETURN, document.returnMethod().code()));
    put(message, "DonViXuLy", document.competentUnit().name());
    put(message, "GhiChu", remark(told));
    boolean there = Arrivals.SOURCE.equals(told.sourceSystem());
    put(message, "NoiNopHoSo", tables.code(PortalTables.PLACE, there ? "PORTAL" : "HERE"));
    papers(message, file.number());
    message.set(PortalFields.FEE, fees(document, procedure));
    message.set(PortalFields.SUPPLEMENT, supplements(told));
    message.set(PortalFields.RESULT, results(document, procedure));
    return message;
  }

  private void owner(ObjectNode message, DossierDocument.PartyView owner) {
    put(message, "ChuHoSo", owner.name());
    put(message, "LoaiDoiTuong", tables.code(PortalTables.OWNER, Party.Kind.valueOf(owner.kind())));
    put(message, "MaDoiTuong", owner.idNumber());
    put(message, "ThongTinKhac", owner.address());
    put(message, "Email", owner.email());
    put(message, "SoDienThoai", owner.phone());
  }

  private static void times(ObjectNode message, OutsideFacts.Told told) {
    CaseFile file = told.file();
    put(message, "NgayNopHoSo", file.document().receivedAt());
    put(message, "NgayTiepNhan", file.acceptedAt());
    put(message, "NgayHenTra", file.document().appointment());
    put(message, "NgayTra", file.returnedAt());
    put(message, "NgayKetThucXuLy", file.settledAt());
    if (told.state() == NationalState.NOT_RECEIVED) {
      put(message, "NgayTuChoi", file.settledAt());
    }
  }

  /** Why it ended without a result; else under which number it is known here. */
  private static String remark(OutsideFacts.Told told) {
    JournalEvent end =
        switch (told.state()) {
          case NOT_RECEIVED -> JournalEvent.NOT_RECEIVED;
          case STOPPED -> JournalEvent.STOPPED;
          case WITHDRAWN -> JournalEvent.WITHDRAWN;
          default -> null;
        };
    DossierDocument.Event line = end == null ? null : told.file().last(end);
    return line != null && line.reason() != null
        ? line.reason()
        : "Mã hồ sơ tại hệ thống giải quyết: " + told.file().number();
  }

  private void papers(ObjectNode message, String number) {
    DocumentList list = documents.list(number);
    ArrayNode papers = json.createArrayNode();
    boolean anyDigitised = false;
    for (DocumentList.PaperView paper : list.papers()) {
      boolean digitised = isMarked(paper, PaperMark.DIGITISED);
      anyDigitised |= digitised;
      for (DocumentList.FileView file : paper.files()) {
        ObjectNode one = file(file);
        put(one, "MaThanhPhanHoSo", paper.key());
        put(one, "DuocSoHoa", digitised ? "1" : "0");
        put(one, "DuocTaiSuDung", isMarked(paper, PaperMark.REUSED) ? "1" : "0");
        papers.add(one);
      }
    }
    list.others().forEach(file -> papers.add(file(file)));
    put(message, "HoSoCoThanhPhanSoHoa", anyDigitised ? "1" : "0");
    message.set(PortalFields.PAPER, papers);
  }

  private ObjectNode file(DocumentList.FileView file) {
    ObjectNode one = json.createObjectNode();
    put(one, "TepDinhKemId", Long.toString(file.id()));
    put(one, "TenTepDinhKem", file.name());
    put(one, "IsDeleted", "False");
    return one;
  }

  private static boolean isMarked(DocumentList.PaperView paper, PaperMark mark) {
    return paper.marks().stream().anyMatch(row -> row.mark().equals(mark.name()));
  }

  private ArrayNode fees(DossierDocument document, Optional<Procedure> procedure) {
    ArrayNode fees = json.createArrayNode();
    procedure.stream()
        .flatMap(facts -> facts.fees().stream())
        .filter(fee -> isDue(fee, document))
        .forEach(
            fee -> {
              ObjectNode one = json.createObjectNode();
              put(one, "TenPhiLePhi", fee.title());
              put(one, "HinhThucThu", tables.code(PortalTables.COLLECTED, "RECEPTION"));
              one.put("Gia", fee.amount());
              fees.add(one);
            });
    return fees;
  }

  /** Amounts for the whole dossier only: what is paid for each copy is not known beforehand. */
  private static boolean isDue(Fee fee, DossierDocument document) {
    boolean whole = fee.amount() != null && fee.per() == null && fee.condition() == null;
    boolean channel =
        fee.channel() == null || fee.channel() == Channel.valueOf(document.channel().code());
    boolean itsCase =
        fee.caseCode() == null
            || (document.caseOf() != null && fee.caseCode().equals(document.caseOf().code()));
    return whole && channel && itsCase && fee.validity().on(document.receivedAt().toLocalDate());
  }

  private ArrayNode supplements(OutsideFacts.Told told) {
    DossierDocument document = told.file().document();
    ArrayNode requests = json.createArrayNode();
    for (OutsideFacts.Supplement asked : told.supplements()) {
      ObjectNode one = json.createObjectNode();
      put(one, "HoSoBoSungId", Integer.toString(asked.ordinal()));
      put(one, "NguoiYeuCauBoSung", asked.askedBy());
      put(one, "NoiDungBoSung", joined(asked.missing(), asked.reason()));
      put(one, "NgayBoSung", asked.askedAt());
      put(one, "NguoiTiepNhanBoSung", asked.answeredBy());
      put(one, "NgayTiepNhanBoSung", asked.answeredAt());
      String state = asked.answeredAt() != null ? "ANSWERED" : asked.expired() ? "EXPIRED" : "OPEN";
      put(one, "TrangThaiBoSung", tables.code(PortalTables.SUPPLEMENT, state));
      put(one, "NgayHenTraTruoc", document.firstAppointment());
      put(one, "NgayHenTraMoi", asked.answeredAt() == null ? null : document.appointment());
      requests.add(one);
    }
    return requests;
  }

  private ArrayNode results(DossierDocument document, Optional<Procedure> procedure) {
    ArrayNode results = json.createArrayNode();
    for (DossierDocument.ResultView result : document.results()) {
      ObjectNode one = json.createObjectNode();
      put(one, "TenGiayTo", result.title());
      put(one, "GiayToId", result.number());
      put(
          one,
          "MaKetQua",
          procedure
              .flatMap(facts -> facts.result(result.kind()))
              .map(ResultKind::code)
              .orElse(null));
      results.add(one);
    }
    return results;
  }

  /** A completed step. */
  ObjectNode progress(String portalNumber, OutsideFacts.Told told, OutsideFacts.Step step) {
    ObjectNode message = json.createObjectNode();
    put(message, "MaHoSo", portalNumber);
    put(message, "NguoiXuLy", step.person());
    put(message, "ChucDanh", step.post());
    put(message, "ThoiDiemXuLy", step.at());
    put(message, "PhongBanXuLy", step.unit());
    put(message, "NoiDungXuLy", step.name());
    put(message, "TrangThai", tables.state(told.state()));
    put(message, "NgayBatDau", step.begunAt());
    put(message, "NgayKetThucTheoQuyDinh", told.file().document().end());
    return message;
  }

  private static String joined(String... texts) {
    List<String> there = Stream.of(texts).filter(text -> text != null && !text.isBlank()).toList();
    return there.isEmpty() ? null : String.join("\n", there);
  }

  private static void put(ObjectNode message, String name, String value) {
    if (value != null && !value.isBlank()) {
      message.put(name, value);
    }
  }

  private static void put(ObjectNode message, String name, LocalDateTime at) {
    put(message, name, at == null ? null : MOMENT.format(at));
  }
}
