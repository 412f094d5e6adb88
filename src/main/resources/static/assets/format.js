// How instants, codes and amounts are written for an officer.

const ZONE = 'Asia/Ho_Chi_Minh';

// The server writes local instants without a zone; one with a zone is brought to ours.
function parts(instant) {
  const text = String(instant);
  const local = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  if (local) {
    const [, year, month, day, hour, minute] = local;
    return { year, month, day, hour, minute };
  }
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return null;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
  });
  return Object.fromEntries(formatter.formatToParts(date).map(part => [part.type, part.value]));
}

/** dd/MM/yyyy HH:mm, or dd/MM/yyyy for a day without an hour. */
export function instant(value) {
  if (!value) return '';
  const p = parts(value);
  if (!p) return String(value);
  const day = `${p.day}/${p.month}/${p.year}`;
  return p.hour === undefined ? day : `${day} ${p.hour}:${p.minute}`;
}

export function day(value) {
  return instant(value).slice(0, 10);
}

/** As the official forms write it: 17 giờ 30 phút, ngày 24 tháng 11 năm 2026. */
export function formal(value) {
  const p = value && parts(value);
  if (!p) return '';
  const date = `ngày ${p.day} tháng ${p.month} năm ${p.year}`;
  return p.hour === undefined ? date : `${p.hour} giờ ${p.minute} phút, ${date}`;
}

/** Now in our zone, as the value of a datetime-local field. */
export function nowLocal() {
  const p = parts(new Date().toISOString());
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`;
}

export function amount(value) {
  if (value === null || value === undefined || value === '') return '';
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  return number === 0 ? 'Không thu' : `${new Intl.NumberFormat('vi-VN').format(number)} đồng`;
}

export const CLOCK = {
  IN_TIME: 'đúng hạn',
  NEAR: 'sắp đến hạn',
  LATE: 'quá hạn',
  PAUSED: 'tạm dừng',
  NO_TERM: 'không quy định thời hạn',
  EARLY: 'trước hạn',
  ON_TIME: 'đúng hạn'
};

export const STATES = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả'
};

export const CHANNELS = {
  COUNTER: 'Trực tiếp tại Bộ phận Một cửa',
  ONLINE: 'Trực tuyến',
  POSTAL: 'Dịch vụ bưu chính công ích'
};

export const RETURN_METHODS = {
  COUNTER: 'Trực tiếp tại Bộ phận Một cửa',
  POSTAL: 'Dịch vụ bưu chính công ích',
  ELECTRONIC: 'Bản điện tử'
};

/** What an applicant may wish to be told by; what must be told is told in any case. */
export const NOTICES = [
  { code: 'EMAIL', label: 'Thư điện tử' },
  { code: 'SMS', label: 'Tin nhắn SMS' },
  { code: 'ZALO', label: 'Zalo (đồng ý cho tìm theo số điện thoại)' },
  { code: 'NECESSARY', label: 'Chỉ nhận thông báo bắt buộc' }
];

/** A choice comes as a bare code or as {code, label}. */
export function choice(value, words) {
  if (value && typeof value === 'object') return { code: value.code, label: value.label || words?.[value.code] || value.code };
  return { code: value, label: words?.[value] || value };
}
