// One list: scanned by the unit that gives, sent, printed, and confirmed once by the unit that takes.

import { el, facts, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { drop, get, newRequest, post } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';
import { announce } from '/assets/act-form.js';
import { age, BATCH_STATES, dossierLink, lineChip } from './words.js';
import { lineActs } from './acts.js';
import { scanner } from './scan.js';

const byId = id => document.getElementById(id);
const id = Number(new URLSearchParams(window.location.search).get('ds'));
const path = `/handovers/${id}`;
const pdf = `/api${path}/pdf`;
let batch = null;
let lines = [];
let scans = null;
let sending = false;
// Of one visit: sent again after a lost answer it confirms nothing twice.
const request = newRequest();
// Ids of lines without a tick: the list is drawn anew when somebody else has changed it, and nobody would look through
// two hundred boxes again.
const unticked = new Set();
// Ids of lines that were scanned out of the bag.
const scanned = new Set();

async function load() {
  ({ batch, lines } = await get(path));
  show();
}

function show() {
  const confirming = batch.state === 'SENT' && batch.mayTake;
  const making = batch.state === 'DRAFT' && batch.mayGive;
  const dropping = batch.state === 'DRAFT' && batch.mayTakeBack;
  fill(byId('title'), batch.code ? `Danh sách bàn giao ${batch.code}` : 'Danh sách bàn giao đang lập');
  fill(byId('facts'), facts([
    ['Bên giao', batch.from.name],
    ['Bên nhận', batch.to.name],
    ['Tình trạng', BATCH_STATES[batch.state]],
    ['Người lập', !batch.sentBy && `${batch.openedBy}, ${instant(batch.openedAt)}`],
    ['Người giao', batch.sentBy && `${batch.sentBy}, ${instant(batch.sentAt)} (${age(batch.days)})`],
    ['Người xác nhận', batch.confirmedBy && `${batch.confirmedBy}, ${instant(batch.confirmedAt)}`],
    ['Kết quả', batch.confirmedBy && `đã nhận ${batch.received} trên ${batch.lines} hồ sơ`]
  ]));
  fill(byId('actions'), making && sendButton(), dropping && dropButton(),
    batch.code && el('a', { class: 'tt-button', href: pdf, target: '_blank', rel: 'noopener' }, 'In danh sách (PDF)'));
  byId('scan-form').hidden = !making && !confirming;
  byId('choose').hidden = !confirming;
  byId('confirm').hidden = !confirming;
  drawLines(confirming, making);
  if (confirming) confirmParts();
  for (const box of boxes()) box.closest('tr').classList.toggle('tt-scanned', scanned.has(Number(box.value)));
}

function drawLines(confirming, making) {
  fill(byId('lines'), table('Hồ sơ trong danh sách', [
    confirming && { title: 'Đã nhận', cell: line => line.state === 'SENT' && el('input', {
      type: 'checkbox', name: 'line', value: line.id, checked: !unticked.has(line.id), onchange: event => tick(event.target, event.target.checked),
      'aria-label': `Đã nhận hồ sơ ${line.number}` }) },
    { title: 'STT', cell: line => line.ordinal, numeric: true },
    { title: 'Mã hồ sơ', cell: line => dossierLink(line.number) },
    { title: 'Thủ tục', cell: line => line.procedure },
    { title: 'Chủ hồ sơ', cell: line => line.applicant },
    { title: 'Trạng thái hồ sơ', cell: line => line.dossierState },
    { title: 'Hẹn trả', cell: line => instant(line.appointment) },
    !making && { title: 'Bàn giao', cell: line => [lineChip(line),
      line.decidedBy && el('span', { class: 'tt-hint' }, `${line.decidedBy}, ${instant(line.decidedAt)}`),
      line.reason && el('span', { class: 'tt-hint' }, line.reason)] },
    making && { title: 'Bỏ', cell: line => el('button', {
      type: 'button', class: 'tt-button', 'aria-label': `Bỏ hồ sơ ${line.number} khỏi danh sách`, onclick: () => remove(line)
    }, 'Bỏ') },
    !making && lines.some(line => line.mayGive || line.mayTake && line.state === 'MISSING')
      && { title: 'Xử lý', cell: line => lineActs(line, load) }
  ].filter(Boolean), lines, 'Chưa có hồ sơ nào. Hãy quét mã QR trên giấy tiếp nhận.'));
}

// ---- the unit that gives --------------------------------------------------------------------

function sendButton() {
  return el('button', {
    type: 'button', class: 'tt-button tt-primary', id: 'send', disabled: sending || lines.length === 0, onclick: sendAndPrint
  }, `Gửi và in danh sách (${lines.length} hồ sơ)`);
}

function dropButton() {
  const away = el('button', { type: 'button', class: 'tt-button', onclick: () => once(away, dropAll) }, 'Bỏ danh sách này');
  return away;
}

async function added(text) {
  const answer = await post(`${path}/lines`, { number: text });
  clearAlert();
  if (answer.again) return `Đã có trong danh sách: ${answer.line.number}, ${answer.line.applicant}`;
  // The list is not read again for every scan: who reads one is logged.
  lines.push(answer.line);
  show();
  return `${answer.line.ordinal}. ${answer.line.number}: ${answer.line.applicant}, ${answer.line.procedure}`;
}

async function remove(line) {
  clearAlert();
  try {
    await drop(`${path}/lines/${line.id}`);
    await load();
    announce(`Đã bỏ hồ sơ ${line.number} khỏi danh sách.`);
  } catch (problem) {
    alertProblem(problem);
  }
  byId('scan').focus();
}

// The tab is opened at the click: later the browser would take it for a pop-up. What was scanned before the click goes
// with the list; the server compares how many dossiers the page shows with how many it has.
async function sendAndPrint() {
  if (sending) return;
  sending = true;
  byId('send').disabled = true;
  clearAlert();
  const tab = window.open('', '_blank');
  const refusedBefore = scans.refusals();
  try {
    if (await scans.settled() > refusedBefore) {
      throw new Error('Chưa gửi: có mã vừa quét không đưa được vào danh sách. Hãy xem lời báo bên dưới rồi gửi lại.');
    }
    await post(`${path}/sending`, { lines: lines.length });
    if (tab) tab.location.replace(pdf);
    await load();
    announce(`Đã gửi danh sách ${batch.code}.`);
  } catch (problem) {
    tab?.close();
    await shownAnew(problem);
  } finally {
    sending = false;
    if (byId('send')) byId('send').disabled = lines.length === 0;
  }
}

/** Shows what was refused; where somebody else has changed the list, what stands now is shown below the words. */
async function shownAnew(problem) {
  alertProblem(problem);
  window.scrollTo(0, 0);
  if (problem.status !== 409) return;
  try {
    await load();
  } catch {
    // The refusal is still to be read; the list as it was is better than none.
  }
}

async function dropAll() {
  clearAlert();
  try {
    await drop(path);
    window.location.assign('/ban-giao/');
  } catch (problem) {
    alertProblem(problem);
  }
}

// ---- the unit that takes --------------------------------------------------------------------

const boxes = () => [...byId('lines').querySelectorAll('[name=line]')];

function confirmParts() {
  const all = checked => el('button', {
    type: 'button', class: 'tt-button',
    onclick: () => { for (const box of boxes()) tick(box, checked); byId('scan').focus(); }
  }, checked ? 'Chọn tất cả' : 'Bỏ chọn tất cả');
  fill(byId('choose'), all(true), all(false));
  fill(byId('scan-label'), 'Đối chiếu bằng máy quét: quét mã hồ sơ để đánh dấu (không bắt buộc)');
  const button = el('button', { type: 'button', class: 'tt-button tt-primary', id: 'confirm-button', onclick: () => once(button, confirm) });
  fill(byId('confirm'), el('div', { class: 'tt-confirm' }, button, el('span', { id: 'left', role: 'status' })));
  count();
}

/** Ticks or unticks a line, here and for when the list is drawn anew. */
function tick(box, checked) {
  box.checked = checked;
  if (checked) unticked.delete(Number(box.value));
  else unticked.add(Number(box.value));
  count();
}

function count() {
  const every = boxes();
  const chosen = every.filter(box => box.checked).length;
  fill(byId('confirm-button'), `Xác nhận đã nhận ${chosen} trên ${every.length} hồ sơ`);
  fill(byId('left'), chosen < every.length && `${every.length - chosen} hồ sơ không đánh dấu sẽ được ghi là chưa nhận được. Chỉ xác nhận một lần.`);
}

function found(text) {
  // A province may print an address with the number at its end.
  const number = text.replace(/^https?:\/\/\S*[/=]/, '').toUpperCase();
  const line = lines.find(one => one.number.toUpperCase() === number);
  const box = line && boxes().find(one => one.value === String(line.id));
  if (!box) throw new Error(line ? 'Bên giao đã rút hồ sơ này khỏi danh sách.' : 'Hồ sơ này không có trong danh sách.');
  tick(box, true);
  scanned.add(line.id);
  box.closest('tr').classList.add('tt-scanned');
  return `Có: ${line.ordinal}. ${line.number}, ${line.applicant}`;
}

async function confirm() {
  clearAlert();
  const received = boxes().filter(box => box.checked).map(box => Number(box.value));
  try {
    await post(`${path}/confirmation`, { requestId: request, received });
    await load();
    announce(batch.missing > 0 ? `Đã xác nhận; ${batch.missing} hồ sơ chưa nhận được.` : 'Đã xác nhận đủ hồ sơ.');
  } catch (problem) {
    // Somebody else was first, or took something back.
    await shownAnew(problem);
  }
}

if (await whoAmI()) {
  try {
    if (!id) throw new Error('Địa chỉ này thiếu số của danh sách. Hãy chọn trong trang Bàn giao hồ sơ.');
    await load();
    if (!byId('scan-form').hidden) {
      scans = scanner(byId('scan-form'), byId('refused'), batch.state === 'DRAFT' ? added : async text => found(text));
    }
  } catch (problem) {
    alertProblem(problem);
  }
}
