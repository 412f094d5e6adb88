// The links from Tasklist's header to the lists of papers handed over, and for the desk to its parcels.

import { el, fill } from '/assets/dom.js';
import { get } from '/assets/api.js';

export const handoverLink = {
  id: 'thutuc-handover',
  pluginPoint: 'tasklist.navbar.action',
  priority: 198,
  render(node) {
    node.append(el('a', { class: 'tt-reception-link', href: '/ban-giao/' },
      el('span', { class: 'glyphicon glyphicon-share', 'aria-hidden': 'true' }), ' Bàn giao'));
  }
};

const atLogin = () => window.location.hash.startsWith('#/login');
const MOVES = ['hashchange', 'thutuc:location'];

export const parcelsLink = {
  id: 'thutuc-parcels',
  pluginPoint: 'tasklist.navbar.action',
  priority: 197,
  render(node) {
    const offer = async () => {
      const me = await get('/me').catch(() => null);
      fill(node, me?.roles.includes('one-stop-officer') && el('a', { class: 'tt-reception-link', href: '/buu-chinh/' },
        el('span', { class: 'glyphicon glyphicon-envelope', 'aria-hidden': 'true' }), ' Bưu chính'));
    };
    // Another person may log in without the page being loaded again.
    let away = atLogin();
    const look = () => {
      if (!node.isConnected) MOVES.forEach(event => window.removeEventListener(event, look));
      else if (atLogin()) fill(node);
      else if (away) offer();
      away = atLogin();
    };
    MOVES.forEach(event => window.addEventListener(event, look));
    if (!away) offer();
  }
};
