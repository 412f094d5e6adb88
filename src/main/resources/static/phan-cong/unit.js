// The head's unit: who has how much, its tasks, and moving many of them at once.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, newRequest, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';
import { clockChip } from '/assets/dossier-view.js';
import { showLate } from './decisions.js';
import { watch } from './runs.js';

const MOST = 500;
const byId = id => document.getElementById(id);
const chosen = new Set();
let page = 0;

export async function showUnit(heads) {
  if (!heads) {
    // Who heads no unit has deputies and decisions only.
    await showLateIfAny();
    return;
  }
  let loads;
  try {
    loads = await get('/unit-work/loads');
  } catch (problem) {
    alertProblem(problem);
    await showLateIfAny();
    return;
  }
  byId('head').hidden = false;
  showLoads(loads);
  fill(byId('whose'), el('option', { value: '*' }, 'Tất cả'), loads.officers.map(officer =>
    el('option', { value: officer.person || '' }, officer.name || 'Chưa ai nhận')));
  const officers = loads.officers.filter(officer => officer.person && !officer.roles.includes('đã rời đơn vị'));
  fill(byId('to'), officers.map(officer => el('option', { value: officer.person },
    officer.away ? `${officer.name} (${officer.away})` : officer.name)),
  el('option', { value: '' }, 'Hàng chờ của đơn vị'));
  fill(byId('people'), officers.map(officer => el('option', { value: officer.person }, officer.name)));
  listen();
  await Promise.all([list(), showLateIfAny()]);
}

async function showLateIfAny() {
  try {
    await showLate();
  } catch (problem) {
    alertProblem(problem);
  }
}

function showLoads(loads) {
  fill(byId('loads-units'), `Đơn vị: ${loads.units.join(', ')}.`,
    loads.complete ? '' : ' Đơn vị có trên 20.000 việc: số liệu chỉ tính đến đó.');
  fill(byId('loads'), table('Công việc theo người', [
    { title: 'Người', cell: officer => officer.name || 'Chưa ai nhận' },
    { title: 'Vai trò', cell: officer => officer.roles.join(', ') },
    { title: 'Vắng mặt', cell: officer => officer.away || '' },
    { title: 'Đang mở', cell: officer => officer.open, numeric: true },
    { title: 'Sắp đến hạn bước', cell: officer => officer.near, numeric: true },
    { title: 'Quá hạn bước', cell: officer => officer.late, numeric: true },
    { title: 'Tạm cất', cell: officer => officer.putBack, numeric: true },
    { title: 'Xem', cell: officer => el('button', {
      class: 'tt-button', type: 'button', 'aria-label': `Xem việc của ${officer.name || 'hàng chờ'}`,
      onclick: () => { byId('whose').value = officer.person || ''; page = 0; list(); byId('tasks-title').scrollIntoView(); }
    }, 'Xem') }
  ], loads.officers, 'Không có ai.'));
}

function listen() {
  for (const id of ['whose', 'which', 'size']) byId(id).onchange = () => { page = 0; list(); };
  byId('previous').onclick = () => { page -= 1; list(); };
  byId('next').onclick = () => { page += 1; list(); };
  byId('assign').onsubmit = event => {
    event.preventDefault();
    once(byId('assign').querySelector('[type=submit]'), assign);
  };
}

let asked = 0;

async function list() {
  const whose = byId('whose').value;
  const mine = ++asked;
  try {
    // An empty person means what nobody has taken: it must stand in the address all the same.
    const found = await get(`/unit-work/tasks${query({ which: byId('which').value, page, size: byId('size').value })}`
      + (whose === '*' ? '' : `&person=${encodeURIComponent(whose)}`));
    // An answer that was overtaken would take the choice away again.
    if (mine === asked) show(found, whose);
  } catch (problem) {
    alertProblem(problem);
  }
}

function show(found, whose) {
  chosen.clear();
  const all = el('input', { type: 'checkbox', id: 'all', 'aria-label': 'Chọn tất cả việc trên trang' });
  all.onchange = () => {
    for (const box of byId('tasks').querySelectorAll('[name=task]')) { box.checked = all.checked; choose(box); }
  };
  fill(byId('tasks'), table('Việc của đơn vị', [
    { title: 'Chọn', cell: line => el('input', {
      type: 'checkbox', name: 'task', value: line.taskId, onchange: event => choose(event.target),
      'aria-label': `Chọn việc ${line.step} của hồ sơ ${line.dossier?.number || ''}` }) },
    { title: 'Mã hồ sơ', cell: line => line.dossier && el('a', { class: 'tt-nowrap',
      href: `/ho-so/xem.html?so=${encodeURIComponent(line.dossier.number)}` }, line.dossier.number) },
    { title: 'Bước', cell: line => line.step },
    { title: 'Thủ tục', cell: line => line.dossier?.procedure.title },
    { title: 'Người giữ', cell: line => line.assigneeName || 'Chưa ai nhận' },
    { title: 'Hạn bước', cell: line => [el('span', { class: 'tt-nowrap' }, instant(line.due)),
      line.late && el('span', { class: 'tt-chip tt-clock-late' }, 'quá hạn bước'),
      line.putBackUntil && el('span', { class: 'tt-chip' }, `tạm cất đến ${instant(line.putBackUntil).slice(0, 10)}`)] },
    { title: 'Hồ sơ', cell: line => line.dossier && clockChip(line.dossier.clock) }
  ], found.items, 'Không có việc nào.'));
  const first = byId('tasks').querySelector('th');
  if (first) fill(first, all);
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  fill(byId('count'), `${found.total} việc, trang ${page + 1} trên ${pages}`);
  byId('previous').disabled = page === 0;
  byId('next').disabled = page + 1 >= pages;
  byId('tasks').dataset.whose = whose;
  byId('tasks').dataset.size = found.size;
  counted();
}

function choose(box) {
  if (box.checked) chosen.add(box.value);
  else chosen.delete(box.value);
  counted();
}

function counted() {
  fill(byId('chosen'), String(chosen.size));
}

// One id for one intention: sent again after a lost answer, it opens no second run.
let request = null;

async function assign() {
  clearAlert();
  const reason = byId('reason').value.trim();
  const tasks = [...chosen];
  if (tasks.length === 0 || tasks.length > MOST || !reason) {
    alertProblem(new Error(tasks.length === 0 ? 'Hãy chọn ít nhất một việc.'
      : tasks.length > MOST ? `Mỗi lần phân công tối đa ${MOST} việc.` : 'Hãy ghi lý do phân công.'));
    return;
  }
  const body = { tasks, to: byId('to').value || null, reason };
  const key = JSON.stringify(body);
  if (request?.key !== key) request = { key, id: newRequest() };
  try {
    const progress = await post('/task-moves', { requestId: request.id, ...body });
    request = null;
    watch(progress.move.id, showUnit);
  } catch (problem) {
    alertProblem(problem);
  }
}
