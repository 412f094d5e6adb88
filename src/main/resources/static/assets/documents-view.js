// The papers of a dossier with their files: add by dragging or by button, look at, replace, remove, mark.

import { el, fill, section } from './dom.js';
import { drop, get, post, put, query, sendFile } from './api.js';
import { instant } from './format.js';
import { preview } from './preview.js';

const MARKS = [
  ['CHECKED', 'Đã kiểm tra'],
  ['DIGITISED', 'Đã số hóa'],
  ['REUSED', 'Tái sử dụng']
];

let ids = 0;

/** Draws the papers of a dossier into a box and keeps them up to date. */
export function documentsView(box, number) {
  const address = `/dossiers/${encodeURIComponent(number)}/documents`;
  const status = el('p', { class: 'tt-doc-status', role: 'status' });
  const trouble = el('p', { class: 'tt-alert', role: 'alert', hidden: true });
  const body = el('div', null, 'Đang tải…');
  const view = { address, list: null, parts: new Map(), keep: null, say, fail, show, reload };
  fill(box, status, trouble, body);
  reload();

  function say(text) {
    trouble.hidden = true;
    fill(status, text);
  }

  function fail(problem) {
    if (problem.name === 'AbortError') return;
    fill(status);
    trouble.hidden = false;
    fill(trouble, problem.message);
  }

  function show(list) {
    const focused = (body.contains(document.activeElement) ? document.activeElement : null)?.dataset?.keep ?? view.keep;
    view.keep = null;
    view.list = list;
    fill(body, parts(view));
    if (focused) body.querySelector(`[data-keep="${CSS.escape(focused)}"]`)?.focus();
  }

  async function reload() {
    try {
      show(await get(address));
    } catch (problem) {
      if (!view.list) fill(body);
      fail(problem);
    }
  }
}

function parts(view) {
  const { list } = view;
  const withFile = list.papers.filter(paper => paper.files.length > 0).length;
  return [
    section('Thành phần hồ sơ',
      el('p', { class: 'tt-hint' },
        `${withFile}/${list.papers.length} giấy tờ đã có tệp. Nhận ${list.limits.types}; mỗi tệp tối đa ${size(list.limits.maxBytes)}, `
        + `mỗi hồ sơ tối đa ${list.limits.maxFiles} tệp (đang có ${list.limits.files}).`),
      !list.limits.scanned && el('p', { class: 'tt-note' },
        'Hệ thống chưa cấu hình phần mềm quét vi-rút: các tệp ở trạng thái “Chưa quét vi-rút”.'),
      !list.workable && el('p', { class: 'tt-note' },
        'Anh/chị chỉ xem được giấy tờ của hồ sơ này (hồ sơ đã kết thúc hoặc tài khoản chỉ được xem).'),
      list.papers.length === 0 && el('p', { class: 'tt-empty' }, 'Thủ tục không quy định thành phần hồ sơ.'),
      list.papers.map((paper, index) => paperBox(view, paper, index + 1))),
    section('Giấy tờ khác', paperBox(view, {
      key: null, title: 'Giấy tờ không có trong thành phần hồ sơ', marks: null, files: list.others
    }))
  ];
}

// --- one paper ---------------------------------------------------------------------------------------

function paperBox(view, paper, ordinal) {
  const heading = `tt-paper-${++ids}`;
  const running = lasting(view, `running-${paper.key}`, 'tt-doc-running');
  const box = el('article', { class: 'tt-paper', 'aria-labelledby': heading },
    el('h3', { class: 'tt-paper-title', id: heading }, ordinal && `${ordinal}. `, paper.title),
    paper.condition && el('p', { class: 'tt-hint' }, `Khi: ${paper.condition}`),
    paper.marks && el('p', { class: 'tt-hint' }, counts(paper)),
    paper.files.length > 0 && el('ul', { class: 'tt-files' }, paper.files.map(file => fileRow(view, file, running))),
    running,
    view.list.workable && adding(view, paper, running),
    paper.marks && marking(view, paper));
  if (view.list.workable) takesDrops(box, files => uploadAll(view, paper, files, running));
  return box;
}

