// One parcel: where it stands, everything that was said of it, and what the desk can do.

import { el, facts, fill, table } from '/assets/dom.js';
import { amount, instant } from '/assets/format.js';
import { get, post } from '/assets/api.js';
import { alertProblem, whoAmI } from '/assets/page.js';
import { actForm, announce } from '/assets/act-form.js';
import { labelLink, parcelChip } from '/assets/parcels-view.js';

const byId = id => document.getElementById(id);
const id = Number(new URLSearchParams(window.location.search).get('bg'));
const SOURCES = { ORDER: 'hệ thống', CALLBACK: 'bưu chính báo', POLL: 'đọc từ bưu chính', HAND: 'cán bộ ghi' };

function show(whole) {
  const { parcel } = whole;
  const fetching = parcel.direction === 'PICKUP';
  fill(byId('title'), fetching ? 'Lấy hồ sơ tận nơi ' : 'Bưu gửi ', parcel.itemCode || parcel.orderNumber);
  fill(byId('facts'), facts([
    ['Trạng thái', [parcelChip(parcel), ` từ ${instant(parcel.stateAt)}`]],
    ['Trở ngại', parcel.problem],
    ['Số yêu cầu', parcel.orderNumber],
    ['Số hiệu bưu gửi', parcel.itemCode],
    ['Hồ sơ', parcel.number && el('a', { href: `/ho-so/xem.html?so=${encodeURIComponent(parcel.number)}` }, parcel.number)],
    ['Thủ tục', parcel.procedure],
    [fetching ? 'Người nộp' : 'Người nhận', parcel.person || 'đã xóa khi hết thời hạn lưu'],
    ['Địa chỉ', whole.address],
    ['Số điện thoại', whole.phone],
    ['Giấy tờ người nộp báo có', whole.papers],
    ['Bộ phận Một cửa', parcel.unit],
    ['Tiền thu hộ (COD)', parcel.cod > 0 && amount(parcel.cod)],
    ['Yêu cầu lúc', instant(parcel.requestedAt)]
  ]));
  // Without an address there is nothing to print: it was removed, or nobody gave one.
  fill(byId('actions'), whole.address && labelLink(parcel));
  fill(byId('events'), table('Quá trình của bưu gửi', [
    { title: 'Thời điểm', cell: event => el('span', { class: 'tt-nowrap' }, instant(event.at)) },
    { title: 'Trạng thái', cell: event => event.label || el('span', { class: 'tt-note' }, `Mã ${event.code} chưa có trong bảng mã`) },
    { title: 'Nội dung', cell: event => event.message },
    { title: 'Mã của bưu chính', cell: event => event.code },
    { title: 'Bưu cục', cell: event => event.office },
    { title: 'Nguồn', cell: event => [SOURCES[event.source], event.by && `, ${event.by}`] },
    { title: 'Ghi chú', cell: event => !event.moved && event.label && 'đến muộn, không đổi trạng thái' }
  ], whole.events, 'Bưu chính chưa báo gì.'));
  showActs(parcel, fetching);
}

function showActs(parcel, fetching) {
  byId('acts-box').hidden = !parcel.mayCancel && !parcel.mayEnter;
  fill(byId('acts'),
    parcel.mayCancel && actForm({
      title: 'Hủy yêu cầu',
      intro: 'Chỉ hủy được khi bưu tá chưa nhận.',
      fields: [{ name: 'reason', label: 'Lý do hủy', type: 'textarea', required: true, maxLength: 500 }],
      button: 'Hủy yêu cầu này',
      send: async values => {
        show(await post(`/parcels/${id}/cancellation`, values));
        announce('Đã hủy yêu cầu.');
      }
    }),
    parcel.mayEnter && actForm({
      title: 'Ghi kết quả thay cho bưu chính',
      intro: 'Bưu chính không báo gì. Ghi theo điều đã hỏi bưu cục hoặc người nhận.',
      fields: [
        { name: 'state', label: 'Kết quả', type: 'radio', required: true, options: [
          { value: 'COLLECTED', label: 'Bưu tá đã nhận' },
          { value: 'DELIVERED', label: fetching ? 'Đã đến Bộ phận Một cửa' : 'Đã phát cho người nhận' },
          { value: 'FAILED', label: 'Phát không thành công' },
          { value: 'RETURNED', label: 'Chuyển hoàn' }] },
        { name: 'reason', label: 'Căn cứ', type: 'textarea', required: true, maxLength: 500, hint: 'Ví dụ: đã gọi bưu cục, người nhận xác nhận đã nhận.' }
      ],
      button: 'Ghi kết quả',
      send: async values => {
        show(await post(`/parcels/${id}/outcome`, values));
        announce('Đã ghi kết quả.');
      }
    }));
}

if (await whoAmI()) {
  try {
    if (!id) throw new Error('Địa chỉ này thiếu số của bưu gửi. Hãy chọn trong trang Bưu chính công ích.');
    show(await get(`/parcels/${id}`));
  } catch (problem) {
    alertProblem(problem);
  }
}
