// What every task card says about its dossier: number, procedure, applicant, state of the clock, exact end.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { post } from '/assets/api.js';
import { clockChip } from '/assets/dossier-view.js';

// The list draws all its cards anew with every refresh; a short memory spares the server the repetition.
const KEEP_MS = 15000;
const answers = new Map();

// A page draws its fifteen cards at once: they are asked for together.
let waiting = null;

function asked(taskId) {
  if (!waiting) {
    waiting = [];
    setTimeout(askTogether, 20);
  }
  return new Promise((resolve, reject) => waiting.push({ taskId, resolve, reject }));
}

async function askTogether() {
  const together = waiting;
  waiting = null;
  try {
    const cards = await post('/tasks/cards', { tasks: together.map(one => one.taskId) });
    const byTask = new Map(cards.map(one => [one.task, one.card]));
    together.forEach(one => one.resolve(byTask.get(one.taskId) ?? null));
  } catch (problem) {
    together.forEach(one => one.reject(problem));
  }
}

function cardOf(taskId) {
  const known = answers.get(taskId);
  if (known && Date.now() - known.at < KEEP_MS) return known.promise;
  for (const [id, answer] of answers) {
    if (Date.now() - answer.at >= KEEP_MS) answers.delete(id);
  }
  const promise = asked(taskId);
  answers.set(taskId, { at: Date.now(), promise });
  promise.catch(() => answers.delete(taskId));
  return promise;
}

// Another person may log in without the page being loaded again.
for (const event of ['hashchange', 'thutuc:location']) {
  window.addEventListener(event, () => {
    if (window.location.hash.startsWith('#/login')) answers.clear();
  });
}

function timeLeft(card) {
  if (!card.remaining) return null;
  return card.clock?.code === 'LATE' ? `quá ${card.remaining}` : `còn ${card.remaining}`;
}

function view(card) {
  return [
    el('div', { class: 'tt-card-line' },
      el('strong', { class: 'tt-card-number' }, card.number),
      clockChip(card.clock)),
    el('div', { class: 'tt-card-procedure', title: card.procedure?.title }, card.procedure?.title),
    el('div', { class: 'tt-card-line' },
      el('span', null, card.applicant),
      card.end && el('span', { class: 'tt-card-end' },
        `Hạn ${instant(card.end)}`, timeLeft(card) && ` (${timeLeft(card)})`))
  ];
}

export const cardPlugin = {
  id: 'thutuc-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render(node, { taskId }) {
    const box = el('div', { class: 'tt-card' });
    node.append(box);
    cardOf(taskId).then(
      // A task without a dossier has no card; a failure must not look like "no dossier".
      card => card && fill(box, view(card)),
      () => fill(box, el('span', { class: 'tt-empty' }, 'Không tải được thông tin hồ sơ.')));
  }
};