/**
 * A part that outlives the drawing: a mark or an upload that ends draws everything anew, and what is going on or opened
 * elsewhere in that moment stays.
 */
function lasting(view, key, look = 'tt-doc-below') {
  const part = view.parts.get(key) ?? el('div', { class: look });
  view.parts.set(key, part);
  return part;
}

function counts(paper) {
  const wanted = [paper.originals && `${paper.originals} bản chính`, paper.copies && `${paper.copies} bản sao`].filter(Boolean).join(', ');
  const received = [paper.originalsReceived && `${paper.originalsReceived} bản chính`, paper.copiesReceived && `${paper.copiesReceived} bản sao`]
    .filter(Boolean).join(', ');
  return [wanted ? `Yêu cầu: ${wanted}. ` : 'Không yêu cầu bản giấy. ', received ? `Bộ phận Một cửa đã nhận: ${received}.` : 'Chưa ghi nhận bản giấy.'];
}

function adding(view, paper, running) {
  const input = el('input', {
    type: 'file', multiple: true, hidden: true, accept: view.list.limits.accept, 'aria-label': `Chọn tệp cho: ${paper.title}`,
    onChange: event => {
      uploadAll(view, paper, [...event.target.files], running);
      event.target.value = '';
    }
  });
  return el('p', { class: 'tt-doc-add' },
    input,
    el('button', {
      type: 'button', class: 'tt-button', 'data-keep': `add-${paper.key}`, 'aria-label': `Thêm tệp cho: ${paper.title}`, onClick: () => input.click()
    }, 'Thêm tệp'),
    el('span', { class: 'tt-hint tt-doc-drop' }, 'hoặc kéo tệp thả vào đây'));
}

/** Files dropped on the box are taken; the browser would open them instead. */
function takesDrops(box, take) {
  let depth = 0;
  const holdsFiles = event => [...event.dataTransfer.types].includes('Files');
  const lit = on => box.classList.toggle('tt-dropping', on);
  box.addEventListener('dragenter', event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth++;
    lit(true);
  });
  box.addEventListener('dragover', event => {
    if (holdsFiles(event)) event.preventDefault();
  });
  box.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) lit(false);
  });
  box.addEventListener('drop', event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    lit(false);
    take([...event.dataTransfer.files]);
  });
}

// --- uploading ---------------------------------------------------------------------------------------

async function uploadAll(view, paper, files, running) {
  const path = view.address + query({ paper: paper.key });
  const taken = [];
  const refused = [];
  for (const file of files) {
    try {
      await upload(view, path, file, running);
      taken.push(file.name);
    } catch (problem) {
      if (problem.name !== 'AbortError') refused.push(problem.message);
    }
  }
  await tell(view, taken, refused, 'Đã tải lên');
}

async function replaceBy(view, file, chosen, running) {
  const refused = [];
  const taken = [];
  try {
    await upload(view, `${view.address}/${file.id}/versions`, chosen, running);
    taken.push(chosen.name);
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    refused.push(problem.message);
  }
  await tell(view, taken, refused, 'Đã thay bằng phiên bản mới');
}

async function tell(view, taken, refused, words) {
  await view.reload();
  if (taken.length > 0) view.say(`${words}: ${taken.join('; ')}.`);
  if (refused.length > 0) view.fail({ message: refused.join(' ') });
}

/** One upload with its progress; what is too large is not even begun. */
async function upload(view, path, file, running) {
  const most = view.list.limits.maxBytes;
  if (file.size > most) {
    throw new Error(`Tệp “${file.name}” lớn ${size(file.size)}, chỉ được tối đa ${size(most)}. Hãy quét lại ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.`);
  }
  const breakOff = new AbortController();
  const id = `tt-up-${++ids}`;
  const bar = el('progress', { id, max: 1, value: 0 });
  const row = el('p', { class: 'tt-doc-progress' },
    el('label', { for: id }, `Đang tải lên ${file.name}`), bar,
    el('button', { type: 'button', class: 'tt-link', onClick: () => breakOff.abort() }, 'Hủy'));
  running.append(row);
  try {
    return await sendFile(path, file, { signal: breakOff.signal, onProgress: share => { bar.value = share; } });
  } finally {
    row.remove();
  }
}

