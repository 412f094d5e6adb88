// The fields of the reception form for one procedure, and what they say when it is sent.
// The names of the fields are the paths of the request, so that a problem of the server finds its field.

import { el, fill } from '/assets/dom.js';
import { CHANNELS, NOTICES, RETURN_METHODS, choice } from '/assets/format.js';
import { missing, paperList } from './papers.js';

export function field(name, label, attributes = {}) {
  const { wide, hint, required, control, ...rest } = attributes;
  const id = `field-${name.replace(/\W/g, '-')}`;
  return el('div', { class: wide ? 'tt-field tt-wide' : 'tt-field' },
    el('label', { for: id, class: required && 'tt-required' }, label),
    control ? control(id) : el('input', { id, name, type: 'text', required, ...rest }),
    hint && el('span', { class: 'tt-hint' }, hint));
}

export function select(name, label, options, attributes = {}) {
  return field(name, label, {
    ...attributes,
    control: id => el('select', { id, name, required: attributes.required },
      attributes.empty && el('option', { value: '' }, attributes.empty),
      options.map(option => el('option', { value: option.code }, option.label)))
  });
}

export function group(title, ...children) {
  return el('fieldset', null, el('legend', null, title), ...children);
}

/** A group that a box opens; while closed its fields take no part. */
export function optional(id, question, fields) {
  const inner = el('fieldset', { id, hidden: true, disabled: true, class: 'tt-plain tt-grid' }, fields);
  const box = el('input', {
    type: 'checkbox', 'aria-controls': id, 'aria-expanded': 'false',
    onChange: event => {
      inner.hidden = inner.disabled = !event.target.checked;
      event.target.setAttribute('aria-expanded', String(event.target.checked));
    }
  });
  return [el('p', { class: 'tt-optional' }, el('label', null, box, question)), inner];
}

const isOrganisation = form => form.querySelector('[name="owner.kind"]:checked')?.value === 'ORGANISATION';

/** Draws the form; `cancel` leaves it. */
export function draw(form, procedure, cancel) {
  const codes = (list, words) => (list || []).map(value => choice(value, words));
  const channels = codes(procedure.channels, CHANNELS);
  const returns = codes(procedure.returnMethods, RETURN_METHODS);
  const competent = procedure.competent || {};
  const papers = procedure.papers || [];

  fill(form,
    el('section', { class: 'tt-box' },
      el('h2', { id: 'procedure-title', tabindex: '-1' }, procedure.title),
      el('p', { class: 'tt-hint' }, [`Mã thủ tục ${procedure.code}`, procedure.field, procedure.level && (procedure.level.label || procedure.level)].filter(Boolean).join(' · ')),
      el('div', { class: 'tt-actions' }, el('button', { type: 'button', class: 'tt-button', onClick: cancel }, 'Chọn thủ tục khác'))),

    group('Yêu cầu giải quyết', el('div', { class: 'tt-grid' },
      procedure.cases?.length > 0 && select('case', 'Trường hợp', codes(procedure.cases),
        { required: true, wide: true, empty: procedure.cases.length > 1 && 'Chọn trường hợp' }),
      procedure.areas?.length > 0 && select('area', 'Khu vực', codes(procedure.areas),
        { required: true, empty: procedure.areas.length > 1 && 'Chọn khu vực' }),
      select('channel', 'Hình thức nộp hồ sơ', channels, { required: true }),
      select('returnMethod', 'Hình thức nhận kết quả', returns, { required: true }),
      competent.choose?.length > 0
        ? select('competentUnit', 'Cơ quan giải quyết', competent.choose.map(unit => ({ code: unit.id, label: unit.name })),
          { required: true, empty: competent.choose.length > 1 && 'Chọn cơ quan' })
        : competent.unit && el('div', { class: 'tt-field' }, el('span', { class: 'tt-label' }, 'Cơ quan giải quyết'), competent.unit.name))),

    group('Chủ hồ sơ', el('div', { class: 'tt-grid' },
      el('div', { class: 'tt-choices tt-wide', role: 'radiogroup', 'aria-label': 'Chủ hồ sơ là' },
        [['PERSON', 'Cá nhân'], ['ORGANISATION', 'Tổ chức, doanh nghiệp']].map(([code, label]) => el('label', null,
          el('input', { type: 'radio', name: 'owner.kind', value: code, checked: code === 'PERSON', onChange: () => nameOwner(form) }), label))),
      field('owner.name', 'Họ và tên', { required: true }),
      field('owner.idNumber', 'Số định danh cá nhân', { inputmode: 'numeric' }),
      field('owner.phone', 'Số điện thoại', { type: 'tel' }),
      field('owner.email', 'Thư điện tử', { type: 'email' }),
      field('owner.address', 'Địa chỉ', { wide: true })),
    optional('submitter', 'Người nộp khác chủ hồ sơ', [
      field('submitter.name', 'Họ và tên người nộp', { required: true }),
      field('submitter.idNumber', 'Số định danh cá nhân', { inputmode: 'numeric' }),
      field('submitter.phone', 'Số điện thoại', { type: 'tel' }),
      field('submitter.email', 'Thư điện tử', { type: 'email' }),
      field('submitter.address', 'Địa chỉ', { wide: true }),
      field('authority.document', 'Văn bản ủy quyền', { hint: 'Số, ngày và nơi chứng thực, nếu có' }),
      field('authority.until', 'Ủy quyền đến ngày', { type: 'date' })
    ]),
    optional('collector', 'Người nhận kết quả khác người nộp', [
      field('collector.name', 'Họ và tên người nhận kết quả', { required: true }),
      field('collector.idNumber', 'Số định danh cá nhân', { inputmode: 'numeric' })
    ]),
    el('div', { class: 'tt-grid' }, select('notices', 'Người nộp muốn nhận thông báo qua', NOTICES, { empty: 'Thông tin liên hệ đã ghi ở trên' }))),

    group('Thành phần hồ sơ', paperList(papers)),

    el('fieldset', null, el('legend', null, 'Nhập sau'),
      optional('late-entry', 'Hồ sơ đã nhận bằng giấy trước đó (mất điện, mất mạng)', [
        field('receivedAt', 'Thời điểm nhận thực tế', { type: 'datetime-local', required: true }),
        field('slipNumber', 'Số giấy tiếp nhận đã viết tay'),
        field('lateEntryGround', 'Lý do nhập sau', { required: true, wide: true })
      ])),

    el('div', { class: 'tt-actions' },
      el('button', { type: 'submit', class: 'tt-button tt-primary' }, 'Tiếp nhận và in giấy hẹn')));
}

