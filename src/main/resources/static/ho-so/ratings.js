// What applicants said of the dossiers of the units I lead, newest first.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, query } from '/assets/api.js';
import { alertProblem, clearAlert, whoAmI } from '/assets/page.js';

const byId = id => document.getElementById(id);
let next = null;

async function load(before) {
  clearAlert();
  try {
    const found = await get(`/ratings${query({ level: byId('level').value, before })}`);
    next = found.next;
    byId('next').disabled = next === null;
    byId('newest').disabled = !before;
    fill(byId('list'), table('Đánh giá', [
      { title: 'Ngày', cell: said => [el('span', { class: 'tt-nowrap' }, instant(said.ratedAt)), said.changed && el('span', { class: 'tt-hint' }, 'đã sửa')] },
      { title: 'Mức', cell: said => el('span', { class: 'tt-nowrap' }, said.label) },
      { title: 'Ý kiến', cell: said => said.comment && el('span', { class: 'tt-note-text' }, said.comment) },
      { title: 'Hồ sơ', cell: said => [
        el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(said.number)}` }, said.number),
        el('span', { class: 'tt-hint' }, said.procedure)] },
      { title: 'Đơn vị', cell: said => said.unit }
    ], found.items, 'Chưa có đánh giá nào.'));
  } catch (problem) {
    fill(byId('list'));
    alertProblem(problem);
  }
}

byId('level').addEventListener('change', () => load(null));
byId('newest').addEventListener('click', () => load(null));
byId('next').addEventListener('click', () => load(next));

if (await whoAmI()) load(null);
