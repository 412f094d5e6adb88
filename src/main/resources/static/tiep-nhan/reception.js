// The reception desk: find the procedure, take the dossier in, hand out the slip.

import { el, fill, facts } from '/assets/dom.js';
import { amount, instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once, whoAmI } from '/assets/page.js';
import { explanation } from '/assets/dossier-view.js';
import { printButton } from '/assets/forms.js';
import { slip } from '/assets/slip.js';
import { finder } from './finder.js';
import { watchPerson } from './known-person.js';
import { draw, faults, request } from './form.js';
import { keeper, offer, passOn, people, restore, takeOver, typed } from './drafts.js';

const byId = id => document.getElementById(id);
const form = byId('form');
const search = byId('search');
let procedure = null;
let officer = null;
let asked = null;
let known = null;
const kept = keeper(form, byId('draft-status'));

/** Opens the sheet of a procedure; `draft` goes on with one, what is known of a person is filled in. */
async function open(found, draft) {
  clearAlert();
  try {
    procedure = await get(`/procedures/${encodeURIComponent(found.code)}`);
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  draw(form, procedure, start);
  fill(byId('fees'), fees(procedure.fees));
  fill(byId('about'), about(procedure));
  kept.begin(procedure.code, draft?.id);
  const fields = draft?.fields || known;
  known = null;
  if (fields) restore(form, fields);
  byId('finder').hidden = true;
  byId('drafts').hidden = true;
  byId('reception').hidden = false;
  byId('slip').hidden = true;
  byId('procedure-title').focus();
  window.scrollTo(0, 0);
  preview();
}

/** What is settled while the applicant waits has a page of its own; what is known of a person goes along. */
async function choose(found) {
  if (!found.quick) {
    open(found);
    return;
  }
  try {
    const person = known ? await passOn(known) : '';
    location.assign(`/tiep-nhan/nhanh.html?thu-tuc=${encodeURIComponent(found.code)}${person}`);
  } catch (problem) {
    alertProblem(problem);
  }
}

/** Back to an empty desk: nothing of the last applicant stays. */
function start() {
  kept.leave().then(showDrafts);
  procedure = null;
  known = null;
  asked?.abort();
  fill(form);
  fill(byId('slip'));
  clearAlert();
  search.value = '';
  fill(byId('search-status'));
  fill(byId('options'));
  byId('finder').hidden = false;
  byId('reception').hidden = true;
  byId('slip').hidden = true;
  search.focus();
}

/** The next procedure of the same person: names and addresses are not typed again. */
function startForSamePerson(fields) {
  start();
  expect(people(fields));
}

function expect(fields) {
  known = fields;
  fill(byId('search-status'), `Thông tin của ${fields.values['owner.name']} sẽ được điền sẵn.`);
}

/** A sheet another page has filled in, such as that of a dossier the post has brought. */
async function openSheet(id) {
  try {
    const draft = await get(`/reception/drafts/${encodeURIComponent(id)}`);
    history.replaceState(null, '', location.pathname);
    await open({ code: draft.procedure }, draft);
  } catch (problem) {
    alertProblem(problem);
    showDrafts();
  }
}

async function showDrafts() {
  await offer(byId('drafts'), draft => open({ code: draft.procedure }, draft), alertProblem);
  // A sheet opened meanwhile has the page for itself.
  if (byId('finder').hidden) byId('drafts').hidden = true;
}

function fees(list) {
  if (!list || list.length === 0) return el('p', { class: 'tt-empty' }, 'Danh mục chưa ghi phí, lệ phí của thủ tục này; hãy hỏi cơ quan giải quyết.');
  return facts(list.map(fee => [fee.label,
    [amount(fee.amount), fee.per && ` / ${fee.per}`, fee.note && el('span', { class: 'tt-hint' }, fee.note)]]));
}

function about(details) {
  const list = items => el('ul', null, items.map(item => el('li', null, item)));
  const phases = (details.phases || []).map(phase => `${phase.name}: ${(phase.terms || []).join('; ')}`);
  const rules = (details.rules || []).filter(rule => rule.atDesk).map(rule => `${rule.kind}: ${rule.text}`);
  const results = (details.results || []).map(result => result.title);
  return facts([
    ['Thời hạn giải quyết', phases.length > 0 && list(phases)],
    ['Kết quả', results.length > 0 && list(results)],
    ['Điều kiện, việc phải làm', rules.length > 0 && list(rules)],
    ['Lưu ý pháp lý', details.legalNotes?.length > 0 && list(details.legalNotes)]
  ]);
}

async function preview() {
  asked?.abort();
  asked = new AbortController();
  const value = name => form.elements[name]?.value;
  try {
    const answer = await get(`/procedures/${encodeURIComponent(procedure.code)}/appointment${query({
      channel: value('channel'), case: value('case'), area: value('area')
    })}`, asked.signal);
    fill(byId('preview'),
      el('p', { class: 'tt-appointment' }, answer.appointment ? instant(answer.appointment) : 'Không quy định thời hạn'),
      answer.provisional && el('p', { class: 'tt-note' }, 'Tạm tính: lịch làm việc của năm liên quan chưa được công bố.'),
      answer.explanation?.length > 0 && explanation(answer.explanation));
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    fill(byId('preview'), el('p', { class: 'tt-empty' }, problem.message));
  }
}

/** Shows the refusal at its field; a refusal without one stands above the form. */
function showProblem(problem) {
  const target = problem.field && fieldError(form, problem.field, problem.message);
  if (target) {
    target.focus();
    target.scrollIntoView({ block: 'center' });
    return;
  }
  alertProblem(problem);
  window.scrollTo(0, 0);
}

function handOut(dossier) {
  const fields = typed(form);
  kept.settled();
  fill(form);
  byId('reception').hidden = true;
  fill(byId('alert'), el('div', { class: 'tt-alert tt-done' },
    'Đã tiếp nhận hồ sơ ', el('strong', null, dossier.number), '.',
    el('div', { class: 'tt-actions' },
      el('button', { type: 'button', class: 'tt-button tt-primary', id: 'print', onClick: () => window.print() }, 'In giấy tiếp nhận và hẹn trả'),
      printButton(dossier.number, '01', 'Mẫu 01 (PDF)'),
      el('button', { type: 'button', class: 'tt-button', onClick: start }, 'Tiếp nhận hồ sơ khác'),
      el('button', { type: 'button', class: 'tt-button', onClick: () => startForSamePerson(fields) }, 'Thủ tục khác của người này'),
      el('a', { class: 'tt-button', href: `/ho-so/xem.html?so=${encodeURIComponent(dossier.number)}` }, 'Xem hồ sơ'))));
  fill(byId('slip'), slip(dossier, officer));
  byId('slip').hidden = false;
  window.scrollTo(0, 0);
  byId('print').focus();
}

form.addEventListener('change', event => {
  if (['channel', 'case', 'area'].includes(event.target.name)) preview();
});

form.addEventListener('submit', event => {
  event.preventDefault();
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert();
    clearFieldErrors(form);
    const wrong = faults(form);
    if (wrong.length > 0) {
      const fields = wrong.map(([name, message]) => fieldError(form, name, message)).filter(Boolean);
      fields[0]?.focus();
      return;
    }
    try {
      await kept.settled();
      handOut(await post('/dossiers', { ...request(form, procedure), sheet: kept.sheet }));
    } catch (problem) {
      showProblem(problem);
    }
  });
});

watchPerson(form);
finder({ input: search, list: byId('options'), status: byId('search-status') }, choose, alertProblem);

officer = await whoAmI();
if (officer) {
  search.focus();
  const person = await takeOver();
  if (person) expect(person);
  const wanted = new URLSearchParams(location.search).get('thu-tuc');
  const sheet = new URLSearchParams(location.search).get('nhap');
  if (sheet) openSheet(sheet);
  else if (wanted) open({ code: wanted });
  else showDrafts();
} else byId('finder').hidden = true;
