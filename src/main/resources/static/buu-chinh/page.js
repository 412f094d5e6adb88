// The parcels of my desk: what has arrived, what is under way and for how long, what is done; and fetching a dossier.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, newRequest, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';
import { actForm, announce } from '/assets/act-form.js';
import { labelLink, parcelChip, parcelLink } from '/assets/parcels-view.js';

const SIZE = 20;
const byId = id => document.getElementById(id);
const BOXES = [['ARRIVED', 'PICKUP'], ['OPEN', 'RETURN'], ['OPEN', 'PICKUP'], ['CLOSED', 'RETURN'], ['CLOSED', 'PICKUP']];
const EMPTY = {
  ARRIVED: 'Không có hồ sơ nào chờ tiếp nhận.', OPEN: 'Không có bưu gửi nào.', CLOSED: 'Chưa có bưu gửi nào xong.'
};
const REMOVED = 'đã xóa khi hết thời hạn lưu';
const pages = {};

const boxId = (box, direction) => (box === 'ARRIVED' ? box : `${box}-${direction}`);
const dossier = parcel => parcel.number
  && el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(parcel.number)}` }, parcel.number);
const age = days => (days === 0 ? 'hôm nay' : `${days} ngày`);

function columns(box, direction) {
  return [
    { title: 'Bưu gửi', cell: parcelLink },
    direction === 'RETURN' || box === 'CLOSED' ? { title: 'Mã hồ sơ', cell: dossier } : null,
    { title: 'Thủ tục', cell: parcel => parcel.procedure },
    { title: direction === 'RETURN' ? 'Người nhận' : 'Người nộp', cell: parcel => parcel.person || el('span', { class: 'tt-note' }, REMOVED) },
    { title: 'Trạng thái', cell: parcel => [parcelChip(parcel), parcel.problem && el('span', { class: 'tt-hint' }, parcel.problem)] },
    { title: 'Từ lúc', cell: parcel => [el('span', { class: 'tt-nowrap' }, instant(parcel.stateAt)),
      box !== 'CLOSED' && el('span', { class: 'tt-hint' }, age(parcel.days))] },
    box === 'OPEN' && direction === 'RETURN' ? { title: 'Phiếu gửi', cell: labelLink } : null,
    box === 'ARRIVED' ? { title: 'Tiếp nhận', cell: parcel => receiveButton(parcel) } : null
  ].filter(Boolean);
}

function receiveButton(parcel) {
  if (!parcel.mayReceive) return null;
  const button = el('button', {
    type: 'button', class: 'tt-button tt-primary', 'aria-label': `Tiếp nhận hồ sơ của ${parcel.person}`,
    onclick: () => once(button, async () => {
      clearAlert();
      try {
        const { draft } = await post(`/parcels/${parcel.id}/reception`, {});
        location.assign(`/tiep-nhan/?nhap=${encodeURIComponent(draft)}`);
      } catch (problem) {
        alertProblem(problem);
      }
    })
  }, 'Tiếp nhận');
  return button;
}

async function show(box, direction) {
  const id = boxId(box, direction);
  const page = pages[id] || 0;
  const state = id === 'OPEN-RETURN' ? byId('state').value : '';
  const found = await get(`/parcels${query({ box, direction, state, page, size: SIZE })}`);
  const turn = by => el('button', {
    type: 'button', class: 'tt-button',
    onclick: () => { pages[id] = page + by; show(box, direction).catch(alertProblem); }
  }, by < 0 ? 'Trang trước' : 'Trang sau');
  fill(byId(id),
    table(byId(id).closest('section').querySelector('h2').textContent, columns(box, direction), found.items, EMPTY[box]),
    (page > 0 || found.more) && el('div', { class: 'tt-actions' },
      page > 0 && turn(-1), el('span', null, `Trang ${page + 1}`), found.more && turn(1)));
}

const showAll = () => Promise.all(BOXES.map(([box, direction]) => show(box, direction)));

// Of one sheet: sent again after a lost answer it is the same order.
let request = newRequest();

function drawOrder() {
  fill(byId('order'), actForm({
    title: 'Đặt lấy hồ sơ tại nhà người nộp',
    intro: 'Dùng khi người nộp đề nghị bưu chính đến lấy hồ sơ. Hồ sơ chỉ được tiếp nhận khi đến Bộ phận Một cửa.',
    fields: [
      { name: 'procedure', label: 'Mã thủ tục', required: true, maxLength: 40, hint: 'Ví dụ 1.001193; tìm ở trang Tiếp nhận hồ sơ.' },
      { name: 'name', label: 'Họ và tên người nộp', required: true, maxLength: 200 },
      { name: 'idNumber', label: 'Số định danh cá nhân', maxLength: 20 },
      { name: 'phone', label: 'Số điện thoại', type: 'tel', required: true, maxLength: 20 },
      { name: 'address', label: 'Địa chỉ lấy hồ sơ', required: true, maxLength: 300 },
      { name: 'papers', label: 'Giấy tờ người nộp báo có', type: 'textarea', maxLength: 2000 }
    ],
    button: 'Đặt lấy hồ sơ',
    send: async values => {
      const ordered = await post('/parcels/pickups', { requestId: request, ...values });
      request = newRequest();
      announce(`Đã đặt lấy hồ sơ của ${ordered.parcel.person}: ${ordered.parcel.label}.`);
      drawOrder();
      await showAll();
    }
  }));
}

if (await whoAmI()) {
  drawOrder();
  byId('state').addEventListener('change', () => {
    pages['OPEN-RETURN'] = 0;
    show('OPEN', 'RETURN').catch(alertProblem);
  });
  try {
    await showAll();
  } catch (problem) {
    alertProblem(problem);
  }
}
