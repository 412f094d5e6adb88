// Proposals to stop that wait for the leader, and late dossiers that wait for a reason.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, post } from '/assets/api.js';
import { alertProblem } from '/assets/page.js';
import { actForm, announce } from '/assets/act-form.js';

const byId = id => document.getElementById(id);
const link = number => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(number)}` }, number);

export async function showDecisions() {
  try {
    const proposals = await get('/stop-proposals');
    byId('decisions-box').hidden = proposals.length === 0;
    fill(byId('decisions'), proposals.map(proposal => el('div', null,
      el('p', null, link(proposal.number), `: ${proposal.askedByLabel} đề nghị; ${proposal.proposedBy} trình ${instant(proposal.proposedAt)}.`
        + ` Căn cứ: ${proposal.ground}`),
      actForm({
        title: `Quyết định về hồ sơ ${proposal.number}`,
        fields: [
          { name: 'decision', label: 'Quyết định', type: 'radio', required: true, options: [
            { value: 'yes', label: 'Đồng ý dừng giải quyết (lập thông báo mẫu 05)' }, { value: 'no', label: 'Không đồng ý' }] },
          { name: 'reason', label: 'Ý kiến (bắt buộc khi không đồng ý)', type: 'textarea' }
        ],
        button: 'Quyết định',
        send: async values => {
          if (!values.decision) throw Object.assign(new Error('Chưa chọn quyết định.'), { field: 'decision' });
          await post(`/dossiers/${encodeURIComponent(proposal.number)}/stop-decision`,
            { approved: values.decision === 'yes', reason: values.reason });
          announce(values.decision === 'yes' ? 'Đã quyết định dừng.' : 'Đã ghi nhận không đồng ý.');
          await showDecisions();
        }
      }))));
  } catch (problem) {
    alertProblem(problem);
  }
}

/** Late dossiers of the units somebody leads that nobody has explained. */
export async function showLate() {
  const late = await get('/unexplained-late-dossiers');
  byId('late-box').hidden = late.length === 0;
  fill(byId('late'), table('Hồ sơ quá hạn chưa có lý do', [
    { title: 'Mã hồ sơ', cell: item => link(item.number) },
    { title: 'Trạng thái', cell: item => item.state },
    { title: 'Hẹn trả', cell: item => el('span', { class: 'tt-nowrap' }, instant(item.appointment)) },
    { title: 'Lý do', cell: item => actForm({
      title: 'Ghi lý do',
      fields: [{ name: 'reason', label: 'Lý do quá hạn', type: 'textarea', required: true, maxLength: 1000 },
        { name: 'unit', label: 'Cơ quan, đơn vị để chậm (để trống: đơn vị giải quyết)', maxLength: 64 }],
      button: 'Ghi lý do',
      send: async values => {
        await post(`/dossiers/${encodeURIComponent(item.number)}/late-reason`, values);
        announce(`Đã ghi lý do của hồ sơ ${item.number}.`);
        await showLate();
      }
    }) }
  ], late, ''));
}
