// Right after a task was completed: a line above everything from which the step can be taken back.

import { el, fill } from '/assets/dom.js';
import { get } from '/assets/api.js';
import { announce } from '/assets/act-form.js';
import { stepReturn } from '/assets/step-return.js';

const LONG_ENOUGH = 30000;
let offered = null;

function away() {
  offered?.remove();
  offered = null;
}

/** Shows a task in Tasklist, with the filter that is chosen now. */
export function showTask(taskId) {
  const [path, search] = window.location.hash.split('?');
  const values = new URLSearchParams(search || '');
  values.set('task', taskId);
  values.delete('detailsTab');
  window.location.hash = `${path || '#/'}?${values}`;
}

function takenBack(taskId) {
  away();
  announce('Đã lấy lại bước. Nội dung anh/chị đã nhập còn nguyên trong biểu mẫu.');
  showTask(taskId);
}

function offer(chance) {
  away();
  const form = stepReturn(chance, takenBack, true);
  const box = el('div', { class: 'tt-step-return', role: 'status' },
    el('span', null, `Đã hoàn thành “${chance.step}” của hồ sơ ${chance.number}.`),
    el('button', { class: 'tt-button', type: 'button', onclick: () => ask(box, form) }, 'Bấm nhầm? Lấy lại bước'),
    el('button', { class: 'tt-button', type: 'button', 'aria-label': 'Đóng thông báo', onclick: away }, 'Đóng'));
  document.body.append(box);
  offered = box;
  setTimeout(() => { if (offered === box && !box.contains(form)) away(); }, LONG_ENOUGH);
}

function ask(box, form) {
  fill(box, form, el('button', { class: 'tt-button', type: 'button', onclick: away }, 'Không lấy lại'));
  form.querySelector('textarea').focus();
}

document.addEventListener('thutuc:completed', async event => {
  try {
    const chance = await get(`/tasks/${encodeURIComponent(event.detail)}/step-return`);
    if (chance.allowed) offer(chance);
  } catch {
    // Nothing to offer: the step has no way back.
  }
});

// Another person may log in without the page being loaded again.
for (const name of ['hashchange', 'thutuc:location']) {
  window.addEventListener(name, () => {
    if (window.location.hash.startsWith('#/login')) away();
  });
}
