// 'Tìm hồ sơ' in Tasklist's header: finds a dossier by number, name, telephone or id number, shows the lists by the
// clock with their numbers of dossiers, and leads from a dossier to its open tasks.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, post } from '/assets/api.js';
import { clockChip, stateChip } from '/assets/dossier-view.js';
import { scanned } from '/assets/scanned.js';

const SIZE = 10;
const amount = new Intl.NumberFormat('vi-VN');
let opened = null;

export const findDossier = {
  id: 'thutuc-find-dossier',
  pluginPoint: 'tasklist.navbar.action',
  priority: 210,
  render(node) {
    node.append(el('button', { type: 'button', class: 'tt-find-open', 'aria-haspopup': 'dialog', onClick: open },
      el('span', { class: 'glyphicon glyphicon-search', 'aria-hidden': 'true' }), ' Tìm hồ sơ'));
  }
};

function open() {
  opened?.close();
  opened = new Finder();
}

// Another person may log in without the page being loaded again: nothing of the last one stays.
for (const event of ['hashchange', 'thutuc:location']) {
  window.addEventListener(event, () => {
    if (window.location.hash.startsWith('#/login')) opened?.close();
  });
}

class Finder {
  constructor() {
    this.page = 0;
    this.list = null;
    this.running = null;
    this.words = el('input', {
      id: 'tt-find-words', type: 'search', autocomplete: 'off', maxlength: 200, class: 'tt-find-words'
    });
    this.lists = el('div', { class: 'tt-find-lists', role: 'group', 'aria-label': 'Danh sách theo thời hạn' });
    this.count = el('p', { class: 'tt-find-count', role: 'status' });
    this.results = el('div', { class: 'tt-find-results' });
    this.previous = this.turn('Trang trước', -1);
    this.next = this.turn('Trang sau', 1);
    this.dialog = el('dialog', { class: 'tt-find', 'aria-labelledby': 'tt-find-title' },
      el('div', { class: 'tt-find-head' },
        el('h2', { id: 'tt-find-title' }, 'Tìm hồ sơ'),
        el('button', { type: 'button', class: 'tt-button', onClick: () => this.close() }, 'Đóng')),
      el('form', { role: 'search', class: 'tt-find-form', onSubmit: event => this.submit(event) },
        el('label', { for: 'tt-find-words' }, 'Mã hồ sơ, họ tên hoặc tên tổ chức, số điện thoại, số giấy tờ (có dấu hay không dấu)'),
        el('div', { class: 'tt-find-line' }, this.words, el('button', { type: 'submit', class: 'tt-button tt-primary' }, 'Tìm'))),
      this.lists, this.count, this.results,
      el('div', { class: 'tt-find-line tt-find-paging' }, this.previous, this.next));
    this.dialog.addEventListener('close', () => this.gone());
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.words.focus();
    this.showLists();
  }

  close() {
    this.dialog.close();
  }

  gone() {
    this.running?.abort();
    this.dialog.remove();
    if (opened === this) opened = null;
  }

  turn(label, by) {
    return el('button', {
      type: 'button', class: 'tt-button', disabled: true,
      onClick: () => {
        this.page += by;
        this.search();
      }
    }, label);
  }

  async showLists() {
    try {
      const lists = await get('/work-lists');
      fill(this.lists, lists.map(one => el('button', {
        type: 'button', class: 'tt-find-list', 'data-list': one.code, 'aria-pressed': 'false', onClick: () => this.choose(one.code)
      }, `${one.label} `, el('strong', null, amount.format(one.dossiers)))));
    } catch (problem) {
      this.refuse(problem);
    }
  }

  choose(code) {
    this.list = this.list === code ? null : code;
    for (const button of this.lists.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.list === this.list));
    }
    this.page = 0;
    this.search();
  }

  submit(event) {
    event.preventDefault();
    this.page = 0;
    this.search();
  }

  async search() {
    const words = scanned(this.words.value.trim());
    this.running?.abort();
    if (!words && !this.list) {
      fill(this.results);
      fill(this.count, 'Gõ nội dung cần tìm hoặc chọn một danh sách.');
      this.words.focus();
      return;
    }
    this.running = new AbortController();
    try {
      // What is searched for may be a person's name: it travels in the body, never in an address.
      const found = await post('/dossiers/search', { q: words || null, list: this.list, page: this.page, size: SIZE }, this.running.signal);
      const tasks = found.items.length > 0
        ? await post('/work-lists/tasks', { numbers: found.items.map(item => item.number) }, this.running.signal)
        : [];
      this.show(found, tasks);
    } catch (problem) {
      if (problem.name !== 'AbortError') this.refuse(problem);
    }
  }

  show(found, tasks) {
    const pages = Math.max(1, Math.ceil(found.total / found.size));
    fill(this.count, found.total === 0 ? 'Không có hồ sơ nào phù hợp.'
      : `${found.more ? 'Hơn ' : ''}${amount.format(found.total)} hồ sơ${pages > 1 ? `, trang ${found.page + 1}` : ''}${
        found.more ? '. Hãy gõ thêm để thu hẹp.' : ''}`);
    fill(this.results, found.items.length > 0 && table('Hồ sơ tìm được', [
      { title: 'Mã hồ sơ', cell: item => el('a', { class: 'tt-nowrap', target: '_blank', rel: 'noopener', href: `/ho-so/xem.html?so=${encodeURIComponent(item.number)}` }, item.number) },
      { title: 'Chủ hồ sơ, thủ tục', cell: item => [el('strong', null, item.applicant), el('div', null, item.procedure?.title)] },
      { title: 'Tình trạng', cell: item => [stateChip(item.state), ' ', clockChip(item.clock), item.end && el('div', { class: 'tt-nowrap' }, `Hạn ${instant(item.end)}`)] },
      { title: 'Việc đang mở của anh/chị và đơn vị', cell: item => this.tasksOf(item.number, tasks) }
    ], found.items, ''));
    this.previous.disabled = found.page === 0;
    this.next.disabled = found.page + 1 >= pages;
  }

  tasksOf(number, tasks) {
    const open = tasks.filter(task => task.number === number);
    if (open.length === 0) return el('span', { class: 'tt-empty' }, 'Không có');
    return el('ul', { class: 'tt-find-tasks' }, open.map(task => el('li', null,
      el('a', { href: address(task.id), onClick: () => this.close() }, task.name),
      task.assignee ? ` (${task.assignee})` : ' (chưa ai nhận)')));
  }

  refuse(problem) {
    fill(this.results);
    fill(this.count, problem.message || String(problem));
  }
}

/** Tasklist's address of a task, with the filter and the order that are chosen now. */
function address(task) {
  const [path, search] = window.location.hash.split('?');
  const parameters = new URLSearchParams(search || '');
  parameters.set('task', task);
  return `${path || '#/'}?${parameters}`;
}
