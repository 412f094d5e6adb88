// The link from Tasklist's header to the reception page.

import { el } from '/assets/dom.js';

export const receptionLink = {
  id: 'thutuc-reception',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render(node) {
    node.append(el('a', { class: 'tt-reception-link', href: '/tiep-nhan/' },
      el('span', { class: 'glyphicon glyphicon-inbox', 'aria-hidden': 'true' }), ' Tiếp nhận hồ sơ'));
  }
};
