// Lists of papers handed over: begin one, what waits for my unit, what is missing, what is under way, what is done.

import { el, fill, table } from '/assets/dom.js';
import { get, newRequest, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';
import { age, BATCH_STATES, batchLink, dossierLink, moment } from './words.js';
import { lineActs } from './acts.js';

const SIZE = 20;
const byId = id => document.getElementById(id);
const pages = { INCOMING: 0, OUTGOING: 0, DRAFT: 0, DONE: 0, MISSING: 0 };

const number = batch => batchLink(batch.id, batch.code || 'Danh sách đang lập');
const columns = {
  number: { title: 'Số danh sách', cell: number },
  from: { title: 'Bên giao', cell: batch => batch.from.name },
  to: { title: 'Bên nhận', cell: batch => batch.to.name },
  lines: { title: 'Số hồ sơ', cell: batch => batch.lines, numeric: true },
  opened: { title: 'Người lập', cell: batch => batch.openedBy },
  openedAt: { title: 'Lập lúc', cell: batch => moment(batch.openedAt) },
  sent: { title: 'Người giao', cell: batch => batch.sentBy },
  sentAt: { title: 'Giao lúc', cell: batch => moment(batch.sentAt) },
  age: { title: 'Đã', cell: batch => age(batch.days) },
  confirmed: { title: 'Người xác nhận', cell: batch => batch.confirmedBy },
  outcome: { title: 'Kết quả', cell: batch => [BATCH_STATES[batch.state],
    batch.state === 'CONFIRMED' && `: nhận ${batch.received} trên ${batch.lines}`,
    batch.missing > 0 && [' ', el('span', { class: 'tt-chip tt-clock-late' }, `thiếu ${batch.missing}`)]] }
};
const BOXES = {
  INCOMING: ['number', 'from', 'to', 'lines', 'sent', 'sentAt', 'age'],
  OUTGOING: ['number', 'from', 'to', 'lines', 'sent', 'sentAt', 'age'],
  DRAFT: ['number', 'from', 'to', 'lines', 'opened', 'openedAt'],
  DONE: ['number', 'from', 'to', 'lines', 'sentAt', 'confirmed', 'outcome']
};
const EMPTY = {
  INCOMING: 'Không có danh sách nào chờ xác nhận.',
  OUTGOING: 'Không có danh sách nào chờ bên nhận xác nhận.',
  DRAFT: 'Không có danh sách nào đang lập.',
  DONE: 'Chưa có danh sách nào xong.',
  MISSING: 'Không thiếu hồ sơ nào.'
};

async function show(box) {
  try {
    const found = await get(`/handovers${query({ box, page: pages[box], size: SIZE })}`);
    draw(box, found, table(byId(`${box.toLowerCase()}-title`).textContent,
      BOXES[box].map(name => columns[name]), found.items, EMPTY[box]));
  } catch (problem) {
    alertProblem(problem);
  }
}

async function showMissing() {
  try {
    const found = await get(`/handovers/missing${query({ page: pages.MISSING, size: SIZE })}`);
    draw('MISSING', found, table('Chưa nhận được', [
      { title: 'Mã hồ sơ', cell: line => dossierLink(line.number) },
      { title: 'Chủ hồ sơ', cell: line => line.applicant },
      { title: 'Danh sách', cell: line => batchLink(line.batch, line.code) },
      { title: 'Bên giao', cell: line => `${line.from.name} (${line.sentBy})` },
      { title: 'Bên nhận', cell: line => `${line.to.name} (${line.decidedBy})` },
      { title: 'Giao lúc', cell: line => moment(line.sentAt) },
      { title: 'Đã', cell: line => age(line.days) },
      { title: 'Xử lý', cell: line => lineActs(line, showAll) }
    ], found.items, EMPTY.MISSING));
  } catch (problem) {
    alertProblem(problem);
  }
}

function draw(box, found, list) {
  const turn = (words, by, possible) => el('button', {
    type: 'button', class: 'tt-button', disabled: !possible,
    onclick: () => { pages[box] += by; showOne(box); }
  }, words);
  const several = found.more || pages[box] > 0;
  fill(byId(box), list, several && el('div', { class: 'tt-paging' }, el('span', null, `Trang ${pages[box] + 1}`),
    el('div', null, turn('Trang trước', -1, pages[box] > 0), turn('Trang sau', 1, found.more))));
}

const showOne = box => (box === 'MISSING' ? showMissing() : show(box));
const showAll = () => Promise.all([...Object.keys(BOXES).map(show), showMissing()]);

// One id for one intention: pressed twice it opens one list.
let request = null;

byId('open').addEventListener('submit', event => {
  event.preventDefault();
  once(byId('open').querySelector('[type=submit]'), async () => {
    clearAlert();
    const body = { from: byId('from').value, to: byId('to').value };
    const key = JSON.stringify(body);
    if (request?.key !== key) request = { key, id: newRequest() };
    try {
      const batch = await post('/handovers', { requestId: request.id, ...body });
      window.location.assign(`/ban-giao/danh-sach.html?ds=${batch.id}`);
    } catch (problem) {
      alertProblem(problem);
    }
  });
});

byId('find').addEventListener('submit', event => {
  event.preventDefault();
  once(byId('find').querySelector('[type=submit]'), async () => {
    clearAlert();
    const code = byId('code').value.trim();
    byId('code').value = '';
    if (!code) return;
    try {
      const batch = await get(`/handovers/by-code/${encodeURIComponent(code)}`);
      window.location.assign(`/ban-giao/danh-sach.html?ds=${batch.id}`);
    } catch (problem) {
      alertProblem(problem);
      byId('code').focus();
    }
  });
});

if (await whoAmI()) {
  try {
    const units = await get('/handovers/units');
    byId('open').hidden = units.mine.length === 0;
    byId('from').append(...units.mine.map(unit => el('option', { value: unit.id }, unit.name)));
    // No unit is proposed: papers sent to the first of the alphabet would be sent by mistake.
    byId('to').append(el('option', { value: '' }, '– chọn bên nhận –'), ...units.all.map(unit => el('option', { value: unit.id }, unit.name)));
    await showAll();
    byId('code').focus();
  } catch (problem) {
    alertProblem(problem);
  }
}
