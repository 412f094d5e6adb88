// The link from Tasklist's header to the page of assignments, deputies and decisions.

import { el } from '/assets/dom.js';

export const assignmentLink = {
  id: 'thutuc-assignment',
  pluginPoint: 'tasklist.navbar.action',
  priority: 190,
  render(node) {
    node.append(el('a', { class: 'tt-reception-link', href: '/phan-cong/' },
      el('span', { class: 'glyphicon glyphicon-transfer', 'aria-hidden': 'true' }), ' Phân công, thay thế'));
  }
};
