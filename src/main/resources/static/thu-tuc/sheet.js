// The annex "Quy trình nội bộ giải quyết thủ tục hành chính" of one procedure.

import { el } from '/assets/dom.js';
import { amount } from '/assets/format.js';

const UNKNOWN = 'chưa xác định';

const row = (...cells) => el('tr', null, cells.map(cell => el('td', null, cell)));

const list = items => el('ul', null, items.map(item => el('li', null, item)));

const head = titles => el('thead', null, el('tr', null, titles.map(title => el('th', { scope: 'col' }, title))));

export function sheet(page) {
  return [
    el('div', { class: 'tt-slip-head' },
      el('p', null, el('strong', null, (page.competent || UNKNOWN).toUpperCase())),
      el('div', null,
        el('p', null, el('strong', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
        el('p', null, el('strong', { class: 'tt-slip-rule' }, 'Độc lập – Tự do – Hạnh phúc')))),
    el('h2', null, 'Quy trình nội bộ giải quyết thủ tục hành chính'),
    el('p', { class: 'tt-sheet-annex' }, '(Kèm theo Quyết định số ……/QĐ-…… ngày …… tháng …… năm ……)'),
    el('p', { class: 'tt-sheet-under' }, page.title),
    general(page), terms(page), steps(page), papers(page), money(page), results(page), rules(page), notes(page), origin(page), signs()
  ];
}

function general(page) {
  return part('I. Thông tin chung', el('table', { class: 'tt-sheet-pairs' }, el('tbody', null,
    row('Mã thủ tục', page.code),
    row('Lĩnh vực', page.field || UNKNOWN),
    row('Cấp thực hiện', page.levels.join(', ') || UNKNOWN),
    row('Quyết định công bố', page.decision || UNKNOWN),
    row('Cơ quan giải quyết', page.competent || UNKNOWN),
    row('Cách nộp hồ sơ', page.channels.join('; ') || UNKNOWN),
    page.cases.length > 0 && row('Các trường hợp', list(page.cases.map(one => one.label))),
    page.areas.length > 0 && row('Phân loại địa bàn', list(page.areas.map(one => one.label))))));
}

function terms(page) {
  return part('II. Thời hạn', el('table', null, head(['Giai đoạn', 'Trường hợp', 'Thời hạn', 'Căn cứ']), el('tbody', null,
    page.phases.flatMap(phase => phase.terms.map((term, index) => el('tr', null,
      index === 0 && el('td', { rowspan: phase.terms.length }, phase.name, el('span', { class: 'tt-sheet-small' }, phase.starts)),
      el('td', null, phase.terms.length > 1 && el('strong', null, `TH${index + 1}. `), term.when || (phase.terms.length > 1 ? 'Các trường hợp còn lại' : 'Mọi trường hợp')), el('td', null, term.term), el('td', null, term.source || UNKNOWN)))))));
}

function steps(page) {
  if (page.steps.length === 0) {
    return part('III. Các bước thực hiện', el('p', null, 'Chưa có mô hình quy trình nào đang áp dụng cho thủ tục này.'));
  }
  const main = page.steps.filter(step => !step.exceptional);
  const others = page.steps.filter(step => step.exceptional);
  return part('III. Các bước thực hiện',
    el('p', { class: page.model.shares.includes('chưa phê duyệt') ? 'tt-sheet-mark' : null },
      `Phần thời hạn của các bước: ${page.model.shares}.`),
    el('table', { class: 'tt-sheet-steps' }, head(['Bước', 'Nội dung công việc', 'Đơn vị, người thực hiện', 'Thời gian', 'Biểu mẫu, kết quả']),
      el('tbody', null,
        main.map((step, index) => stepRow(page, step, index + 1)),
        others.length > 0 && el('tr', { class: 'tt-sheet-band' }, el('td', { colspan: 5 }, 'Khi phát sinh (rút hồ sơ, dừng giải quyết, quá hạn…)')),
        others.map((step, index) => stepRow(page, step, main.length + index + 1)))));
}

function stepRow(page, step, number) {
  return el('tr', null,
    el('td', { class: 'tt-sheet-no' }, number),
    el('td', null, step.name, step.condition && el('span', { class: 'tt-sheet-small tt-sheet-when' }, `Khi: ${step.condition}`)),
    el('td', null, step.who || (step.called ? 'Theo quy trình dùng chung' : UNKNOWN)),
    el('td', null, time(page, step)),
    el('td', null, step.called ? `Quy trình: ${step.called}` : step.form ? `Biểu mẫu: ${step.form}` : ''));
}

// Cases are long in words: the table of terms numbers them, the steps name the numbers.
function time(page, step) {
  if (step.parts.length === 0) return step.called ? 'Theo quy trình dùng chung' : 'Không tính vào thời hạn';
  const phase = page.phases.find(one => one.name === step.phase);
  const number = part => phase.terms.findIndex(term => term.when === part.when) + 1;
  return [
    step.parts.map(one => el('span', { class: 'tt-sheet-small' }, step.parts.length === 1 ? one.time : `TH${number(one)}: ${one.time}`)),
    el('span', { class: 'tt-sheet-small' }, `(${String(step.share / 10).replace('.', ',')}% – ${step.phase})`)
  ];
}

function papers(page) {
  return part('IV. Thành phần hồ sơ', page.papers.length === 0 ? el('p', null, UNKNOWN)
    : el('table', { class: 'tt-sheet-papers' }, head(['STT', 'Giấy tờ', 'Bản chính', 'Bản sao', 'Khi nào']), el('tbody', null,
      page.papers.map((paper, index) => row(index + 1, paper.title, paper.originals, paper.copies, paper.condition || '')))));
}

function money(page) {
  return part('V. Phí, lệ phí', page.fees.length === 0 ? el('p', null, UNKNOWN)
    : el('table', null, head(['Khoản thu', 'Mức', 'Ghi chú']), el('tbody', null,
      page.fees.map(fee => row(fee.label, fee.amount === null ? UNKNOWN : amount(fee.amount), fee.note || '')))));
}

function results(page) {
  return part('VI. Kết quả', page.results.length === 0 ? el('p', null, UNKNOWN)
    : list(page.results.map(result => (result.positive ? result.title : `${result.title} (khi không chấp thuận)`))),
  page.supplementPaper && el('p', null, `Giấy yêu cầu bổ sung: ${page.supplementPaper}.`),
  el('p', null, page.silence));
}

// What the text says of a step and no step does by itself; rows of one step stand together.
function rules(page) {
  const rest = index => page.rules.slice(index).findIndex(one => one.step !== page.rules[index].step);
  const rows = index => (rest(index) < 0 ? page.rules.length - index : rest(index));
  const starts = index => index === 0 || page.rules[index - 1].step !== page.rules[index].step;
  return page.rules.length > 0 && part('VII. Quy định theo từng bước',
    el('table', { class: 'tt-sheet-rules' }, head(['Bước', 'Loại', 'Nội dung', 'Căn cứ']), el('tbody', null,
      page.rules.map((rule, index) => el('tr', null,
        starts(index) && el('td', { rowspan: rows(index) }, rule.step),
        el('td', null, rule.kind), el('td', null, rule.text), el('td', null, rule.source))))));
}

const number = parts => ['VII', 'VIII', 'IX'][parts.filter(one => one.length > 0).length];

function notes(page) {
  return page.notes.length > 0
    && part(`${number([page.rules])}. Điều chưa xác định, cần lưu ý`, list(page.notes));
}

function origin(page) {
  return part(`${number([page.rules, page.notes])}. Phiên bản`,
    el('p', null, page.model
      ? `Mô hình phiên bản ${page.model.version}${page.model.byPeople ? ', do người có thẩm quyền đưa vào áp dụng' : ''}; dữ liệu thủ tục ${page.facts}.`
      : `Dữ liệu thủ tục ${page.facts}; chưa có mô hình.`),
    page.model && el('p', null, 'Mã băm mô hình (SHA-256): ', el('code', null, page.model.sha256)));
}

function signs() {
  return el('div', { class: 'tt-slip-signs' },
    el('div', null, el('strong', null, 'NGƯỜI LẬP'), el('span', null, '(Ký, ghi rõ họ tên)')),
    el('div', null, el('strong', null, 'THỦ TRƯỞNG CƠ QUAN'), el('span', null, '(Ký, ghi rõ họ tên, đóng dấu)')));
}

const part = (title, ...content) => el('section', null, el('h3', null, title), ...content);
