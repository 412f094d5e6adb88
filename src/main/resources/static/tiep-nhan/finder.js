// The box in which a procedure is found: a combobox with a list, usable with the keyboard alone.

import { el, fill } from '/assets/dom.js';
import { get, query } from '/assets/api.js';

const PAUSE_MS = 250;

/** Calls `choose(procedure)` with the procedure picked and `failed(problem)` when the search fails. */
export function finder({ input, list, status }, choose, failed) {
  let found = [];
  let current = -1;
  let timer = null;
  let running = null;

  function close() {
    list.hidden = true;
    current = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function mark(index) {
    current = index;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = list.children[index];
    if (!option) return;
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function pick(index) {
    const procedure = found[index];
    if (!procedure || procedure.startable === false) return;
    cancel();
    close();
    choose(procedure);
  }

  function cancel() {
    clearTimeout(timer);
    running?.abort();
    running = null;
  }

  function show(procedures) {
    found = procedures;
    fill(list, procedures.map((procedure, index) => el('li', {
      id: `option-${index}`, role: 'option', 'aria-selected': 'false', 'aria-disabled': procedure.startable === false && 'true',
      // mousedown would take the focus out of the field before the click arrives
      onMousedown: event => event.preventDefault(),
      onClick: () => pick(index)
    },
      procedure.shortTitle || procedure.title,
      el('span', { class: 'tt-hint' }, [procedure.code, procedure.field, procedure.startable === false && 'chưa mở tiếp nhận', procedure.quick && 'giải quyết ngay']
        .filter(Boolean).join(' · ')))));
    list.hidden = procedures.length === 0;
    current = -1;
    input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-expanded', String(procedures.length > 0));
    fill(status, procedures.length > 0 ? `Tìm thấy ${procedures.length} thủ tục.` : 'Không tìm thấy thủ tục nào. Hãy thử mã thủ tục hoặc từ khác.');
  }

  async function search() {
    cancel();
    const words = input.value.trim();
    if (!words) {
      fill(status);
      fill(list);
      close();
      return;
    }
    running = new AbortController();
    try {
      show(await get(`/procedures${query({ q: words })}`, running.signal));
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      close();
      failed(problem);
    }
  }

  input.addEventListener('input', () => {
    cancel();
    timer = setTimeout(search, PAUSE_MS);
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        if (found.length > 0 && list.children.length > 0) show(found);
        else search();
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = current < 0 && step < 0 ? 0 : current;
      mark((from + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!list.hidden && (current >= 0 || found.length === 1)) pick(Math.max(0, current));
      else search();
    }
  });
  input.addEventListener('blur', close);
}
