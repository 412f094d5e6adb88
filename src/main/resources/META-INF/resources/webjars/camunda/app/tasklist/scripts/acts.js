// The tab 'Xử lý': what can be done to a task besides its form, each with a reason; a refusal says why.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { drop, get, post } from '/assets/api.js';
import { actForm, announce, refused } from '/assets/act-form.js';
import { stepReturn } from '/assets/step-return.js';
import { showTask } from './step-return.js';

const REASON = { name: 'reason', label: 'Lý do', type: 'textarea', required: true };

/** Lets Tasklist forget the task that is shown and read its list anew; it comes back when wanted. */
export function leaveTask(comeBack) {
  const before = window.location.hash;
  const [path, search] = before.split('?');
  const values = new URLSearchParams(search || '');
  values.delete('task');
  values.delete('detailsTab');
  window.location.hash = `${path}?${values}`;
  if (comeBack) setTimeout(() => { window.location.hash = before; }, 400);
}

const people = list => list.map(person => ({
  value: person.id, label: person.away ? `${person.name} (${person.away})` : person.name
}));

function panelOf(taskId, panel, reload) {
  const path = `/tasks/${encodeURIComponent(taskId)}`;
  const dossier = `/dossiers/${encodeURIComponent(panel.number)}`;
  // The task is somebody else's now, or ended: Tasklist shows the list anew.
  const gone = (text, comeBack) => { announce(text); leaveTask(comeBack); };
  // The task is still before us: the tab is drawn anew.
  const stays = text => { announce(text); reload(); };
  return [
    el('p', { class: 'tt-act-holder' },
      panel.assigneeName ? `Người đang giữ: ${panel.assigneeName}` : 'Chưa có người nhận',
      panel.ownerName && ` (việc của ${panel.ownerName})`,
      panel.end && `. Hết hạn hồ sơ: ${instant(panel.end)}`),
    panel.stepReturn && stepReturn(panel.stepReturn, again => {
      announce('Đã lấy lại bước. Nội dung anh/chị đã nhập còn nguyên trong biểu mẫu.');
      showTask(again);
    }),
    supplement(path, panel, gone),
    extension(dossier, panel, stays),
    giving(path, panel, gone),
    puttingBack(path, panel, gone),
    stop(dossier, panel, gone, stays),
    opinions(dossier, panel, stays),
    sendingOn(dossier, panel, gone),
    lateness(dossier, panel, stays)
  ];
}

function supplement(path, { supplement: it }, gone) {
  const title = 'Yêu cầu bổ sung, hoàn thiện hồ sơ (mẫu 02)';
  if (!it.act.allowed) return refused(title, it.act.reason);
  const others = it.fields.map(field => ({
    name: `field:${field.key}`, label: field.label, required: true,
    type: field.type === 'checkbox' || field.type === 'textarea' || field.type === 'radio' || field.type === 'select'
      ? field.type : 'text',
    options: field.choices
  }));
  return actForm({
    title,
    intro: `Đã yêu cầu bổ sung ${it.asked} lần sau khi tiếp nhận`
      + (it.allowed === null ? '.' : `, thủ tục cho phép ${it.allowed} lần.`)
      + ' Ghi đủ một lần; thời hạn tạm dừng và người nộp được thông báo.',
    fields: [
      { name: 'papers', label: 'Giấy tờ còn thiếu hoặc phải sửa', type: 'checkboxes', options: it.papers.map(paper => ({
        value: paper.key, label: paper.received ? `${paper.title} (đã nộp)` : paper.title })) },
      { name: 'text', label: 'Nội dung cần bổ sung, hoàn thiện', type: 'textarea', rows: 3, maxLength: 1000 },
      { ...REASON, maxLength: 1000 },
      ...others
    ].filter(field => field.type !== 'checkboxes' || field.options.length > 0),
    button: 'Gửi yêu cầu bổ sung',
    send: async values => {
      const fields = Object.fromEntries(Object.entries(values)
        .filter(([name]) => name.startsWith('field:')).map(([name, value]) => [name.slice(6), value]));
      try {
        await post(`${path}/supplement-request`,
          { papers: values.papers || [], text: values.text, reason: values.reason, fields });
      } catch (problem) {
        if (Object.hasOwn(fields, problem.field)) problem.field = `field:${problem.field}`;
        throw problem;
      }
      gone('Đã yêu cầu bổ sung hồ sơ. Thời hạn đang tạm dừng.');
    }
  });
}

