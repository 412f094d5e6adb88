// The public figures of the agencies in a month.

import { el, facts, fill } from '/assets/dom.js';
import { query } from '/assets/api.js';
import { ask } from '/tra-cuu/calls.js';

const byId = id => document.getElementById(id);
const number = new Intl.NumberFormat('vi-VN');
const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
const MOST_MONTHS = 36;

async function load(month) {
  fill(byId('alert'));
  try {
    show(await ask(`/figures${query({ month })}`));
  } catch (refusal) {
    fill(byId('figures'));
    fill(byId('alert'), el('div', { class: 'tt-alert' }, refusal.message));
  }
}

function show(found) {
  months(found);
  fill(byId('figures'), found.lines.length === 0
    ? el('p', { class: 'tt-box tt-empty' }, `Tháng ${words(found.month)} chưa có số liệu.`)
    : found.lines.map(agency));
}

function agency(line) {
  const settled = line.onTime + line.late;
  const said = line.notContent + line.content + line.veryContent;
  return el('section', { class: 'tt-figure', 'aria-label': line.agency },
    el('h2', null, line.agency),
    facts([
      ['Tiếp nhận', number.format(line.accepted)],
      ['Đúng hạn', settled > 0 ? `${number.format(line.onTime)} (${percent.format(line.onTime / settled)})` : '0'],
      ['Quá hạn', number.format(line.late)],
      ['Không hẹn ngày', line.noAppointment > 0 && number.format(line.noAppointment)],
      ['Rút, dừng', line.withoutResult > 0 && number.format(line.withoutResult)],
      ['Rất hài lòng', said > 0 && number.format(line.veryContent)],
      ['Hài lòng', said > 0 && number.format(line.content)],
      ['Không hài lòng', said > 0 && number.format(line.notContent)]
    ]));
}

const words = month => month.split('-').reverse().join('/');

function months(found) {
  const all = [];
  for (let month = found.last; month >= found.first && all.length < MOST_MONTHS; month = before(month)) all.push(month);
  if (!all.includes(found.month)) all.push(found.month);
  fill(byId('month'), all.map(month => el('option', { value: month, selected: month === found.month }, `Tháng ${words(month)}`)));
}

function before(month) {
  const [year, ordinal] = month.split('-').map(Number);
  return ordinal === 1 ? `${year - 1}-12` : `${year}-${String(ordinal - 1).padStart(2, '0')}`;
}

byId('month').addEventListener('change', () => load(byId('month').value));
byId('choose').addEventListener('submit', event => event.preventDefault());
await load(null);
