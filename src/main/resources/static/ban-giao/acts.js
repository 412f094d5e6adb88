// What people do to one line that nobody has confirmed: it turned up, or it is taken back.

import { el } from '/assets/dom.js';
import { post } from '/assets/api.js';
import { actForm, announce } from '/assets/act-form.js';

/** The acts that are the caller's; `done` is called after one. */
export function lineActs(line, done) {
  return el('div', null,
    line.state === 'MISSING' && line.mayTake && actForm({
      title: 'Đã tìm thấy, nhận hồ sơ',
      fields: [{ name: 'remark', label: 'Ghi chú', maxLength: 2000 }],
      button: 'Xác nhận đã nhận',
      send: async values => {
        await post(`/handovers/lines/${line.id}/receipt`, values);
        announce(`Đã ghi nhận hồ sơ ${line.number}.`);
        await done();
      }
    }),
    line.mayGive && actForm({
      title: 'Rút khỏi danh sách',
      fields: [{ name: 'reason', label: 'Lý do rút', type: 'textarea', required: true }],
      button: 'Rút hồ sơ này',
      send: async values => {
        await post(`/handovers/lines/${line.id}/withdrawal`, values);
        announce(`Đã rút hồ sơ ${line.number}.`);
        await done();
      }
    }));
}
