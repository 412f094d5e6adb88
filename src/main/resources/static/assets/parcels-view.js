// The parcels of a dossier: where each stands, its label, and the way to everything that was said of it.

import { el, fill, table } from './dom.js';
import { get } from './api.js';
import { instant } from './format.js';

const CHIPS = {
  REQUESTED: 'tt-clock-near', BOOKED: 'tt-clock-in-time', COLLECTED: 'tt-clock-in-time', IN_TRANSIT: 'tt-clock-in-time',
  FAILED: 'tt-clock-late', DELIVERED: 'tt-clock-in-time', RETURNED: 'tt-clock-late', CANCELLED: 'tt-clock-no-term'
};

export const parcelChip = parcel => el('span', { class: `tt-chip ${CHIPS[parcel.state] || ''}` }, parcel.label);

export const parcelLink = parcel => el('a', { href: `/buu-chinh/xem.html?bg=${parcel.id}` }, parcel.itemCode || parcel.orderNumber);

export const labelLink = parcel => el('a', {
  class: 'tt-button', href: `/api/parcels/${parcel.id}/label`, target: '_blank', rel: 'noopener'
}, 'In phiếu gửi (PDF)');

/** Draws them into a box. */
export async function parcelsView(box, number) {
  try {
    const parcels = await get(`/parcels/of/${encodeURIComponent(number)}`);
    fill(box, table('Bưu gửi của hồ sơ', [
      { title: 'Bưu gửi', cell: parcelLink },
      { title: 'Trạng thái', cell: parcel => [parcelChip(parcel), parcel.problem && el('span', { class: 'tt-hint' }, parcel.problem)] },
      { title: 'Từ lúc', cell: parcel => instant(parcel.stateAt) },
      { title: 'Phiếu gửi', cell: parcel => !parcel.closed && labelLink(parcel) }
    ], parcels, 'Chưa có bưu gửi nào.'));
  } catch (problem) {
    fill(box, el('p', { class: 'tt-note' }, problem.message));
  }
}
