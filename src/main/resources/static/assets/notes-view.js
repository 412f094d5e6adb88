// Notes between the officers of a dossier: the newest last, older ones on demand, one field to write.

import { el, fill } from './dom.js';
import { get, newRequest, post, put, query } from './api.js';
import { instant } from './format.js';

const LOOK_AGAIN = 20000;
/** What was typed and not yet written stays in this browser for whoever typed it; it is forgotten with the forms when somebody else logs in to Tasklist. */
export const DRAFT = 'thutuc-note:';

let ids = 0;

/** Draws the notes of a dossier into a box and keeps them up to date; `onRead(number)` when all were seen. */
export function notesView(box, number, onRead = () => {}) {
  new NotesView(box, number, onRead).start();
}

class NotesView {
  constructor(box, number, onRead) {
    this.box = box;
    this.number = number;
    this.onRead = onRead;
    this.path = `/dossiers/${encodeURIComponent(number)}/notes`;
    this.notes = [];
    this.more = false;
    this.list = el('ol', { class: 'tt-notes', 'aria-label': 'Các lời trao đổi, mới nhất ở cuối' });
    this.older = el('button', { class: 'tt-button', type: 'button', hidden: true, onclick: () => this.showOlder() }, 'Xem các lời trước');
    this.trouble = el('p', { class: 'tt-alert', role: 'alert', hidden: true });
    this.status = el('p', { class: 'tt-hidden', role: 'status' });
    this.writing = el('div');
  }

  async start() {
    fill(this.box,
      el('p', { class: 'tt-hint' },
        'Trao đổi nội bộ giữa cán bộ của các đơn vị xử lý hồ sơ; không gửi cho người nộp, không in ra, lãnh đạo đọc được trong hồ sơ. '
        + 'Lời đã gửi không sửa, không xóa được.'),
      this.trouble, this.older, this.list, this.status, this.writing);
    try {
      const page = await get(this.path);
      this.more = page.more;
      this.notes = page.notes;
      this.kept = `${DRAFT}${page.me}:${this.number}`;
      this.drawForm(page);
      this.draw();
      this.watch();
      this.timer = setInterval(() => this.lookAgain(), LOOK_AGAIN);
    } catch (problem) {
      this.fail(problem);
    }
  }

  fail(problem) {
    this.trouble.hidden = false;
    fill(this.trouble, problem.message);
  }

  draw() {
    this.older.hidden = !this.more;
    fill(this.list, this.notes.map(note => this.line(note)));
    if (this.notes.length === 0) fill(this.list, el('li', { class: 'tt-empty' }, 'Chưa có lời trao đổi nào.'));
  }

  line(note) {
    return el('li', { class: `tt-note-line${note.forMe ? ' tt-note-for-me' : ''}`, 'data-note': note.id },
      el('div', { class: 'tt-note-head' },
        el('strong', null, note.mine ? 'Tôi' : note.author), note.unit && el('span', { class: 'tt-by' }, note.unit),
        el('time', { datetime: note.at }, instant(note.at)),
        note.mention && el('span', { class: 'tt-chip tt-state' }, note.forMe ? 'Nhắc đến anh/chị' : `Nhắc ${note.mention}`),
        note.withdrawable && el('button', { class: 'tt-button tt-small', type: 'button', onclick: () => this.withdraw(note) }, 'Rút lời này')),
      note.text === null
        ? el('p', { class: 'tt-empty' }, 'Người viết đã rút lời này.')
        : el('p', { class: 'tt-note-text' }, note.text));
  }

  /** The newest page is read again: what was withdrawn meanwhile is seen as well. */
  async lookAgain() {
    if (!this.box.isConnected) {
      clearInterval(this.timer);
      return;
    }
    if (document.hidden) return;
    try {
      await this.readNewest();
    } catch {
      // The next look tries again; what is shown stays.
    }
  }

  async readNewest() {
    const page = await get(this.path);
    const first = page.notes[0]?.id ?? Infinity;
    const before = this.notes.filter(note => note.id < first);
    // Many came at once: what lies between is read by 'Xem các lời trước'.
    const gap = page.more && before.length > 0 && !this.notes.some(note => note.id >= first);
    const known = this.notes[this.notes.length - 1]?.id ?? 0;
    const next = gap ? page.notes : [...before, ...page.notes];
    if (JSON.stringify(next) === JSON.stringify(this.notes)) return;
    if (gap || before.length === 0) this.more = page.more;
    this.notes = next;
    this.draw();
    const fresh = page.notes.filter(note => note.id > known && !note.mine).length;
    if (fresh > 0) fill(this.status, `Có ${fresh} lời trao đổi mới.`);
    this.read();
  }

