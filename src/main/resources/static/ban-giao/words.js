// How lists of papers handed over are spoken of, and small parts both pages share.

import { el } from '/assets/dom.js';
import { instant } from '/assets/format.js';

export const BATCH_STATES = {
  DRAFT: 'đang lập', SENT: 'đã gửi, chờ xác nhận', CONFIRMED: 'đã xác nhận', WITHDRAWN: 'đã rút'
};

const LINE_CLOCK = { MISSING: 'tt-clock-late', RECEIVED: 'tt-clock-in-time', SENT: 'tt-clock-near', WITHDRAWN: 'tt-clock-no-term' };

export const batchLink = (id, words) => el('a', { class: 'tt-nowrap', href: `/ban-giao/danh-sach.html?ds=${id}` }, words);

export const dossierLink = number => el('a', { class: 'tt-nowrap', href: `/ho-so/xem.html?so=${encodeURIComponent(number)}` }, number);

export const lineChip = line => el('span', { class: `tt-chip ${LINE_CLOCK[line.state] || ''}` }, line.label);

/** How long ago, in whole days. */
export const age = days => (days === 0 ? 'hôm nay' : `${days} ngày`);

export const moment = value => el('span', { class: 'tt-nowrap' }, instant(value));
