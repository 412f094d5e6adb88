// The tab 'Dự thảo kết quả': the paper of the result at this step. It is written, looked at, decided on or numbered here;
// whatever decides submits the step's own form.

import { el, fill, section } from '/assets/dom.js';
import { day, instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { actForm, announce } from '/assets/act-form.js';
import { preview } from '/assets/preview.js';
import { leaveTask } from './acts.js';
import { changesOf, draftEditor, sheetOf } from './result-editor.js';

const pathOf = taskId => `/tasks/${encodeURIComponent(taskId)}/paper`;

export const draftTab = {
  id: 'thutuc-result-draft',
  pluginPoint: 'tasklist.task.detail',
  // After what is done beside the form, before the dossier.
  priority: 955,
  properties: { label: 'Dự thảo kết quả' },
  render(node, { taskId }) {
    const box = el('div', { class: 'tt-tab tt-drafting' }, 'Đang tải…');
    node.append(box);
    const load = result => get(`${pathOf(taskId)}${query({ result })}`).then(view => show(view, result), problem =>
      fill(box, el('p', { class: 'tt-note' }, problem.status === 404 ? 'Công việc này không thuộc hồ sơ nào.' : problem.message)));
    const show = (view, result) => fill(box, parts(taskId, view, { show, load, result }));
    load();
  }
};

function parts(taskId, view, tab) {
  return [
    view.message ? el('p', { class: 'tt-note' }, view.message) : work(taskId, view, tab),
    view.paper && history(taskId, view.paper),
    papers(view)
  ];
}

function work(taskId, view, tab) {
  const stage = el('div', { class: 'tt-draft-stage' });
  const shown = version => showPdf(taskId, view, version, stage);
  const head = status(view);
  if (!view.mine) {
    return [head, el('p', { class: 'tt-note' }, view.holder
      ? `Việc này đang do ${view.holder} xử lý; anh/chị chỉ xem được.` : 'Hãy nhận việc để làm việc với dự thảo.'),
    view.paper && reading(view, shown), stage];
  }
  if (view.role === 'DRAFT') return [head, writing(taskId, view, tab, shown), stage];
  if (view.role === 'NUMBER') return [head, numbering(taskId, view), view.paper && reading(view, shown), stage];
  return [head, view.paper ? [reading(view, shown), stage, deciding(taskId, view)] : nothingToSee()];
}

function nothingToSee() {
  return el('p', { class: 'tt-note' },
    'Kết quả này chưa có dự thảo trên hệ thống. Hãy xem văn bản giấy hoặc tệp ở thẻ Giấy tờ, rồi dùng biểu mẫu của bước.');
}

function status(view) {
  const paper = view.paper;
  if (!paper) return null;
  const last = paper.versions[0];
  return el('p', { class: 'tt-draft-status' },
    el('strong', null, paper.title), ` – bản ${paper.version}, ${last.by} lưu ${instant(last.at)}. `,
    paper.signed && el('span', { class: 'tt-chip tt-clock-in-time' }, `đã ký duyệt: ${paper.signer}`));
}

// ---- drafting ----

function writing(taskId, view, tab, shown) {
  const choice = view.kinds.length > 1 && kindChoice(view, tab);
  if (!view.paper) return [choice, beginning(taskId, view, tab)];
  const returned = view.paper.decisions.find(one => one.version === view.paper.version && !one.passed);
  return [
    choice,
    returned && el('div', { class: 'tt-alert', role: 'status' },
      el('strong', null, `${returned.by} trả lại bản ${returned.version} (${returned.step}): `), returned.comment || 'không ghi lý do'),
    draftEditor(view, {
      path: pathOf(taskId),
      key: `${view.me}|${view.paper.id}`,
      saved: next => { tab.show(next); announce(`Đã lưu bản ${next.paper.version}.`); },
      shown
    }),
    actForm({
      title: 'Bỏ dự thảo (kết quả được lập ngoài hệ thống)',
      intro: 'Văn thư sẽ tự ghi số và ngày ở biểu mẫu cấp số. Các bản đã lưu vẫn được giữ.',
      fields: [{ name: 'reason', label: 'Lý do', type: 'textarea', required: true }],
      button: 'Bỏ dự thảo',
      send: async values => {
        tab.show(await post(`${pathOf(taskId)}/${view.paper.id}/drop`, values));
        announce('Đã bỏ dự thảo.');
      }
    })
  ];
}

function kindChoice(view, tab) {
  const select = el('select', { id: 'tt-draft-kind', onChange: () => tab.load(select.value) },
    view.kinds.map(kind => el('option', { value: kind.key, selected: kind.key === (view.paper?.result ?? tab.result) }, kind.title)));
  return el('div', { class: 'tt-field' }, el('label', { for: 'tt-draft-kind' }, 'Loại kết quả'), select);
}

function beginning(taskId, view, tab) {
  const alert = el('div', { role: 'alert' });
  const button = el('button', {
    type: 'button', class: 'tt-button tt-primary',
    onClick: async () => {
      button.disabled = true;
      try {
        const result = document.getElementById('tt-draft-kind')?.value || view.kinds[0]?.key;
        tab.show(await post(pathOf(taskId), { result }));
        announce('Đã lập dự thảo từ mẫu.');
      } catch (problem) {
        fill(alert, el('div', { class: 'tt-alert' }, problem.message));
        button.disabled = false;
      }
    }
  }, 'Lập dự thảo từ mẫu');
  return el('div', null,
    el('p', null, 'Chưa có dự thảo. Mẫu được điền sẵn từ hồ sơ, thủ tục và thời hạn; anh/chị sửa rồi trình cùng hồ sơ.'),
    alert, el('div', { class: 'tt-actions' }, button));
}

// ---- looking and deciding ----

function reading(view, shown) {
  const paper = view.paper;
  return [
    paper.changes.length > 0 && section(`Thay đổi so với bản ${paper.seen} đã xem ở bước này`, changesOf(paper.changes)),
    paper.seen === paper.version && el('p', { class: 'tt-hint' }, 'Không có thay đổi so với bản đã xem ở bước này.'),
    section('Nội dung dự thảo', sheetOf(paper.text, view.issuers)),
    el('div', { class: 'tt-actions' },
      el('button', { type: 'button', class: 'tt-button', onClick: () => shown(paper.version) }, 'Xem bản in'))
  ];
}

function deciding(taskId, view) {
  if (view.choices.length === 0) {
    return el('p', { class: 'tt-hint' }, 'Ghi ý kiến và hoàn thành bằng biểu mẫu của bước.');
  }
  const comment = el('textarea', { id: 'tt-draft-comment', rows: 3, maxlength: Math.max(...view.choices.map(one => one.longest)) });
  const alert = el('div', { role: 'alert' });
  const buttons = view.choices.map(choice => el('button', {
    type: 'button', class: `tt-button${choice.value === 'approve' ? ' tt-primary' : ''}`, 'data-choice': choice.value,
    onClick: () => decide(choice)
  }, choice.label));
  async function decide(choice) {
    buttons.forEach(button => { button.disabled = true; });
    fill(alert);
    try {
      await post(`${pathOf(taskId)}/decision`, { version: view.paper.version, choice: choice.value, comment: comment.value });
      announce(`${choice.label}: đã ghi nhận cho bản ${view.paper.version}.`);
      leaveTask();
    } catch (problem) {
      fill(alert, el('div', { class: 'tt-alert' }, problem.message));
      if (problem.field === 'comment') comment.focus();
      buttons.forEach(button => { button.disabled = false; });
    }
  }
  return section('Quyết định',
    el('div', { class: 'tt-field' },
      el('label', { for: 'tt-draft-comment' }, 'Ý kiến (bắt buộc khi trả lại)'), comment),
    alert, el('div', { class: 'tt-actions' }, buttons));
}

// ---- numbering ----

function numbering(taskId, view) {
  if (!view.paper) {
    return el('p', { class: 'tt-note' }, 'Kết quả này không có dự thảo trên hệ thống. Hãy ghi số và ngày ở biểu mẫu của bước.');
  }
  const alert = el('div', { role: 'alert' });
  const button = el('button', { type: 'button', class: 'tt-button tt-primary', onClick: () => number() }, 'Cấp số, ban hành');
  async function number() {
    // Opened at the click: later the browser would take it for a pop-up.
    const paper = window.open('', '_blank');
    button.disabled = true;
    fill(alert);
    try {
      const issued = await post(`${pathOf(taskId)}/number`, {});
      announce(`Đã cấp số ${issued.written}, ngày ${day(issued.date)}.`);
      paper?.location.replace(`/api/dossiers/${encodeURIComponent(view.number)}/result-papers/${issued.paper}`);
      leaveTask();
    } catch (problem) {
      paper?.close();
      fill(alert, el('div', { class: 'tt-alert' }, problem.message));
      button.disabled = false;
    }
  }
  return section('Cấp số, đóng dấu',
    el('p', null, 'Số tiếp theo của sổ và ngày hôm nay được ghi vào văn bản đã ký, tệp PDF/A được lưu làm kết quả của hồ sơ và'
      + ' bước được hoàn thành. Sau đó không sửa được nữa.'),
    alert, el('div', { class: 'tt-actions' }, button));
}

// ---- what was before ----

function showPdf(taskId, view, version, stage) {
  const file = { id: version, type: 'PDF', name: `${view.paper.title}, bản ${version}` };
  fill(stage, preview(`${pathOf(taskId)}/${view.paper.id}/versions`, file, () => fill(stage)));
  stage.scrollIntoView({ block: 'nearest' });
}

function history(taskId, paper) {
  const stage = el('div', { 'aria-live': 'polite' });
  const compare = async version => {
    const since = version > 1 ? version - 1 : 0;
    try {
      const shown = await get(`${pathOf(taskId)}/${paper.id}/versions/${version}${query({ since })}`);
      fill(stage, section(since ? `Bản ${version} so với bản ${since}` : `Bản ${version}`,
        since ? changesOf(shown.changes) : sheetOf(shown.text, [])));
    } catch (problem) {
      fill(stage, el('div', { class: 'tt-alert' }, problem.message));
    }
  };
  return section('Các bản và ý kiến',
    el('div', { class: 'tt-scroll' }, el('table', { class: 'tt-table' },
      el('caption', { class: 'tt-hidden' }, 'Các bản dự thảo'),
      el('thead', null, el('tr', null, ['Bản', 'Lưu lúc', 'Người lưu', 'Nội dung thay đổi', 'Ý kiến', 'Xem'].map(title =>
        el('th', { scope: 'col' }, title)))),
      el('tbody', null, paper.versions.map(version => el('tr', null,
        el('td', null, version.version),
        el('td', { class: 'tt-nowrap' }, instant(version.at)),
        el('td', null, version.by),
        el('td', null, version.note),
        el('td', null, paper.decisions.filter(one => one.version === version.version).map(one => el('div', null,
          `${one.by}, ${instant(one.at)}: ${one.passed ? 'đồng ý' : 'trả lại'}`, one.comment && `. ${one.comment}`))),
        el('td', null, el('button', {
          type: 'button', class: 'tt-button tt-small', 'aria-label': `Xem thay đổi của bản ${version.version}`,
          onClick: () => compare(version.version)
        }, version.version > 1 ? 'Thay đổi' : 'Nội dung'))))))), stage);
}

function papers(view) {
  if (view.papers.length === 0) return null;
  return section('Văn bản kết quả của hồ sơ', el('ul', { class: 'tt-files' }, view.papers.map(paper => el('li', { class: 'tt-file' },
    paper.title, ` – ${paper.state}`, paper.written && `, số ${paper.written} ngày ${day(paper.date)} `,
    paper.issued && el('a', {
      href: `/api/dossiers/${encodeURIComponent(view.number)}/result-papers/${paper.id}`, target: '_blank', rel: 'noopener'
    }, 'Mở tệp PDF')))));
}