function extension(dossier, panel, stays) {
  const title = 'Gia hạn thời gian giải quyết';
  if (!panel.extension.allowed) return refused(title, panel.extension.reason);
  return actForm({
    title,
    intro: `Hết hạn hiện nay: ${instant(panel.end)}. Gia hạn một lần, trước khi hết hạn; người nộp nhận giấy hẹn mới.`,
    fields: [
      { name: 'amount', label: 'Số ngày', type: 'number', min: 1, max: 365, required: true },
      { name: 'unit', label: 'Đơn vị', type: 'select', value: 'wd', options: [
        { value: 'wd', label: 'ngày làm việc' }, { value: 'd', label: 'ngày' }] },
      { name: 'ground', label: 'Căn cứ, lý do gia hạn', type: 'textarea', required: true, maxLength: 1000 }
    ],
    button: 'Gia hạn',
    send: async values => {
      await post(`${dossier}/extension`, { amount: `${values.amount || ''}${values.unit}`, ground: values.ground });
      stays('Đã gia hạn thời gian giải quyết.');
    }
  });
}

function giving(path, { giving: it, assigneeName }, gone) {
  const parts = [it.handOver.allowed
    ? actForm({
      title: 'Chuyển việc cho đồng nghiệp',
      fields: [{ name: 'to', label: 'Đồng nghiệp', type: 'select', options: people(it.colleagues), required: true }, REASON],
      button: 'Chuyển việc',
      send: async values => {
        await post(`${path}/hand-over`, values);
        gone('Đã chuyển việc cho đồng nghiệp.');
      }
    })
    : refused('Chuyển việc cho đồng nghiệp', it.handOver.reason)];
  if (it.takeBack.allowed) {
    parts.push(actForm({
      title: 'Lấy lại việc đã chuyển', intro: `Việc đang do ${assigneeName} giữ, chưa hoàn thành.`,
      fields: [{ ...REASON, required: false }], button: 'Lấy lại',
      send: async values => {
        await post(`${path}/take-back`, values);
        gone('Đã lấy lại việc.', true);
      }
    }));
  }
  if (it.standIn.allowed) {
    parts.push(actForm({
      title: `Nhận việc thay ${assigneeName}`, intro: it.standIn.reason, fields: [], button: 'Nhận thay', open: true,
      send: async () => {
        await post(`${path}/stand-in`, {});
        gone(`Đã nhận việc thay ${assigneeName}.`, true);
      }
    }));
  }
  if (it.assign.allowed) {
    parts.push(actForm({
      title: 'Phân công (trưởng đơn vị)',
      fields: [{ name: 'to', label: 'Giao cho', type: 'select', options: [
        ...people(it.officers), { value: '', label: 'Đưa về hàng chờ của đơn vị' }] }, REASON],
      button: 'Phân công',
      send: async values => {
        await post(`${path}/assignment`, values);
        gone('Đã phân công việc.');
      }
    }));
  }
  return parts;
}

function puttingBack(path, { puttingBack: it }, gone) {
  const title = 'Tạm cất việc đến ngày';
  if (it.until) {
    return actForm({
      title: `Việc đang tạm cất đến ${instant(it.until).slice(0, 10)}`, fields: [], button: 'Lấy lại ngay', open: true,
      send: async () => {
        await drop(`${path}/put-back`);
        gone('Việc đã trở lại danh sách.', true);
      }
    });
  }
  if (!it.act.allowed) return refused(title, it.act.reason);
  return actForm({
    title, intro: it.act.reason,
    fields: [{ name: 'until', label: 'Trở lại ngày', type: 'date', required: true }, REASON],
    button: 'Tạm cất',
    send: async values => {
      await post(`${path}/put-back`, values);
      gone('Đã tạm cất việc. Việc tự trở lại đúng ngày.');
    }
  });
}

function stop(dossier, { stop: it }, gone, stays) {
  if (it.waiting && it.mayDecide) {
    return actForm({
      title: 'Quyết định về đề nghị dừng giải quyết', open: true,
      intro: `${it.waiting.proposedBy} đề nghị ngày ${instant(it.waiting.proposedAt)}. Bên đề nghị: ${it.waiting.askedByLabel}.`
        + ` Căn cứ: ${it.waiting.ground}`,
      fields: [
        { name: 'decision', label: 'Quyết định', type: 'radio', required: true, options: [
          { value: 'yes', label: 'Đồng ý dừng giải quyết (lập thông báo mẫu 05)' }, { value: 'no', label: 'Không đồng ý' }] },
        { name: 'reason', label: 'Ý kiến (bắt buộc khi không đồng ý)', type: 'textarea' }
      ],
      button: 'Quyết định',
      send: async values => {
        if (!values.decision) {
          throw Object.assign(new Error('Chưa chọn quyết định.'), { field: 'decision' });
        }
        await post(`${dossier}/stop-decision`, { approved: values.decision === 'yes', reason: values.reason });
        if (values.decision === 'yes') gone('Đã quyết định dừng; chuyên viên lập thông báo mẫu 05.');
        else stays('Đã ghi nhận không đồng ý dừng.');
      }
    });
  }
  const title = 'Đề nghị dừng giải quyết (mẫu 05)';
  if (!it.propose.allowed) return refused(title, it.propose.reason);
  return actForm({
    title, intro: 'Lãnh đạo của đơn vị giải quyết quyết định; đồng ý thì thông báo mẫu 05 được lập.',
    fields: [
      { name: 'askedBy', label: 'Bên đề nghị dừng', type: 'select', required: true, options: [
        { value: 'APPLICANT', label: 'Người nộp hồ sơ' }, { value: 'AGENCY', label: 'Cơ quan giải quyết' },
        { value: 'OTHER_BODY', label: 'Cơ quan khác có thẩm quyền' }] },
      { name: 'ground', label: 'Căn cứ, lý do', type: 'textarea', required: true }
    ],
    button: 'Đề nghị dừng',
    send: async values => {
      await post(`${dossier}/stop-proposal`, values);
      stays('Đã gửi đề nghị dừng giải quyết; chờ lãnh đạo quyết định.');
    }
  });
}

