// The tab 'Biểu mẫu in' of a task: the printed forms of its dossier.

import { el, fill, section } from '/assets/dom.js';
import { get } from '/assets/api.js';
import { formsView } from '/assets/forms.js';

export const printingTab = {
  id: 'thutuc-printing',
  pluginPoint: 'tasklist.task.detail',
  priority: 930,
  properties: { label: 'Biểu mẫu in' },
  render(node, { taskId }) {
    const box = el('div', { class: 'tt-tab' }, 'Đang tải…');
    node.append(box);
    get(`/tasks/${encodeURIComponent(taskId)}/card`).then(
      card => fill(box, section('Biểu mẫu in', formsView(card.number))),
      problem => fill(box, el('p', { class: 'tt-note' },
        problem.status === 404 ? 'Công việc này không thuộc hồ sơ nào.' : problem.message)));
  }
};
