// Dossiers submitted at the national portal that wait for their desk, and the daily comparison with it.

import { el, fill, table } from '/assets/dom.js';
import { day, instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { actForm, announce } from '/assets/act-form.js';
import { clockChip } from '/assets/dossier-view.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';
import { showChecks } from './checks.js';

const SIZE = 20;
const byId = id => document.getElementById(id);
let page = 0;

const dossierLink = number => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(number)}` }, number);

async function load() {
  clearAlert();
  try {
    show(await get(`/portal/arrivals${query({ page, size: SIZE })}`));
  } catch (problem) {
    fill(byId('list'));
    byId('pager').hidden = true;
    alertProblem(problem);
  }
}

function show(found) {
  if (found.items.length === 0 && page > 0) {
    page -= 1;
    load();
    return;
  }
  fill(byId('list'), table('Hồ sơ chờ tiếp nhận', [
    { title: 'Mã hồ sơ', cell: item => [dossierLink(item.card.number),
      el('span', { class: 'tt-hint' }, `Trên Cổng: ${item.portalNumber}`)] },
    { title: 'Thủ tục', cell: item => item.card.procedure.title },
    { title: 'Chủ hồ sơ', cell: item => item.card.applicant },
    { title: 'Nộp lúc', cell: item => el('span', { class: 'tt-nowrap' }, instant(item.card.receivedAt)) },
    { title: 'Hạn kiểm tra', cell: item => [el('span', { class: 'tt-nowrap' }, instant(item.card.end)), ' ', clockChip(item.card.clock)] },
    { title: 'Tệp', cell: item => item.files, numeric: true },
    { title: 'Cơ quan giải quyết', cell: item => item.card.competentUnit.name },
    { title: 'Xử lý', cell: item => (item.mine ? acts(item.card.number) : 'Bộ phận một cửa tiếp nhận') }
  ], found.items, 'Không có hồ sơ nào chờ tiếp nhận.'));
  const pages = page > 0 || found.more;
  byId('pager').hidden = !pages;
  fill(byId('count'), pages && `Trang ${page + 1}`);
  byId('previous').disabled = page === 0;
  byId('next').disabled = !found.more;
}

/** Both acts complete the desk's own step: what Tasklist does, with its rights and its journal. */
function acts(number) {
  const path = `/portal/arrivals/${encodeURIComponent(number)}`;
  return el('div', null,
    actForm({
      title: 'Tiếp nhận',
      intro: 'Đã đối chiếu từng giấy tờ với thành phần hồ sơ; hồ sơ đầy đủ, hợp lệ.',
      fields: [{ name: 'note', label: 'Ghi chú', maxLength: 2000 }],
      button: `Tiếp nhận ${number}`,
      send: values => done(post(`${path}/acceptance`, values), `Đã tiếp nhận hồ sơ ${number}.`)
    }),
    actForm({
      title: 'Từ chối (mẫu 03)',
      fields: [{ name: 'reason', label: 'Lý do từ chối', type: 'textarea', required: true, maxLength: 2000 }],
      button: `Từ chối ${number}`,
      send: values => done(post(`${path}/refusal`, values),
        `Đã từ chối hồ sơ ${number}. Phiếu từ chối in ở trang hồ sơ, mục Biểu mẫu in.`)
    }));
}

async function done(act, words) {
  await act;
  announce(words);
  await load();
}

async function showUntaken() {
  const found = await get('/portal/untaken');
  fill(byId('untaken-list'), table('Cổng đã gửi, chưa nhận được', [
    { title: 'Mã trên Cổng', cell: item => item.portalNumber },
    { title: 'Gửi đến lúc', cell: item => instant(item.cameAt) },
    { title: 'Tình trạng', cell: item => (item.refused ? 'không nhận được' : 'đang lấy về') },
    { title: 'Lý do', cell: item => item.problem },
    { title: 'Xử lý', cell: item => item.refused && again(item) }
  ], found, 'Không có hồ sơ nào.'));
}

function again(item) {
  const button = el('button', {
    type: 'button', class: 'tt-button', 'aria-label': `Lấy lại hồ sơ ${item.portalNumber}`,
    onclick: () => once(button, async () => {
      try {
        await post('/portal/untaken/again', { portalNumber: item.portalNumber });
        await showUntaken();
      } catch (problem) {
        alertProblem(problem);
      }
    })
  }, 'Lấy lại');
  return button;
}

byId('previous').addEventListener('click', () => { page -= 1; load(); });
byId('next').addEventListener('click', () => { page += 1; load(); });

const me = await whoAmI();
if (me) {
  const administers = me.roles.includes('administrator');
  const receives = me.roles.some(role => ['one-stop-officer', 'head', 'leader', 'inspector', 'administrator'].includes(role));
  byId('waiting').hidden = !receives;
  byId('untaken').hidden = !administers;
  byId('checks').hidden = !administers;
  if (!receives) alertProblem(new Error('Trang này dành cho bộ phận một cửa, lãnh đạo đơn vị và quản trị viên.'));
  if (receives) await load();
  if (administers) {
    await Promise.all([showUntaken(), showChecks(day, dossierLink)]).catch(problem => alertProblem(problem));
  }
}
