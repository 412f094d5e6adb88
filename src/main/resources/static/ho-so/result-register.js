// The registers in which an agency numbers the papers of results.

import { el, fill, table } from '/assets/dom.js';
import { day, nowLocal } from '/assets/format.js';
import { get, query } from '/assets/api.js';
import { alertProblem, clearAlert, whoAmI } from '/assets/page.js';

const SIZE = 50;
const byId = id => document.getElementById(id);
let page = 0;

async function load() {
  clearAlert();
  try {
    show(await get(`/result-registers/${encodeURIComponent(byId('unit').value)}`
      + query({ book: byId('book').value, year: byId('year').value, page, size: SIZE })));
  } catch (problem) {
    fill(byId('list'));
    fill(byId('count'));
    alertProblem(problem);
  }
}

function show(found) {
  fill(byId('list'), table('Số đã cấp', [
    { title: 'Số', cell: row => el('a', {
      class: 'tt-nowrap', target: '_blank', rel: 'noopener',
      href: `/api/dossiers/${encodeURIComponent(row.dossier)}/result-papers/${row.paper}`
    }, row.written) },
    { title: 'Ngày', cell: row => day(row.date) },
    { title: 'Văn bản', cell: row => row.title },
    { title: 'Mã hồ sơ', cell: row => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(row.dossier)}` }, row.dossier) }
  ], found.rows, 'Sổ này chưa có số nào trong năm.'));
  fill(byId('count'), found.total > 0 ? `Số cuối: ${found.total}` : '');
  byId('previous').disabled = page === 0;
  byId('next').disabled = found.rows.length < found.size;
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
  byId('book').append(...(await get('/result-registers')).map(book => el('option', { value: book.key }, book.title)));
  byId('year').value = nowLocal().slice(0, 4);
  if (me.units.length > 0) load();
}
