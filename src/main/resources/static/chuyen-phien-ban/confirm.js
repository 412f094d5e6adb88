// One question before an act that cannot be taken back.

import { fill } from '/assets/dom.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';

const dialog = document.getElementById('confirm-dialog');
const form = document.getElementById('confirm-form');
const alert = dialog.querySelector('.tt-dialog-alert');
let act = null;

/** Asks, and runs the act; a problem is shown in the dialog, which stays open. */
export function confirm({ title, text, yes, work }) {
  clearAlert(alert);
  fill(document.getElementById('confirm-title'), title);
  fill(document.getElementById('confirm-text'), text);
  fill(document.getElementById('confirm-yes'), yes);
  act = work;
  dialog.showModal();
}

form.addEventListener('submit', event => {
  event.preventDefault();
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert(alert);
    try {
      await act();
      dialog.close();
    } catch (problem) {
      alertProblem(problem, alert);
    }
  });
});
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
