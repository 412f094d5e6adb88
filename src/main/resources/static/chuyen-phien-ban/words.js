// How codes, dates and places of a migration are read.

import { el } from '/assets/dom.js';
import { instant } from '/assets/format.js';

export const chip = (text, look) => el('span', { class: `tt-chip tt-clock-${look}` }, text);

const RUNS = {
  TRIAL: ['đang chạy thử', 'near'],
  TRIED: ['đã chạy thử', 'paused'],
  RUNNING: ['đang chuyển', 'near'],
  DONE: ['đã xong', 'in-time'],
  DROPPED: ['đã bỏ', 'no-term']
};

export const ITEMS = {
  WAITING: ['chưa xét', 'no-term'],
  MAPS: ['chuyển được', 'in-time'],
  DOES_NOT_MAP: ['không chuyển được', 'late'],
  MOVED: ['đã chuyển', 'in-time'],
  FAILED: ['chuyển không thành', 'late'],
  GONE: ['không còn ở phiên bản cũ', 'no-term']
};

export const runChip = state => chip(...RUNS[state]);
export const itemChip = state => chip(...ITEMS[state]);

export const PROBLEMS = {
  MISSING: 'không còn mã',
  KIND: 'đổi loại',
  SCOPE: 'đổi cách lồng',
  ENGINE: 'hệ thống từ chối'
};

/** `timer TTHC-1/Timer_End` as people read it. */
export function what(key) {
  if (key.startsWith('timer ')) return `mốc ${key.slice(key.indexOf('/') + 1)}`;
  if (key.startsWith('task ')) return `hạn việc ${key.slice(key.indexOf('/') + 1)}`;
  if (key === 'phase appointment') return 'ngày hẹn trả';
  return `hạn giai đoạn ${key.slice('phase '.length)}`;
}

// Parked timers stand in the year 9999.
export const when = value => (!value ? 'không có' : value === 'none' ? 'không đặt hạn' : value.startsWith('9999') ? 'tạm dừng' : instant(value));
