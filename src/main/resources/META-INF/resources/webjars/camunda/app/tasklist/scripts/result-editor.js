// The words of a paper: as an editor, as they are read, and as what changed. Everything is text; nothing becomes markup.

import { el, fill, section } from '/assets/dom.js';
import { get, post, query } from '/assets/api.js';

/**
 * What was typed and not saved, by person and paper: the tab is drawn anew whenever Tasklist likes, the browser may end,
 * and a step that comes back has it again. It stays in this browser until it is saved, a month at most, and is forgotten
 * with the forms when somebody else logs in.
 */
export const UNSAVED = 'thutuc-result:';
const MONTH = 30 * 24 * 3600 * 1000;
const unsaved = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(UNSAVED + key) || 'null');
    } catch {
      // A broken one is none.
      return null;
    }
  },
  set(key, typed) {
    try {
      localStorage.setItem(UNSAVED + key, JSON.stringify({ ...typed, at: Date.now() }));
    } catch {
      // The browser has no more room: the fields still hold it.
    }
  },
  delete: key => localStorage.removeItem(UNSAVED + key)
};

for (const key of Object.keys(localStorage).filter(one => one.startsWith(UNSAVED))) {
  const age = Date.now() - (unsaved.get(key.slice(UNSAVED.length))?.at ?? 0);
  if (age > MONTH) localStorage.removeItem(key);
}

const FIELDS = [
  { name: 'heading', label: 'Tên loại văn bản', hint: 'Để trống với công văn, văn bản trả lời.', rows: 1, maxLength: 500 },
  { name: 'subject', label: 'Trích yếu', rows: 1, maxLength: 1000 },
  {
    name: 'body', label: 'Nội dung', required: true, rows: 18, maxLength: 40000,
    hint: 'Mỗi dòng một đoạn. Đầu dòng “# ” là tiêu đề giữa trang, “- ” là gạch đầu dòng; “Điều 1.” tự in đậm.'
  },
  { name: 'recipients', label: 'Nơi nhận', hint: 'Mỗi dòng một nơi.', rows: 3, maxLength: 2000 },
  { name: 'signAs', label: 'Chức danh người ký', hint: 'Mỗi dòng một hàng, ví dụ KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC.', rows: 2, maxLength: 300 }
];

