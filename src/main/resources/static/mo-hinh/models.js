// Drafts of models: the list, and the one that is looked at.

import { el, fill, table } from '/assets/dom.js';
import { get, query } from '/assets/api.js';
import { instant } from '/assets/format.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';
import { showDraft } from './draft.js';
import { KINDS, state } from './words.js';

const byId = id => document.getElementById(id);
let page = 0;

const isOpen = () => document.querySelector('[name=open]:checked').value;

export async function showDrafts() {
  const found = await get(`/models/drafts${query({ open: isOpen(), page })}`);
  fill(byId('drafts'), table('Bản dự thảo', [
    { title: 'Số', cell: row => row.draft.id, numeric: true },
    { title: 'Mô hình', cell: row => [el('strong', null, row.draft.name), el('span', { class: 'tt-hint' }, row.draft.path)] },
    { title: 'Loại', cell: row => KINDS[row.draft.kind] },
    { title: 'Người lập', cell: row => [row.author.name, el('span', { class: 'tt-hint' }, instant(row.draft.deployedAt))] },
    { title: 'Trạng thái', cell: row => [state(row.draft.state),
      row.draft.state === 'SCHEDULED' && el('span', { class: 'tt-hint' }, `từ ${instant(row.draft.inForceFrom)}`)] },
    { title: 'Xem', cell: row => el('button', {
      class: 'tt-button', type: 'button', onclick: () => choose(row.draft.id), 'aria-label': `Xem bản dự thảo số ${row.draft.id}`
    }, 'Xem') }
  ], found.drafts, isOpen() === 'true'
    ? 'Không có bản dự thảo nào đang mở. Mô hình triển khai từ Camunda Modeler sẽ hiện ở đây.'
    : 'Chưa có bản dự thảo nào kết thúc.'));
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  byId('paging').hidden = pages === 1;
  fill(byId('paging-text'), `Trang ${page + 1} trên ${pages}, ${found.total} bản`);
  byId('before').disabled = page === 0;
  byId('after').disabled = page + 1 >= pages;
}

async function choose(id) {
  clearAlert();
  fill(byId('done'));
  try {
    await showDraft(id);
    history.replaceState(null, '', `?so=${id}`);
    byId('draft-box').focus();
  } catch (problem) {
    alertProblem(problem);
  }
}

async function turn(to) {
  page = to;
  try {
    await showDrafts();
  } catch (problem) {
    alertProblem(problem);
  }
}

byId('before').addEventListener('click', () => turn(page - 1));
byId('after').addEventListener('click', () => turn(page + 1));
for (const choice of document.querySelectorAll('[name=open]')) choice.addEventListener('change', () => turn(0));

byId('export').addEventListener('click', () => once(byId('export'), async () => {
  clearAlert();
  const response = await fetch('/api/models/export', { credentials: 'same-origin' });
  if (!response.ok) {
    alertProblem(new Error('Không tải được. Vui lòng tải lại trang rồi thử lại.'));
    return;
  }
  const link = el('a', { href: URL.createObjectURL(await response.blob()), download: 'mo-hinh-dang-ap-dung.zip' });
  link.click();
  URL.revokeObjectURL(link.href);
}));

if (await whoAmI()) {
  try {
    await showDrafts();
    byId('content').hidden = false;
    const id = new URLSearchParams(location.search).get('so');
    if (id) await choose(Number(id));
  } catch (problem) {
    alertProblem(problem);
  }
}
