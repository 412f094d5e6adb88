// The printed forms of a dossier: which are due, which were issued, and their PDF. Used by the tab in Tasklist, the page
// of a dossier and the reception desk.

import { el, fill } from './dom.js';
import { get, post } from './api.js';
import { instant } from './format.js';

const formsPath = number => `/dossiers/${encodeURIComponent(number)}/forms`;

/** Where the PDF of an issued form is. */
export const pdfAddress = (number, issued) => `/api${formsPath(number)}/${issued.id}`;

/**
 * Issues a form and opens its PDF in a tab of its own. The tab is opened at the click, before the server has answered:
 * later the browser would take it for a pop-up. Resolves to what was issued.
 */
export async function printForm(number, form, occasion = '1') {
  const tab = window.open('', '_blank');
  try {
    const issued = await post(formsPath(number), { form, occasion });
    if (tab) tab.location.replace(pdfAddress(number, issued));
    return issued;
  } catch (problem) {
    tab?.close();
    throw problem;
  }
}

/** A button that prints a form, with a line below it that says what became of it. */
export function printButton(number, form, label) {
  const status = el('span', { class: 'tt-hint', role: 'status' });
  const button = el('button', {
    type: 'button', class: 'tt-button', 'data-form': form,
    onClick: () => print(button, status, number, form, '1')
  }, label);
  return [button, status];
}

async function print(button, status, number, form, occasion) {
  button.disabled = true;
  fill(status, 'Đang lập biểu mẫu…');
  try {
    fill(status, done(number, await printForm(number, form, occasion)));
  } catch (problem) {
    fill(status, el('span', { class: 'tt-error' }, problem.message));
  } finally {
    button.disabled = false;
    button.focus();
  }
}

function done(number, issued) {
  return ['Đã cấp số ', el('strong', null, issued.number), '. ',
    el('a', { href: pdfAddress(number, issued), target: '_blank', rel: 'noopener' }, 'Mở tệp PDF'),
    issued.notice && el('span', { class: 'tt-error' }, ` ${issued.notice}`)];
}

/** The forms of a dossier, with what each button did last. */
export function formsView(number) {
  const box = el('div', { class: 'tt-forms' }, 'Đang tải…');
  const status = el('p', { class: 'tt-hint', role: 'status' });
  const load = () => get(formsPath(number)).then(
    forms => fill(box, list(number, forms, issue)),
    problem => fill(box, el('p', { class: 'tt-note' }, problem.message)));
  async function issue(button, form) {
    await print(button, status, number, form.form, form.occasion);
    await load();
    box.querySelector(`[data-form="${form.form}"][data-occasion="${form.occasion}"]`)?.focus();
  }
  load();
  return el('div', null, status, box);
}

function list(number, forms, issue) {
  return el('div', { class: 'tt-scroll' }, el('table', { class: 'tt-table' },
    el('caption', { class: 'tt-hidden' }, 'Biểu mẫu của hồ sơ'),
    el('thead', null, el('tr', null, ['Mẫu', 'Tên biểu mẫu', 'Đã cấp', 'In'].map(title => el('th', { scope: 'col' }, title)))),
    el('tbody', null, forms.map(form => el('tr', null,
      el('td', null, form.form),
      el('td', null, form.title, form.note && ` (${form.note})`),
      el('td', null, versions(number, form)),
      el('td', null, form.due && button(form, issue)))))));
}

function versions(number, form) {
  if (form.issued.length === 0) return el('span', { class: 'tt-empty' }, 'Chưa cấp');
  return form.issued.map(issued => el('div', null,
    el('a', { href: pdfAddress(number, issued), target: '_blank', rel: 'noopener' },
      `Số ${issued.number}`, issued.version > 1 && `, bản ${issued.version}`),
    ` ${instant(issued.at)}, ${issued.by}`));
}

function button(form, issue) {
  const last = form.issued.length > 0;
  const word = !last ? 'Cấp và in' : form.upToDate ? 'In lại' : 'Cấp bản mới';
  const node = el('button', {
    type: 'button', class: 'tt-button', 'data-form': form.form, 'data-occasion': form.occasion,
    'aria-label': `${word} mẫu ${form.form}${form.note ? `, ${form.note}` : ''}`,
    onClick: () => issue(node, form)
  }, word);
  return node;
}