// --- one file ----------------------------------------------------------------------------------------

function fileRow(view, file, running) {
  const below = lasting(view, `file-${file.id}`);
  return el('li', { class: 'tt-file' },
    el('div', { class: 'tt-file-line' },
      el('strong', { class: 'tt-file-name' }, file.name),
      el('span', { class: `tt-chip ${file.scan === 'CLEAN' ? 'tt-clock-in-time' : 'tt-clock-near'}` }, file.scanLabel),
      el('span', { class: 'tt-hint' }, about(file))),
    el('div', { class: 'tt-file-acts' },
      file.shown && showing(view, file, below),
      download(view, file),
      view.list.workable && replacing(view, file, running),
      file.removable && view.list.workable
        && button('Xóa', `Xóa tệp ${file.name}`, `remove-${file.id}`, () => toggle(below, () => removal(view, file, below))),
      expunging(view, file, below)),
    below,
    file.older.length > 0 && el('details', { class: 'tt-older' },
      el('summary', null, `Phiên bản trước (${file.older.length})`),
      el('ul', { class: 'tt-files' }, file.older.map(old => olderRow(view, old)))));
}

function olderRow(view, old) {
  const below = lasting(view, `file-${old.id}`);
  return el('li', { class: 'tt-file' },
    el('div', { class: 'tt-file-line' },
      el('span', { class: 'tt-file-name' }, old.name), el('span', { class: 'tt-hint' }, about(old))),
    el('div', { class: 'tt-file-acts' }, old.shown && showing(view, old, below), download(view, old), expunging(view, old, below)),
    below);
}

function showing(view, file, below) {
  const open = button('Xem', `Xem tệp ${file.name}, phiên bản ${file.version}`, `show-${file.id}`, () => {
    if (below.firstChild) {
      close();
    } else {
      fill(below, preview(view.address, file, close));
      below.querySelector('.tt-stage').focus({ preventScroll: true });
      below.scrollIntoView({ block: 'start' });
    }
  });
  function close() {
    below.replaceChildren();
    (open.isConnected ? open : document.querySelector(`[data-keep="${open.dataset.keep}"]`))?.focus();
  }
  return open;
}

function download(view, file) {
  return el('a', {
    class: 'tt-button tt-small', href: `/api${view.address}/${file.id}/content`, download: file.name,
    'aria-label': `Tải về tệp ${file.name}, phiên bản ${file.version}`
  }, 'Tải về');
}

function button(text, label, keep, act) {
  return el('button', { type: 'button', class: 'tt-button tt-small', 'aria-label': label, 'data-keep': keep, onClick: act }, text);
}

function toggle(below, make) {
  if (below.firstChild) below.replaceChildren();
  else fill(below, make());
}

function about(file) {
  return [`${file.label}, ${size(file.size)}`, file.version > 1 && `phiên bản ${file.version}`, instant(file.uploadedAt), file.person]
    .filter(Boolean).join(' · ');
}

function replacing(view, file, running) {
  const input = el('input', {
    type: 'file', hidden: true, accept: view.list.limits.accept, 'aria-label': `Chọn phiên bản mới của ${file.name}`,
    onChange: event => {
      const [chosen] = event.target.files;
      event.target.value = '';
      if (chosen) replaceBy(view, file, chosen, running);
    }
  });
  return [input, button('Thay bản mới', `Thay ${file.name} bằng phiên bản mới`, `replace-${file.id}`, () => input.click())];
}

/** For administrators: a file that should never have been here goes for good, though others have opened it. */
function expunging(view, file, below) {
  return file.expungeable && button('Xóa tệp tải nhầm', `Xóa hẳn tệp tải nhầm ${file.name}, phiên bản ${file.version}`, `expunge-${file.id}`,
    () => toggle(below, () => removal(view, file, below, 'expunging')));
}

