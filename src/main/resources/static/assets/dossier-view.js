// The parts of a dossier as an officer reads them: used by the tabs in Tasklist and by our own pages.

import { el, facts, section, table } from './dom.js';
import { diagramView } from './diagram-view.js';
import { CLOCK, STATES, day, instant } from './format.js';

/** The state of the clock by colour and by word. */
export function clockChip(clock) {
  if (!clock) return null;
  return el('span', { class: `tt-chip tt-clock-${String(clock.code).toLowerCase().replace(/_/g, '-')}` },
    clock.label || CLOCK[clock.code] || clock.code);
}

export function stateChip(state) {
  return state ? el('span', { class: 'tt-chip tt-state' }, state.label || STATES[state.code] || state.code) : null;
}

/** Facts, people, papers, results and what happened so far. */
export function dossierParts(dossier, { papersBeside = false } = {}) {
  const diagram = el('div');
  diagramView(diagram, dossier.number);
  return [
    section('Thông tin hồ sơ', facts([
      ['Mã hồ sơ', dossier.number],
      ['Thủ tục', `${dossier.procedure.title} (${dossier.procedure.code})`],
      ['Lĩnh vực', dossier.procedure.field],
      ['Trường hợp', dossier.case?.label],
      ['Khu vực', dossier.area?.label],
      ['Trạng thái', stateChip(dossier.state)],
      ['Thời hạn', clockChip(dossier.clock)],
      ['Hình thức nộp', dossier.channel?.label],
      ['Hình thức nhận kết quả', dossier.returnMethod?.label],
      ['Thời gian nhận hồ sơ', instant(dossier.receivedAt)],
      ['Hẹn trả kết quả', instant(dossier.appointment)],
      ['Nơi tiếp nhận', dossier.deskUnit?.name],
      ['Cơ quan giải quyết', dossier.competentUnit?.name],
      ['Nơi trả kết quả', dossier.returnUnit?.name]
    ])),
    section('Chủ hồ sơ', person(dossier.owner)),
    dossier.submitter && section('Người nộp hồ sơ', person(dossier.submitter)),
    // Where the papers stand below with their files, one list of them is enough.
    !papersBeside && section('Thành phần hồ sơ', papers(dossier.papers)),
    dossier.results?.length > 0 && section('Kết quả giải quyết', results(dossier.number, dossier.results)),
    section('Quá trình xử lý', diagram, el('h3', { class: 'tt-subheading' }, 'Nhật ký'), timeline(dossier.timeline)),
    dossier.rules?.length > 0 && section('Quy định theo từng bước', rules(dossier.rules))
  ];
}

/** What the official text says of a step and no step does by itself. */
function rules(list) {
  return table('Quy định theo từng bước', [
    { title: 'Bước', cell: rule => rule.step },
    { title: 'Loại', cell: rule => rule.kind },
    { title: 'Nội dung', cell: rule => rule.text },
    { title: 'Căn cứ', cell: rule => rule.source }
  ], list, '');
}

/** Why the dossier ends when it does. */
export function termParts(dossier) {
  const phases = dossier.phases || [];
  return [
    section('Thời hạn hiện tại',
      facts([
        ['Tình trạng', clockChip(dossier.clock)],
        ['Hết hạn theo quy định', dossier.clock?.code === 'PAUSED' ? 'Đang tạm dừng, chưa xác định' : instant(dossier.end)],
        ['Hẹn trả lần đầu', instant(dossier.firstAppointment)],
        ['Hẹn trả đang có hiệu lực', instant(dossier.appointment)]
      ]),
      dossier.provisional && el('p', { class: 'tt-note' },
        'Thời hạn tạm tính: lịch làm việc của năm liên quan chưa được công bố.')),
    section('Cách tính', phases.some(phase => phase.explanation?.length > 0)
      ? phases.filter(phase => phase.explanation?.length > 0).map(phase => [
        phases.length > 1 && el('h3', { class: 'tt-subheading' }, phase.name),
        explanation(phase.explanation)
      ])
      : el('p', { class: 'tt-empty' }, 'Chưa có giải thích về thời hạn.')),
    section('Các giai đoạn', table('Các giai đoạn', [
      { title: 'Giai đoạn', cell: phase => phase.name },
      { title: 'Thời hạn', cell: phase => phase.term },
      { title: 'Bắt đầu', cell: phase => instant(phase.startedAt) },
      { title: 'Hết hạn', cell: phase => instant(phase.end) },
      { title: 'Kết thúc', cell: phase => instant(phase.endedAt) },
      { title: 'Tình trạng', cell: phase => clockChip(phase.clock) }
    ], phases, 'Chưa có giai đoạn nào.')),
    section('Các lần tạm dừng', table('Các lần tạm dừng', [
      { title: 'Lý do', cell: pause => word(pause.ground, GROUNDS) },
      { title: 'Từ', cell: pause => instant(pause.from) },
      { title: 'Đến', cell: pause => instant(pause.to) || 'đang tạm dừng' },
      { title: 'Cách tính tiếp', cell: pause => word(pause.mode, MODES) }
    ], dossier.pauses, 'Chưa tạm dừng lần nào.'))
  ];
}

