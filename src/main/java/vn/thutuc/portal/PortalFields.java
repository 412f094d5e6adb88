package vn.thutuc.portal;

import java.util.List;

/**
 * Every field of the exchange with the national portal, as seen in public systems, with where ours
 * comes from, or why it is left out. The documentation's table is made from this one.
 */
final class PortalFields {

  static final String DOSSIER = "Hồ sơ";
  static final String PAPER = "TaiLieuNop";
  static final String FEE = "DanhSachLePhi";
  static final String SUPPLEMENT = "DanhSachHoSoBoSung";
  static final String RESULT = "DanhSachGiayToKetQua";
  static final String PROGRESS = "Tiến độ";

  /**
   * A field.
   *
   * @param group the object it stands in
   * @param sent whether it is sent when the dossier knows it
   * @param words where it comes from, or why it is not sent; English
   */
  record Field(String group, String name, boolean sent, String words) {}

  static final List<Field> ALL =
      List.of(
          sent(
              DOSSIER, "MaHoSo", "the portal's own number for what was submitted there, else ours"),
          sent(DOSSIER, "MaTTHC", "national code of the procedure"),
          sent(DOSSIER, "TenTTHC", "title of the procedure in the version that holds"),
          left(DOSSIER, "MaLinhVuc", "the catalogue holds fields by name, without the code"),
          sent(DOSSIER, "TenLinhVuc", "field of the procedure"),
          sent(DOSSIER, "KenhThucHien", "channel, by table"),
          sent(DOSSIER, "ChuHoSo", "name of the owner"),
          sent(DOSSIER, "LoaiDoiTuong", "person or organisation, by table"),
          sent(DOSSIER, "MaDoiTuong", "identity or enterprise number of the owner"),
          sent(DOSSIER, "ThongTinKhac", "address of the owner"),
          sent(DOSSIER, "Email", "of the owner"),
          left(DOSSIER, "Fax", "the dossier holds none"),
          sent(DOSSIER, "SoDienThoai", "of the owner"),
          sent(DOSSIER, "TrichYeuHoSo", "short title of the procedure"),
          sent(DOSSIER, "NgayNopHoSo", "true instant of submission"),
          sent(DOSSIER, "NgayTiepNhan", "when it was accepted as complete"),
          sent(DOSSIER, "NgayHenTra", "appointment in force"),
          sent(DOSSIER, "TrangThaiHoSo", "national state, by table"),
          sent(DOSSIER, "NgayTra", "when the result was handed over"),
          sent(DOSSIER, "ThongTinTra", "place of return"),
          sent(DOSSIER, "HinhThuc", "way of return, by table"),
          sent(DOSSIER, "NgayKetThucXuLy", "when settlement ended"),
          sent(DOSSIER, "NgayTuChoi", "when reception was refused (form 03)"),
          sent(DOSSIER, "DonViXuLy", "name of the competent unit"),
          sent(DOSSIER, "GhiChu", "reason of a refusal, stop or withdrawal; else our own number"),
          sent(DOSSIER, "NoiNopHoSo", "at the portal or here, by table"),
          sent(DOSSIER, "HoSoCoThanhPhanSoHoa", "whether a paper is marked as digitised"),
          left(DOSSIER, "TaiKhoanDuocXacThucVoiVNeID", "the house does not log applicants in"),
          left(DOSSIER, "DuocThanhToanTrucTuyen", "no payment at the portal is connected"),
          left(
              DOSSIER,
              "DinhDanhCHS",
              "its list of kinds is not known; the number is in MaDoiTuong"),
          left(DOSSIER, "DSKetNoiCSDL", "no national database is connected"),
          sent(DOSSIER, PAPER, "files of the papers"),
          sent(DOSSIER, FEE, "fees of the procedure with an amount"),
          left(DOSSIER, "DanhSachTepDinhKemKhac", "files at no paper stand in TaiLieuNop"),
          sent(DOSSIER, SUPPLEMENT, "requests for a supplement (form 02)"),
          sent(DOSSIER, RESULT, "results"),
          sent(PAPER, "TepDinhKemId", "id of the file here"),
          sent(PAPER, "TenTepDinhKem", "name of the file"),
          sent(PAPER, "IsDeleted", "always False: removed files are not told"),
          sent(
              PAPER,
              "MaThanhPhanHoSo",
              "key of the paper in our catalogue; the national code is not held"),
          left(PAPER, "DuongDanTaiTepTin", "files stay here: there is no address without a login"),
          sent(PAPER, "DuocSoHoa", "mark of the paper"),
          sent(PAPER, "DuocTaiSuDung", "mark of the paper"),
          left(PAPER, "DuocLayTuKhoDMQG", "no national store is connected"),
          left(PAPER, "MaKetQuaThayThe", "no national store of results is connected"),
          sent(FEE, "TenPhiLePhi", "title of the fee"),
          left(FEE, "MaPhiLePhi", "the national list gives none"),
          sent(FEE, "HinhThucThu", "by table"),
          sent(FEE, "Gia", "amount in đồng"),
          left(FEE, "LoaiPhiLePhi", "the national list does not tell fee from charge"),
          sent(SUPPLEMENT, "HoSoBoSungId", "ordinal of the request"),
          sent(SUPPLEMENT, "NguoiYeuCauBoSung", "officer who asked"),
          sent(SUPPLEMENT, "NoiDungBoSung", "what is missing and why"),
          sent(SUPPLEMENT, "NgayBoSung", "when it was asked"),
          sent(SUPPLEMENT, "NguoiTiepNhanBoSung", "officer who took the answer"),
          left(SUPPLEMENT, "ThongTinTiepNhan", "notes of officers stay in the house"),
          sent(SUPPLEMENT, "NgayTiepNhanBoSung", "when it was answered"),
          sent(SUPPLEMENT, "TrangThaiBoSung", "open, answered or expired, by table"),
          sent(SUPPLEMENT, "NgayHenTraTruoc", "first appointment"),
          sent(SUPPLEMENT, "NgayHenTraMoi", "appointment in force, once answered"),
          sent(RESULT, "TenGiayTo", "title of the result"),
          left(RESULT, "MaThanhPhanHoSo", "a result is no component of this dossier"),
          sent(RESULT, "GiayToId", "number of the result"),
          left(
              RESULT,
              "DuongDanTepTinKetQua",
              "files stay here: there is no address without a login"),
          sent(RESULT, "MaKetQua", "code of the national list, where it has one"),
          sent(PROGRESS, "MaHoSo", "as above"),
          sent(PROGRESS, "NguoiXuLy", "who completed the step"),
          sent(PROGRESS, "ChucDanh", "role in the unit"),
          sent(PROGRESS, "ThoiDiemXuLy", "when it was completed"),
          sent(PROGRESS, "PhongBanXuLy", "unit of the officer"),
          sent(PROGRESS, "NoiDungXuLy", "name of the step"),
          sent(PROGRESS, "TrangThai", "national state, by table"),
          sent(PROGRESS, "NgayBatDau", "when the step before was completed, else the submission"),
          sent(PROGRESS, "NgayKetThucTheoQuyDinh", "legal end of the phase that counts"));

  private PortalFields() {}

  private static Field sent(String group, String name, String words) {
    return new Field(group, name, true, words);
  }

  private static Field left(String group, String name, String words) {
    return new Field(group, name, false, words);
  }
}
