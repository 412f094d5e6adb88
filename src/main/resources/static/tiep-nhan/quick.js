// Quick procedures at the desk: received, charged, registered and returned with one request.

import { el, fill, facts } from '/assets/dom.js';
import { amount } from '/assets/format.js';
import { get, newRequest, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once, whoAmI } from '/assets/page.js';
import { details, dossier, draw, sayWhatHappens } from './quick-form.js';
import { faults } from './form.js';
import { passOn, people, restore, takeOver, typed } from './drafts.js';
import { watchPerson } from './known-person.js';
import { receipt } from './quick-receipt.js';

const byId = id => document.getElementById(id);
const form = byId('form');
const PAUSE_MS = 120;
let procedures = [];
let sheet = null;
let officer = null;
// One id a sheet: sent again because an answer was lost, it is answered with the same dossier.
let id = null;
let due = null;
let counting = Promise.resolve();
let timer = null;
let taken = false;

// Which procedure and whose signature were last chosen at this desk: codes, nothing of an applicant.
const key = what => `tt-quick-${officer.id}-${what}`;
const remember = (what, value) => localStorage.setItem(key(what), value);
const remembered = what => localStorage.getItem(key(what));

/** Opens the sheet of a procedure; what is known of a person is filled in. */
async function open(code, known) {
  clearAlert();
  try {
    sheet = await get(`/quick/procedures/${encodeURIComponent(code)}`);
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  id = newRequest();
  taken = false;
  due = null;
  remember('procedure', code);
  draw(form, procedures, sheet, remembered('signer'), other => open(other, people(typed(form))));
  if (known) {
    restore(form, known);
    if (form.querySelector('#submitter:enabled')) form.querySelector('#submitter').closest('details').open = true;
  }
  fill(byId('book'), facts([['Sổ', sheet.bookTitle], ['Số tiếp theo', el('strong', { id: 'next' }, sheet.nextNumber)], ['Cơ quan', sheet.unitName]]),
    el('a', { href: '/tiep-nhan/so-giai-quyet-ngay.html' }, 'Xem sổ'));
  fill(byId('rules'), sheet.rules.length > 0
    ? el('ul', null, sheet.rules.map(rule => el('li', null, rule)))
    : el('p', { class: 'tt-empty' }, 'Dữ liệu thủ tục không ghi thêm.'));
  byId('quick').hidden = false;
  byId('receipt').hidden = true;
  count();
  form.elements[known ? 'subject' : 'owner.name'].focus();
  window.scrollTo(0, 0);
}

/** Asks the server for the fee of what is typed; resolves when the answer is there. */
function count() {
  clearTimeout(timer);
  timer = null;
  const asked = sheet;
  const value = name => form.elements[name]?.value;
  counting = get(`/quick/procedures/${encodeURIComponent(sheet.code)}/fee${query({ pages: value('pages'), copies: value('copies') })}`)
    .then(charge => {
      if (asked === sheet) showFee(charge);
    }, problem => {
      if (asked !== sheet) return;
      due = null;
      fill(byId('fee'), el('p', { class: 'tt-empty' }, problem.message));
    });
  return counting;
}

function showFee(charge) {
  due = charge.amount;
  const box = form.elements.fee;
  if (due !== null && !taken) box.value = String(due);
  fill(byId('fee'), due === null
    ? el('p', { class: 'tt-empty' }, 'Danh mục chưa ghi mức thu tính được cho thủ tục này.')
    : [el('p', { class: 'tt-fee' }, amount(due)),
      el('ul', null, charge.lines.map(line => el('li', null, `${line.title}: ${line.times} × ${amount(line.each)} = ${amount(line.amount)}`))),
      charge.capped && el('p', { class: 'tt-note' }, 'Đã tính theo mức tối đa một bản.')]);
  compareFee();
}

/** What was taken needs a reason when it is not what the facts give. */
function compareFee() {
  const differs = due !== null && form.elements.fee.value !== '' && Number(form.elements.fee.value) !== due;
  byId('fee-ground').hidden = !differs;
  form.elements.feeGround.required = differs;
}

form.addEventListener('input', event => {
  if (event.target.name === 'fee') {
    taken = event.target.value !== '';
    compareFee();
  } else if (['pages', 'copies'].includes(event.target.name)) {
    clearTimeout(timer);
    timer = setTimeout(count, PAUSE_MS);
  }
});

form.addEventListener('change', event => {
  if (event.target.name !== 'signer') return;
  sayWhatHappens(form);
  remember('signer', event.target.value);
});

// Enter sends from a box as well, which a browser leaves to the space bar.
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('input[type=checkbox], select')) {
    event.preventDefault();
    form.requestSubmit();
  }
});

