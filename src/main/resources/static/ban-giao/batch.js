// One list: scanned by the unit that gives, sent, printed, and confirmed once by the unit that takes.

import { el, facts, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { drop, get, post } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';
import { announce } from '/assets/act-form.js';
import { age, BATCH_STATES, dossierLink, lineChip, newRequest } from './words.js';
import { lineActs } from './acts.js';
import { scanner } from './scan.js';

const byId = id => document.getElementById(id);
const id = Number(new URLSearchParams(window.location.search).get('ds'));
const path = `/handovers/${id}`;
const pdf = `/api${path}/pdf`;
let batch = null;
let lines = [];
// Of one visit: sent again after a lost answer it confirms nothing twice.
const request = newRequest();

async function load() {
  ({ batch, lines } = await get(path));
  show();
}

function show() {
  const confirming = batch.state === 'SENT' && batch.mayTake;
  const making = batch.state === 'DRAFT' && batch.mayGive;
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
  fill(byId('actions'), making && makingButtons(),
    batch.code && el('a', { class: 'tt-button', href: pdf, target: '_blank', rel: 'noopener' }, 'In danh sách (PDF)'));
  byId('scan-form').hidden = !making && !confirming;
  byId('choose').hidden = !confirming;
  byId('confirm').hidden = !confirming;
  drawLines(confirming, making);
  if (confirming) confirmParts();
}

function drawLines(confirming, making) {
  fill(byId('lines'), table('Hồ sơ trong danh sách', [
    confirming && { title: 'Đã nhận', cell: line => line.state === 'SENT' && el('input', {
      type: 'checkbox', name: 'line', value: line.id, checked: true, onchange: counted,
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

function makingButtons() {
  const send = el('button', {
    type: 'button', class: 'tt-button tt-primary', id: 'send', disabled: lines.length === 0, onclick: () => once(send, sendAndPrint)
  }, `Gửi và in danh sách (${lines.length} hồ sơ)`);
  const away = el('button', { type: 'button', class: 'tt-button', onclick: () => once(away, dropAll) }, 'Bỏ danh sách này');
  return [send, away];
}

async function scanned(text) {
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

// The tab is opened at the click: later the browser would take it for a pop-up.
async function sendAndPrint() {
  clearAlert();
  const tab = window.open('', '_blank');
  try {
    await post(`${path}/sending`, {});
    if (tab) tab.location.replace(pdf);
    await load();
    announce(`Đã gửi danh sách ${batch.code}.`);
  } catch (problem) {
    tab?.close();
    alertProblem(problem);
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
    onclick: () => { for (const box of boxes()) box.checked = checked; counted(); byId('scan').focus(); }
  }, checked ? 'Chọn tất cả' : 'Bỏ chọn tất cả');
  fill(byId('choose'), all(true), all(false));
  fill(byId('scan-label'), 'Đối chiếu bằng máy quét: quét mã hồ sơ để đánh dấu (không bắt buộc)');
  const button = el('button', { type: 'button', class: 'tt-button tt-primary', id: 'confirm-button', onclick: () => once(button, confirm) });
  fill(byId('confirm'), el('div', { class: 'tt-confirm' }, button, el('span', { id: 'left', role: 'status' })));
  counted();
}

function counted() {
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
  box.checked = true;
  box.closest('tr').classList.add('tt-scanned');
  counted();
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
    alertProblem(problem);
    window.scrollTo(0, 0);
    // Somebody else was first, or took something back: what stands now is shown below the message.
    if (problem.status === 409) await load();
  }
}

if (await whoAmI()) {
  try {
    if (!id) throw new Error('Địa chỉ này thiếu số của danh sách. Hãy chọn trong trang Bàn giao hồ sơ.');
    await load();
    if (!byId('scan-form').hidden) scanner(byId('scan-form'), batch.state === 'DRAFT' ? scanned : async text => found(text));
  } catch (problem) {
    alertProblem(problem);
  }
}
