// The one sheet of a quick procedure: who asks, what is certified, how many, what was taken, who signed.
// The names of the fields are the paths of the request, so that a problem of the server finds its field.

import { el, fill } from '/assets/dom.js';
import { field, group, optional, select } from './form.js';

const PEOPLE = /^(owner|submitter|authority)\./;

/** Draws the sheet; `change(code)` is called when another procedure is chosen. */
export function draw(form, procedures, sheet, signer, change) {
  const always = sheet.papers.filter(paper => !paper.condition);
  const some = sheet.papers.filter(paper => paper.condition);
  fill(form,
    group('Yêu cầu', el('div', { class: 'tt-quick-grid' },
      el('div', { class: 'tt-field tt-wide' },
        el('label', { for: 'quick-procedure' }, 'Thủ tục'),
        el('select', { id: 'quick-procedure', onChange: event => change(event.target.value) },
          procedures.map(one => el('option', { value: one.code, selected: one.code === sheet.code }, `${one.title} (${one.code})`)))),
      field('owner.name', 'Họ và tên người yêu cầu', { required: true, wide: true }),
      field('subject', 'Tên giấy tờ, văn bản', { required: true, maxlength: '300' }),
      sheet.asksPages && count('pages', 'Số trang'),
      count('copies', sheet.piece ? `Số ${sheet.piece}` : 'Số lượng')),
    sheet.lookUp === 'ALWAYS' && lookUp(sheet),
    el('div', { class: 'tt-check', 'data-field': 'checked' },
      el('label', null, el('input', { type: 'checkbox', id: 'quick-checked' }), 'Đã kiểm tra, đối chiếu giấy tờ'),
      always.length > 0 && el('span', { class: 'tt-hint' }, `Gồm: ${always.map(paper => paper.title).join('; ')}`)),
    some.length > 0 && el('details', { class: 'tt-conditional' },
      el('summary', null, `Ghi thêm giấy tờ chỉ cần trong một số trường hợp (${some.length})`),
      el('ul', null, some.map(paper => el('li', null,
        el('label', null, el('input', { type: 'checkbox', 'data-paper-key': paper.key }), 'Đã nhận: ', paper.title),
        el('span', { class: 'tt-hint' }, paper.condition)))))),

    group('Thu phí, ký', el('div', { class: 'tt-quick-pay' },
      field('fee', 'Số tiền thu (đồng)', {
        type: 'number', min: '0', step: '1', inputmode: 'numeric', required: true,
        hint: !sheet.feesKnown && 'Danh mục chưa ghi mức thu tính được: nhập theo biểu phí.'
      }),
      select('signer', 'Người ký trên giấy', sheet.signers.map(one => ({ code: one.id, label: one.name })),
        { empty: 'Chưa ký, chuyển chờ ký' }),
      sheet.lookUp === 'ON_REQUEST' && lookUp(sheet)),
    el('div', { id: 'fee-ground', class: 'tt-ground', hidden: true },
      field('feeGround', 'Lý do thu khác mức tính theo danh mục', { wide: true, maxlength: '500' }))),

    el('details', { class: 'tt-conditional' },
      el('summary', null, 'Thêm thông tin người yêu cầu, người nộp thay'),
      el('div', { class: 'tt-grid' },
        el('div', { class: 'tt-choices tt-wide', role: 'radiogroup', 'aria-label': 'Người yêu cầu là' },
          [['PERSON', 'Cá nhân'], ['ORGANISATION', 'Tổ chức, doanh nghiệp']].map(([code, label]) => el('label', null,
            el('input', { type: 'radio', name: 'owner.kind', value: code, checked: code === 'PERSON' }), label))),
        field('owner.idNumber', 'Số định danh cá nhân hoặc giấy tờ tùy thân'),
        field('owner.phone', 'Số điện thoại', { type: 'tel' }),
        field('owner.email', 'Thư điện tử', { type: 'email' }),
        field('owner.address', 'Địa chỉ')),
      optional('submitter', 'Người nộp khác người yêu cầu', [
        field('submitter.name', 'Họ và tên người nộp', { required: true }),
        field('submitter.idNumber', 'Số định danh cá nhân'),
        field('submitter.phone', 'Số điện thoại', { type: 'tel' }),
        field('authority.document', 'Văn bản ủy quyền', { hint: 'Số, ngày và nơi chứng thực, nếu có' })
      ])),

    el('p', { class: 'tt-hint' }, 'Bấm nút là xác nhận: phí đã thu, kết quả đã trao và người nhận đã ký nhận. Enter ở bất kỳ ô nào cũng gửi.'),
    el('div', { class: 'tt-actions' },
      el('button', { type: 'submit', class: 'tt-button tt-primary', id: 'settle' }, 'Ghi sổ và trả kết quả'),
      el('a', { class: 'tt-button', id: 'ordinary', href: `/tiep-nhan/?thu-tuc=${encodeURIComponent(sheet.code)}` }, 'Tiếp nhận theo cách thường')));
  // Nobody has signed until somebody says so; that nobody had is remembered like any other choice.
  form.elements.signer.value = sheet.signers.some(one => one.id === signer) ? signer : '';
  for (const input of form.querySelectorAll('input[type=number]')) input.addEventListener('focus', () => input.select());
  sayWhatHappens(form);
}