/** One line per fact, in the order of the clock. */
export function explanation(lines) {
  return el('ol', { class: 'tt-explanation' }, (lines || []).map(line => el('li', null, line.vi)));
}

export function timeline(entries) {
  if (!entries || entries.length === 0) return el('p', { class: 'tt-empty' }, 'Chưa có sự kiện nào.');
  return el('ol', { class: 'tt-timeline' }, entries.map(entry => el('li', null,
    el('time', { datetime: entry.at }, instant(entry.at)),
    el('div', null,
      el('strong', null, entry.label || entry.event),
      (entry.actor || entry.unit) && el('span', { class: 'tt-by' }, [entry.actor, entry.unit].filter(Boolean).join(' · ')),
      entry.reason && el('p', null, `Lý do: ${entry.reason}`)))));
}

export function outbound(acts) {
  return table('Thông báo và chuyển phát', [
    { title: 'Thời điểm', cell: act => instant(act.at) },
    { title: 'Nội dung', cell: act => act.label || act.event },
    { title: 'Hình thức', cell: act => word(act.kind, KINDS) },
    { title: 'Tình trạng', cell: act => [act.state, act.endedAt && ` ${instant(act.openedAt || act.deliveredAt || act.endedAt)}`,
      act.words && el('span', { class: 'tt-hint' }, act.words)] }
  ], acts, 'Chưa gửi thông báo nào.');
}

function person(who) {
  if (!who) return el('p', { class: 'tt-empty' }, 'Chưa có thông tin.');
  const organisation = who.kind === 'ORGANISATION';
  return facts([
    [organisation ? 'Tên tổ chức' : 'Họ và tên', who.name],
    [organisation ? 'Mã số thuế hoặc mã số doanh nghiệp' : 'Số định danh cá nhân', who.idNumber],
    ['Số điện thoại', who.phone],
    ['Thư điện tử', who.email],
    ['Địa chỉ', who.address]
  ]);
}

function papers(list) {
  return table('Thành phần hồ sơ', [
    { title: 'STT', cell: (paper, index) => index + 1, numeric: true },
    { title: 'Tên giấy tờ', cell: paper => paper.title },
    { title: 'Bản chính', cell: paper => paper.originals ?? 0, numeric: true },
    { title: 'Bản sao', cell: paper => paper.copies ?? 0, numeric: true },
    { title: 'Tình trạng', cell: paper => (paper.received ? 'Đã nhận' : 'Chưa nhận') }
  ], list, 'Hồ sơ không có giấy tờ nào.');
}

function results(number, list) {
  return table('Kết quả giải quyết', [
    { title: 'Kết quả', cell: result => [result.title || result.kind, result.positive === false && ' (từ chối)'] },
    { title: 'Số', cell: result => (result.paper
      ? el('a', { class: 'tt-nowrap', href: `/api/dossiers/${encodeURIComponent(number)}/result-papers/${result.paper}`, target: '_blank', rel: 'noopener' },
        result.number || 'Xem văn bản')
      : result.number) },
    { title: 'Ngày ký', cell: result => day(result.date) },
    { title: 'Người ký', cell: result => result.signer },
    { title: 'Hiệu lực', cell: result => [day(result.validFrom), result.validTo && ` đến ${day(result.validTo)}`] }
  ], list, '');
}

// Codes of the server which have a word of ours; anything else is shown as it came.
const GROUNDS = {
  SUPPLEMENT: 'Chờ bổ sung, hoàn thiện hồ sơ',
  FINANCIAL_OBLIGATION: 'Chờ thực hiện nghĩa vụ tài chính'
};
const MODES = {
  CONTINUE: 'Tính tiếp phần còn lại',
  RESTART: 'Tính lại từ đầu',
  PLUS: 'Tính tiếp và cộng thêm',
  WITH: 'Tính theo thời hạn mới'
};
const KINDS = {
  NOTICE: 'Thông báo',
  POST: 'Bưu chính công ích',
  POSTAL: 'Bưu chính công ích',
  ELECTRONIC: 'Bản điện tử',
  FORWARD: 'Chuyển hồ sơ',
  LOOK_UP: 'Tra cứu dữ liệu',
  COPY: 'Gửi bản sao',
  ELECTRONIC_RETURN: 'Bản điện tử',
  PUBLISH: 'Công khai',
  PORTAL: 'Cổng Dịch vụ công',
  ALERT: 'Cảnh báo nội bộ'
};
function word(value, words) {
  if (value && typeof value === 'object') return value.label || words[value.code] || value.code;
  return words[value] || value;
}
