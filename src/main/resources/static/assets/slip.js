// Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", drawn from a dossier.

import { el } from './dom.js';
import { CHANNELS, RETURN_METHODS, choice, formal, nowLocal } from './format.js';

export function slip(dossier, officer) {
  const from = dossier.submitter || dossier.owner;
  const line = (label, value) => value && el('p', null, `${label}: `, value);
  const received = (dossier.papers || []).filter(paper => paper.received || paper.originals > 0 || paper.copies > 0);
  const terms = (dossier.phases || []).filter(phase => phase.term).map(phase =>
    dossier.phases.length > 1 ? `${phase.name}: ${phase.term}` : phase.term);

  return el('article', { class: 'tt-slip', lang: 'vi', 'aria-label': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả' },
    el('div', { class: 'tt-slip-head' },
      el('div', null,
        el('p', null, el('strong', null, upper(dossier.deskUnit?.name))),
        el('p', null, el('span', { class: 'tt-slip-rule' }, 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ'))),
      el('div', null,
        el('p', null, el('strong', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
        el('p', null, el('strong', { class: 'tt-slip-rule' }, 'Độc lập - Tự do - Hạnh phúc')),
        el('p', null, el('em', null, `................., ${formal(nowLocal().slice(0, 10))}`)))),
    el('h2', null, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả'),
    el('p', { class: 'tt-slip-number' }, 'Mã hồ sơ: ', el('strong', null, dossier.number)),
    line('Nơi tiếp nhận và trả kết quả', dossier.deskUnit?.name),
    line('Cơ quan giải quyết', dossier.competentUnit?.name),
    line('Tiếp nhận hồ sơ của', el('strong', null, from?.name)),
    line('Hình thức nộp', choice(dossier.channel, CHANNELS).label),
    line('Địa chỉ', from?.address),
    line('Số điện thoại', from?.phone),
    line('Thư điện tử', from?.email),
    line('Số định danh cá nhân/giấy tờ pháp lý', from?.idNumber),
    line('Nội dung yêu cầu giải quyết', `${dossier.procedure.title} (mã thủ tục ${dossier.procedure.code})`),
    line('Chủ hồ sơ', [dossier.owner?.name, dossier.owner?.address && `, địa chỉ: ${dossier.owner.address}`]),
    el('p', null, '1. Thành phần hồ sơ nộp gồm:'),
    received.length > 0
      ? el('table', null,
        el('thead', null, el('tr', null,
          ['STT', 'Tên giấy tờ', 'Bản chính', 'Bản sao'].map(title => el('th', { scope: 'col' }, title)))),
        el('tbody', null, received.map((paper, index) => el('tr', null,
          el('td', { class: 'tt-number' }, index + 1),
          el('td', null, paper.title),
          el('td', { class: 'tt-number' }, paper.originals || 0),
          el('td', { class: 'tt-number' }, paper.copies || 0)))))
      : el('p', null, 'Không có giấy tờ kèm theo.'),
    el('p', null, '2. Số lượng hồ sơ: 01 (bộ)'),
    el('p', null, `3. Thời gian giải quyết hồ sơ theo quy định: ${terms.join('; ') || 'không quy định thời hạn'}`),
    el('p', null, `4. Thời gian nhận hồ sơ: ${formal(dossier.receivedAt)}`),
    el('p', null, '5. Thời gian trả kết quả giải quyết hồ sơ: ',
      el('strong', null, formal(dossier.appointment) || 'sẽ thông báo'),
      dossier.provisional && ' (tạm tính, lịch làm việc của năm liên quan chưa được công bố)'),
    el('p', null, '6. Đăng ký nhận kết quả: ', choice(dossier.returnMethod, RETURN_METHODS).label,
      dossier.returnUnit?.name && `, tại ${dossier.returnUnit.name}`),
    el('p', null, 'Khi đến nhận kết quả hoặc tra cứu tình trạng giải quyết, vui lòng mang theo giấy này và nêu mã hồ sơ.'),
    el('div', { class: 'tt-slip-signs' },
      el('div', null,
        el('p', null, el('strong', null, 'NGƯỜI NỘP HỒ SƠ'), el('br'), el('em', null, '(Ký và ghi rõ họ tên)')),
        el('p', null, from?.name)),
      el('div', null,
        el('p', null, el('strong', null, 'NGƯỜI TIẾP NHẬN HỒ SƠ'), el('br'), el('em', null, '(Ký và ghi rõ họ tên)')),
        el('p', null, officer?.name))));
}

const upper = text => (text ? text.toLocaleUpperCase('vi') : '');