function removal(view, file, below, act = 'removal') {
  const id = `tt-reason-${++ids}`;
  const input = el('input', { id, type: 'text', maxlength: 2000, required: true, class: 'tt-doc-input', 'data-keep': `reason-${file.id}` });
  return el('form', {
    class: 'tt-doc-form',
    onSubmit: async event => {
      event.preventDefault();
      try {
        view.show(await post(`${view.address}/${file.id}/${act}`, { reason: input.value }));
        view.say(`Đã xóa tệp ${file.name}.`);
      } catch (problem) {
        view.fail(problem);
      }
    }
  },
  act === 'expunging' && el('p', { class: 'tt-note' }, 'Nội dung tệp mất hẳn; nhật ký giữ lại người xóa, thời điểm, lý do và mã băm của tệp.'),
  el('label', { for: id }, 'Lý do xóa tệp'), input,
  el('button', { type: 'submit', class: 'tt-button tt-small' }, 'Xóa tệp'),
  el('button', { type: 'button', class: 'tt-button tt-small', onClick: () => below.replaceChildren() }, 'Thôi'));
}

// --- marks -------------------------------------------------------------------------------------------

function marking(view, paper) {
  const source = lasting(view, `source-${paper.key}`);
  return [
    el('div', { class: 'tt-marks', role: 'group', 'aria-label': `Ghi nhận: ${paper.title}` },
      MARKS.map(([mark, label]) => markBox(view, paper, mark, label, source))),
    source
  ];
}

function markBox(view, paper, mark, label, source) {
  const set = paper.marks.find(one => one.mark === mark);
  const id = `tt-mark-${++ids}`;
  const box = el('input', {
    id, type: 'checkbox', checked: Boolean(set), disabled: !view.list.workable, 'data-keep': `mark-${paper.key}-${mark}`,
    onChange: async event => {
      const on = event.target.checked;
      if (on && mark === 'REUSED') {
        // Not yet: where it comes from has to be said first.
        box.checked = false;
        fill(source, sourceForm(view, paper, source));
        source.querySelector('input').focus();
        return;
      }
      view.keep = box.dataset.keep;
      box.disabled = true;
      if (!await setMark(view, paper, mark, label, on, null)) {
        box.disabled = false;
        box.checked = !on;
        box.focus();
      }
    }
  });
  return el('span', { class: 'tt-mark-box' },
    box,
    el('label', { for: id }, label),
    set && el('span', { class: 'tt-hint' }, `${[set.source, set.person, instant(set.at)].filter(Boolean).join(' · ')}`));
}

async function setMark(view, paper, mark, label, on, source) {
  const path = `${view.address}/papers/${encodeURIComponent(paper.key)}/marks/${mark}`;
  try {
    view.show(await (on ? put(path, { source }) : drop(path)));
    view.say(on ? `${label}: ${paper.title}.` : `Đã bỏ “${label}”: ${paper.title}.`);
    return true;
  } catch (problem) {
    view.fail(problem);
    return false;
  }
}

function sourceForm(view, paper, place) {
  const id = `tt-source-${++ids}`;
  const input = el('input', { id, type: 'text', maxlength: 300, required: true, class: 'tt-doc-input', 'data-keep': `source-${paper.key}` });
  return el('form', {
    class: 'tt-doc-form',
    onSubmit: async event => {
      event.preventDefault();
      if (!await setMark(view, paper, 'REUSED', 'Tái sử dụng', true, input.value)) return;
      place.replaceChildren();
      document.querySelector(`[data-keep="${CSS.escape(`mark-${paper.key}-REUSED`)}"]`)?.focus();
    }
  },
  el('label', { for: id }, 'Tái sử dụng từ (mã hồ sơ trước hoặc tên cơ sở dữ liệu)'), input,
  el('button', { type: 'submit', class: 'tt-button tt-small' }, 'Ghi nhận'),
  el('button', { type: 'button', class: 'tt-button tt-small', onClick: () => place.replaceChildren() }, 'Thôi'));
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} byte`;
  const unit = bytes < 1024 * 1024 ? ['KB', 1024] : ['MB', 1024 * 1024];
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(bytes / unit[1])} ${unit[0]}`;
}
