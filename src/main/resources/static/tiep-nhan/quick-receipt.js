// The paper handed out after a quick procedure. It is the house's own and no receipt of the tax authority.

import { el } from '/assets/dom.js';
import { amount, formal } from '/assets/format.js';

export function receipt(result) {
  const line = (label, value) => value !== null && value !== undefined && value !== '' && el('tr', null, el('th', { scope: 'row' }, label), el('td', null, value));
  return el('article', { class: 'tt-slip tt-receipt', lang: 'vi', 'aria-label': 'Phiếu giải quyết ngay' },
    el('div', { class: 'tt-slip-head' },
      el('div', null,
        el('p', null, el('strong', null, result.unit.toLocaleUpperCase('vi'))),
        el('p', null, el('span', { class: 'tt-slip-rule' }, 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ'))),
      el('div', null,
        el('p', null, el('strong', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')),
        el('p', null, el('strong', { class: 'tt-slip-rule' }, 'Độc lập - Tự do - Hạnh phúc')))),
    el('h2', null, result.number ? 'Phiếu thu phí và trả kết quả' : 'Phiếu tiếp nhận và thu phí'),
    el('p', { class: 'tt-slip-number' }, result.number
      ? [result.book, ': số ', el('strong', null, result.number)]
      : 'Chờ ký; số vào sổ được cấp khi trả kết quả'),
    el('table', null, el('tbody', null,
      line('Mã hồ sơ', result.dossier),
      line('Thủ tục', `${result.title} (${result.procedure})`),
      line('Người yêu cầu', result.applicant),
      line('Giấy tờ, văn bản', result.subject),
      line('Số trang', result.pages),
      line('Số lượng', result.copies),
      line('Phí đã thu', amount(result.fee)),
      line('Lý do thu khác mức tính', result.feeGround),
      line('Người ký', result.signer),
      line('Thời điểm', formal(result.enteredAt || result.receivedAt)))),
    el('p', null, el('em', null, 'Phiếu nội bộ của cơ quan, không thay biên lai thu phí, lệ phí.')),
    el('div', { class: 'tt-slip-signs' },
      el('div', null,
        el('p', null, el('strong', null, 'NGƯỜI NHẬN'), el('br'), el('em', null, '(Ký và ghi rõ họ tên)')),
        el('p', null, '')),
      el('div', null,
        el('p', null, el('strong', null, 'CÁN BỘ MỘT CỬA'), el('br'), el('em', null, '(Ký và ghi rõ họ tên)')),
        el('p', null, result.officer))));
}
