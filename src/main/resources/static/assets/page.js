// What our pages share: who is logged in, and how a problem is shown.

import { el, fill } from './dom.js';
import { get } from './api.js';

// Officers log in to their tasks; a page of other people names another door.
const LOGIN = document.body.dataset.login || '/camunda/app/tasklist/';
const DOOR = document.body.dataset.door || 'Danh sách công việc';

/** Shows a problem above the page, with the way to the login when that is what is missing. */
export function alertProblem(problem, box = document.getElementById('alert')) {
  fill(box, el('div', { class: 'tt-alert' }, problem.message || String(problem),
    problem.status === 401 && [' ', el('a', { href: LOGIN, target: '_blank', rel: 'noopener' }, `Đăng nhập tại ${DOOR}`),
      ' (mở thẻ mới), rồi quay lại trang này và tải lại hoặc gửi lại.']));
}

export function clearAlert(box = document.getElementById('alert')) {
  fill(box);
}

/** The person logged in, shown in the header; null with a notice when nobody is. */
export async function whoAmI() {
  try {
    const me = await get('/me');
    fill(document.getElementById('me'), me.name, me.units?.length > 0 && ` · ${me.units[0].name}`);
    return me;
  } catch (problem) {
    alertProblem(problem.status === 401
      ? Object.assign(new Error('Anh/chị chưa đăng nhập.'), { status: 401 })
      : problem);
    return null;
  }
}

/** Ties an error text to its field; the field is found by its name, a group by data-field. */
export function fieldError(form, name, message) {
  const field = [...form.elements].find(candidate => candidate.name === name)
    || [...form.querySelectorAll('[data-field]')].find(candidate => candidate.dataset.field === name);
  if (!field || field.closest('[hidden]')) return null;
  const id = `error-${name.replace(/[^\w-]/g, '-')}`;
  let text = form.querySelector(`#${id}`);
  if (!text) {
    text = el('span', { class: 'tt-error', id });
    const holder = field.closest('.tt-field, .tt-choices') || field;
    holder.append(text);
  }
  fill(text, message);
  if (!field.hasAttribute('data-field')) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
  }
  return field;
}

export function clearFieldErrors(form) {
  for (const text of form.querySelectorAll('.tt-error')) text.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
}

/** Runs a write once at a time; the button is locked meanwhile. */
export async function once(button, work) {
  if (button.disabled) return;
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
  }
}
