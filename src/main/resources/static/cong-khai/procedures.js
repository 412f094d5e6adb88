// The procedures in force: found by words without marks, a page at a time, and one with its papers, fees and terms.

import { el, facts, fill } from '/assets/dom.js';
import { amount } from '/assets/format.js';
import { query } from '/assets/api.js';
import { ask } from '/tra-cuu/calls.js';

const byId = id => document.getElementById(id);
let page = 0;
let running = null;

function said(refusal) {
  if (refusal.name !== 'AbortError') fill(byId('alert'), el('div', { class: 'tt-alert' }, refusal.message));
}

// Only the last question is answered, in whichever order the answers come.
function begin() {
  running?.abort();
  running = new AbortController();
  fill(byId('alert'));
  return running.signal;
}

async function list() {
  const signal = begin();
  byId('sheet').hidden = true;
  byId('list-box').hidden = false;
  try {
    show(await ask(`/procedures${query({ q: byId('q').value.trim(), page: page || '' })}`, signal));
  } catch (refusal) {
    said(refusal);
  }
}

function show(found) {
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  fill(byId('list'), found.items.length === 0
    ? el('p', { class: 'tt-empty' }, 'Không có thủ tục nào khớp. Hãy thử ít từ hơn, từ khác, hoặc gõ mã thủ tục.')
    : el('ul', { class: 'tt-procedures' }, found.items.map(one => el('li', null,
      el('a', { href: address({ ma: one.code }) }, one.title),
      el('span', { class: 'tt-hint' }, `${one.code} · ${one.field} · ${one.levels.join(', ')}`)))));
  fill(byId('count'), found.total > 0 ? `${found.total} thủ tục, trang ${found.page + 1} trên ${pages}` : '');
  byId('previous').disabled = found.page === 0;
  byId('next').disabled = found.page + 1 >= pages;
}

async function sheet(code) {
  const signal = begin();
  byId('list-box').hidden = true;
  try {
    const found = await ask(`/procedures/${encodeURIComponent(code)}`, signal);
    fill(byId('sheet'), drawn(found));
    byId('sheet').hidden = false;
    document.title = `${found.code} – Thủ tục hành chính – thutuc`;
    byId('sheet').querySelector('h2').focus();
  } catch (refusal) {
    byId('sheet').hidden = true;
    byId('list-box').hidden = false;
    said(refusal);
  }
}

function drawn(one) {
  return [
    el('section', { class: 'tt-box' },
      el('h2', { class: 'tt-found-title', tabindex: '-1' }, one.title),
      facts([
        ['Mã thủ tục', one.code],
        ['Lĩnh vực', one.field],
        ['Cấp thực hiện', one.levels.join(', ')],
        ['Cơ quan giải quyết', one.competent || 'theo phân cấp, nơi tiếp nhận hướng dẫn'],
        ['Cách nộp', one.channels.join(', ')],
        ['Cách nhận kết quả', one.returnMethods.join(', ')]
      ])),
    el('section', { class: 'tt-box' }, el('h2', null, 'Thời hạn giải quyết'),
      el('ul', { class: 'tt-list' }, one.phases.map(phase => el('li', null,
        `${phase.name}: ${phase.terms.join('; ') || 'chưa xác định'}`)))),
    el('section', { class: 'tt-box' }, el('h2', null, 'Giấy tờ cần nộp'),
      one.papers.length === 0 ? el('p', { class: 'tt-empty' }, 'Danh mục không ghi giấy tờ nào.')
        : el('ol', { class: 'tt-list' }, one.papers.map(paper => el('li', null, paper.title, copies(paper),
          paper.condition && el('span', { class: 'tt-hint' }, `Chỉ khi: ${paper.condition}`))))),
    el('section', { class: 'tt-box' }, el('h2', null, 'Phí, lệ phí'),
      one.fees.length === 0 ? el('p', { class: 'tt-empty' }, 'Danh mục không ghi phí, lệ phí.')
        : el('ul', { class: 'tt-list' }, one.fees.map(fee => el('li', null, fee.label, ': ',
          fee.amount === null ? 'mức thu theo văn bản quy định' : amount(fee.amount), fee.per && `/${fee.per}`,
          fee.note && ` (${fee.note})`)))),
    one.results.length > 0 && el('section', { class: 'tt-box' }, el('h2', null, 'Kết quả'),
      el('ul', { class: 'tt-list' }, one.results.map(result => el('li', null, result)))),
    el('p', null, el('a', { href: address({}) }, 'Xem danh sách thủ tục'))
  ];
}

function copies(paper) {
  const parts = [paper.originals > 0 && `${paper.originals} bản chính`, paper.copies > 0 && `${paper.copies} bản sao`].filter(Boolean);
  return parts.length > 0 && ` (${parts.join(', ')})`;
}

const address = values => window.location.pathname + query(values);

function turn(to) {
  page = to;
  history.replaceState(null, '', address({ q: byId('q').value.trim(), trang: page > 0 ? page + 1 : '' }));
  return list();
}

byId('find').addEventListener('submit', event => {
  event.preventDefault();
  turn(0);
});
byId('previous').addEventListener('click', () => turn(page - 1));
byId('next').addEventListener('click', () => turn(page + 1));

const wanted = new URLSearchParams(window.location.search);
byId('q').value = wanted.get('q') || byId('q').value;
page = Math.max(0, (Number.parseInt(wanted.get('trang'), 10) || 1) - 1);
if (wanted.get('ma')) await sheet(wanted.get('ma'));
else await list();
