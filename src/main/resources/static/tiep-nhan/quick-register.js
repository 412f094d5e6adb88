// The registers of quick procedures: by agency, book and year; what waits for a signature; the beginning of a book.

import { el, fill, table } from '/assets/dom.js';
import { amount, instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';

const SIZE = 50;
const byId = id => document.getElementById(id);
const link = row => el('a', { href: `/ho-so/xem.html?so=${encodeURIComponent(row.dossier)}` }, row.dossier);
const money = value => (value === null ? '' : amount(value));
let shelves = [];
let at = 0;

const shelf = () => shelves.find(one => one.unit === byId('unit').value);
const book = () => byId('book').value;

function address() {
  return `/quick/registers/${encodeURIComponent(shelf().unit)}/${book()}`;
}

async function show() {
  clearAlert();
  try {
    const page = await get(`${address()}/${byId('year').value}${query({ page: at, size: SIZE })}`);
    fill(byId('title'), `${page.title} năm ${page.year}`);
    fill(byId('rows'), table(page.title, [
      { title: 'Số', cell: row => el('strong', { class: 'tt-nowrap' }, row.number) },
      { title: 'Ngày, giờ', cell: row => el('span', { class: 'tt-nowrap' }, instant(row.at)) },
      { title: 'Người yêu cầu', cell: row => row.applicant },
      { title: 'Giấy tờ, văn bản', cell: row => row.subject || el('span', { class: 'tt-empty' }, 'ghi từng bước trong Công việc') },
      { title: 'Người ký', cell: row => row.signer },
      { title: 'Số lượng', numeric: true, cell: row => row.copies },
      { title: 'Phí', numeric: true, cell: row => money(row.fee) },
      { title: 'Hồ sơ', cell: link }
    ], page.rows, 'Chưa có số nào trong năm này.'));
    paging(page);
    begin(page);
  } catch (problem) {
    fill(byId('rows'));
    alertProblem(problem);
  }
}

function paging(page) {
  const last = Math.max(0, Math.ceil(page.total / page.size) - 1);
  const turn = (label, to, off) => el('button', { type: 'button', class: 'tt-button', disabled: off, onClick: () => { at = to; show(); } }, label);
  fill(byId('paging'), el('span', null, `${page.total} số${page.total > 0 ? `, trang ${page.page + 1} / ${last + 1}` : ''}`),
    el('div', null, turn('Trang trước', at - 1, at === 0), turn('Trang sau', at + 1, at >= last)));
}

/** A book that was kept on paper goes on behind its last number; asked only while nothing was given here. */
function begin(page) {
  const thisYear = Number(byId('year').value) === shelf().year;
  if (page.begun || !thisYear || !shelf().mayBegin) {
    fill(byId('begin'));
    return;
  }
  const last = el('input', { id: 'last', type: 'number', min: '0', step: '1', value: '0' });
  const button = el('button', {
    type: 'button', class: 'tt-button',
    onClick: () => once(button, async () => {
      try {
        await post(address(), { last: Number(last.value) });
        await show();
      } catch (problem) {
        alertProblem(problem);
      }
    })
  }, 'Mở sổ');
  fill(byId('begin'), el('div', { class: 'tt-filter' },
    el('div', { class: 'tt-field' }, el('label', { for: 'last' }, 'Số cuối cùng đã ghi trong sổ giấy năm nay'), last,
      el('span', { class: 'tt-hint' }, 'Không có sổ giấy thì để 0. Chỉ đặt được khi hệ thống chưa cấp số nào.')), button));
}

async function waiting() {
  const box = byId('waiting');
  const rows = await get(`/quick/registers/${encodeURIComponent(shelf().unit)}/waiting`);
  box.hidden = rows.length === 0;
  fill(box, el('h2', null, `Chờ ký (${rows.length})`), table('Chờ ký', [
    { title: 'Nhận lúc', cell: row => instant(row.at) },
    { title: 'Người yêu cầu', cell: row => row.applicant },
    { title: 'Giấy tờ, văn bản', cell: row => row.subject },
    { title: 'Phí đã thu', numeric: true, cell: row => money(row.fee) },
    { title: 'Hồ sơ', cell: link },
    { title: 'Ký xong, người đến nhận', cell: row => (shelf().mayFinish ? finishing(row) : '') }
  ], rows, ''));
}

/** Who signed, who collects: nobody is made up, so both are asked. */
function finishing(row) {
  const signer = el('select', { 'aria-label': `Người ký hồ sơ ${row.dossier}` },
    el('option', { value: '' }, 'Đã ký trong Công việc'),
    shelf().signers.map(one => el('option', { value: one.id }, `Ký trên giấy: ${one.name}`)));
  const text = (label, most, hint = label) => el('input', {
    type: 'text', maxlength: most, autocomplete: 'off', placeholder: hint, 'aria-label': `${label}, hồ sơ ${row.dossier}`
  });
  const collectorName = text('Họ và tên người nhận', '200');
  const collectorIdNumber = text('Số định danh, hộ chiếu người nhận', '12', 'Số định danh, hộ chiếu');
  const button = el('button', {
    type: 'button', class: 'tt-button', 'aria-label': `Ghi sổ và trả kết quả hồ sơ ${row.dossier}`,
    onClick: () => once(button, async () => {
      clearAlert();
      try {
        const done = await post(`/quick/${encodeURIComponent(row.dossier)}/finish`, {
          signer: signer.value || null, collectorName: collectorName.value, collectorIdNumber: collectorIdNumber.value
        });
        await Promise.all([show(), waiting()]);
        fill(byId('alert'), el('div', { class: 'tt-alert tt-done' }, 'Đã ghi sổ số ', el('strong', null, done.number), ', hồ sơ ', done.dossier, ': ', done.state.toLocaleLowerCase('vi'), '.'));
      } catch (problem) {
        alertProblem(problem);
        ({ signer, collectorName, collectorIdNumber })[problem.field]?.focus();
      }
    })
  }, 'Ghi sổ, trả');
  return el('div', { class: 'tt-actions tt-finish' }, signer, collectorName, collectorIdNumber, button);
}

async function choose() {
  at = 0;
  const one = shelf();
  fill(byId('year'), one.years.map(year => el('option', { value: year }, year)));
  await Promise.all([show(), waiting()]).catch(alertProblem);
}

async function start() {
  shelves = await get('/quick/registers');
  if (shelves.length === 0) {
    fill(byId('rows'), el('p', { class: 'tt-empty' }, 'Cơ quan của anh/chị không có thủ tục giải quyết ngay.'));
    return;
  }
  fill(byId('unit'), shelves.map(one => el('option', { value: one.unit }, one.name)));
  fill(byId('book'), shelves[0].books.map(one => el('option', { value: one.code }, one.label)));
  byId('unit').addEventListener('change', choose);
  for (const id of ['book', 'year']) byId(id).addEventListener('change', () => { at = 0; show(); });
  byId('print').addEventListener('click', () => window.print());
  await choose();
}

if (await whoAmI()) start().catch(alertProblem);
