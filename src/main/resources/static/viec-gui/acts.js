// Acts that leave the house: what could not be sent and what waits, with every attempt; sending again, closing with a
// reason, taking on. The newest first, a page at a time.

import { el, facts, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, fieldError, clearFieldErrors, once, whoAmI } from '/assets/page.js';

const byId = id => document.getElementById(id);
let before = null;
let next = null;
let opened = null;

async function load() {
  clearAlert();
  try {
    show(await get(`/outbound/acts${query({ state: byId('state').value, before })}`));
  } catch (problem) {
    fill(byId('list'));
    fill(byId('count'));
    fill(byId('waiting'));
    byId('pager').hidden = true;
    alertProblem(problem);
  }
}

function show(page) {
  next = page.next;
  const failed = byId('state').value === 'FAILED';
  fill(byId('waiting'), page.waiting.map(one =>
    `${one.system}: ${one.oldest ? `việc chờ lâu nhất từ ${instant(one.oldest)}` : 'không có việc chờ'}. `));
  fill(byId('list'), table('Việc gửi ra ngoài', [
    { title: 'Mã hồ sơ', cell: act => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(act.number)}` }, act.number) },
    { title: 'Nội dung', cell: act => [act.label, el('span', { class: 'tt-hint' }, act.system)] },
    { title: failed ? 'Lý do' : 'Lần thử gần nhất', cell: act => act.words || 'chưa thử' },
    { title: 'Số lần thử', cell: act => act.attempts, numeric: true },
    { title: 'Ghi lúc', cell: act => el('span', { class: 'tt-nowrap' }, instant(act.writtenAt)) },
    ...(failed ? [] : [{ title: 'Thử tiếp lúc', cell: act => el('span', { class: 'tt-nowrap' }, instant(act.dueAt)) }]),
    { title: 'Đơn vị', cell: act => act.unit },
    { title: 'Người xử lý', cell: act => act.owner || 'chưa có' },
    { title: 'Chi tiết', cell: act => el('button', { class: 'tt-button', type: 'button', 'aria-label': `Xem việc gửi của hồ sơ ${act.number}`,
      onclick: () => open(act) }, 'Xem') }
  ], page.acts, failed ? 'Không có việc nào không gửi được.' : 'Không có việc nào đang chờ gửi.'));
  fill(byId('count'), page.acts.length > 0 ? `${page.acts.length} việc trên trang này` : '');
  byId('pager').hidden = before === null && next === null;
  byId('first').disabled = before === null;
  byId('next').disabled = next === null;
}

async function open(act) {
  opened = act;
  clearAlert(byId('act-alert'));
  clearFieldErrors(byId('close-form'));
  byId('reason').value = '';
  byId('retry').hidden = act.state !== 'FAILED';
  fill(byId('act-title'), act.label);
  fill(byId('act-facts'), facts([
    ['Mã hồ sơ', act.number], ['Hệ thống nhận', act.system], ['Tình trạng', act.stateLabel], ['Lý do', act.words],
    ['Đơn vị', act.unit], ['Người xử lý', act.owner]]));
  fill(byId('attempts'));
  byId('act').showModal();
  try {
    fill(byId('attempts'), table('Các lần thử', [
      { title: 'Lúc', cell: one => el('span', { class: 'tt-nowrap' }, instant(one.at)) },
      { title: 'Kết quả', cell: one => one.outcome },
      { title: 'Chi tiết', cell: one => one.words },
      { title: 'Ai', cell: one => one.person || (one.node ? 'hệ thống' : '') }
    ], await get(`/outbound/acts/${act.id}/attempts`), 'Chưa thử lần nào.'));
  } catch (problem) {
    alertProblem(problem, byId('act-alert'));
  }
}

async function act(path, body, done) {
  clearAlert(byId('act-alert'));
  clearFieldErrors(byId('close-form'));
  try {
    await post(`/outbound/acts/${opened.id}/${path}`, body);
    byId('act').close();
    fill(byId('done'), el('div', { class: 'tt-alert tt-done' }, done));
    await load();
  } catch (problem) {
    const field = problem.field && fieldError(byId('close-form'), problem.field, problem.message);
    if (field) field.focus();
    else alertProblem(problem, byId('act-alert'));
  }
}

byId('state').addEventListener('change', () => { before = null; load(); });
byId('first').addEventListener('click', () => { before = null; load(); });
byId('next').addEventListener('click', () => { before = next; load(); });
byId('leave').addEventListener('click', () => byId('act').close());
byId('retry').addEventListener('click', event => once(event.currentTarget, () =>
  act('retry', undefined, `Đã đưa vào hàng chờ gửi lại: hồ sơ ${opened.number}.`)));
byId('take').addEventListener('click', event => once(event.currentTarget, () =>
  act('owner', undefined, `Anh/chị đã nhận xử lý việc gửi của hồ sơ ${opened.number}.`)));
byId('close-form').addEventListener('submit', event => {
  event.preventDefault();
  once(event.submitter, () =>
    act('close', { reason: byId('reason').value }, `Đã kết thúc việc gửi của hồ sơ ${opened.number}.`));
});

if (await whoAmI()) load();
