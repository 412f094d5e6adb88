// The register of dossiers of a receiving desk for a period: to look at, to print and to take into a spreadsheet.

import { el, fill, table } from '/assets/dom.js';
import { day, nowLocal } from '/assets/format.js';
import { get, query } from '/assets/api.js';
import { alertProblem, clearAlert, whoAmI } from '/assets/page.js';

const SIZE = 50;
// As many as one file holds; more are several files.
const PRINTED = 300;
const EXPORTED = 1000;
const byId = id => document.getElementById(id);
let page = 0;

const path = () => `/registers/${encodeURIComponent(byId('unit').value)}`;
const period = () => ({ from: byId('from').value, to: byId('to').value });

async function load() {
  clearAlert();
  try {
    show(await get(path() + query({ ...period(), page, size: SIZE })));
  } catch (problem) {
    fill(byId('list'));
    fill(byId('files'));
    fill(byId('count'));
    alertProblem(problem);
  }
}

function show(found) {
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  fill(byId('list'), table('Sổ theo dõi hồ sơ', [
    { title: 'STT', cell: row => row.ordinal, numeric: true },
    { title: 'Mã hồ sơ', cell: row => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(row.number)}` }, row.number) },
    { title: 'Thủ tục', cell: row => row.procedure },
    { title: 'Tên cá nhân, tổ chức', cell: row => row.applicant },
    { title: 'Cơ quan giải quyết', cell: row => row.competent },
    { title: 'Ngày nhận', cell: row => day(row.receivedAt) },
    { title: 'Hẹn trả', cell: row => day(row.appointment) },
    { title: 'Trả kết quả', cell: row => day(row.returnedAt) }
  ], found.rows, 'Không có hồ sơ nào được tiếp nhận trong kỳ này.'));
  fill(byId('count'), found.total > 0 ? `${found.total} hồ sơ, trang ${page + 1} trên ${pages}` : '');
  byId('previous').disabled = page === 0;
  byId('next').disabled = page + 1 >= pages;
  fill(byId('files'), files(found.total, 'pdf', PRINTED, 'In sổ (PDF)'), files(found.total, 'csv', EXPORTED, 'Xuất CSV'));
}

function files(total, kind, size, word) {
  const count = Math.max(1, Math.ceil(total / size));
  return Array.from({ length: count }, (_, part) => el('a', {
    class: 'tt-button', target: '_blank', rel: 'noopener',
    href: `/api${path()}/${kind}${query({ ...period(), page: part, size })}`
  }, count === 1 ? word : `${word}, phần ${part + 1}`));
}

byId('filter').addEventListener('submit', event => {
  event.preventDefault();
  page = 0;
  load();
});
byId('previous').addEventListener('click', () => { page -= 1; load(); });
byId('next').addEventListener('click', () => { page += 1; load(); });

const me = await whoAmI();
if (me) {
  byId('unit').append(...me.units.map(unit => el('option', { value: unit.id }, unit.name)));
  const today = nowLocal().slice(0, 10);
  byId('from').value = `${today.slice(0, 8)}01`;
  byId('to').value = today;
  if (me.units.length > 0) load();
}