  async showOlder() {
    try {
      const page = await get(`${this.path}${query({ before: this.notes[0]?.id })}`);
      this.notes = [...page.notes, ...this.notes];
      this.more = page.more;
      this.draw();
      this.list.querySelector('li')?.scrollIntoView({ block: 'nearest' });
    } catch (problem) {
      this.fail(problem);
    }
  }

  /** Read is what came into sight: on a long page the notes lie far below. */
  watch() {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      this.inSight = true;
      this.read();
    }).observe(this.list);
  }

  async read() {
    if (!this.inSight) return;
    const newest = this.notes[this.notes.length - 1]?.id;
    if (!newest) return;
    try {
      await put(`${this.path}/reading`, { upTo: newest });
      this.onRead(this.number);
    } catch {
      // The number on the tab stays until the next look.
    }
  }

  async withdraw(note) {
    try {
      await post(`${this.path}/${note.id}/withdrawal`, {});
      fill(this.status, 'Đã rút lời trao đổi.');
      await this.readNewest();
    } catch (problem) {
      this.fail(problem);
    }
  }

  drawForm(page) {
    if (page.refusal) {
      fill(this.writing, el('p', { class: 'tt-note' }, page.refusal));
      return;
    }
    const id = `tt-note-${++ids}`;
    const text = el('textarea', { id, name: 'text', rows: 3, maxlength: page.longest, required: true, 'aria-describedby': `${id}-hint` });
    const people = el('datalist', { id: `${id}-people` });
    const mention = el('input', { id: `${id}-mention`, name: 'mention', list: `${id}-people`, autocomplete: 'off', maxlength: 64, onFocus: () => this.loadPeople(people) });
    const form = el('form', { class: 'tt-note-form', novalidate: true },
      el('div', { class: 'tt-field' },
        el('label', { for: id, class: 'tt-required' }, 'Lời trao đổi'), text,
        el('span', { class: 'tt-hint', id: `${id}-hint` }, `Tối đa ${page.longest} ký tự; rút lại được trong ${page.minutes} phút sau khi gửi.`)),
      el('div', { class: 'tt-field' },
        el('label', { for: `${id}-mention` }, 'Nhắc một đồng nghiệp (tài khoản, không bắt buộc)'), mention, people),
      el('div', { class: 'tt-act-alert', role: 'alert' }),
      el('div', { class: 'tt-actions' }, el('button', { class: 'tt-button tt-primary', type: 'submit' }, 'Gửi trao đổi')));
    this.keepDraft(form);
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.send(form);
    });
    fill(this.writing, form);
  }

  async loadPeople(list) {
    if (list.children.length > 0) return;
    try {
      fill(list, (await get(`${this.path}/colleagues`)).map(person =>
        el('option', { value: person.id }, `${person.name}${person.unit ? ` – ${person.unit}` : ''}`)));
    } catch {
      // The account can still be typed; the server says when it does not fit.
    }
  }

  /** What is being typed stays when the page is left or the login ends; the request's id stays with it. */
  keepDraft(form) {
    const { text, mention } = form.elements;
    try {
      const draft = JSON.parse(localStorage.getItem(this.kept) || 'null');
      if (draft) {
        text.value = draft.text;
        mention.value = draft.mention;
        this.request = draft.request;
      }
    } catch {
      // A broken draft is none.
    }
    this.request ||= newRequest();
    form.addEventListener('input', () => this.keep(form));
  }

  keep(form) {
    const { text, mention } = form.elements;
    if (text.value.trim()) {
      localStorage.setItem(this.kept, JSON.stringify({ text: text.value, mention: mention.value, request: this.request }));
    } else localStorage.removeItem(this.kept);
  }

  async send(form) {
    const button = form.querySelector('[type=submit]');
    if (button.disabled) return;
    button.disabled = true;
    const { text, mention } = form.elements;
    fill(form.querySelector('.tt-act-alert'));
    this.trouble.hidden = true;
    try {
      await post(this.path, { text: text.value, mention: mention.value.trim() || null, requestId: this.request });
      localStorage.removeItem(this.kept);
      this.request = newRequest();
      form.reset();
      fill(this.status, 'Đã gửi lời trao đổi.');
      await this.readNewest();
      text.focus();
    } catch (problem) {
      // What was typed stays in its field.
      fill(form.querySelector('.tt-act-alert'), el('div', { class: 'tt-alert' }, problem.message,
        problem.status === 401 && ' Nội dung anh/chị đã viết được giữ lại; hãy đăng nhập lại rồi gửi.'));
      if (problem.field && form.elements[problem.field]) form.elements[problem.field].focus();
      if (problem.code === 'request-used') {
        // What was sent before was written after all, its answer was lost: what stands in the field now is another note.
        this.request = newRequest();
        this.keep(form);
        await this.readNewest().catch(() => {});
      }
    } finally {
      button.disabled = false;
    }
  }
}
