// The comparisons with the portal: their counts, and what each of them found and mended.

import { el, fill, table } from '/assets/dom.js';
import { instant } from '/assets/format.js';
import { get, post, query } from '/assets/api.js';
import { alertProblem, clearAlert, once } from '/assets/page.js';

const byId = id => document.getElementById(id);
const STATES = { WAITING: 'đang chờ', RUNNING: 'đang chạy', DONE: 'đã xong', FAILED: 'không xong' };
let formatDay = value => value;
let linkTo = number => number;

export async function showChecks(day, dossierLink) {
  formatDay = day;
  linkTo = dossierLink;
  await draw();
}

async function draw() {
  const overview = await get('/portal/checks');
  byId('order').disabled = !overview.connected;
  fill(byId('checks-hint'), !overview.connected
    ? 'Hệ thống chưa kết nối Cổng Dịch vụ công: không có gì được gửi lên hoặc đối soát.'
    : overview.lists
      ? 'Mỗi ngày hệ thống tự đối soát một lượt: danh sách trên Cổng với hồ sơ ở đây. Chênh lệch được gửi lại hoặc lấy về.'
      : 'Mỗi ngày hệ thống tự đối soát một lượt bằng cách tra từng hồ sơ; Cổng chưa khai báo dịch vụ danh sách nên hồ sơ chỉ có trên Cổng không tự lộ ra.');
  fill(byId('reports'), table('Các lượt đối soát', [
    { title: 'Ngày', cell: report => formatDay(report.day) },
    { title: 'Bắt đầu', cell: report => instant(report.begunAt) },
    { title: 'Ai yêu cầu', cell: report => report.askedBy || 'hệ thống' },
    { title: 'Tình trạng', cell: report => [STATES[report.state], report.problem && el('span', { class: 'tt-hint' }, report.problem)] },
    { title: 'Trên Cổng', cell: report => report.theirs, numeric: true },
    { title: 'Ở đây', cell: report => report.ours, numeric: true },
    { title: 'Chênh lệch', cell: report => report.differences, numeric: true },
    { title: 'Đã xếp sửa', cell: report => report.repaired, numeric: true },
    { title: 'Xem', cell: report => report.differences > 0 && el('button', {
      type: 'button', class: 'tt-button', 'aria-label': `Xem chênh lệch của lượt ${report.id}`,
      onclick: () => differences(report, 0)
    }, 'Xem chênh lệch') }
  ], overview.reports, 'Chưa có lượt đối soát nào.'));
}

async function differences(report, after) {
  clearAlert();
  try {
    const lines = await get(`/portal/checks/${report.id}${query({ after: after || '' })}`);
    fill(byId('differences'), el('h3', null, `Chênh lệch ngày ${formatDay(report.day)}`),
      table('Chênh lệch', [
        { title: 'Mã trên Cổng', cell: line => line.portalNumber },
        { title: 'Mã hồ sơ', cell: line => line.number && linkTo(line.number) },
        { title: 'Chênh lệch', cell: line => line.label },
        { title: 'Ở đây', cell: line => line.ours },
        { title: 'Trên Cổng', cell: line => line.theirs },
        { title: 'Đã làm', cell: line => line.repair }
      ], lines, 'Không còn dòng nào.'),
      lines.length === 200 && el('button', {
        type: 'button', class: 'tt-button', onclick: () => differences(report, lines[lines.length - 1].id)
      }, 'Các dòng sau'));
  } catch (problem) {
    alertProblem(problem);
  }
}

byId('order').addEventListener('click', () => once(byId('order'), async () => {
  clearAlert();
  try {
    await post('/portal/checks', {});
    await draw();
  } catch (problem) {
    alertProblem(problem);
  }
}));
byId('reload').addEventListener('click', () => once(byId('reload'), () => draw().catch(problem => alertProblem(problem))));
