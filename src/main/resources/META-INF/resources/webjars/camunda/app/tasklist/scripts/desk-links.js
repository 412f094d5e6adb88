// The link from Tasklist's header to the lists of papers handed over.

import { el } from '/assets/dom.js';

export const handoverLink = {
  id: 'thutuc-handover',
  pluginPoint: 'tasklist.navbar.action',
  priority: 198,
  render(node) {
    node.append(el('a', { class: 'tt-reception-link', href: '/ban-giao/' },
      el('span', { class: 'glyphicon glyphicon-share', 'aria-hidden': 'true' }), ' Bàn giao'));
  }
};
