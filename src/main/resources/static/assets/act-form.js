// One act of an officer: a title, what it needs, one button. What is refused says why instead.

import { el, fill } from './dom.js';

let count = 0;

/** An act that cannot be done now, with the reason. */
export function refused(title, reason) {
  return el('div', { class: 'tt-act' },
    el('strong', null, title), el('p', { class: 'tt-note' }, reason || 'Không thực hiện được lúc này.'));
}

/** A field {name, label, type, required, hint, options, value, min, max, rows, maxLength}. */
function control(field, id) {
  const common = {
    id, name: field.name, required: field.required, 'aria-describedby': field.hint && `${id}-hint`
  };
  if (field.type === 'textarea') {
    return el('textarea', { ...common, rows: field.rows || 2, maxlength: field.maxLength || 2000 }, field.value);
  }
  if (field.type === 'select') {
    return el('select', common, field.options.map(option =>
      el('option', { value: option.value, selected: option.value === field.value }, option.label)));
  }
  return el('input', {
    ...common, type: field.type || 'text', value: field.value, min: field.min, max: field.max, maxlength: field.maxLength
  });
}

function shown(field) {
  const id = `act-${++count}`;
  if (field.type === 'checkbox') {
    return el('div', { class: 'tt-choices' },
      el('label', { for: id }, el('input', { id, type: 'checkbox', name: field.name }), ' ', field.label));
  }
  if (field.type === 'checkboxes' || field.type === 'radio') {
    return el('fieldset', { class: 'tt-choices', 'data-field': field.name },
      el('legend', { class: `tt-label${field.required ? ' tt-required' : ''}` }, field.label),
      field.options.map((option, index) => el('label', { for: `${id}-${index}` },
        el('input', {
          id: `${id}-${index}`, type: field.type === 'radio' ? 'radio' : 'checkbox', name: field.name, value: option.value
        }), ' ', option.label)));
  }
  return el('div', { class: 'tt-field' },
    el('label', { for: id, class: field.required && 'tt-required' }, field.label),
    control(field, id),
    field.hint && el('span', { class: 'tt-hint', id: `${id}-hint` }, field.hint));
}

function valuesOf(form, fields) {
  const values = {};
  for (const field of fields) {
    if (field.type === 'checkbox') values[field.name] = form.elements[field.name].checked;
    else if (field.type === 'checkboxes') {
      values[field.name] = [...form.querySelectorAll(`[name="${field.name}"]:checked`)].map(box => box.value);
    } else if (field.type === 'radio') {
      values[field.name] = form.querySelector(`[name="${field.name}"]:checked`)?.value || null;
    } else values[field.name] = form.elements[field.name].value.trim() || null;
  }
  return values;
}

function tell(form, problem) {
  for (const text of form.querySelectorAll('.tt-error')) text.remove();
  const field = problem.field && ([...form.elements].find(one => one.name === problem.field)
    || form.querySelector(`[data-field="${problem.field}"]`));
  if (field) {
    const holder = field.closest('.tt-field, .tt-choices') || field;
    holder.append(el('span', { class: 'tt-error', role: 'alert' }, problem.message));
    (field.focus || holder.focus)?.call(field);
  }
  fill(form.querySelector('.tt-act-alert'), field ? null : el('div', { class: 'tt-alert' }, problem.message));
}

/**
 * A form for an act. What was typed stays when it is refused; `send(values)` throws a Problem then.
 */
export function actForm({ title, intro, fields, button, open, send }) {
  const form = el('form', { class: 'tt-act-form', novalidate: true },
    intro && el('p', null, intro),
    fields.map(shown),
    el('div', { class: 'tt-act-alert', role: 'alert' }),
    el('div', { class: 'tt-actions' }, el('button', { class: 'tt-button tt-primary', type: 'submit' }, button)));
  form.addEventListener('input', event => {
    for (const text of event.target.closest('.tt-field, .tt-choices')?.querySelectorAll('.tt-error') || []) text.remove();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const submit = form.querySelector('[type=submit]');
    if (submit.disabled) return;
    submit.disabled = true;
    fill(form.querySelector('.tt-act-alert'));
    try {
      await send(valuesOf(form, fields), form);
    } catch (problem) {
      tell(form, problem);
    } finally {
      submit.disabled = false;
    }
  });
  return el('details', { class: 'tt-act', open }, el('summary', null, title), form);
}

/** Says above everything what was done; gone by itself. */
export function announce(text) {
  let box = document.getElementById('tt-announce');
  if (!box) {
    box = el('div', { id: 'tt-announce', class: 'tt-announce', role: 'status' });
    document.body.append(box);
  }
  fill(box, el('div', { class: 'tt-alert tt-done' }, text));
  clearTimeout(box.timer);
  box.timer = setTimeout(() => fill(box), 8000);
}