function opinions(dossier, { opinions: it }, stays) {
  const title = 'Lấy ý kiến đơn vị khác';
  const asked = it.asked.length > 0 && el('ul', { class: 'tt-opinions' }, it.asked.map(one => el('li', null,
    el('strong', null, one.unit), one.answer
      ? `: ${one.answer}. ${one.text} (${one.answeredBy}, ${instant(one.answeredAt)})`
      : [`: chưa trả lời, hạn ${instant(one.due)} `, one.late && el('span', { class: 'tt-chip tt-clock-late' }, 'quá hạn trả lời')])));
  const form = it.act.allowed
    ? actForm({
      title, intro: 'Hỏi nhiều đơn vị cùng lúc. Thời hạn của hồ sơ vẫn tính.',
      fields: [
        { name: 'units', label: 'Đơn vị', type: 'checkboxes', required: true,
          options: it.units.map(unit => ({ value: unit.id, label: unit.name })) },
        { name: 'days', label: 'Thời hạn trả lời (ngày làm việc)', type: 'number', min: 1, max: 60, value: '3', required: true },
        { name: 'question', label: 'Nội dung lấy ý kiến', type: 'textarea', required: true }
      ],
      button: 'Lấy ý kiến',
      send: async values => {
        await post(`${dossier}/opinions`, {
          units: values.units.map(unit => ({ unit, days: Number(values.days) || 0 })), question: values.question });
        stays('Đã gửi câu hỏi đến các đơn vị.');
      }
    })
    : refused(title, it.act.reason);
  return [form, asked];
}

function sendingOn(dossier, { sendingOn: it }, gone) {
  // Most procedures have one competent unit: nothing to say then, but to a head.
  if (!it.act.allowed) return null;
  return actForm({
    title: 'Chuyển đến cơ quan có thẩm quyền (khi đã chuyển nhầm)',
    intro: 'Thời hạn vẫn tính tiếp; thời điểm giao, nhận ghi trên phiếu kiểm soát (mẫu 06).',
    fields: [{ name: 'to', label: 'Cơ quan có thẩm quyền', type: 'select', required: true,
      options: it.targets.map(target => ({ value: target.id, label: target.name })) }, REASON],
    button: 'Chuyển hồ sơ',
    send: async values => {
      await post(`${dossier}/sending-on`, values);
      gone('Đã chuyển hồ sơ đến cơ quan có thẩm quyền.');
    }
  });
}

function lateness(dossier, { lateness: it }, stays) {
  if (!it.late) return null;
  const title = 'Lý do quá hạn';
  if (it.refusal) return refused(title, it.reason ? `${it.reason} (${it.unit})` : it.refusal);
  return actForm({
    title: it.reason ? `${title}: đã nêu` : `${title}: chưa nêu`,
    fields: [
      { name: 'reason', label: 'Lý do quá hạn', type: 'textarea', required: true, maxLength: 1000, value: it.reason },
      { name: 'unit', label: 'Cơ quan, đơn vị để chậm', value: it.unit || it.proposedUnit, maxLength: 64 }
    ],
    button: 'Ghi lý do',
    send: async values => {
      await post(`${dossier}/late-reason`, values);
      stays('Đã ghi lý do quá hạn.');
    }
  });
}

export const actsTab = {
  id: 'thutuc-acts',
  pluginPoint: 'tasklist.task.detail',
  // After the form, before the dossier: the place where a task is worked on.
  priority: 960,
  properties: { label: 'Xử lý' },
  render(node, { taskId }) {
    const box = el('div', { class: 'tt-tab tt-acts', 'aria-live': 'polite' }, 'Đang tải…');
    node.append(box);
    const load = () => get(`/tasks/${encodeURIComponent(taskId)}/acts`).then(
      panel => fill(box, panelOf(taskId, panel, load)),
      problem => fill(box, el('p', { class: 'tt-note' }, problem.message)));
    load();
  }
};
