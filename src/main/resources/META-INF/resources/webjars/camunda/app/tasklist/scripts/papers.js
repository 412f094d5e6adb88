// The tab 'Giấy tờ' of a task: the papers of its dossier with their files.

import { el, fill } from '/assets/dom.js';
import { get } from '/assets/api.js';
import { documentsView } from '/assets/documents-view.js';

// After 'Hồ sơ' and 'Thời hạn', before history and diagram.
export const papersTab = {
  id: 'thutuc-papers',
  pluginPoint: 'tasklist.task.detail',
  priority: 930,
  properties: { label: 'Giấy tờ' },
  render(node, { taskId }) {
    const box = el('div', { class: 'tt-tab' }, 'Đang tải…');
    node.append(box);
    get(`/tasks/${encodeURIComponent(taskId)}/card`).then(
      card => documentsView(box, card.number),
      problem => fill(box, el('p', { class: 'tt-note' },
        problem.status === 404 ? 'Công việc này không thuộc hồ sơ nào.' : problem.message)));
  }
};
