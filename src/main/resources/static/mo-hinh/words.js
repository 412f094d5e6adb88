// How the codes of drafts are read.

import { el } from '/assets/dom.js';

export const KINDS = { PROCESS: 'Quy trình', DECISION: 'Bảng quyết định', FORM: 'Biểu mẫu' };

const STATES = {
  DRAFT: ['chờ xem xét', 'near'],
  REVIEWED: ['đã xem xét', 'in-time'],
  SCHEDULED: ['chờ ngày áp dụng', 'paused'],
  IN_FORCE: ['đã áp dụng', 'in-time'],
  REJECTED: ['không chấp nhận', 'late'],
  SUPERSEDED: ['đã thay bằng bản khác', 'no-term']
};

export const state = code => chip(...(STATES[code] || [code, 'no-term']));

export const chip = (text, look) => el('span', { class: `tt-chip tt-clock-${look}` }, text);

export const ACTS = {
  DRAFTED: 'Triển khai bản dự thảo',
  REVIEWED: 'Xem xét',
  SCHEDULED: 'Định ngày áp dụng',
  IN_FORCE: 'Đưa vào áp dụng',
  TAKEN_BACK: 'Rút lại ngày áp dụng',
  REJECTED: 'Không chấp nhận',
  SUPERSEDED: 'Thay bằng bản khác'
};

const CHANGES = { ADDED: ['thêm', 'in-time'], CHANGED: ['sửa', 'near'], REMOVED: ['bỏ', 'late'] };

export const change = code => chip(...CHANGES[code]);

const TYPES = {
  process: 'Quy trình', subProcess: 'Quy trình con', userTask: 'Việc của cán bộ', serviceTask: 'Việc của hệ thống',
  callActivity: 'Gọi quy trình dùng chung', exclusiveGateway: 'Rẽ nhánh', parallelGateway: 'Song song',
  eventBasedGateway: 'Chờ sự kiện', startEvent: 'Bắt đầu', endEvent: 'Kết thúc', boundaryEvent: 'Sự kiện gắn',
  intermediateCatchEvent: 'Chờ', intermediateThrowEvent: 'Phát sự kiện', sequenceFlow: 'Đường nối',
  messageFlow: 'Thông điệp', participant: 'Bên tham gia', lane: 'Làn', textfield: 'Ô chữ', textarea: 'Ô văn bản', select: 'Danh sách chọn',
  radio: 'Lựa chọn', checkbox: 'Đánh dấu', datetime: 'Ngày giờ', number: 'Ô số', text: 'Đoạn chữ', rule: 'Dòng', decision: 'Bảng',
  inputEntry: 'Ô điều kiện', outputEntry: 'Ô kết quả', businessRuleTask: 'Bảng quyết định'
};

export const type = code => TYPES[code] || code;

const PROPERTIES = {
  name: 'tên', formRef: 'biểu mẫu', candidateGroups: 'người nhận việc', phase: 'giai đoạn', share: 'phần thời hạn (phần nghìn)',
  calledElement: 'quy trình được gọi', documentation: 'ghi chú', expression: 'việc gọi', conditionExpression: 'điều kiện',
  sourceRef: 'từ', targetRef: 'tới', type: 'loại', label: 'nhãn', text: 'nội dung', shares: 'nguồn của phần thời hạn',
  attachedToRef: 'gắn vào', timeDate: 'mốc', values: 'các lựa chọn', validate: 'điều kiện nhập', mark: 'dấu của tệp', madeFrom: 'lập từ dữ liệu'
};

export const property = code => PROPERTIES[code] || code;
