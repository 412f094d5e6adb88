// What has been typed and not received yet: kept on the server while the officer types, offered when the page opens.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { drop, get, newRequest, put } from '/assets/api.js';
import { unveil } from './papers.js';

const PAUSE_MS = 800;
const PEOPLE = /^(owner|submitter|authority|collector)\./;

/** The fields of the form as they stand, for a draft. */
export function typed(form) {
  const values = {};
  for (const input of form.elements) {
    if (!input.name || input.name === 'paper' || input.matches('fieldset:disabled *')) continue;
    if (input.type === 'radio' && !input.checked) continue;
    if (input.value) values[input.name] = input.value;
  }
  const papers = {};
  for (const row of form.querySelectorAll('tr[data-paper]')) {
    if (!row.querySelector('[name=paper]').checked) continue;
    papers[row.dataset.paper] = ['originals', 'copies'].map(kind => row.querySelector(`[data-kind=${kind}]`).value);
  }
  return { values, papers };
}

/** Only the people of a sheet: for the next procedure of the same person. */
export function people(fields) {
  return { values: Object.fromEntries(Object.entries(fields.values).filter(([name]) => PEOPLE.test(name))), papers: {} };
}

/**
 * Leaves the people of a sheet for another page of the desk: as a draft on the server, because an address may be read by
 * others and a shared machine keeps what a page stores. Resolves to the part of the address the other page takes.
 */
export async function passOn(fields) {
  const known = people(fields);
  if (!isWorthKeeping(known)) return '';
  const id = newRequest();
  await put(`/reception/drafts/${id}`, { procedure: null, fields: known });
  return `#nguoi=${id}`;
}

/** The people another page has left for this one, once; null when it has left nobody. */
export async function takeOver() {
  const id = new URLSearchParams(location.hash.slice(1)).get('nguoi');
  if (!id) return null;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const draft = await get(`/reception/drafts/${encodeURIComponent(id)}`);
    await drop(`/reception/drafts/${encodeURIComponent(id)}`);
    return draft.fields;
  } catch {
    // Gone or another's: the officer types the name.
    return null;
  }
}

/** Puts a draft back; what the procedure no longer asks for is left out. */
export function restore(form, fields) {
  const names = Object.keys(fields.values || {});
  for (const box of form.querySelectorAll('.tt-optional [aria-controls]')) {
    const inner = form.querySelector(`#${box.getAttribute('aria-controls')}`);
    const isUsed = [...inner.querySelectorAll('[name]')].some(input => names.includes(input.name));
    if (isUsed !== box.checked) box.click();
  }
  for (const [name, value] of Object.entries(fields.values || {})) {
    const found = [...form.elements].filter(input => input.name === name);
    for (const input of found) {
      if (input.type === 'radio') {
        if (input.value === value && !input.checked) input.click();
      } else if (input.tagName !== 'SELECT' || [...input.options].some(option => option.value === value)) {
        input.value = value;
      }
    }
  }
  for (const [key, counts] of Object.entries(fields.papers || {})) {
    const row = [...form.querySelectorAll('tr[data-paper]')].find(candidate => candidate.dataset.paper === key);
    if (!row) continue;
    unveil(form, key);
    row.querySelector('[name=paper]').checked = true;
    ['originals', 'copies'].forEach((kind, at) => { row.querySelector(`[data-kind=${kind}]`).value = counts[at]; });
  }
}

/** Whether anybody is named or a paper marked: an untouched sheet is no draft. */
function isWorthKeeping(fields) {
  return Object.keys(fields.papers).length > 0
    || Object.keys(fields.values).some(name => PEOPLE.test(name) && name !== 'owner.kind');
}

/** Saves a sheet while it is typed; says in `status` when it last did, or why it does not. */
export function keeper(form, status) {
  let sheet = null;
  let procedure = null;
  let timer = null;
  let running = Promise.resolve();

  async function save(id, code, fields) {
    if (!isWorthKeeping(fields)) return;
    try {
      await put(`/reception/drafts/${id}`, { procedure: code, fields });
      fill(status, `Đã lưu nháp lúc ${new Date().toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}.`);
    } catch (problem) {
      fill(status, `Chưa lưu được nháp: ${problem.message}`);
    }
  }

  /** What is typed now goes out after what is on its way. */
  function send() {
    clearTimeout(timer);
    timer = null;
    if (!sheet) return;
    const now = [sheet, procedure, typed(form)];
    running = running.then(() => save(...now));
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE_MS);
  });

  return {
    /** Begins a sheet; `id` goes on with a draft. */
    begin(code, id) {
      sheet = id || newRequest();
      procedure = code;
      fill(status);
    },
    /** Leaves the sheet as it stands; resolves when it is saved. */
    leave() {
      if (timer) send();
      sheet = null;
      return running;
    },
    /** Nothing more is saved; resolves when nothing is on its way, so that a reception is the last word. */
    settled() {
      clearTimeout(timer);
      timer = null;
      return running;
    },
    get sheet() { return sheet; }
  };
}

/** Lists the officer's drafts in `box`, which is not there without any; `go(draft)` opens one. */
export async function offer(box, go, failed) {
  let drafts;
  try {
    drafts = await get('/reception/drafts');
  } catch (problem) {
    box.hidden = true;
    failed(problem);
    return;
  }
  const row = draft => {
    const owner = draft.fields.values?.['owner.name'] || 'chưa ghi tên chủ hồ sơ';
    return el('li', { class: 'tt-draft' },
      el('span', null, el('strong', null, owner), ' · ', draft.title || draft.procedure || 'thủ tục không còn áp dụng',
        el('span', { class: 'tt-hint' }, `Lưu lúc ${instant(draft.savedAt)}`)),
      el('span', { class: 'tt-actions' },
        el('button', { type: 'button', class: 'tt-button', 'aria-label': `Tiếp tục bản nháp của ${owner}`, onClick: () => go(draft) }, 'Tiếp tục'),
        el('button', { type: 'button', class: 'tt-button', 'aria-label': `Xóa bản nháp của ${owner}`, onClick: event => remove(event.target, draft) }, 'Xóa')));
  };
  // One click asks, the second throws away: a draft cannot be had back.
  async function remove(button, draft) {
    if (button.dataset.asked !== 'yes') {
      button.dataset.asked = 'yes';
      button.textContent = 'Xóa hẳn?';
      return;
    }
    try {
      await drop(`/reception/drafts/${draft.id}`);
      await offer(box, go, failed);
    } catch (problem) {
      failed(problem);
    }
  }
  box.hidden = drafts.length === 0;
  fill(box, el('h2', null, `Bản nháp chưa tiếp nhận (${drafts.length})`),
    el('p', { class: 'tt-hint' }, 'Chỉ anh/chị thấy; tự xóa sau 7 ngày kể từ lần lưu cuối.'),
    el('ul', { class: 'tt-drafts' }, drafts.map(row)));
}
