// Runs that carry a change to the dossiers: the open one with its progress, and those before.

import { el, facts, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, post } from '/assets/api.js';
import { alertProblem, once } from '/assets/page.js';
import { chip } from './words.js';

const EVERY = 1500;
// A run that has not moved for so many looks is offered to be resumed.
const STILL = 6;

const byId = id => document.getElementById(id);
let timer = null;
let last = -1;
let still = 0;

/** Shows all runs; follows the one with this id, or the open one. */
export async function showRuns(follow) {
  const runs = await get('/calendar/runs');
  fill(byId('runs'), table('Các lần áp dụng', [
    { title: 'Bắt đầu', cell: run => el('span', { class: 'tt-nowrap' }, instant(run.startedAt)) },
    { title: 'Thay đổi', cell: run => run.cause },
    { title: 'Người thực hiện', cell: run => run.startedBy },
    { title: 'Hồ sơ', cell: run => run.seen, numeric: true },
    { title: 'Đổi thời hạn', cell: run => run.moved, numeric: true },
    { title: 'Thành quá hạn', cell: run => run.becomeLate, numeric: true },
    { title: 'Hết quá hạn', cell: run => run.stopBeingLate, numeric: true },
    { title: 'Cấp lại giấy hẹn', cell: run => (run.reissue ? run.appointments : 'không'), numeric: true },
    { title: 'Không áp dụng được', cell: run => run.failed, numeric: true },
    { title: 'Tình trạng', cell: run => (run.finishedAt ? chip('đã xong', 'in-time') : chip('đang áp dụng', 'near')) },
    { title: 'Chi tiết', cell: run => el('button', {
      class: 'tt-button', type: 'button', onclick: () => watch(run.id), 'aria-label': `Xem lần áp dụng ${run.cause}`
    }, 'Xem') }
  ], runs, 'Chưa có thay đổi lịch nào được áp dụng.'));
  const open = follow || runs.find(run => !run.finishedAt)?.id;
  if (open) watch(open);
}

function watch(id) {
  clearTimeout(timer);
  last = -1;
  still = 0;
  byId('run-box').hidden = false;
  byId('resume').onclick = () => once(byId('resume'), async () => {
    try {
      await post(`/calendar/runs/${id}/resumption`, {});
      watch(id);
    } catch (problem) {
      alertProblem(problem);
    }
  });
  look(id);
}

async function look(id) {
  let page;
  try {
    page = await get(`/calendar/runs/${id}`);
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  show(page);
  still = page.run.seen === last ? still + 1 : 0;
  last = page.run.seen;
  fill(byId('resume'), page.run.finishedAt ? 'Thử lại các hồ sơ bị lỗi' : 'Tiếp tục áp dụng');
  byId('resume').hidden = page.run.finishedAt ? page.failures.length === 0 : still < STILL;
  if (!page.run.finishedAt) timer = setTimeout(() => look(id), EVERY);
  else if (still === 0 && timer) {
    timer = null;
    showRunsQuietly();
  }
}

async function showRunsQuietly() {
  try {
    await showRuns();
  } catch (problem) {
    alertProblem(problem);
  }
}

function show({ run, remaining, failures }) {
  const total = run.seen + remaining;
  fill(byId('run'),
    el('p', null, run.cause, ' ', run.finishedAt ? chip('đã xong', 'in-time') : chip('đang áp dụng', 'near')),
    el('p', null, el('label', { for: 'run-progress' }, `Đã xét ${run.seen} trên ${total} hồ sơ `),
      el('progress', { id: 'run-progress', max: Math.max(1, total), value: total === 0 ? 1 : run.seen })),
    facts([
      ['Đổi thời hạn', String(run.moved)],
      ['Thành quá hạn', String(run.becomeLate)],
      ['Hết quá hạn', String(run.stopBeingLate)],
      ['Cấp lại giấy hẹn', run.reissue ? String(run.appointments) : 'không'],
      ['Không áp dụng được', String(run.failed)]
    ]),
    failures.length > 0 && el('div', { class: 'tt-note' },
      'Không áp dụng được cho các hồ sơ sau; hãy báo người vận hành xem nhật ký máy chủ, sửa nguyên nhân, rồi bấm Thử lại: ',
      failures.map((failure, index) => [index > 0 && ', ',
        el('a', { href: `/ho-so/xem.html?so=${encodeURIComponent(failure.number)}` }, failure.number)])));
}
