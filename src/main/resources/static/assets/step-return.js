// Taking back a step that was completed by mistake: the act, for Tasklist and for the page of the dossier.

import { post } from './api.js';
import { actForm, refused } from './act-form.js';

/** The act for a chance as the server gives it; `done(taskId)` gets the task in which the step is done again. */
export function stepReturn(chance, done, open) {
  const title = `Lấy lại bước vừa hoàn thành: ${chance.step}`;
  if (!chance.allowed) return refused(title, chance.reason);
  return actForm({
    title, open,
    intro: chance.reason,
    fields: [{ name: 'reason', label: 'Lý do', type: 'textarea', required: true }],
    button: 'Lấy lại bước này',
    send: async values => {
      const reopened = await post(`/tasks/${encodeURIComponent(chance.taskId)}/step-return`, values);
      done(reopened.taskId);
    }
  });
}
