// The bell in Tasklist's header: what the ladder told the officer about terms, how many are unread, and the way to the
// dossier. A list in a dialog, worked by keyboard as by mouse.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, put, query } from '/assets/api.js';
import { clockChip } from '/assets/dossier-view.js';

const AGAIN = 60000;
const SIZE = 20;
let opened = null;
// Whoever draws the number: Tasklist may draw its header anew.
const bells = new Set();

export const bellPlugin = {
  id: 'thutuc-bell',
  pluginPoint: 'tasklist.navbar.action',
  priority: 207,
  render(node) {
    const button = el('button', { type: 'button', class: 'tt-find-open tt-bell', 'aria-haspopup': 'dialog', onClick: open });
    node.append(button);
    draw(button, 0);
    bells.add(button);
    const look = () => {
      if (!button.isConnected) {
        clearInterval(timer);
        bells.delete(button);
      } else if (!document.hidden) count();
    };
    const timer = setInterval(look, AGAIN);
    setTimeout(look, 0);
  }
};

function draw(button, unread) {
  const many = unread >= 100 ? '99+' : String(unread);
  button.setAttribute('aria-label', unread === 0 ? 'Cảnh báo thời hạn, không có cảnh báo chưa đọc' : `Cảnh báo thời hạn, ${many} chưa đọc`);
  fill(button, el('span', { class: 'glyphicon glyphicon-bell', 'aria-hidden': 'true' }), ' Cảnh báo',
    unread > 0 && [' ', el('span', { class: 'tt-bell-count', 'aria-hidden': 'true' }, many)]);
}

function show(unread) {
  for (const button of bells) draw(button, unread);
}

async function count() {
  try {
    show((await get('/alerts/unread')).unread);
  } catch {
    // Nobody is logged in any more, or the server is away: the number is asked again later.
    show(0);
  }
}

function open() {
  opened?.close();
  opened = new Bell();
}

// Another person may log in without the page being loaded again: nothing of the last one stays.
for (const event of ['hashchange', 'thutuc:location']) {
  window.addEventListener(event, () => {
    if (window.location.hash.startsWith('#/login')) opened?.close();
  });
}

class Bell {
  constructor() {
    this.newest = null;
    this.last = null;
    this.status = el('p', { role: 'status', class: 'tt-find-count' }, 'Đang tải…');
    this.list = el('ul', { class: 'tt-bell-list' });
    this.more = el('button', { type: 'button', class: 'tt-button', hidden: true, onClick: () => this.load() }, 'Xem cảnh báo cũ hơn');
    this.all = el('button', { type: 'button', class: 'tt-button', disabled: true, onClick: () => this.readAll() }, 'Đánh dấu đã đọc tất cả');
    this.dialog = el('dialog', { class: 'tt-find tt-bell-dialog', 'aria-labelledby': 'tt-bell-title' },
      el('div', { class: 'tt-find-head' },
        el('h2', { id: 'tt-bell-title' }, 'Cảnh báo thời hạn'),
        el('button', { type: 'button', class: 'tt-button', onClick: () => this.close() }, 'Đóng')),
      this.status, this.list,
      el('div', { class: 'tt-find-line' }, this.all, this.more));
    this.dialog.addEventListener('close', () => {
      this.dialog.remove();
      if (opened === this) opened = null;
    });
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.load();
  }

  close() {
    this.dialog.close();
  }

  async load() {
    try {
      const page = await get(`/alerts${query({ before: this.last, size: SIZE })}`);
      this.newest ??= page.alerts[0]?.id ?? null;
      this.last = page.alerts.at(-1)?.id ?? this.last;
      for (const one of page.alerts) this.list.append(this.row(one));
      this.more.hidden = !page.more;
      this.told(page.unread);
    } catch (problem) {
      fill(this.status, problem.message);
    }
  }

  told(unread) {
    show(unread);
    this.all.disabled = unread === 0;
    fill(this.status, this.list.children.length === 0 ? 'Chưa có cảnh báo nào.'
      : unread === 0 ? 'Đã đọc hết.' : `${unread >= 100 ? 'Hơn 99' : unread} cảnh báo chưa đọc.`);
  }

  row(one) {
    const mark = !one.read && el('button', {
      type: 'button', class: 'tt-button', 'aria-label': `Đánh dấu đã đọc cảnh báo về hồ sơ ${one.number}`,
      onClick: () => this.read(row, one)
    }, 'Đã đọc');
    const number = one.card
      ? el('a', { class: 'tt-nowrap', target: '_blank', rel: 'noopener', href: `/ho-so/xem.html?so=${encodeURIComponent(one.number)}`,
        onClick: () => this.read(row, one) }, one.number)
      : el('span', { class: 'tt-nowrap' }, one.number);
    const row = el('li', { 'data-alert': one.id },
      el('div', null,
        el('span', { class: one.read ? null : 'tt-bell-unread' }, `${one.text}: `, number, !one.read && el('span', { class: 'tt-hidden' }, ' (chưa đọc)')),
        el('div', { class: 'tt-hint' }, `${one.unit}, ${instant(one.at)}`),
        one.card && el('div', null, one.card.procedure.title, ' ', clockChip(one.card.clock), one.card.end && ` Hạn ${instant(one.card.end)}`)),
      mark);
    return row;
  }

  async read(row, one) {
    if (one.read) return;
    try {
      await put(`/alerts/${one.id}/reading`);
      one.read = true;
      const fresh = this.row(one);
      const focused = row.contains(document.activeElement);
      row.replaceWith(fresh);
      if (focused) (fresh.querySelector('a') || this.all).focus();
      this.told((await get('/alerts/unread')).unread);
    } catch (problem) {
      fill(this.status, problem.message);
    }
  }

  async readAll() {
    try {
      await put('/alerts/reading', { upTo: this.newest });
      this.last = null;
      this.newest = null;
      fill(this.list);
      await this.load();
      this.dialog.querySelector('.tt-find-head button').focus();
    } catch (problem) {
      fill(this.status, problem.message);
    }
  }
}
