// Everything a merged unit holds goes to its successor: looked at first, then moved dossier by dossier.

import { el, fill } from '/assets/dom.js';
import { get, newRequest, post } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';
import { watch } from './runs.js';

const form = document.getElementById('merger');
const preview = document.getElementById('merger-preview');
const submit = form.querySelector('[type=submit]');
let request = null;

export async function showMerger() {
  try {
    const units = await get('/task-moves/units');
    for (const name of ['from', 'to']) {
      // Nothing is chosen beforehand: which unit ends is no matter for a preset.
      fill(form.elements[name], el('option', { value: '' }, 'Chọn đơn vị'), units.map(unit => el('option', { value: unit.id }, `${unit.id} – ${unit.name}`)));
    }
    form.hidden = false;
  } catch (problem) {
    alertProblem(problem);
  }
}

const values = () => ({
  from: form.elements.from.value || null, to: form.elements.to.value || null, reason: form.elements.reason.value.trim() || null
});

form.addEventListener('change', event => {
  if (event.target.name !== 'reason') {
    submit.disabled = true;
    fill(preview);
  }
});

document.getElementById('merger-look').addEventListener('click', () =>
  once(document.getElementById('merger-look'), async () => {
    clearAlert();
    try {
      const looked = await post('/task-moves/unit-preview', values());
      fill(preview, el('p', null, el('strong', null, `${looked.dossiers} hồ sơ`),
        ` của ${looked.fromName} sẽ sang ${looked.toName}. Mỗi hồ sơ chuyển riêng; thời hạn vẫn tính tiếp.`));
      submit.disabled = looked.dossiers === 0;
    } catch (problem) {
      alertProblem(problem);
    }
  }));

form.addEventListener('submit', event => {
  event.preventDefault();
  once(submit, async () => {
    clearAlert();
    const body = values();
    const key = JSON.stringify(body);
    if (request?.key !== key) request = { key, id: newRequest() };
    try {
      const progress = await post('/task-moves/unit', { requestId: request.id, ...body });
      request = null;
      fill(preview);
      watch(progress.move.id);
    } catch (problem) {
      alertProblem(problem);
    }
  });
});
