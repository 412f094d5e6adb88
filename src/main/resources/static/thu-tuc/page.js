// Finds a procedure and shows its sheet.

import { el, fill } from '/assets/dom.js';
import { get, query } from '/assets/api.js';
import { alertProblem, clearAlert, whoAmI } from '/assets/page.js';
import { sheet } from './sheet.js';

const byId = id => document.getElementById(id);

async function show(code) {
  clearAlert();
  try {
    const found = await get(`/procedures/${encodeURIComponent(code)}/sheet`);
    fill(byId('sheet'), sheet(found));
    document.title = `${found.code} – Quy trình nội bộ – thutuc`;
    byId('sheet').hidden = false;
    byId('print').hidden = false;
    fill(byId('hits'));
  } catch (problem) {
    byId('sheet').hidden = true;
    byId('print').hidden = true;
    alertProblem(problem);
  }
}

// Only the last search is shown, in whichever order the answers come.
let searches = 0;

async function find(words) {
  clearAlert();
  const search = ++searches;
  try {
    const hits = await get(`/procedures${query({ q: words })}`);
    if (search !== searches) return;
    byId('sheet').hidden = true;
    byId('print').hidden = true;
    fill(byId('hits'), hits.length === 0
      ? el('p', { class: 'tt-empty' }, 'Không có thủ tục nào khớp. Hãy thử từ khác hoặc mã.')
      : el('ul', null, hits.map(hit => el('li', null,
        el('a', { href: `?code=${encodeURIComponent(hit.code)}` }, `${hit.code} – ${hit.shortTitle}`), ` (${hit.field})`))));
  } catch (problem) {
    alertProblem(problem);
  }
}

byId('find').addEventListener('submit', event => {
  event.preventDefault();
  find(byId('q').value.trim());
});
byId('print').addEventListener('click', () => window.print());

if (await whoAmI()) {
  const address = new URLSearchParams(location.search);
  const code = address.get('code');
  // A search sent before this page was ready comes back in the address.
  if (address.get('q')) byId('q').value = address.get('q');
  if (code) await show(code);
  else await find(byId('q').value.trim());
}
