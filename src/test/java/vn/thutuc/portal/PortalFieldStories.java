package vn.thutuc.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.document.DocumentIntake;
import vn.thutuc.document.PaperMark;
import vn.thutuc.document.PaperMarks;
import vn.thutuc.dossier.OutsideFacts;

/** Every field of the exchange: sent from where, or left out why; the table says what is done. */
class PortalFieldStories extends PortalStory {

  /** The fields as systems in public have them; copied from there, not from our table. */
  private static final Map<String, String> SEEN_IN_PUBLIC =
      Map.of(
          PortalFields.DOSSIER,
          "MaHoSo, MaTTHC, TenTTHC, MaLinhVuc, TenLinhVuc, KenhThucHien, ChuHoSo, LoaiDoiTuong,"
              + " MaDoiTuong, ThongTinKhac, Email, Fax, SoDienThoai, TrichYeuHoSo, NgayNopHoSo,"
              + " NgayTiepNhan, NgayHenTra, TrangThaiHoSo, NgayTra, ThongTinTra, HinhThuc,"
              + " NgayKetThucXuLy, NgayTuChoi, DonViXuLy, GhiChu, NoiNopHoSo,"
              + " HoSoCoThanhPhanSoHoa, TaiKhoanDuocXacThucVoiVNeID, DuocThanhToanTrucTuyen,"
              + " DinhDanhCHS, DSKetNoiCSDL, TaiLieuNop, DanhSachLePhi, DanhSachTepDinhKemKhac,"
              + " DanhSachHoSoBoSung, DanhSachGiayToKetQua",
          PortalFields.PAPER,
          "TepDinhKemId, TenTepDinhKem, IsDeleted, MaThanhPhanHoSo, DuongDanTaiTepTin, DuocSoHoa,"
              + " DuocTaiSuDung, DuocLayTuKhoDMQG, MaKetQuaThayThe",
          PortalFields.FEE,
          "TenPhiLePhi, MaPhiLePhi, HinhThucThu, Gia, LoaiPhiLePhi",
          PortalFields.SUPPLEMENT,
          "HoSoBoSungId, NguoiYeuCauBoSung, NoiDungBoSung, NgayBoSung, NguoiTiepNhanBoSung,"
              + " ThongTinTiepNhan, NgayTiepNhanBoSung, TrangThaiBoSung, NgayHenTraTruoc,"
              + " NgayHenTraMoi",
          PortalFields.RESULT,
          "TenGiayTo, MaThanhPhanHoSo, GiayToId, DuongDanTepTinKetQua, MaKetQua",
          PortalFields.PROGRESS,
          "MaHoSo, NguoiXuLy, ChucDanh, ThoiDiemXuLy, PhongBanXuLy, NoiDungXuLy, TrangThai,"
              + " NgayBatDau, NgayKetThucTheoQuyDinh");

  private static final Path DOCUMENTED = Path.of("docs", "operator", "portal.md");

  @Autowired private PortalMessages messages;
  @Autowired private OutsideFacts facts;
  @Autowired private DocumentIntake intake;
  @Autowired private PaperMarks marks;

