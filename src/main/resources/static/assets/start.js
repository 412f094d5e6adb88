// The start page: says who is logged in, and shows administrators and designers the way to their pages.

import { whoAmI } from './page.js';

const me = await whoAmI();
for (const id of ['calendar', 'migration', 'mailbox']) {
  document.getElementById(id).hidden = !me?.roles?.includes('administrator');
}
document.getElementById('models').hidden = !['designer', 'administrator'].some(role => me?.roles?.includes(role));
