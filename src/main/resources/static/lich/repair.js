// The repair command: derives timers and due dates anew, by the page until all are done.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { post } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';

const MOST = 200;
const form = document.getElementById('repair');
const box = document.getElementById('repaired');

function show(total, going) {
  const rows = total.mended.flatMap(one => one.mended.map(job => ({ number: one.number, ...job })));
  fill(box,
    el('p', null, `Đã tính lại ${total.looked} hồ sơ, sửa ${rows.length} mốc.`, going && ' Đang tiếp tục…'),
    total.failed.length > 0 && el('div', { class: 'tt-note' }, `Không tính được: ${total.failed.join(', ')}`),
    rows.length > 0 && table('Các mốc đã sửa', [
      { title: 'Mã hồ sơ', cell: row => row.number },
      { title: 'Mốc hoặc công việc', cell: row => row.element },
      { title: 'Trước', cell: row => date(row.from) },
      { title: 'Nay', cell: row => date(row.to) }
    ], rows.slice(0, MOST), ''));
}

// Parked timers stand in the year 9999.
const date = value => (!value ? 'không có' : String(value).startsWith('9999') ? 'tạm dừng' : instant(value));

form.addEventListener('submit', event => {
  event.preventDefault();
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert();
    const number = form.elements.number.value.trim() || null;
    const total = { looked: 0, mended: [], failed: [] };
    let after = null;
    try {
      do {
        const report = await post('/calendar/repair', { number, after });
        total.looked += report.looked;
        total.mended.push(...report.mended);
        total.failed.push(...report.failed);
        after = report.goOnAfter;
        show(total, after !== null);
      } while (after !== null);
    } catch (problem) {
      alertProblem(problem);
    }
  });
});