/** The editor. `saved(view)` is told of a new version, `shown(version)` shows one as it is printed. */
export function draftEditor(view, { path, key, saved, shown }) {
  const paper = view.paper;
  const kept = unsaved.get(key);
  let base = kept ? kept.base : paper.version;
  const start = kept ? kept.text : paper.text;
  const issuer = el('select', { id: 'tt-draft-issuer', name: 'issuer' }, view.issuers.map(unit =>
    el('option', { value: unit.id, selected: unit.id === start.issuer }, unit.name)));
  const areas = Object.fromEntries(FIELDS.map(field => [field.name, el('textarea', {
    id: `tt-draft-${field.name}`, name: field.name, rows: field.rows, maxlength: field.maxLength, required: field.required,
    'aria-describedby': field.hint && `tt-draft-${field.name}-hint`, class: field.name === 'body' && 'tt-draft-body'
  }, start[field.name])]));
  const note = el('input', { id: 'tt-draft-note', type: 'text', maxlength: 500, value: kept?.note });
  const alert = el('div', { role: 'alert' });
  const beside = el('div', { 'aria-live': 'polite' });

  const typed = () => ({
    issuer: issuer.value, ...Object.fromEntries(FIELDS.map(field => [field.name, areas[field.name].value]))
  });
  const dirty = () => FIELDS.some(field => areas[field.name].value.trim() !== paper.text[field.name])
    || issuer.value !== paper.text.issuer;
  const remember = () => {
    if (dirty()) unsaved.set(key, { base, text: typed(), note: note.value });
    else unsaved.delete(key);
  };
  const fillIn = text => {
    issuer.value = text.issuer;
    for (const field of FIELDS) areas[field.name].value = text[field.name];
  };

  async function save() {
    fill(alert);
    try {
      const next = await post(`${path}/versions`, { paper: paper.id, base, text: typed(), note: note.value });
      unsaved.delete(key);
      return next;
    } catch (problem) {
      remember();
      fill(alert, el('div', { class: 'tt-alert' }, problem.message));
      if (problem.code === 'paper-stale') await compare();
      else document.getElementById(`tt-draft-${problem.field}`)?.focus();
      return null;
    }
  }

  // Somebody saved meanwhile: what was typed stays, the newer version is shown beside it, and is the one to write over.
  async function compare() {
    const now = await get(`${path}${query({ result: paper.result })}`);
    const shownVersion = await get(`${path}/${paper.id}/versions/${now.paper.version}${query({ since: base })}`);
    fill(beside, section(`Bản ${now.paper.version} đã thay đổi so với bản ${base} anh/chị đang sửa`,
      changesOf(shownVersion.changes),
      el('div', { class: 'tt-actions' },
        el('button', {
          type: 'button', class: 'tt-button',
          onClick: () => { unsaved.delete(key); saved(now); }
        }, `Dùng bản ${now.paper.version}, bỏ nội dung đang nhập`))));
    base = now.paper.version;
    remember();
  }

  function button(label, act, primary) {
    const node = el('button', {
      type: 'button', class: `tt-button${primary ? ' tt-primary' : ''}`,
      onClick: async () => {
        node.disabled = true;
        try {
          await act();
        } finally {
          node.disabled = false;
        }
      }
    }, label);
    return node;
  }

  const form = el('div', { class: 'tt-draft-form', onInput: remember, onChange: remember },
    kept && el('p', { class: 'tt-note', role: 'status' }, 'Nội dung đang nhập chưa lưu được giữ lại dưới đây.'),
    el('div', { class: 'tt-field' }, el('label', { for: 'tt-draft-issuer' }, 'Đơn vị ban hành'), issuer),
    FIELDS.map(field => el('div', { class: 'tt-field' },
      el('label', { for: `tt-draft-${field.name}`, class: field.required && 'tt-required' }, field.label),
      areas[field.name],
      field.hint && el('span', { class: 'tt-hint', id: `tt-draft-${field.name}-hint` }, field.hint))),
    el('div', { class: 'tt-field' }, el('label', { for: 'tt-draft-note' }, 'Nội dung thay đổi của bản này'), note),
    alert, beside,
    el('div', { class: 'tt-actions' },
      button('Lưu bản mới', async () => {
        const next = await save();
        if (next) saved(next);
      }, true),
      button('Xem bản in', async () => {
        if (!dirty()) {
          shown(paper.version);
          return;
        }
        const next = await save();
        if (next) {
          saved(next);
          document.querySelector('.tt-drafting [data-print]')?.click();
        }
      }),
      button('Lấy lại nội dung từ mẫu', async () => {
        try {
          const fresh = await get(`${path}/template${query({ result: paper.result, issuer: issuer.value })}`);
          fillIn(fresh.text);
          remember();
          fill(alert, el('p', { class: 'tt-note' }, fresh.notice || 'Đã điền lại từ mẫu; chưa lưu.'));
        } catch (problem) {
          fill(alert, el('div', { class: 'tt-alert' }, problem.message));
        }
      })));
  form.querySelectorAll('.tt-actions button')[1]?.setAttribute('data-print', '');
  return form;
}

/** The words as they are read. */
export function sheetOf(text, issuers) {
  const issuer = issuers.find(unit => unit.id === text.issuer);
  return el('div', { class: 'tt-sheet' },
    issuer && el('p', { class: 'tt-hint' }, `Đơn vị ban hành: ${issuer.name}`),
    text.heading && el('p', { class: 'tt-sheet-heading' }, text.heading),
    text.subject && el('p', { class: 'tt-sheet-heading' }, text.subject),
    text.body.split('\n').filter(line => line.trim()).map(line => (line.startsWith('# ')
      ? el('p', { class: 'tt-sheet-heading' }, line.slice(2)) : el('p', null, line))),
    text.recipients && [el('p', null, el('em', null, 'Nơi nhận:')), text.recipients.split('\n').map(line => el('p', null, line))],
    el('p', { class: 'tt-sheet-heading' }, text.signAs.split('\n').join(' / ')));
}

/** What changed: words taken away are struck through, new ones are underlined. */
export function changesOf(lines) {
  if (!lines.some(line => line.changed)) return el('p', { class: 'tt-empty' }, 'Không có thay đổi.');
  return el('div', { class: 'tt-sheet' }, lines.map(line => el('p', { class: !line.changed && 'tt-same' },
    line.pieces.map(piece => (piece.mark === 'SAME' ? piece.text
      : el(piece.mark === 'ADDED' ? 'ins' : 'del', null, piece.text))))));
}
