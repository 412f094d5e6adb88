// The tab 'Trao đổi' of a task, with a number on it when there is something to read.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get } from '/assets/api.js';
import { notesView } from '/assets/notes-view.js';

const LABEL = 'Trao đổi';
const LOOK_AGAIN = 30000;
const MENTIONS_AGAIN = 60000;

export const talkTab = {
  id: 'thutuc-talk',
  pluginPoint: 'tasklist.task.detail',
  priority: 925,
  properties: { label: LABEL },
  render(node, { taskId }) {
    const box = el('div', { class: 'tt-tab' }, 'Đang tải…');
    node.append(box);
    get(`/tasks/${encodeURIComponent(taskId)}/card`).then(
      card => notesView(box, card.number, () => mark(0)),
      problem => fill(box, el('p', { class: 'tt-note' },
        problem.status === 404 ? 'Công việc này không thuộc hồ sơ nào.' : problem.message)));
  }
};

/** In Tasklist's header: what was written to one about dossiers, as long as it is not read. */
export const mentionsPlugin = {
  id: 'thutuc-mentions',
  pluginPoint: 'tasklist.navbar.action',
  priority: 205,
  render(node) {
    const button = el('button', { type: 'button', class: 'tt-find-open', 'aria-haspopup': 'dialog', hidden: true, onClick: openMentions });
    node.append(button);
    const look = async () => {
      if (!button.isConnected) {
        clearInterval(timer);
        return;
      }
      if (document.hidden) return;
      try {
        const { length } = await get('/notes/mentions');
        button.hidden = length === 0;
        fill(button, el('span', { class: 'glyphicon glyphicon-comment', 'aria-hidden': 'true' }), ` Nhắc đến tôi (${length})`);
      } catch {
        button.hidden = true;
      }
    };
    const timer = setInterval(look, MENTIONS_AGAIN);
    setTimeout(look, 0);
  }
};

async function openMentions() {
  const list = el('div', null, 'Đang tải…');
  const dialog = el('dialog', { class: 'tt-typed', 'aria-labelledby': 'tt-mentions-title' },
    el('h2', { id: 'tt-mentions-title', class: 'tt-heading' }, 'Trao đổi nhắc đến anh/chị, chưa đọc'),
    list,
    el('div', { class: 'tt-actions' }, el('button', { class: 'tt-button', type: 'button', onClick: () => dialog.close() }, 'Đóng')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  try {
    const mentions = await get('/notes/mentions');
    fill(list, mentions.length === 0 ? 'Không có.' : el('ul', null, mentions.map(one => el('li', null,
      el('a', { target: '_blank', rel: 'noopener', href: `/ho-so/xem.html?so=${encodeURIComponent(one.number)}#notes-title` }, one.number),
      ` – ${one.author}, ${instant(one.at)}`))));
  } catch (problem) {
    fill(list, problem.message);
  }
}

/** The link of the tab; Tasklist draws it by itself and keeps it while tasks change. */
function tabLink() {
  return [...document.querySelectorAll('.tabbed-content .nav-tabs a')].find(link => link.textContent.trim() === LABEL);
}

function mark(unread) {
  const link = tabLink();
  if (!link) return;
  if (unread > 0) {
    link.dataset.unread = unread >= 100 ? '99+' : String(unread);
    link.setAttribute('aria-label', `${LABEL}, ${unread} lời chưa đọc`);
  } else {
    delete link.dataset.unread;
    link.removeAttribute('aria-label');
  }
}

const shownTask = () => new URLSearchParams(window.location.hash.split('?')[1] || '').get('task');
let counted = null;

async function count() {
  const task = shownTask();
  if (task !== counted) mark(0);
  counted = task;
  if (!task || document.hidden) return;
  try {
    const { unread } = await get(`/tasks/${encodeURIComponent(task)}/notes/unread`);
    if (task === shownTask()) showWhenDrawn(unread, 20);
  } catch {
    // No number is shown: the task has no dossier, or the login has ended.
  }
}

/** The tabs come a moment after the address. */
function showWhenDrawn(unread, tries) {
  if (tabLink()) mark(unread);
  else if (tries > 0) setTimeout(() => showWhenDrawn(unread, tries - 1), 250);
}

for (const event of ['hashchange', 'thutuc:location']) {
  window.addEventListener(event, () => {
    if (shownTask() !== counted) count();
  });
}
setInterval(count, LOOK_AGAIN);
count();
