// The demo's letter box: what would have left the house, the newest first.

import { el, fill } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, query } from '/assets/api.js';
import { alertProblem, clearAlert, once, whoAmI } from '/assets/page.js';

const SIZE = 20;
const MEDIUM = { EMAIL: 'Thư điện tử', SMS: 'Tin nhắn SMS', ZALO: 'Zalo' };
const byId = id => document.getElementById(id);
let last = null;

/** One letter; whatever it says becomes text, never markup. */
function letter(one) {
  return el('li', { class: 'tt-letter' },
    el('h3', null, one.subject || MEDIUM[one.medium] || one.medium),
    el('p', { class: 'tt-hint' }, `${MEDIUM[one.medium] || one.medium} đến ${one.recipient}, ${instant(one.at)}`),
    el('div', { class: 'tt-letter-body' }, one.body),
    one.files.length > 0 && el('p', null, 'Đính kèm: ', one.files.map((file, index) => [index > 0 && ', ',
      el('a', { href: `/api/mailbox/${one.id}/files/${file.ordinal}` }, file.name)])));
}

async function load(before) {
  clearAlert();
  try {
    const page = await get(`/mailbox${query({ before, size: SIZE })}`);
    if (!before) fill(byId('letters'));
    for (const one of page.letters) byId('letters').append(letter(one));
    last = page.letters.at(-1)?.id ?? last;
    byId('more').hidden = !page.more;
    const shown = byId('letters').children.length;
    fill(byId('count'), shown === 0 ? 'Chưa có thư, tin nhắn nào.' : `Đang xem ${shown} thư, tin nhắn${page.more ? ', còn thư cũ hơn' : ''}.`);
  } catch (problem) {
    alertProblem(problem);
  }
}

byId('again').addEventListener('click', event => once(event.currentTarget, () => load(null)));
byId('more').addEventListener('click', event => once(event.currentTarget, async () => {
  const first = byId('letters').children.length;
  await load(last);
  // The reader goes on where the older ones begin.
  const next = byId('letters').children[first];
  next?.setAttribute('tabindex', '-1');
  next?.focus();
}));

if (await whoAmI()) load(null);
