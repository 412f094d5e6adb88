// Years: what counts, the draft with its differences, what publishing would do, publishing.

import { el, facts, fill, section, table } from '/assets/dom.js';
import { day, instant } from '/assets/format.js';
import { drop, get, post, query, upload } from '/assets/api.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once } from '/assets/page.js';
import { confirm } from './confirm.js';
import { showRuns } from './runs.js';
import { KINDS, change, chip, weekday } from './words.js';

const byId = id => document.getElementById(id);
let years = [];
let chosen = null;

export async function showYears() {
  years = await get('/calendar/years');
  fill(byId('years'), table('Các năm', [
    { title: 'Năm', cell: year => year.year },
    { title: 'Trạng thái', cell: year => (year.published ? chip('đã công bố', 'in-time') : chip('chưa công bố', 'near')) },
    { title: 'Thời hạn rơi vào năm này', cell: year => (year.provisional ? chip('tạm tính', 'near') : 'chắc chắn') },
    { title: 'Số ngày', cell: year => year.rows, numeric: true },
    { title: 'Công bố', cell: year => (year.publishedAt ? `${instant(year.publishedAt)}, ${year.publishedBy}` : '') },
    { title: 'Bản dự thảo', cell: year => (year.draft
      ? `${year.draft.rows} ngày, ${year.draft.source}, ${instant(year.draft.importedAt)}, ${year.draft.importedBy}`
      : 'không có') },
    { title: 'Xem', cell: year => [
      button('Đang áp dụng', `Xem lịch ${year.year} đang áp dụng`, () => choose(year.year, 'current')), ' ',
      year.draft && button('Dự thảo', `Xem dự thảo lịch ${year.year}`, () => choose(year.year, 'draft'))] }
  ], years, 'Chưa có năm nào. Hãy nhập lịch của một năm.'));
}

const button = (text, label, work) => el('button', { class: 'tt-button', type: 'button', onclick: work, 'aria-label': label }, text);

async function choose(year, edition) {
  clearAlert();
  try {
    show(await get(`/calendar/years/${year}${query({ edition })}`));
  } catch (problem) {
    alertProblem(problem);
  }
}

function show({ year, edition, days }) {
  const draft = edition === 'draft';
  chosen = { year, draft: years.find(known => known.year === year)?.draft?.importedAt };
  fill(byId('year-title'), draft ? `Dự thảo lịch năm ${year}` : `Lịch năm ${year} đang áp dụng`);
  fill(byId('year-days'), table(byId('year-title').textContent, [
    { title: 'Ngày', cell: row => el('span', { class: 'tt-nowrap' }, `${weekday(row.date)} ${day(row.date)}`) },
    { title: 'Tên', cell: row => row.name },
    { title: 'Loại', cell: row => KINDS[row.kind] || row.kind },
    ...(draft ? [
      { title: 'So với đang áp dụng', cell: row => change(row.change) },
      { title: 'Đang áp dụng', cell: row => row.change === 'CHANGED' && `${row.before.name} (${KINDS[row.before.kind]})` }
    ] : []),
    { title: 'Nguồn', cell: row => row.source }
  ], days, 'Năm này chưa có ngày nào.'));
  byId('year-actions').hidden = !draft;
  byId('publish').hidden = true;
  fill(byId('impact'));
  byId('year-box').hidden = false;
  byId('year-box').focus();
}

function showImpact(impact) {
  fill(byId('impact'), section('Ảnh hưởng nếu công bố',
    facts([
      ['Hồ sơ đang giải quyết', String(impact.seen)],
      ['Đổi thời hạn', String(impact.moved)],
      ['Thành quá hạn', String(impact.becomeLate)],
      ['Hết quá hạn', String(impact.stopBeingLate)],
      ['Giấy hẹn sớm hơn thời hạn mới', `${impact.appointmentsTooEarly} (cấp lại được ${impact.reissuable})`],
      ['Giấy hẹn muộn hơn thời hạn mới', `${impact.appointmentsTooLate} (giữ nguyên, xử lý theo thời hạn sớm hơn)`],
      ['Thời hạn còn tạm tính', String(impact.provisional)],
      ['Không tính được', String(impact.failed)]
    ]),
    table('Ví dụ hồ sơ đổi thời hạn', [
      { title: 'Mã hồ sơ', cell: one => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(one.number)}` }, one.number) },
      { title: 'Giai đoạn', cell: one => one.phase },
      { title: 'Thời hạn đang tính', cell: one => instant(one.before) || 'tạm dừng' },
      { title: 'Thời hạn mới', cell: one => [instant(one.after) || 'tạm dừng', one.provisional && ' (tạm tính)'] },
      { title: 'Giấy hẹn', cell: one => instant(one.appointment) },
      { title: 'Quá hạn', cell: one => (one.becomesLate ? chip('thành quá hạn', 'late') : one.stopsBeingLate && chip('hết quá hạn', 'in-time')) }
    ], impact.examples, 'Không hồ sơ nào đổi thời hạn.')));
  byId('publish').hidden = false;
}

byId('preview').addEventListener('click', () => once(byId('preview'), async () => {
  clearAlert();
  fill(byId('impact'), el('p', { class: 'tt-empty' }, 'Đang tính trên các hồ sơ đang giải quyết…'));
  try {
    showImpact(await get(`/calendar/years/${chosen.year}/preview`));
  } catch (problem) {
    fill(byId('impact'));
    alertProblem(problem);
  }
}));

byId('drop').addEventListener('click', () => {
  const { year } = chosen;
  confirm({
    title: `Bỏ dự thảo lịch năm ${year}?`,
    text: 'Lịch đang áp dụng không thay đổi.',
    yes: 'Bỏ bản dự thảo',
    reissue: false,
    work: async () => {
      await drop(`/calendar/years/${year}/draft`);
      byId('year-box').hidden = true;
      await showYears();
    }
  });
});

byId('publish').addEventListener('click', () => {
  const { year, draft } = chosen;
  confirm({
    title: `Công bố lịch năm ${year}?`,
    text: 'Lịch mới được áp dụng ngay cho mọi hồ sơ đang giải quyết. Mỗi hồ sơ đổi thời hạn có một dòng trong nhật ký; không ngày hẹn nào bị sớm hơn.',
    yes: 'Công bố',
    reissue: true,
    work: async reissue => {
      const { run } = await post(`/calendar/years/${year}/publication`, { reissue, draft });
      byId('year-box').hidden = true;
      await showYears();
      await showRuns(run);
      byId('run-box').scrollIntoView();
    }
  });
});

byId('import').addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert();
    clearFieldErrors(form);
    const file = form.elements.file.files[0];
    const year = form.elements.year.value;
    const missing = !/^\d{4}$/.test(year) ? ['year', 'Hãy nhập năm, ví dụ 2027.'] : !file && ['file', 'Hãy chọn tệp lịch.'];
    if (missing) {
      fieldError(form, ...missing).focus();
      return;
    }
    try {
      const ics = /\.ics$/i.test(file.name);
      await upload(`/calendar/years/${year}/draft${query({ name: file.name })}`, ics ? 'text/calendar' : 'text/csv', file);
      form.reset();
      await showYears();
      await choose(Number(year), 'draft');
    } catch (problem) {
      const field = problem.field && fieldError(form, problem.field, problem.message);
      if (field) field.focus();
      else alertProblem(problem);
    }
  });
});
