// The tabs 'Hồ sơ' and 'Thời hạn' of a task.

import { el, fill } from '/assets/dom.js';
import { get } from '/assets/api.js';
import { dossierParts, termParts } from '/assets/dossier-view.js';

function tab(id, label, priority, parts) {
  return {
    id,
    pluginPoint: 'tasklist.task.detail',
    priority,
    properties: { label },
    render(node, { taskId }) {
      const box = el('div', { class: 'tt-tab', 'aria-live': 'polite' }, 'Đang tải…');
      node.append(box);
      get(`/tasks/${encodeURIComponent(taskId)}/dossier`).then(
        dossier => fill(box, parts(dossier)),
        problem => fill(box, el('p', { class: 'tt-note' },
          problem.status === 404 ? 'Công việc này không thuộc hồ sơ nào.' : problem.message)));
    }
  };
}

// The form stands first with priority 1000; ours follow it, before history and diagram.
export const dossierTab = tab('thutuc-dossier', 'Hồ sơ', 950, dossierParts);
export const termTab = tab('thutuc-term', 'Thời hạn', 940, termParts);
