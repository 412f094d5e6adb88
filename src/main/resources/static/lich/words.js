// How the calendar's codes are read.

import { el } from '/assets/dom.js';

export const KINDS = {
  statutory: 'nghỉ lễ',
  compensatory: 'nghỉ bù',
  swap_off: 'nghỉ hoán đổi',
  swap_work: 'làm bù',
  estimated: 'nghỉ, dự kiến'
};

const CHANGES = { SAME: 'như đang áp dụng', ADDED: 'thêm', CHANGED: 'sửa', REMOVED: 'bỏ' };
const LOOK = { SAME: 'no-term', ADDED: 'in-time', CHANGED: 'near', REMOVED: 'late' };

export const change = code => el('span', { class: `tt-chip tt-clock-${LOOK[code]}` }, CHANGES[code] || code);

export const chip = (text, look) => el('span', { class: `tt-chip tt-clock-${look}` }, text);

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

export const weekday = date => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
