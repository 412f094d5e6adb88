// One draft: what it changes, its review, its day, its log.

import { el, facts, fill, section, table } from '/assets/dom.js';
import { get, post } from '/assets/api.js';
import { day, instant, nowLocal } from '/assets/format.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once } from '/assets/page.js';
import { showDrafts } from './models.js';
import { ACTS, KINDS, change, property, state, type } from './words.js';

const MOST = 300;
const byId = id => document.getElementById(id);
let shown = null;

// The draft asked for last is shown, in whichever order the answers come.
let wanted = null;

export async function showDraft(id) {
  wanted = id;
  const detail = await get(`/models/drafts/${id}`);
  if (wanted === id) show(detail);
}

function show(detail) {
  const { draft, author, reviewer, scheduler, own } = detail.row;
  shown = detail;
  fill(byId('draft-title'), `Bản dự thảo số ${draft.id}: ${draft.name} `, state(draft.state));
  fill(byId('draft-notes'), notes(detail, own));
  fill(byId('draft-facts'), facts([
    ['Loại', KINDS[draft.kind]],
    ['Mã', draft.key],
    ['Tệp', draft.path],
    ['Người lập', `${author.name}, ${instant(draft.deployedAt)}`],
    ['Mã băm (SHA-256)', el('code', null, draft.sha256)],
    ['Đang áp dụng', detail.inForceVersion ? `phiên bản ${detail.inForceVersion}, ${detail.inForceSha256.slice(0, 12)}…` : 'chưa có phiên bản nào'],
    ['Người xem xét', reviewer && `${reviewer.name}, ${instant(draft.reviewedAt)}`],
    ['Nội dung đã xem xét', draft.reviewNote],
    ['Áp dụng từ', draft.inForceFrom && `${instant(draft.inForceFrom)}, ${draft.decision}`],
    ['Người định ngày', scheduler?.name],
    ['Lý do', draft.reason]
  ]));
  fill(byId('draft-files'),
    file(draft, 'file', 'Tải bản dự thảo'),
    detail.inForceVersion && file(draft, 'file-in-force', 'Tải bản đang áp dụng'),
    draft.reportSha256 && file(draft, 'report', 'Tải báo cáo diễn tập'));
  fill(byId('draft-difference'), difference(detail));
  fill(byId('draft-warnings'), detail.warnings.length > 0 && section('Cảnh báo của bộ kiểm tra',
    el('ul', null, detail.warnings.map(line => el('li', null, line)))));
  fill(byId('draft-log'), section('Nhật ký', table('Nhật ký', [
    { title: 'Lúc', cell: row => el('span', { class: 'tt-nowrap' }, instant(row.line.at)) },
    { title: 'Người', cell: row => row.actor.name },
    { title: 'Việc', cell: row => ACTS[row.line.act] || row.line.act },
    { title: 'Quyết định', cell: row => row.line.decision },
    { title: 'Mã băm tệp', cell: row => hash(row.line.sha256) },
    { title: 'Mã băm báo cáo', cell: row => hash(row.line.reportSha256) },
    { title: 'Ghi chú', cell: row => row.line.note }
  ], detail.log, '')));
  forms(detail, own);
  byId('draft-box').hidden = false;
}

const hash = value => value && el('code', { title: value }, `${value.slice(0, 12)}…`);

const file = (draft, what, text) => el('a', { class: 'tt-button', href: `/api/models/drafts/${draft.id}/${what}`, download: '' }, text);

function notes(detail, own) {
  const { draft } = detail.row;
  return [
    detail.outdated && el('div', { class: 'tt-note' },
      'Phiên bản mà bản dự thảo dựa vào không còn là phiên bản đang áp dụng. Nếu đưa vào áp dụng, những gì phiên bản kia đã sửa sẽ mất.'),
    own && draft.state === 'DRAFT' && el('div', { class: 'tt-note' },
      'Anh/chị là người lập bản này. Người thứ hai phải xem xét; người lập không tự xem xét được.')
  ];
}

