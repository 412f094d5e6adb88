// How a dossier stands, drawn for its applicant. Everything is text: nothing that was typed becomes markup.

import { el, facts, fill } from '/assets/dom.js';
import { amount, day, instant } from '/assets/format.js';
import { once } from '/assets/page.js';
import { file, tell } from './calls.js';

/** The whole story; `redraw` is given the dossier anew after something was said of it. */
export function story(view, slip, redraw) {
  return [
    el('section', { class: 'tt-box', 'aria-label': 'Hồ sơ' },
      el('h2', { class: 'tt-found-title', tabindex: '-1' }, `Hồ sơ ${view.number}`),
      el('p', { class: 'tt-standing' }, view.standing),
      facts([
        ['Thủ tục', `${view.procedure} (mã ${view.procedureCode})`],
        ['Chủ hồ sơ', view.owner],
        ['Cơ quan giải quyết', view.agency],
        ['Trạng thái', view.state],
        ['Nộp hồ sơ', instant(view.receivedAt)],
        ['Nhận kết quả', way(view)]
      ])),
    appointment(view.appointment),
    el('section', { class: 'tt-box' }, el('h2', null, 'Hồ sơ đang ở bước nào'), steps(view.steps)),
    results(view, slip),
    rating(view, slip, redraw),
    requests(view.requests),
    money(view),
    pauses(view.pauses),
    sent(view)
  ];
}

const way = view => (view.returnPlace && view.returnWay.includes('quầy') ? `${view.returnWay}, ${view.returnPlace}` : view.returnWay);

function box(title, ...content) {
  return el('section', { class: 'tt-box' }, el('h2', null, title), ...content);
}

function appointment(given) {
  const changed = given.first && given.now && given.first !== given.now;
  if (!given.now && !given.words) return null;
  return box('Hẹn trả kết quả',
    given.now && el('p', { class: 'tt-appointment' }, instant(given.now)),
    changed && el('p', null, `Lần hẹn đầu: ${instant(given.first)}.`),
    given.words && el('p', { class: 'tt-words' }, given.words));
}

function steps(way) {
  return el('ol', { class: 'tt-way' }, way.map(step => el('li', {
    class: step.at && !step.current && 'tt-way-done', 'aria-current': step.current && 'step'
  }, step.title, step.current && ' (hiện tại)', step.at && el('span', { class: 'tt-hint' }, instant(step.at)))));
}

function results(view, slip) {
  if (view.results.length === 0) return null;
  return box('Kết quả', el('ul', { class: 'tt-list' }, view.results.map(result => el('li', null,
    result.title, result.number && `, số ${result.number}`, result.day && `, ngày ${day(result.day)}`,
    result.file && [' ', download(view, result, slip)]))));
}

