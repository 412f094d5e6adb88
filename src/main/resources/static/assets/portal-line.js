// How a dossier stands with the national portal, in one line, with its acts behind it.

import { el, facts } from './dom.js';
import { outbound } from './dossier-view.js';
import { instant } from './format.js';
import { get } from './api.js';

/** The line; a dossier the portal is not told of says so. */
export async function portalLine(number, acts) {
  const standing = await get(`/portal/standings/${encodeURIComponent(number)}`);
  const line = facts([['Cổng Dịch vụ công', [words(standing),
    standing.waiting > 0 && ` Chờ gửi: ${standing.waiting} việc.`,
    standing.failed > 0 && [' ', el('span', { class: 'tt-chip tt-clock-late' }, `Không gửi được: ${standing.failed} việc`)]]]]);
  return [line, acts.length > 0 && el('details', null,
    el('summary', null, `Các lượt gửi lên Cổng (${acts.length})`), outbound(acts))];
}

function words(standing) {
  if (!standing.portalNumber) {
    return standing.connected ? 'Chưa có gì phải gửi lên Cổng.' : 'Hệ thống chưa kết nối Cổng, không gửi gì.';
  }
  if (!standing.takenAt) return 'Cổng chưa nhận hồ sơ này.';
  return `Cổng giữ hồ sơ dưới mã ${standing.portalNumber} từ ${instant(standing.takenAt)}`
    + (standing.told ? `, trạng thái đã báo: ${standing.told}.` : '; chưa báo trạng thái.');
}
