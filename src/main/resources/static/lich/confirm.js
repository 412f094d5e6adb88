// One question before an act that cannot be taken back; the answer is whether appointments go out anew.

import { fill } from '/assets/dom.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';

const dialog = document.getElementById('confirm-dialog');
const form = document.getElementById('confirm-form');
const alert = dialog.querySelector('.tt-dialog-alert');
let act = null;

/** Asks, and runs the act with the answer; a problem is shown in the dialog, which stays open. */
export function confirm({ title, text, yes, reissue, work }) {
  form.reset();
  clearAlert(alert);
  fill(document.getElementById('confirm-title'), title);
  fill(document.getElementById('confirm-text'), text);
  fill(document.getElementById('confirm-yes'), yes);
  document.getElementById('confirm-reissue').hidden = !reissue;
  act = work;
  dialog.showModal();
}

form.addEventListener('submit', event => {
  event.preventDefault();
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert(alert);
    try {
      await act(form.elements.reissue.checked);
      dialog.close();
    } catch (problem) {
      alertProblem(problem, alert);
    }
  });
});
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
