// A dossier by the two codes of its slip. A code that was scanned brings both behind '#', which no server ever sees; they
// are taken out of the address at once, so that no history keeps them.

import { el, fill } from '/assets/dom.js';
import { clearFieldErrors, fieldError, once } from '/assets/page.js';
import { tell } from './calls.js';
import { story } from './story.js';

const byId = id => document.getElementById(id);
const form = byId('slip');
const button = form.querySelector('[type=submit]');
let asked = 0;

async function look() {
  const mine = ++asked;
  fill(byId('alert'));
  clearFieldErrors(form);
  byId('found').hidden = true;
  const slip = { number: byId('number').value.trim(), secret: byId('secret').value.trim() };
  for (const [name, label] of [['number', 'mã hồ sơ'], ['secret', 'mã tra cứu']]) {
    if (!slip[name]) {
      fieldError(form, name, `Hãy nhập ${label} ghi trên giấy tiếp nhận.`);
      byId(name).focus();
      return;
    }
  }
  try {
    const view = await tell('/tracking', slip);
    if (mine === asked) show(view, slip);
  } catch (refusal) {
    if (mine === asked) fill(byId('alert'), el('div', { class: 'tt-alert' }, refusal.message));
  }
}

function show(view, slip) {
  fill(byId('found'), story(view, slip, again => show(again, slip)));
  byId('found').hidden = false;
  byId('found').querySelector('h2').focus();
}

function fromTheCode() {
  const code = /^#([^/]+)\/(.+)$/.exec(window.location.hash);
  if (!code) return;
  history.replaceState(null, '', window.location.pathname);
  byId('number').value = decoded(code[1]);
  byId('secret').value = decoded(code[2]);
  look();
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  once(button, look);
});
window.addEventListener('hashchange', fromTheCode);
button.disabled = false;
fromTheCode();
