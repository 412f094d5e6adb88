// Counting hours of the province and of its agencies.

import { el, fill, table } from '/assets/dom.js';
import { day, instant } from '/assets/format.js';
import { get, put } from '/assets/api.js';
import { clearFieldErrors, fieldError } from '/assets/page.js';
import { confirm } from './confirm.js';
import { showRuns } from './runs.js';

const form = document.getElementById('hours');

export async function showHours() {
  const hours = await get('/calendar/hours');
  fill(document.getElementById('hours-list'),
    el('p', null, `Khi không đặt riêng: ${hours.usual}`),
    table('Giờ làm việc đã đặt', [
      { title: 'Cơ quan', cell: row => row.name },
      { title: 'Từ ngày', cell: row => day(row.from) },
      { title: 'Giờ làm việc', cell: row => row.slots },
      { title: 'Người đặt', cell: row => `${row.changedBy}, ${instant(row.changedAt)}` }
    ], hours.set, 'Chưa cơ quan nào đặt giờ riêng.'));
  const chosen = form.elements.agency.value;
  fill(form.elements.agency, el('option', { value: '' }, 'Toàn tỉnh'),
    hours.agencies.map(agency => el('option', { value: agency.id }, agency.name)));
  form.elements.agency.value = chosen;
}

form.addEventListener('submit', event => {
  event.preventDefault();
  clearFieldErrors(form);
  const { agency, from, slots } = form.elements;
  if (!from.value) {
    fieldError(form, 'from', 'Hãy chọn ngày bắt đầu áp dụng.').focus();
    return;
  }
  if (!slots.value.trim()) {
    fieldError(form, 'slots', 'Hãy nhập giờ, ví dụ 07:30-11:30 13:30-17:30.').focus();
    return;
  }
  const body = { agency: agency.value, from: from.value, slots: slots.value.trim() };
  confirm({
    title: 'Đặt giờ làm việc?',
    text: `${agency.selectedOptions[0].textContent}, từ ${day(body.from)}: ${body.slots}. Thời hạn của các hồ sơ đang giải quyết được tính lại theo giờ mới.`,
    yes: 'Đặt giờ',
    reissue: true,
    work: async reissue => {
      const { run } = await put('/calendar/hours', { ...body, reissue });
      form.reset();
      await showHours();
      await showRuns(run);
    }
  });
});
