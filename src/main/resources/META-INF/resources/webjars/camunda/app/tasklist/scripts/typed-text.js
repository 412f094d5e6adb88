// What an officer has typed into a task's form is not lost when the task is gone or the login has ended.
//
// Tasklist itself keeps the form in localStorage when the login ends, and gives it back when the same task is
// opened again. Two things are added: the kept forms are forgotten when somebody else logs in or one logs out,
// and when a form is not taken (somebody else has completed the task, the dossier was withdrawn) what was typed
// is shown to be copied, with what became of the task.

import { el, fill } from '/assets/dom.js';
import { get } from '/assets/api.js';
import { DRAFT as NOTE } from '/assets/notes-view.js';
import { UNSAVED as RESULT } from './result-editor.js';

const DRAFT = 'camunda-form:';
const WHOSE = 'thutuc-drafts-of';

function forgetDrafts() {
  for (let index = localStorage.length - 1; index >= 0; index--) {
    const key = localStorage.key(index);
    if ([DRAFT, NOTE, RESULT].some(prefix => key.startsWith(prefix))) localStorage.removeItem(key);
  }
}

/** Drafts belong to who typed them; the login's answer names who comes. */
function comes(person) {
  const before = localStorage.getItem(WHOSE);
  if (before !== null && before !== person) forgetDrafts();
  localStorage.setItem(WHOSE, person);
}

/** The typed fields of the form that is shown: [label, text]. */
function typed() {
  return [...document.querySelectorAll('.fjs-form input, .fjs-form textarea')]
    // The date picker's own year is nothing the officer has typed.
    .filter(field => !field.closest('.flatpickr-calendar') && field.type !== 'hidden' && field.type !== 'radio' && field.type !== 'checkbox' && field.value.trim())
    .map(field => [
      (field.labels?.[0]?.textContent || field.closest('.fjs-form-field')?.querySelector('label')?.textContent || '')
        .replace('*', '').trim(),
      field.value
    ]);
}

function show(message, fields) {
  document.getElementById('tt-typed')?.remove();
  const text = fields.map(([label, value]) => `${label}:\n${value}`).join('\n\n');
  const box = el('dialog', { id: 'tt-typed', class: 'tt-typed', 'aria-labelledby': 'tt-typed-title' },
    el('h2', { id: 'tt-typed-title', class: 'tt-heading' }, 'Biểu mẫu chưa được ghi'),
    el('p', { class: 'tt-note', role: 'alert' }, message),
    fields.length > 0 && [
      el('label', { for: 'tt-typed-text', class: 'tt-label' }, 'Nội dung anh/chị đã nhập (hãy sao lại nếu cần)'),
      el('textarea', { id: 'tt-typed-text', rows: 8, readonly: true }, text)
    ],
    el('div', { class: 'tt-actions' },
      fields.length > 0 && el('button', { class: 'tt-button', type: 'button', onclick: () => copy(box) }, 'Sao chép'),
      el('button', { class: 'tt-button tt-primary', type: 'button', onclick: () => box.remove() }, 'Đóng')));
  document.body.append(box);
  box.showModal();
}

function copy(box) {
  const area = box.querySelector('textarea');
  area.select();
  document.execCommand('copy');
  fill(box.querySelector('.tt-actions button'), 'Đã sao chép');
}

async function notTaken(taskId, refusal) {
  // Read before anything else: Tasklist takes the form away as soon as it learns that the task is gone.
  show(refusal || 'Việc này không còn, hoặc không thuộc đơn vị của anh/chị.', typed());
  try {
    const fate = await get(`/tasks/${encodeURIComponent(taskId)}/fate`);
    if (!fate.open || !refusal) fill(document.querySelector('#tt-typed .tt-note'), fate.text);
  } catch {
    // What was said first stays.
  }
}

const SUBMITTED = /\/task\/([^/?]+)\/(submit-form|complete)$/;
const SEEN = /\/task\/([^/?]+)$/;
const LOGGED_IN = /\/auth\/user\/[^/]+\/login\//;

let goneTold = null;

function answered(method, url, status, text) {
  const address = url.split('?')[0];
  const submitted = SUBMITTED.exec(address);
  if (submitted && method === 'POST' && status >= 400 && status !== 401) {
    goneTold = submitted[1];
    notTaken(submitted[1], messageOf(text));
  }
  if (submitted && method === 'POST' && status < 300) {
    document.dispatchEvent(new CustomEvent('thutuc:completed', { detail: submitted[1] }));
  }
  // Tasklist looks every ten seconds whether the task that is shown is still there.
  const seen = SEEN.exec(address);
  if (seen && method === 'GET' && status === 404 && goneTold !== seen[1] && typed().length > 0) {
    goneTold = seen[1];
    notTaken(seen[1], null);
  }
  if (LOGGED_IN.test(address) && status === 200) {
    try {
      comes(JSON.parse(text).userId);
    } catch {
      forgetDrafts();
    }
  }
  if (address.endsWith('/logout') && status < 400) forgetDrafts();
}

/** Our refusals are Vietnamese sentences behind the framework's own English words. */
function messageOf(text) {
  let message = null;
  try {
    message = JSON.parse(text).message;
  } catch {
    // Not JSON: a proxy's page.
  }
  const ours = message && /(?:^|: )(\p{Lu}[^:]*[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ].*)$/su.exec(message);
  return ours ? ours[1] : 'Máy chủ không nhận được biểu mẫu này.';
}

// Tasklist sends with XMLHttpRequest; its answers are only looked at.
const { open, send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function opened(method, url, ...rest) {
  this.thutuc = { method: method.toUpperCase(), url: String(url) };
  return open.call(this, method, url, ...rest);
};
XMLHttpRequest.prototype.send = function sent(...args) {
  this.addEventListener('load', () => {
    const text = this.responseType === '' || this.responseType === 'text' ? this.responseText : '';
    answered(this.thutuc.method, this.thutuc.url, this.status, text);
  });
  return send.apply(this, args);
};
