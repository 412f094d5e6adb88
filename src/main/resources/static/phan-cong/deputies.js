// Who stands in for whom, from when until when.

import { el, fill, table } from '/assets/dom.js';
import { day, nowLocal } from '/assets/format.js';
import { drop, get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';
import { actForm, announce } from '/assets/act-form.js';

const byId = id => document.getElementById(id);

export async function showDeputies() {
  try {
    const [list, principals] = await Promise.all([get('/deputies'), get('/deputies/principals')]);
    show(list);
    fill(byId('appoint'), principals.length > 0 && form(principals));
    if (principals.length > 0) await candidates(byId('appoint').querySelector('[name=principal]').value);
  } catch (problem) {
    alertProblem(problem);
  }
}

function show(list) {
  fill(byId('deputies'), table('Các lần giao thay', [
    { title: 'Người vắng', cell: one => one.principalName },
    { title: 'Người thay', cell: one => one.deputyName },
    { title: 'Từ ngày', cell: one => day(one.from) },
    { title: 'Đến hết ngày', cell: one => day(one.to) },
    { title: 'Ký thay', cell: one => (one.signing ? `có, theo ${one.basis}` : 'không') },
    { title: 'Người giao', cell: one => one.appointedByName },
    { title: 'Hiệu lực', cell: one => (one.now ? 'đang thay' : 'chưa đến ngày') },
    { title: 'Thu hồi', cell: one => one.revocable && el('button', {
      class: 'tt-button', type: 'button', 'aria-label': `Thu hồi: ${one.deputyName} thay ${one.principalName}`,
      onclick: event => once(event.target, () => revoke(one))
    }, 'Thu hồi') }
  ], list, 'Chưa giao ai thay.'));
}

async function revoke(one) {
  clearAlert();
  try {
    await drop(`/deputies/${one.id}`);
    announce(`Đã thu hồi: ${one.deputyName} không còn thay ${one.principalName}.`);
    await showDeputies();
  } catch (problem) {
    alertProblem(problem);
  }
}

async function candidates(principal) {
  const people = await get(`/deputies/candidates${query({ principal })}`);
  fill(byId('appoint').querySelector('[name=deputy]'),
    people.map(person => el('option', { value: person.id }, person.name)));
}

function form(principals) {
  const today = nowLocal().slice(0, 10);
  const details = actForm({
    title: 'Giao người thay',
    intro: 'Kể cả ngày đầu và ngày cuối. Người thay thấy và làm việc của người vắng; nhật ký ghi cả hai tên. Hết ngày cuối thì tự hết.',
    fields: [
      { name: 'principal', label: 'Người vắng', type: 'select', required: true,
        options: principals.map(person => ({ value: person.id, label: person.name })) },
      { name: 'deputy', label: 'Người thay', type: 'select', required: true, options: [] },
      { name: 'from', label: 'Từ ngày', type: 'date', required: true, value: today },
      { name: 'to', label: 'Đến hết ngày', type: 'date', required: true },
      { name: 'signing', label: 'Được ký thay (chỉ khi người vắng là lãnh đạo)', type: 'checkbox' },
      { name: 'basis', label: 'Văn bản ủy quyền, phân công (bắt buộc khi ký thay)', maxLength: 500 }
    ],
    button: 'Giao thay',
    send: async values => {
      show(await post('/deputies', values));
      announce('Đã giao thay.');
      await showDeputies();
    }
  });
  details.querySelector('[name=principal]').addEventListener('change', event =>
    candidates(event.target.value).catch(alertProblem));
  return details;
}