form.addEventListener('submit', event => {
  event.preventDefault();
  once(byId('settle'), settle);
});

async function settle() {
  clearAlert();
  clearFieldErrors(form);
  // The fee that is sent is one the officer could read.
  await (timer ? count() : counting);
  const wrong = faults(form);
  if (!byId('quick-checked').checked) wrong.push(['checked', 'Chưa đánh dấu “Đã kiểm tra, đối chiếu giấy tờ”.']);
  if (wrong.length > 0) {
    const fields = wrong.map(([name, message]) => show(name, message)).filter(Boolean);
    fields[0]?.focus();
    return;
  }
  try {
    done(await post('/quick', { dossier: dossier(form, sheet, id), details: details(form) }));
  } catch (problem) {
    const target = problem.field && show(problem.field, problem.message);
    if (target) {
      target.focus();
    } else {
      alertProblem(problem);
      window.scrollTo(0, 0);
    }
  }
}

/** Ties a message to its field, which may be folded away. */
function show(name, message) {
  const named = [...form.elements].find(candidate => candidate.name === name);
  const folded = named?.closest('details');
  if (folded) folded.open = true;
  const target = fieldError(form, name, message);
  return target?.dataset.field === 'checked' ? byId('quick-checked') : target;
}

function done(result) {
  const person = people(typed(form));
  byId('quick').hidden = true;
  fill(byId('alert'), el('div', { class: 'tt-alert tt-done' },
    result.number
      ? ['Đã trả kết quả, ', result.book.toLowerCase(), ' số ', el('strong', { id: 'number' }, result.number), ' (hồ sơ ', result.dossier, ').']
      : ['Đã tiếp nhận hồ sơ ', el('strong', { id: 'number' }, result.dossier), ', đang chờ ký. Ký xong mở Sổ giải quyết ngay, mục Chờ ký, để ghi sổ và trả kết quả.'],
    el('div', { class: 'tt-actions' },
      el('button', { type: 'button', class: 'tt-button tt-primary', id: 'next-person', onClick: () => open(sheet.code) }, 'Người tiếp theo'),
      el('button', { type: 'button', class: 'tt-button', onClick: () => window.print() }, 'In phiếu'),
      el('button', { type: 'button', class: 'tt-button', onClick: () => open(sheet.code, person) }, 'Giấy tờ khác của người này'),
      el('button', { type: 'button', class: 'tt-button', onClick: () => ordinary(person) }, 'Thủ tục khác của người này'),
      el('a', { class: 'tt-button', href: `/ho-so/xem.html?so=${encodeURIComponent(result.dossier)}` }, 'Xem hồ sơ'))));
  fill(byId('receipt'), receipt(result));
  byId('receipt').hidden = false;
  window.scrollTo(0, 0);
  byId('next-person').focus();
}

/** Any other procedure of the same person: names are not typed again. */
async function ordinary(person) {
  try {
    location.assign(`/tiep-nhan/${await passOn(person)}`);
  } catch (problem) {
    alertProblem(problem);
  }
}

async function start() {
  const known = await takeOver();
  try {
    procedures = await get('/quick/procedures');
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  if (procedures.length === 0) {
    fill(byId('alert'), el('div', { class: 'tt-alert' },
      'Tài khoản này không giải quyết ngay được thủ tục nào: trang này dành cho cán bộ một cửa của cơ quan giải quyết. Hãy dùng ',
      el('a', { href: '/tiep-nhan/' }, 'Tiếp nhận hồ sơ'), '.'));
    return;
  }
  const wanted = new URLSearchParams(location.search).get('thu-tuc') || remembered('procedure');
  const found = procedures.find(one => one.code === wanted) || procedures[0];
  await open(found.code, known);
}

watchPerson(form);
officer = await whoAmI();
if (officer) start();
