// Everything a leaver has goes to somebody else: looked at first, then moved.

import { el, fill, table } from '/assets/dom.js';
import { get, newRequest, post } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';
import { showUnit } from './unit.js';
import { watch } from './runs.js';

const form = document.getElementById('transfer');
const preview = document.getElementById('transfer-preview');
const submit = form.querySelector('[type=submit]');

export async function showTransfer(administers) {
  const heads = !document.getElementById('head').hidden;
  form.hidden = !administers && !heads;
  if (administers) {
    const people = await get('/deputies/principals');
    fill(document.getElementById('people'), people.map(person => el('option', { value: person.id }, person.name)));
  }
}

const values = () => ({
  from: form.elements.from.value.trim() || null,
  to: form.elements.to.value.trim() || null,
  reason: form.elements.reason.value.trim() || null
});

// Another choice needs another look.
form.addEventListener('input', event => {
  if (event.target.name !== 'reason') {
    submit.disabled = true;
    fill(preview);
  }
});

document.getElementById('transfer-look').addEventListener('click', () =>
  once(document.getElementById('transfer-look'), async () => {
    clearAlert();
    try {
      const looked = await post('/task-moves/transfer-preview', values());
      const left = looked.parts.filter(part => !part.possible);
      fill(preview,
        el('p', null, el('strong', null, `${looked.total} việc sẽ được chuyển.`),
          looked.elsewhere > 0 && ` ${looked.elsewhere} việc khác của người này thuộc đơn vị anh/chị không phụ trách.`),
        left.length > 0 && el('p', { class: 'tt-note' },
          `Người nhận không giữ vai trò: ${left.map(part => `${part.role} – ${part.unit} (${part.tasks} việc)`).join('; ')}.`
          + ' Những việc đó ở lại, có ghi lý do.'),
        table('Việc theo vai trò', [
          { title: 'Đơn vị', cell: part => part.unit },
          { title: 'Vai trò', cell: part => part.role },
          { title: 'Số việc', cell: part => part.tasks, numeric: true },
          { title: 'Chuyển được', cell: part => (part.possible ? 'có' : 'không') }
        ], looked.parts, 'Người này không giữ việc nào.'));
      submit.disabled = looked.total === 0;
    } catch (problem) {
      alertProblem(problem);
    }
  }));

let request = null;

form.addEventListener('submit', event => {
  event.preventDefault();
  once(submit, async () => {
    clearAlert();
    const body = values();
    const key = JSON.stringify(body);
    if (request?.key !== key) request = { key, id: newRequest() };
    try {
      const progress = await post('/task-moves/transfer', { requestId: request.id, ...body });
      request = null;
      fill(preview);
      watch(progress.move.id, showUnit);
    } catch (problem) {
      alertProblem(problem);
    }
  });
});
