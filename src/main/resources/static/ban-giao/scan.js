// A field that a hand scanner types into: number, Enter, number, Enter. The scanner does not wait for the server, so
// what it typed is taken out of the field at once and worked on in turn.

import { el, fill } from '/assets/dom.js';

/**
 * `work(text)` answers a line to show or throws; what it refuses stays listed in `refused` until it is taken away. What
 * is answered tells when all that was scanned has been worked on, and how much was ever refused.
 */
export function scanner(form, refused, work) {
  const input = form.querySelector('input');
  const status = form.querySelector('[role=status]');
  let turn = Promise.resolve();
  let refusals = 0;
  fill(refused);
  fill(status);

  async function take(text) {
    try {
      fill(status, await work(text));
    } catch (problem) {
      fill(status, `Không nhận: ${text}`);
      refuse(text, problem);
    }
  }

  function refuse(text, problem) {
    refusals += 1;
    let list = refused.querySelector('ul');
    if (!list) {
      list = el('ul', { class: 'tt-refused', 'aria-label': 'Không đưa được vào danh sách' });
      refused.append(list);
    }
    const item = el('li', null, el('span', null, el('strong', null, text), `: ${problem.message}`),
      el('button', {
        type: 'button', class: 'tt-button', 'aria-label': `Đã xem lời báo về ${text}`,
        onclick: () => { item.remove(); input.focus(); }
      }, 'Đã xem'));
    list.prepend(item);
  }

  form.onsubmit = event => {
    event.preventDefault();
    const text = input.value.trim();
    input.value = '';
    input.focus();
    if (text) turn = turn.then(() => take(text));
  };
  input.focus();

  return {
    /** Resolves, with how much was ever refused, when nothing is waiting for its turn. */
    async settled() {
      let last;
      do {
        last = turn;
        await last;
      } while (last !== turn);
      return refusals;
    },
    refusals: () => refusals
  };
}