  private static Set<String> names(String group, boolean sentOnly) {
    return PortalFields.ALL.stream()
        .filter(field -> field.group().equals(group) && (!sentOnly || field.sent()))
        .map(PortalFields.Field::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theTableHasEveryFieldOnceAndNoOther() {
    SEEN_IN_PUBLIC.forEach(
        (group, fields) ->
            assertThat(
                    PortalFields.ALL.stream()
                        .filter(field -> field.group().equals(group))
                        .map(PortalFields.Field::name))
                .as(group)
                .containsExactlyElementsOf(Arrays.asList(fields.split(",\\s*"))));
    assertThat(PortalFields.ALL).allMatch(field -> !field.words().isBlank());
  }

  @Test
  void theDocumentationShowsTheTable() throws IOException {
    String table =
        PortalFields.ALL.stream()
            .map(
                field ->
                    "| %s | `%s` | %s | %s |"
                        .formatted(
                            field.group(),
                            field.name(),
                            field.sent() ? "yes" : "no",
                            field.words()))
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(DOCUMENTED)).contains(table);
  }

  @Test
  void whatTheTableCallsSentIsSentByARichDossierAndNothingElseIs() throws IOException {
    Sent sent = new Sent();
    aRefusedOne(sent);
    aFeeIsDue(sent);
    aReturnedOne(sent);

    for (String group : SEEN_IN_PUBLIC.keySet()) {
      assertThat(sent.of(group)).as(group).isEqualTo(names(group, true));
    }
  }

  /** Names of the fields that were in any message, by group. */
  private static final class Sent {

    private final Map<String, Set<String>> names = new java.util.HashMap<>();

    void add(String group, JsonNode message) {
      message.fieldNames().forEachRemaining(of(group)::add);
      for (String inner :
          List.of(
              PortalFields.PAPER, PortalFields.FEE, PortalFields.SUPPLEMENT, PortalFields.RESULT)) {
        message.path(inner).forEach(one -> one.fieldNames().forEachRemaining(of(inner)::add));
      }
    }

    Set<String> of(String group) {
      return names.computeIfAbsent(group, g -> new TreeSet<>());
    }
  }

  private JsonNode message() {
    return messages.dossier(number, facts.of(number));
  }

  private void aRefusedOne(Sent sent) {
    permit();
    step(
        DESK,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        "Không thuộc thẩm quyền");
    sent.add(PortalFields.DOSSIER, message());
    assertThat(message().path("NgayTuChoi").asText()).isEqualTo("20260303081500");
  }

  private void aFeeIsDue(Sent sent) {
    number =
        play.receives(
            "motcuatnmt", DemoSubmissions.organisation("1.011475", "Trại Nộp Phí").build());
    sent.add(PortalFields.DOSSIER, message());
    assertThat(message().at("/DanhSachLePhi/0/Gia").asLong()).isEqualTo(300_000);
  }

  private void aReturnedOne(Sent sent) throws IOException {
    permit();
    intake.add(
        number,
        "application",
        new DocumentIntake.Upload(
            "Đơn.pdf", -1, new java.io.ByteArrayInputStream(PortalDouble.PDF.getBytes())));
    marks.mark(number, "application", PaperMark.DIGITISED, null);
    isIncomplete();
    assertThat(message().at("/DanhSachHoSoBoSung/0/NoiDungBoSung").asText())
        .isEqualTo("Báo cáo khảo sát\nThiếu báo cáo theo mẫu");
    sent.add(PortalFields.DOSSIER, message());
    play.to(now.local().plusHours(1));
    play.as(
        DESK,
        () -> {
          does.supplementReceived(number, "Đã nộp đủ");
          return null;
        });
    isComplete();
    JsonNode accepted = message();
    assertThat(accepted.path("NgayHenTra").asText()).matches("\\d{14}");
    assertThat(accepted.at("/DanhSachHoSoBoSung/0/NgayTiepNhanBoSung").asText())
        .isEqualTo("20260303091500");
    assertThat(accepted.path("HoSoCoThanhPhanSoHoa").asText()).isEqualTo("1");
    sent.add(PortalFields.DOSSIER, accepted);
    lastStep(sent);
    isGrantedAndReturned();
    sent.add(PortalFields.DOSSIER, message());
    assertThat(message().at("/DanhSachGiayToKetQua/0/MaKetQua").asText())
        .isEqualTo("KQ.G17.000329");
    lastStep(sent);
  }

  private void lastStep(Sent sent) {
    long line =
        jdbc.sql(
                """
                select max(id) from dossier_journal
                where event = 'STEP_DONE' and dossier_id = (select id from dossier where number = ?)
                """)
            .param(number)
            .query(Long.class)
            .single();
    sent.add(
        PortalFields.PROGRESS,
        messages.progress(number, facts.of(number), facts.step(number, line).orElseThrow()));
  }

  private void isGrantedAndReturned() {
    step(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Ý kiến thẩm định",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    step("truongphong", "Task_Review", "headDecision", "approve");
    step("lanhdao", "Task_Sign", "leaderDecision", "approve");
    step("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-04");
    step(
        DESK,
        "Task_ReturnAtCounter",
        "collectorName",
        "Người Nhận",
        "collectorIdNumber",
        "000000000009",
        "registerSigned",
        true);
  }
}
