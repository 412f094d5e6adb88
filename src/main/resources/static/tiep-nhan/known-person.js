// A person who was here before is not typed again: the whole number of their paper brings what their last dossier says.

import { post } from '/assets/api.js';
import { el } from '/assets/dom.js';

const FIELDS = ['name', 'phone', 'email', 'address'];

/** Watches the number of the owner's paper; fills only what is empty, and says from where. */
export function watchPerson(form) {
  form.addEventListener('change', async event => {
    if (event.target.name !== 'owner.idNumber') return;
    const box = event.target;
    box.parentElement.querySelector('.tt-known')?.remove();
    const number = box.value.trim();
    if (number.length < 6) return;
    let person;
    try {
      ({ person } = await post('/reception/people', { idNumber: number }));
    } catch {
      // A help, not a step: without an answer the officer types on.
      return;
    }
    if (!person || !box.isConnected || box.value.trim() !== number) return;
    // Somebody else's name is already there: nothing is mixed.
    const name = form.elements['owner.name'];
    if (name.value.trim() && name.value.trim() !== person.name) return;
    const kind = [...form.querySelectorAll('[name="owner.kind"]')].find(input => input.value === person.kind);
    if (kind && !kind.checked) kind.click();
    for (const field of FIELDS) {
      const input = form.elements[`owner.${field}`];
      if (input && !input.value.trim() && person[field]) input.value = person[field];
    }
    name.dispatchEvent(new Event('input', { bubbles: true }));
    box.parentElement.append(el('span', { class: 'tt-hint tt-known', role: 'status' }, `Đã điền từ hồ sơ ${person.dossier}. Hãy hỏi lại người nộp.`));
  });
}
