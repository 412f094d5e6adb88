// The dossiers my unit received or settles.

import { el, fill, table } from '/assets/dom.js';
import { STATES, instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, whoAmI } from '/assets/page.js';
import { clockChip, stateChip } from '/assets/dossier-view.js';
import { scanned } from '/assets/scanned.js';

const SIZE = 20;
const byId = id => document.getElementById(id);
const form = byId('filter');

// What is searched for may be a person's name: only state and page stand in the address.
const address = new URLSearchParams(window.location.search);
let page = Math.max(0, Number.parseInt(address.get('trang') || '1', 10) - 1 || 0);
let running = null;

byId('state').append(...Object.entries(STATES).map(([code, label]) => el('option', { value: code }, label)));
// Codes of the lists by the clock.
const LISTS = { NEAR: 'Sắp đến hạn', LATE: 'Quá hạn', PAUSED: 'Tạm dừng', RETURN_TODAY: 'Trả kết quả hôm nay' };
byId('due').append(...Object.entries(LISTS).map(([code, label]) => el('option', { value: code }, label)));
byId('due').value = LISTS[address.get('thoi-han')] ? address.get('thoi-han') : '';
byId('state').value = STATES[address.get('trang-thai')] ? address.get('trang-thai') : '';

async function load() {
  running?.abort();
  running = new AbortController();
  const state = byId('state').value;
  const list = byId('due').value;
  history.replaceState(null, '', window.location.pathname + query({ 'trang-thai': state, 'thoi-han': list, trang: page > 0 ? page + 1 : '' }));
  clearAlert();
  try {
    const words = scanned(byId('q').value.trim());
    // Names and numbers of people travel in the body: they stand in no address and no proxy's log.
    show(words || list
      ? await post('/dossiers/search', { state: state ? Number(state) : null, list: list || null, q: words || null, page, size: SIZE }, running.signal)
      : await get(`/dossiers${query({ state, page, size: SIZE })}`, running.signal));
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    fill(byId('list'));
    fill(byId('count'));
    alertProblem(problem);
  }
}

function show(found) {
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  if (found.items.length === 0 && page > 0 && found.total > 0) {
    page = pages - 1;
    load();
    return;
  }
  fill(byId('list'), table('Danh sách hồ sơ', [
    { title: 'Mã hồ sơ', cell: item => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(item.number)}` }, item.number) },
    { title: 'Thủ tục', cell: item => text(item.procedure) },
    { title: 'Chủ hồ sơ', cell: item => text(item.applicant) },
    { title: 'Trạng thái', cell: item => stateChip(item.state) },
    { title: 'Thời hạn', cell: item => clockChip(item.clock) },
    { title: 'Ngày nhận', cell: item => instant(item.receivedAt) },
    { title: 'Hẹn trả', cell: item => instant(item.appointment || item.end) },
    { title: 'Cơ quan giải quyết', cell: item => text(item.competentUnit) }
  ], found.items, 'Không có hồ sơ nào phù hợp.'));
  fill(byId('count'), found.total > 0
    ? `${found.more ? `hơn ${new Intl.NumberFormat('vi-VN').format(found.total)}` : found.total} hồ sơ, trang ${page + 1}${found.more ? '' : ` trên ${pages}`}` : '');
  byId('previous').disabled = page === 0;
  byId('next').disabled = page + 1 >= pages;
}

// The short form of a thing is a text or an object with a title or a name.
const text = value => (value && typeof value === 'object' ? value.title || value.name : value);

form.addEventListener('submit', event => {
  event.preventDefault();
  page = 0;
  load();
});
form.addEventListener('reset', () => {
  page = 0;
  // The fields are emptied only after this event.
  setTimeout(load);
});
for (const name of ['state', 'due']) {
  byId(name).addEventListener('change', () => {
    page = 0;
    load();
  });
}
byId('previous').addEventListener('click', () => {
  page -= 1;
  load();
});
byId('next').addEventListener('click', () => {
  page += 1;
  load();
});

if (await whoAmI()) load();