function count(name, label) {
  return field(name, label, { type: 'number', min: '1', max: '9999', step: '1', value: '1', inputmode: 'numeric', required: true });
}

/** Nothing is chosen beforehand where the look-up belongs to every dossier. */
function lookUp(sheet) {
  const found = [
    { code: 'MATCH', label: 'Tra cứu được, khớp với giấy tờ' },
    { code: 'NONE', label: 'Không có dữ liệu, đã đối chiếu giấy tờ xuất trình' }
  ];
  return sheet.lookUp === 'ON_REQUEST'
    ? select('lookUp', sheet.question || 'Tra cứu cơ sở dữ liệu',
      [{ code: 'NOT_ASKED', label: 'Không, xuất trình giấy tờ tại quầy' }, ...found.map(one => ({ ...one, label: `Có: ${one.label}` }))])
    : select('lookUp', 'Kết quả tra cứu cơ sở dữ liệu', found, { required: true, empty: 'Chọn kết quả tra cứu', wide: true });
}

/** The button says what it does: without a signature nothing is registered. */
export function sayWhatHappens(form) {
  form.querySelector('#settle').textContent = form.elements.signer.value
    ? 'Ghi sổ và trả kết quả' : 'Tiếp nhận, thu phí, chuyển chờ ký';
}

/** What is certified, charged and signed, for the request. */
export function details(form) {
  const value = name => form.elements[name]?.value.trim() || null;
  const number = name => (value(name) === null ? null : Number(value(name)));
  return {
    subject: value('subject'), pages: number('pages'), copies: number('copies'),
    fee: number('fee'), feeGround: form.querySelector('#fee-ground').hidden ? null : value('feeGround'),
    signer: value('signer'), lookUp: value('lookUp'),
    checked: form.querySelector('#quick-checked').checked
  };
}

/** The people and papers, for the request. */
export function dossier(form, sheet, id) {
  const body = { procedure: sheet.code, channel: 'COUNTER', returnMethod: 'COUNTER', sheet: id };
  for (const input of form.elements) {
    if (!PEOPLE.test(input.name) || input.matches('fieldset:disabled *')) continue;
    if (input.type === 'radio' && !input.checked) continue;
    const text = input.value.trim();
    if (!text) continue;
    const [who, what] = input.name.split('.');
    (body[who] ??= {})[what] = text;
  }
  if (body.submitter) body.submitter.kind = 'PERSON';
  body.papers = sheet.papers
    .filter(paper => !paper.condition || form.querySelector(`[data-paper-key="${CSS.escape(paper.key)}"]`)?.checked)
    .map(paper => ({ key: paper.key, originals: paper.originals, copies: paper.copies }))
    .map(paper => (paper.originals + paper.copies > 0 ? paper : { ...paper, originals: 1 }));
  return body;
}
