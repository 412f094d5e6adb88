// One dossier: facts, term, what happened, what left the house, and what the desk can do now.

import { el, fill, section } from '/assets/dom.js';
import { get, post } from '/assets/api.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once, whoAmI } from '/assets/page.js';
import { dossierParts, outbound, termParts } from '/assets/dossier-view.js';
import { documentsView } from '/assets/documents-view.js';
import { formsView } from '/assets/forms.js';
import { notesView } from '/assets/notes-view.js';
import { portalLine } from '/assets/portal-line.js';
import { slip } from '/assets/slip.js';
import { stepReturn } from '/assets/step-return.js';
import { wishAct } from './wish.js';

const SUPPLEMENT_ASKED = 5;
// The applicant may withdraw as long as there is no result: registered, received, in work, or waiting for the applicant.
const WITHDRAWABLE = [1, 2, 4, 5, 6];

const byId = id => document.getElementById(id);
const number = new URLSearchParams(window.location.search).get('so');
const path = `/dossiers/${encodeURIComponent(number || '')}`;
let dossier = null;
let officer = null;

function show(document_) {
  dossier = document_;
  const state = Number(dossier.state?.code);
  // The portal is told of every step: its acts would hide the others.
  const portal = (dossier.outbound || []).filter(act => act.kind === 'PORTAL');
  const beside = (dossier.outbound || []).filter(act => act.kind !== 'PORTAL');
  document.title = `Hồ sơ ${dossier.number} – thutuc`;
  fill(byId('title'), `Hồ sơ ${dossier.number}`);
  fill(byId('dossier'), el('div', { class: 'tt-box' }, dossierParts(dossier, { papersBeside: true })),
    el('div', { class: 'tt-box' }, termParts(dossier)),
    el('div', { class: 'tt-box' }, section('Biểu mẫu in', formsView(dossier.number))),
    el('div', { class: 'tt-box' }, section('Thông báo và chuyển phát', outbound(beside),
      el('div', { id: 'portal-line' }))));
  portalLine(dossier.number, portal).then(line => fill(byId('portal-line'), line)).catch(() => null);
  byId('actions').hidden = false;
  byId('supplement').hidden = state !== SUPPLEMENT_ASKED;
  byId('withdraw').hidden = !WITHDRAWABLE.includes(state);
  fill(byId('slip'), slip(dossier, officer));
}

function openDialog(name) {
  const dialog = byId(`${name}-dialog`);
  const form = byId(`${name}-form`);
  form.reset();
  clearFieldErrors(form);
  clearAlert(dialog.querySelector('.tt-dialog-alert'));
  dialog.showModal();
}

function act(name, done, body) {
  const dialog = byId(`${name}-dialog`);
  const form = byId(`${name}-form`);
  form.addEventListener('submit', event => {
    event.preventDefault();
    once(form.querySelector('[type=submit]'), async () => {
      clearFieldErrors(form);
      clearAlert(dialog.querySelector('.tt-dialog-alert'));
      const content = body(form);
      if (!content) return;
      try {
        await post(`${path}/${name === 'withdraw' ? 'withdrawal' : name}`, content);
      } catch (problem) {
        const field = problem.field && fieldError(form, problem.field, problem.message);
        if (field) field.focus();
        else alertProblem(problem, dialog.querySelector('.tt-dialog-alert'));
        return;
      }
      dialog.close();
      fill(byId('status'), el('div', { class: 'tt-alert tt-done' }, done));
      await load();
    });
  });
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
}

act('supplement', 'Đã ghi nhận giấy tờ bổ sung.', form => {
  const papers = [...form.querySelectorAll('[name=papers]:checked')].map(box => box.value);
  if (papers.length === 0 && form.querySelector('[name=papers]')) {
    fieldError(form, 'papers', 'Chọn ít nhất một giấy tờ đã nhận.').focus();
    return null;
  }
  return { papers, note: form.elements.note.value.trim() };
});

act('withdraw', 'Đã ghi nhận việc rút hồ sơ.', form => {
  const reason = form.elements.reason.value.trim();
  if (!reason) {
    fieldError(form, 'reason', 'Phải ghi lý do rút hồ sơ.').focus();
    return null;
  }
  return { reason };
});

byId('supplement').addEventListener('click', () => {
  const missing = (dossier.papers || []).filter(paper => !paper.received);
  fill(byId('supplement-papers'), (missing.length > 0 ? missing : dossier.papers || []).map(paper =>
    el('li', { class: 'tt-choices' }, el('label', null, el('input', { type: 'checkbox', name: 'papers', value: paper.key }), paper.title))));
  openDialog('supplement');
});
byId('withdraw').addEventListener('click', () => openDialog('withdraw'));
byId('print').addEventListener('click', () => window.print());
// What this page prints is the slip, also when the browser's own print command is used.
window.addEventListener('beforeprint', () => {
  byId('slip').hidden = false;
});
window.addEventListener('afterprint', () => {
  byId('slip').hidden = true;
});

async function load() {
  try {
    show(await get(path));
  } catch (problem) {
    alertProblem(problem);
    return;
  }
  await Promise.all([offerStepReturn(), offerWish()]);
}

/** The applicant wants the result, or its notices, another way. */
function offerWish() {
  return wishAct(byId('wish'), number, async () => {
    fill(byId('status'), el('div', { class: 'tt-alert tt-done' }, 'Đã ghi cách nhận kết quả, thông báo mới.'));
    await load();
  });
}

/** Who completed the last step by mistake gets it again here, as long as nothing has come of it. */
async function offerStepReturn() {
  const chance = await get(`${path}/step-return`).catch(() => null);
  fill(byId('step-return'), chance?.allowed && stepReturn(chance, task => {
    fill(byId('status'), el('div', { class: 'tt-alert tt-done' }, 'Đã lấy lại bước. ',
      el('a', { href: `/camunda/app/tasklist/default/#/?task=${encodeURIComponent(task)}` }, 'Mở lại việc này')));
    load();
  }));
}

if (!number) {
  alertProblem(new Error('Địa chỉ này thiếu mã hồ sơ. Hãy chọn hồ sơ trong danh sách.'));
} else {
  officer = await whoAmI();
  if (officer) {
    clearAlert();
    await load();
    if (dossier) {
      documentsView(byId('papers'), number);
      notesView(byId('notes'), number);
    }
  }
}
