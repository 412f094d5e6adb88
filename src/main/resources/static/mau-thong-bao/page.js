// The notices to applicants: which there are, and what one would say about a dossier. Nothing is sent.

import { el, facts, fill, table } from '/assets/dom.js';
import { get, post } from '/assets/api.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once, whoAmI } from '/assets/page.js';

const byId = id => document.getElementById(id);
const form = byId('form');

const sentence = text => text.charAt(0).toUpperCase() + text.slice(1);
const worth = hours => (hours % 24 === 0 ? `${hours / 24} ngày` : `${hours} giờ`);

function showKinds({ kinds, connected }) {
  fill(byId('event'), kinds.map(kind => el('option', { value: kind.event }, sentence(kind.label))));
  fill(byId('connected'), connected.length > 0
    ? `Kênh gửi: ${connected.join(', ')}.`
    : 'Chưa kết nối kênh gửi nào: thông báo được ghi lại và chờ.');
  fill(byId('kinds'), table('Các thông báo cho người nộp', [
    { title: 'Thông báo', cell: kind => sentence(kind.label) },
    { title: 'Tính chất', cell: kind => kind.duty },
    { title: 'Hết giá trị sau', cell: kind => worth(kind.hours) },
    { title: 'Mẫu', cell: kind => (kind.own ? 'của tỉnh' : 'kèm hệ thống') }
  ], kinds, 'Chưa có thông báo nào.'));
}

function show(preview) {
  fill(byId('preview'),
    el('h2', null, 'Nội dung xem thử'),
    preview.problem && el('div', { class: 'tt-alert' }, 'Mẫu riêng của tỉnh bị lỗi nên dùng mẫu kèm hệ thống. Hãy báo quản trị viên: ', el('span', { lang: 'en' }, preview.problem)),
    preview.overtaken && el('p', { class: 'tt-note' }, `Lúc này sẽ không gửi: ${preview.overtaken}`),
    preview.ways.length === 0
      ? el('p', { class: 'tt-note' }, 'Hồ sơ không có thư điện tử và số điện thoại di động: phải gọi điện hoặc báo trực tiếp.')
      : el('div', null, el('p', null, 'Gửi đến, theo thứ tự:'),
        el('ol', null, preview.ways.map(way => el('li', null, `${way.medium}: ${way.address}`, !way.connected && ' (chưa kết nối)')))),
    el('h3', null, 'Thư điện tử'),
    el('p', null, el('strong', null, preview.subject)),
    el('div', { class: 'tt-letter-body' }, preview.mail),
    preview.form && el('p', { class: 'tt-hint' }, `Kèm biểu mẫu ${preview.form} (PDF) khi đã được cấp.`),
    el('h3', null, 'Tin nhắn SMS'),
    el('div', { class: 'tt-letter-body' }, preview.sms),
    el('p', { class: 'tt-hint' }, `${preview.sms.length} ký tự, tính là ${preview.smsParts} tin.`),
    el('h3', null, 'Zalo'),
    facts([['Mẫu tin', preview.zalo], ...Object.entries(preview.zaloFields)]));
  byId('preview').hidden = false;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert();
    clearFieldErrors(form);
    byId('preview').hidden = true;
    const number = byId('number').value.trim();
    if (!number) {
      fieldError(form, 'number', 'Phải nhập: Mã hồ sơ.').focus();
      return;
    }
    try {
      show(await post(`/notice-templates/${encodeURIComponent(byId('event').value)}/preview`, { number }));
    } catch (problem) {
      const field = problem.field && fieldError(form, problem.field, problem.message);
      if (field) field.focus();
      else alertProblem(problem);
    }
  });
});

if (await whoAmI()) {
  try {
    showKinds(await get('/notice-templates'));
    const wanted = new URLSearchParams(location.search).get('so');
    if (wanted) byId('number').value = wanted;
  } catch (problem) {
    alertProblem(problem);
  }
}
