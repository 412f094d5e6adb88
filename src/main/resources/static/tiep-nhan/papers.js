// The papers of a procedure at the desk. One that is needed only in some cases is asked for first: its row is there once
// the officer says that the case applies.

import { el } from '/assets/dom.js';

/** What most facts of the national list say; the title then names the case itself. */
const IN_THE_TITLE = 'Trường hợp nêu trong tên giấy tờ';

/** All papers: those always asked for as rows, the others as questions with a row each. */
export function paperList(papers) {
  if (papers.length === 0) return el('div', { 'data-field': 'papers', tabindex: '-1' }, el('p', { class: 'tt-empty' }, 'Thủ tục này không yêu cầu giấy tờ.'));
  const rows = papers.map(paperRow);
  const conditional = papers.map((paper, at) => paper.condition && question(paper, rows[at])).filter(Boolean);
  return el('div', { 'data-field': 'papers', tabindex: '-1' },
    el('div', { class: 'tt-scroll' }, el('table', { class: 'tt-table' },
      el('caption', { class: 'tt-hidden' }, 'Đánh dấu giấy tờ đã nhận và số bản'),
      el('thead', null, el('tr', null, ['Đã nhận', 'Giấy tờ', 'Bản chính', 'Bản sao'].map(title => el('th', { scope: 'col' }, title)))),
      el('tbody', null, rows))),
    conditional.length > 0 && el('details', { class: 'tt-conditional', open: conditional.length === papers.length },
      el('summary', null, `Giấy tờ chỉ cần trong một số trường hợp (${conditional.length})`),
      el('p', { class: 'tt-hint' }, 'Đánh dấu trường hợp của hồ sơ này; giấy tờ tương ứng sẽ hiện trong bảng.'),
      el('ul', null, conditional)));
}

/** Whether a case applies: only then the paper's row is there, to be marked as received. */
function question(paper, row) {
  const box = el('input', {
    type: 'checkbox', 'data-applies': paper.key,
    onChange: () => {
      row.hidden = !box.checked;
      const received = row.querySelector('[name=paper]');
      if (row.hidden && received.checked) received.click();
    }
  });
  return el('li', null, el('label', null, box, 'Cần: ', paper.title),
    paper.condition !== IN_THE_TITLE && el('span', { class: 'tt-hint' }, paper.condition));
}

/** What is missing at the counter of the papers whose case applies, in words; null when nothing is. */
export function missing(form) {
  if (form.elements.channel?.value !== 'COUNTER') return null;
  const rows = [...form.querySelectorAll('[data-applies]:checked')].map(box => rowOf(form, box.dataset.applies));
  const titles = rows.filter(row => !row.querySelector('[name=paper]').checked).map(row => row.querySelector('label').textContent);
  return titles.length === 0 ? null
    : `Đã đánh dấu là cần nhưng chưa nhận: ${titles.join('; ')}. Hãy hướng dẫn người nộp bổ sung, hoặc bỏ đánh dấu.`;
}

const rowOf = (form, key) => [...form.querySelectorAll('tr[data-paper]')].find(row => row.dataset.paper === key);

/** Shows the row of a paper that a draft holds. */
export function unveil(form, key) {
  const box = [...form.querySelectorAll('[data-applies]')].find(candidate => candidate.dataset.applies === key);
  if (!box) return;
  box.checked = true;
  box.closest('details').open = true;
  rowOf(form, key).hidden = false;
}

function paperRow(paper) {
  const box = el('input', { type: 'checkbox', name: 'paper', value: paper.key, id: `paper-${paper.key}` });
  const count = (kind, label, wanted) => el('input', {
    type: 'number', min: '0', max: '999', value: '0', 'data-kind': kind, 'data-wanted': wanted || 0, 'aria-label': `${label}: ${paper.title}`
  });
  const originals = count('originals', 'Số bản chính', paper.originals);
  const copies = count('copies', 'Số bản sao', paper.copies);
  // Marking a paper fills in what the procedure asks for; a number entered marks the paper.
  box.addEventListener('change', () => {
    for (const input of [originals, copies]) input.value = box.checked ? input.dataset.wanted : '0';
    if (box.checked && originals.value === '0' && copies.value === '0') originals.value = '1';
  });
  for (const input of [originals, copies]) {
    input.addEventListener('input', () => { box.checked = Number(originals.value) > 0 || Number(copies.value) > 0; });
  }
  const wanted = [paper.originals > 0 && `${paper.originals} bản chính`, paper.copies > 0 && `${paper.copies} bản sao`].filter(Boolean).join(', ');
  return el('tr', { 'data-paper': paper.key, hidden: Boolean(paper.condition) },
    el('td', null, box),
    el('td', null, el('label', { for: `paper-${paper.key}` }, paper.title),
      wanted && el('span', { class: 'tt-hint' }, `Yêu cầu: ${wanted}`),
      paper.condition && el('span', { class: 'tt-hint' }, paper.condition)),
    el('td', null, originals),
    el('td', null, copies));
}