function download(view, result, slip) {
  const said = el('span', { class: 'tt-hint', role: 'status' });
  const button = el('button', { type: 'button', class: 'tt-button', onclick: () => once(button, fetched) }, 'Tải kết quả (PDF)');
  async function fetched() {
    fill(said, 'Đang tải…');
    try {
      const address = URL.createObjectURL(await file('/tracking/result', { ...slip, file: result.file }));
      el('a', { href: address, download: `ket-qua-${view.number}.pdf` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      fill(said, 'Đã tải về máy.');
    } catch (refusal) {
      fill(said, refusal.message);
    }
  }
  return [button, said];
}

function requests(asked) {
  if (asked.length === 0) return null;
  return box('Giấy tờ cần bổ sung, hoàn thiện', asked.map(request => el('div', null,
    el('p', null, el('strong', null, `Yêu cầu ngày ${day(request.askedAt)}: ${request.outcome}`)),
    request.missing.length > 0 && el('ul', { class: 'tt-list' }, request.missing.map(paper => el('li', null, paper))),
    request.reason && el('p', { class: 'tt-words' }, `Lý do: ${request.reason}`))));
}

function money(view) {
  const owed = view.obligation;
  if (!owed && view.fees.length === 0) return null;
  return box('Phí, lệ phí, nghĩa vụ tài chính',
    owed && el('p', null, el('strong', null, owed.open ? 'Cần nộp theo thông báo' : 'Thông báo đã gửi'),
      owed.notice && ` số ${owed.notice}`, owed.amount !== null && `: ${amount(owed.amount)}`, '.'),
    view.feeTaken && el('p', null, 'Cơ quan đã thu phí, lệ phí của hồ sơ này.'),
    view.fees.length > 0 && [
      el('p', null, 'Theo quy định của thủ tục:'),
      el('ul', { class: 'tt-list' }, view.fees.map(fee => el('li', null, fee.title, ': ',
        fee.amount === null ? 'mức thu theo văn bản quy định' : amount(fee.amount), fee.per && `/${fee.per}`,
        fee.condition && ` (${fee.condition})`)))]);
}

function pauses(times) {
  if (times.length === 0) return null;
  return box('Thời gian tạm dừng', el('ul', { class: 'tt-list' }, times.map(pause => el('li', null,
    `${pause.why}: từ ${instant(pause.from)}`, pause.to ? ` đến ${instant(pause.to)}` : ' đến nay',
    !pause.to && pause.until && `; chờ đến hết ${instant(pause.until)}`))));
}

function sent(view) {
  if (view.acts.length === 0 && view.things.length === 0) return null;
  return box('Thông báo, giấy tờ gửi Ông/Bà',
    view.things.length > 0 && el('ul', { class: 'tt-list' }, view.things.map(thing => el('li', null,
      `${thing.what}: ${thing.state}`, thing.at && `, ${instant(thing.at)}`))),
    view.acts.length > 0 && el('ul', { class: 'tt-list' }, view.acts.map(act => el('li', null,
      `${day(act.day)}: ${act.what}`, act.state && ` (${act.state})`))));
}

// ---- what the applicant says ----------------------------------------------------------------

const LEVELS = [[3, 'Rất hài lòng'], [2, 'Hài lòng'], [1, 'Không hài lòng']];

function rating(view, slip, redraw) {
  const said = view.rating;
  if (!said) return null;
  const label = LEVELS.find(([level]) => level === said.level)?.[1];
  return box('Ông/Bà có hài lòng về việc giải quyết hồ sơ này?',
    label && el('p', { role: 'status' }, `Ông/Bà đã đánh giá: ${label}.`,
      said.changeable && said.until && ` Có thể sửa đến hết ngày ${day(said.until)}.`),
    label && !said.changeable && said.comment && el('p', { class: 'tt-words' }, said.comment),
    said.changeable && questions(view, said, slip, redraw));
}

function questions(view, said, slip, redraw) {
  const alert = el('div', { role: 'alert' });
  const words = el('textarea', { id: 'comment', name: 'comment', rows: 4, maxlength: 2000 });
  words.value = said.comment || '';
  const button = el('button', { type: 'submit', class: 'tt-button tt-primary' }, said.level ? 'Sửa đánh giá' : 'Gửi đánh giá');
  const form = el('form', { novalidate: true, onsubmit: send },
    el('fieldset', { class: 'tt-levels-box' }, el('legend', null, 'Mức độ hài lòng'),
      el('div', { class: 'tt-levels' }, LEVELS.map(([level, label]) => el('label', null,
        el('input', { type: 'radio', name: 'level', value: level, checked: level === said.level }), label)))),
    el('div', { class: 'tt-field' }, el('label', { for: 'comment' }, 'Ý kiến (không bắt buộc)'), words,
      el('span', { class: 'tt-hint' }, 'Chỉ cơ quan giải quyết hồ sơ đọc được. Xin đừng ghi số giấy tờ, số điện thoại.')),
    alert, el('div', { class: 'tt-actions' }, button));
  async function send(event) {
    event.preventDefault();
    const level = form.querySelector('[name=level]:checked');
    if (!level) {
      fill(alert, el('div', { class: 'tt-alert' }, 'Hãy chọn một mức độ hài lòng.'));
      form.querySelector('[name=level]').focus();
      return;
    }
    await once(button, async () => {
      try {
        redraw(await tell('/tracking/rating', { ...slip, level: Number(level.value), comment: words.value.trim() || null }));
      } catch (refusal) {
        fill(alert, el('div', { class: 'tt-alert' }, refusal.message));
      }
    });
  }
  return form;
}
