// Trials and runs: all of them, and the one that is looked at with each dossier's dates.

import { append, el, facts, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { drop, get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';
import { confirm } from './confirm.js';
import { showModels } from './models.js';
import { chip, itemChip, ITEMS, runChip, what, when } from './words.js';

const EVERY = 1500;
// A run that has not moved for so many looks is offered to be resumed.
const STILL = 6;

const byId = id => document.getElementById(id);
let shown = null;
let timer = null;
let last = -1;
let still = 0;
let lastState = null;

/** Shows all runs; follows the one with this id, or the one that is worked on. */
export async function showRuns(follow) {
  const runs = await get('/migrations');
  fill(byId('runs'), table('Các lần chuyển', [
    { title: 'Lần', cell: run => run.id, numeric: true },
    { title: 'Mở lúc', cell: run => el('span', { class: 'tt-nowrap' }, instant(run.openedAt)) },
    { title: 'Mô hình', cell: run => el('code', null, run.processKey) },
    { title: 'Phiên bản', cell: run => el('span', { class: 'tt-nowrap' }, `${run.sourceVersion} → ${run.targetVersion}`) },
    { title: 'Hồ sơ', cell: run => run.total, numeric: true },
    { title: 'Người chạy thử', cell: run => run.openedBy },
    { title: 'Người chuyển', cell: run => run.startedBy || '' },
    { title: 'Tình trạng', cell: run => runChip(run.state) },
    { title: 'Chi tiết', cell: run => el('button', {
      class: 'tt-button', type: 'button', onclick: () => watch(run.id, true), 'aria-label': `Xem lần chuyển ${run.id}`
    }, 'Xem') }
  ], runs, 'Chưa có lần chuyển nào.'));
  const open = follow || runs.find(run => run.state === 'TRIAL' || run.state === 'RUNNING')?.id;
  if (open) watch(open, Boolean(follow));
}

function watch(id, focus) {
  clearTimeout(timer);
  shown = id;
  last = -1;
  still = 0;
  lastState = null;
  byId('run-box').hidden = false;
  byId('dossiers').hidden = true;
  byId('csv').href = `/api/migrations/${id}/report.csv`;
  if (focus) byId('run-box').focus();
  look(id);
}

async function look(id) {
  let page;
  try {
    page = await get(`/migrations/${id}`);
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  if (id !== shown) return;
  show(page);
  still = page.remaining === last ? still + 1 : 0;
  last = page.remaining;
  const { state } = page.run;
  const working = state === 'TRIAL' || state === 'RUNNING';
  buttons(page, working);
  if (working) {
    timer = setTimeout(() => look(id), EVERY);
  }
  if (state !== lastState) {
    if (!working && lastState !== null) refresh();
    if (!working) firstPage(page);
    lastState = state;
  }
}

async function refresh() {
  try {
    await Promise.all([showModels(), showRuns()]);
  } catch (problem) {
    alertProblem(problem);
  }
}

const count = (page, state) => page.counts[state] || 0;

function buttons(page, working) {
  const { state } = page.run;
  byId('start').hidden = state !== 'TRIED' || count(page, 'MAPS') === 0;
  byId('start').onclick = () => askToStart(page);
  byId('drop').hidden = !(state === 'TRIAL' || state === 'TRIED');
  byId('drop').onclick = () => act(byId('drop'), () => drop(`/migrations/${page.run.id}`));
  fill(byId('resume'), working ? 'Tiếp tục' : 'Thử lại các hồ sơ không thành');
  byId('resume').hidden = working ? still < STILL : state !== 'DONE' || count(page, 'FAILED') === 0;
  byId('resume').onclick = () => act(byId('resume'), () => post(`/migrations/${page.run.id}/resumption`, {}));
  byId('csv').hidden = working;
}

function act(button, work) {
  once(button, async () => {
    clearAlert();
    try {
      await work();
      watch(shown, false);
      await refresh();
    } catch (problem) {
      alertProblem(problem);
    }
  });
}

function askToStart(page) {
  const { run } = page;
  const left = count(page, 'DOES_NOT_MAP');
  confirm({
    title: `Chuyển ${count(page, 'MAPS')} hồ sơ?`,
    text: `${run.processKey}: từ phiên bản ${run.sourceVersion} sang phiên bản ${run.targetVersion}. ` +
      (left > 0 ? `${left} hồ sơ không chuyển được sẽ ở lại phiên bản cũ. ` : '') +
      'Mỗi hồ sơ được chuyển riêng; hồ sơ nào có thời hạn bị đổi thì không chuyển.',
    yes: 'Chuyển',
    work: async () => {
      await post(`/migrations/${run.id}/start`, { fingerprint: run.fingerprint });
      watch(run.id, false);
      await showRuns(run.id);
    }
  });
}

function show(page) {
  const { run, remaining, proof } = page;
  const moving = run.state === 'RUNNING' || run.state === 'DONE';
  const total = moving ? count(page, 'MAPS') + count(page, 'MOVED') + count(page, 'FAILED') + count(page, 'GONE') : run.total;
  const seen = run.state === 'TRIED' ? total : total - remaining;
  fill(byId('run-title'), `Lần chuyển ${run.id}: ${run.processKey}, phiên bản ${run.sourceVersion} → ${run.targetVersion}`);
  fill(byId('run'),
    el('p', null, runChip(run.state), ' ', run.mapping && ['Ghép thêm: ', el('code', null, run.mapping)]),
    el('p', null, el('label', { for: 'run-progress' },
      `${moving ? 'Đã chuyển xong' : 'Đã thử'} ${seen} trên ${total} hồ sơ `),
      el('progress', { id: 'run-progress', max: Math.max(1, total), value: total === 0 ? 1 : seen })),
    facts(Object.entries(ITEMS).filter(([state]) => count(page, state) > 0)
      .map(([state, [label]]) => [label.charAt(0).toUpperCase() + label.slice(1), String(count(page, state))])),
    proof && el('div', { class: proof.changed === 0 ? 'tt-alert tt-done' : 'tt-alert' },
      `Đã so ${proof.dates} thời hạn của ${proof.moved} hồ sơ trước và sau khi chuyển: ${proof.changed} thời hạn bị đổi.`));
}

function firstPage(page) {
  const select = byId('dossiers-state');
  const states = Object.keys(ITEMS).filter(state => count(page, state) > 0);
  byId('dossiers').hidden = states.length === 0;
  fill(select, el('option', { value: '' }, 'Tất cả'),
    states.map(state => el('option', { value: state }, `${ITEMS[state][0]} (${count(page, state)})`)));
  select.onchange = () => list(page.run, 0, true);
  list(page.run, 0, true);
}

async function list(run, after, fresh) {
  try {
    const page = await get(`/migrations/${run.id}/dossiers${query({ state: byId('dossiers-state').value, after, size: 20 })}`);
    const rows = rowsOf(page.items, run.state === 'TRIED');
    const body = !fresh && byId('dossiers-list').querySelector('tbody');
    if (body) append(body, [...rows.querySelectorAll('tbody tr')]);
    else fill(byId('dossiers-list'), rows);
    byId('more').hidden = page.goOnAfter === null;
    byId('more').onclick = () => once(byId('more'), () => list(run, page.goOnAfter, false));
  } catch (problem) {
    alertProblem(problem);
  }
}

function rowsOf(items, trial) {
  return table('Từng hồ sơ', [
    { title: 'Mã hồ sơ', cell: item => (item.number
      ? el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(item.number)}` }, item.number) : 'không có') },
    { title: 'Kết quả', cell: item => itemChip(item.state) },
    { title: 'Đang ở', cell: item => item.place || '' },
    { title: 'Thời hạn trước và sau', cell: item => datesOf(item, trial) },
    { title: 'Lý do', cell: item => item.reason || '' }
  ], items, 'Không có hồ sơ nào.');
}

function datesOf(item, trial) {
  const keys = [...new Set([...Object.keys(item.before), ...Object.keys(item.after)])].sort();
  if (keys.length === 0) return '';
  const known = Object.keys(item.after).length > 0;
  const moved = keys.filter(key => known && item.before[key] !== item.after[key]);
  return el('details', { open: moved.length > 0 },
    el('summary', null, known
      ? `${keys.length} thời hạn, ${moved.length} ${trial ? 'sẽ đổi' : 'đổi'}`
      : `${keys.length} thời hạn`),
    el('ul', null, keys.map(key => el('li', null, `${what(key)}: ${when(item.before[key])}`,
      moved.includes(key) && [' → ', chip(when(item.after[key]), 'late')]))),
    Object.keys(item.added).length > 0 && el('p', null, 'Mốc mới thêm: ',
      Object.entries(item.added).map(([key, value]) => `${what(key)} ${when(value)}`).join(', ')));
}
