// How the applicant wants the result and by what to be told, changed by the desk after reception.

import { el, fill } from '/assets/dom.js';
import { get, post } from '/assets/api.js';
import { actForm, refused } from '/assets/act-form.js';

const TITLE = 'Đổi cách nhận kết quả, thông báo';
const asOption = choice => ({ value: choice.code, label: choice.label });

/** Draws the act into a box; who does not serve at the dossier's desk, and closed dossiers, have none. */
export async function wishAct(box, number, done) {
  const path = `/dossiers/${encodeURIComponent(number)}/wish`;
  const wish = await get(path).catch(() => null);
  if (!wish || !wish.allowed) {
    fill(box);
    return;
  }
  fill(box, wish.wayRefusal && refused('Cách nhận kết quả', wish.wayRefusal), act(wish, async values => {
    await post(path, values);
    await done();
  }));
}

function act(wish, send) {
  const fixed = Boolean(wish.wayRefusal);
  const ways = fixed ? [wish.way] : wish.ways;
  const form = actForm({
    title: fixed ? 'Đổi cách nhận thông báo' : TITLE,
    intro: 'Ghi theo đề nghị của người nộp. Thông báo bắt buộc vẫn được gửi, dù chọn cách nào.',
    fields: [
      { name: 'way', label: 'Cách nhận kết quả', type: 'select', required: true, value: wish.way.code, options: ways.map(asOption) },
      { name: 'address', label: 'Địa chỉ nhận kết quả', required: true, value: wish.address, maxLength: 300,
        hint: 'Ghi đến số nhà, thôn hoặc phố, xã hoặc phường, tỉnh.' },
      { name: 'notices', label: 'Nhận thông báo qua', type: 'select', value: wish.notices?.code || '',
        options: [{ value: '', label: 'Thông tin liên hệ đã ghi khi nộp' }, ...wish.noticeWays.map(asOption)] },
      { name: 'reason', label: 'Lý do', type: 'textarea', required: true }
    ],
    button: 'Ghi thay đổi',
    send: values => send({ ...values, address: values.way === 'POSTAL' ? values.address : null })
  });
  const way = form.querySelector('[name=way]');
  const address = form.querySelector('[name=address]');
  const byPost = () => {
    address.closest('.tt-field').hidden = way.value !== 'POSTAL' || fixed;
  };
  way.addEventListener('change', byPost);
  byPost();
  return form;
}
