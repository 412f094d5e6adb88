// Follows a run that moves tasks: how far it is, and what became of each task.

import { el, fill, table } from '/assets/dom.js';
import { get } from '/assets/api.js';
import { alertProblem } from '/assets/page.js';

const EVERY = 700;
const byId = id => document.getElementById(id);

export const STATES = {
  WAITING: 'chờ xử lý', MOVED: 'đã chuyển', UNCHANGED: 'không cần chuyển',
  REFUSED: 'không được chuyển', GONE: 'việc không còn', FAILED: 'lỗi'
};

let shown = null;

/** Shows a run until it is through; then `done` is called once. */
export function watch(id, done) {
  shown = id;
  byId('run-box').hidden = false;
  fill(byId('run-items'));
  byId('run-box').focus();
  look(id, done);
}

async function look(id, done) {
  let progress;
  try {
    progress = await get(`/task-moves/${id}`);
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  if (shown !== id) return;
  const { move, counts } = progress;
  const waiting = counts.WAITING || 0;
  const through = move.total - waiting;
  fill(byId('run'),
    el('p', null, progress.fromName ? `Chuyển giao việc của ${progress.fromName} cho ` : 'Giao việc cho ',
      el('strong', null, progress.toName || 'hàng chờ của đơn vị'), `. Lý do: ${move.reason}`),
    el('p', null, el('label', { for: 'run-progress' }, `Đã xong ${through} trên ${move.total} việc `),
      el('progress', { id: 'run-progress', max: Math.max(1, move.total), value: move.total === 0 ? 1 : through })),
    el('p', { class: 'tt-run-counts' }, Object.entries(STATES).filter(([state]) => counts[state])
      .map(([state, label]) => el('span', { class: 'tt-chip', 'data-state': state }, `${counts[state]} ${label}`))));
  if (waiting > 0) {
    setTimeout(() => look(id, done), EVERY);
    return;
  }
  await items(id);
  if (done) await done();
}

async function items(id) {
  const list = await get(`/task-moves/${id}/tasks?size=500`);
  fill(byId('run-items'), table('Kết quả từng việc', [
    { title: 'Mã hồ sơ', cell: item => item.number && el('a', { class: 'tt-nowrap',
      href: `/ho-so/xem.html?so=${encodeURIComponent(item.number)}` }, item.number) },
    { title: 'Bước', cell: item => item.step },
    { title: 'Kết quả', cell: item => STATES[item.state] || item.state },
    { title: 'Lý do', cell: item => item.reason || '' }
  ], list, 'Không có việc nào để chuyển.'));
}
