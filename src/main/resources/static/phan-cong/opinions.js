// Questions that other agencies have asked the units of whoever looks.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, post } from '/assets/api.js';
import { alertProblem } from '/assets/page.js';
import { actForm, announce } from '/assets/act-form.js';

const byId = id => document.getElementById(id);

export async function showOpinions() {
  try {
    const waiting = await get('/opinions/waiting');
    byId('opinions-box').hidden = waiting.length === 0;
    fill(byId('opinions'), waiting.map(one => el('div', null,
      el('p', null,
        el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(one.number)}` }, one.number),
        `: ${one.question} (${one.askedBy} hỏi ${one.unit}, hạn ${instant(one.due)}) `,
        one.late && el('span', { class: 'tt-chip tt-clock-late' }, 'quá hạn trả lời')),
      actForm({
        title: `Trả lời về hồ sơ ${one.number}`,
        fields: [
          { name: 'answer', label: 'Ý kiến', type: 'radio', required: true, options: [
            { value: 'AGREE', label: 'Đồng ý' }, { value: 'DISAGREE', label: 'Không đồng ý' },
            { value: 'OTHER', label: 'Ý kiến khác' }] },
          { name: 'text', label: 'Nội dung ý kiến', type: 'textarea', required: true }
        ],
        button: 'Trả lời',
        send: async values => {
          await post(`/opinions/${one.id}/answer`, values);
          announce('Đã trả lời.');
          await showOpinions();
        }
      }))));
  } catch (problem) {
    alertProblem(problem);
  }
}
