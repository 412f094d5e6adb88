// Results that are ready and not collected: since when, whom to call, and reminding of one or many.

import { el, fill, table } from '/assets/dom.js';
import { day, instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';

const SIZE = 50;
const byId = id => document.getElementById(id);
const chosen = new Set();
let page = 0;

async function load() {
  clearAlert();
  try {
    show(await get(`/uncollected-results${query({ days: byId('days').value, page, size: SIZE })}`));
  } catch (problem) {
    fill(byId('list'));
    fill(byId('count'));
    alertProblem(problem);
  }
}

function show(found) {
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  if (found.items.length === 0 && page > 0 && found.total > 0) {
    page = pages - 1;
    load();
    return;
  }
  chosen.clear();
  byId('days').value = found.days;
  fill(byId('settings'), found.remindAfter === 0 || found.remindMost === 0
    ? 'Hệ thống không tự nhắc; số ngày do cơ quan tự đặt.'
    : `Hệ thống tự nhắc khi đã chờ ${found.remindAfter} ngày, sau đó cách ${found.remindEvery} ngày một lần, tối đa ${found.remindMost} lần. `
      + 'Các số ngày này do cơ quan tự đặt, không phải quy định của pháp luật.');
  fill(byId('list'), table('Kết quả chưa nhận', [
    { title: 'Chọn', cell: item => el('input', {
      type: 'checkbox', name: 'number', value: item.number, onchange: event => choose(event.target),
      'aria-label': `Chọn hồ sơ ${item.number}` }) },
    { title: 'Mã hồ sơ', cell: item => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(item.number)}` }, item.number) },
    { title: 'Thủ tục', cell: item => item.procedure },
    { title: 'Chủ hồ sơ', cell: item => [item.owner, item.submitter && el('span', { class: 'tt-hint' }, `Người nộp: ${item.submitter}`)] },
    { title: 'Điện thoại', cell: item => item.phone && el('a', { class: 'tt-nowrap', href: `tel:${item.phone.replace(/[^0-9+]/g, '')}` }, item.phone) },
    { title: 'Có kết quả', cell: item => [el('span', { class: 'tt-nowrap' }, instant(item.readyAt)),
      item.cameBack && el('span', { class: 'tt-hint' }, `bưu gửi chuyển hoàn ${instant(item.since)}`)] },
    { title: 'Hẹn trả', cell: item => day(item.appointment) },
    { title: 'Đã chờ (ngày)', cell: item => item.days, numeric: true },
    { title: 'Đã nhắc', cell: item => (item.reminders === 0 ? 'chưa' : `${item.reminders} lần, ${day(item.remindedAt)}`) },
    { title: 'Nơi trả', cell: item => item.unit }
  ], found.items, 'Không có kết quả nào chờ từ số ngày này trở lên.'));
  const first = byId('list').querySelector('th');
  if (first) fill(first, chooseAll());
  fill(byId('count'), found.total > 0 ? `${found.total} hồ sơ, trang ${page + 1} trên ${pages}` : '');
  byId('previous').disabled = page === 0;
  byId('next').disabled = page + 1 >= pages;
  counted();
}

function chooseAll() {
  const all = el('input', { type: 'checkbox', 'aria-label': 'Chọn tất cả hồ sơ trên trang' });
  all.addEventListener('change', () => {
    for (const box of byId('list').querySelectorAll('[name=number]')) {
      box.checked = all.checked;
      choose(box);
    }
  });
  return all;
}

function choose(box) {
  if (box.checked) chosen.add(box.value);
  else chosen.delete(box.value);
  counted();
}

function counted() {
  fill(byId('chosen'), String(chosen.size));
  byId('remind').querySelector('[type=submit]').disabled = chosen.size === 0;
}

async function remind() {
  clearAlert();
  try {
    const outcomes = await post('/uncollected-results/reminders', { numbers: [...chosen], note: byId('note').value.trim() || null });
    const reminded = outcomes.filter(one => one.reminded).length;
    const others = outcomes.filter(one => !one.reminded);
    byId('note').value = '';
    await load();
    fill(byId('done'), el('div', { class: 'tt-alert tt-done' },
      `Đã ghi thông báo nhắc ${reminded} hồ sơ. `,
      others.length > 0 && el('ul', null, others.map(one => el('li', null, `${one.number}: ${one.message}`)))));
  } catch (problem) {
    alertProblem(problem);
  }
}

byId('filter').addEventListener('submit', event => {
  event.preventDefault();
  page = 0;
  fill(byId('done'));
  load();
});
byId('remind').addEventListener('submit', event => {
  event.preventDefault();
  const button = byId('remind').querySelector('[type=submit]');
  once(button, remind).finally(counted);
});
byId('previous').addEventListener('click', () => { page -= 1; load(); });
byId('next').addEventListener('click', () => { page += 1; load(); });

if (await whoAmI()) load();