function difference(detail) {
  const lines = detail.difference;
  const title = detail.inForceVersion ? 'Khác với phiên bản đang áp dụng' : 'Nội dung mới (chưa có phiên bản nào áp dụng)';
  return section(title,
    table(title, [
      { title: 'Thay đổi', cell: line => change(line.change) },
      { title: 'Phần tử', cell: line => [line.name || '(không tên)', el('span', { class: 'tt-hint' }, `${type(line.type)} · ${line.id}`)] },
      { title: 'Chi tiết', cell: line => line.values.map(value => el('div', null, `${property(value.property)}: `,
        value.before === null ? 'thêm ' : el('del', null, value.before), ' ',
        value.after === null ? 'bỏ' : el('ins', null, value.after))) }
    ], lines.slice(0, MOST), 'Chỉ khác cách vẽ, hoặc không khác gì.'),
    lines.length > MOST && el('p', { class: 'tt-hint' }, `Còn ${lines.length - MOST} thay đổi nữa; hãy tải hai tệp để so sánh.`));
}

function forms(detail, own) {
  const { draft } = detail.row;
  for (const id of ['review', 'force', 'reject']) {
    byId(id).reset();
    clearFieldErrors(byId(id));
  }
  byId('review').hidden = draft.state !== 'DRAFT' || own;
  byId('over').hidden = !detail.outdated;
  fill(byId('report-hint'), draft.kind === 'PROCESS'
    ? `Tệp mà lệnh rehearse ghi ra cho đúng tệp này (mã băm ${draft.sha256.slice(0, 12)}…).`
    : 'Biểu mẫu và bảng quyết định không diễn tập riêng được: ghi nội dung đã xem xét.');
  byId('report-field').querySelector('label').classList.toggle('tt-required', draft.kind === 'PROCESS');
  byId('force').hidden = draft.state !== 'REVIEWED';
  byId('from').min = nowLocal().slice(0, 10);
  byId('from').value = nowLocal().slice(0, 10);
  byId('reject').hidden = !['DRAFT', 'REVIEWED', 'SCHEDULED'].includes(draft.state);
}

function act(form, work) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    once(form.querySelector('[type=submit]'), async () => {
      clearAlert();
      clearFieldErrors(form);
      fill(byId('done'));
      try {
        const detail = await work(form.elements, shown.row.draft);
        show(detail);
        fill(byId('done'), el('div', { class: 'tt-alert tt-done' }, done(detail.row.draft)));
        await showDrafts();
        byId('draft-box').focus();
      } catch (problem) {
        const field = problem.field && fieldError(form, problem.field, problem.message);
        if (field) field.focus();
        else {
          alertProblem(problem);
          byId('alert').scrollIntoView();
        }
      }
    });
  });
}

function done(draft) {
  if (draft.state === 'IN_FORCE') return `Bản dự thảo số ${draft.id} đã được áp dụng.`;
  if (draft.state === 'SCHEDULED') return `Bản dự thảo số ${draft.id} sẽ được áp dụng từ ngày ${day(draft.inForceFrom)}.`;
  if (draft.state === 'REJECTED') return `Không chấp nhận bản dự thảo số ${draft.id}.`;
  if (draft.reason) return `Chưa áp dụng được bản dự thảo số ${draft.id}; xem lý do bên dưới.`;
  return `Đã ghi nhận xem xét bản dự thảo số ${draft.id}.`;
}

act(byId('review'), async (fields, draft) => post(`/models/drafts/${draft.id}/review`, {
  report: fields.report.files[0] ? await fields.report.files[0].text() : null,
  note: fields.note.value,
  overOtherVersion: fields.overOtherVersion.checked
}));
act(byId('force'), (fields, draft) => post(`/models/drafts/${draft.id}/in-force`, {
  from: fields.from.value || null, decision: fields.decision.value
}));
act(byId('reject'), (fields, draft) => post(`/models/drafts/${draft.id}/rejection`, { reason: fields.reason.value }));