function nameOwner(form) {
  const organisation = isOrganisation(form);
  const label = name => form.querySelector(`label[for="field-${name.replace(/\W/g, '-')}"]`);
  label('owner.name').textContent = organisation ? 'Tên tổ chức, doanh nghiệp' : 'Họ và tên';
  label('owner.idNumber').textContent = organisation ? 'Mã số thuế hoặc mã số doanh nghiệp' : 'Số định danh cá nhân';
}

const labelOf = input => (input.labels?.[0]?.textContent || 'Trường này').trim();

/** What is wrong before anything is sent: [name of the field, message]. The server has the last word. */
export function faults(form) {
  const found = [];
  for (const input of form.elements) {
    if (!input.name || input.matches('fieldset:disabled *')) continue;
    if (input.required && !input.value.trim()) found.push([input.name, `Phải nhập: ${labelOf(input)}.`]);
    else if (input.validity?.typeMismatch || input.validity?.badInput) found.push([input.name, `${labelOf(input)} chưa đúng.`]);
  }
  const papers = missing(form);
  if (papers) found.push(['papers', papers]);
  return found;
}

/** The request for POST /api/dossiers. */
export function request(form, procedure) {
  const body = { procedure: procedure.code };
  for (const input of form.elements) {
    if (!input.name || input.name === 'paper' || input.matches('fieldset:disabled *')) continue;
    if (input.type === 'radio' && !input.checked) continue;
    const value = input.value.trim();
    if (!value) continue;
    const path = input.name.split('.');
    const last = path.pop();
    path.reduce((object, key) => (object[key] ??= {}), body)[last] = value;
  }
  if (body.submitter) body.submitter.kind = 'PERSON';
  if (!body.competentUnit && procedure.competent?.unit) body.competentUnit = procedure.competent.unit.id;
  body.papers = [...form.querySelectorAll('[name=paper]:checked')].map(box => {
    const count = kind => Number(box.closest('tr').querySelector(`[data-kind=${kind}]`).value) || 0;
    return { key: box.value, originals: count('originals'), copies: count('copies') };
  });
  return body;
}
