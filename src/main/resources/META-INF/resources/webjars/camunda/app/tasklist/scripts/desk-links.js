// The links from Tasklist's header to the desk's papers: lists handed over, and results nobody has collected.

import { el } from '/assets/dom.js';

const link = (id, priority, href, icon, words) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render(node) {
    node.append(el('a', { class: 'tt-reception-link', href },
      el('span', { class: `glyphicon ${icon}`, 'aria-hidden': 'true' }), ` ${words}`));
  }
});

export const handoverLink = link('thutuc-handover', 198, '/ban-giao/', 'glyphicon-share', 'Bàn giao');
export const uncollectedLink = link('thutuc-uncollected', 196, '/ho-so/chua-nhan.html', 'glyphicon-bell', 'Chưa nhận');
