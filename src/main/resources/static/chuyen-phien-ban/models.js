// Models with running dossiers, and the plan from one version to another.

import { el, fill, table } from '/assets/dom.js';
import { get, post } from '/assets/api.js';
import { alertProblem, clearAlert, clearFieldErrors, fieldError, once } from '/assets/page.js';
import { showRuns } from './runs.js';
import { chip, PROBLEMS } from './words.js';

const byId = id => document.getElementById(id);
const form = byId('plan');
let models = [];

export async function showModels() {
  models = await get('/migrations/models');
  const behindFirst = [...models].sort((a, b) => (b.behind > 0) - (a.behind > 0) || b.procedure - a.procedure || a.key.localeCompare(b.key));
  fill(byId('models'), table('Mô hình đang có hồ sơ', [
    { title: 'Mô hình', cell: model => [el('strong', null, model.name || model.key), el('br'), el('code', null, model.key)] },
    { title: 'Loại', cell: model => (model.procedure ? 'thủ tục' : 'dùng chung') },
    { title: 'Hồ sơ theo phiên bản', cell: model => model.versions.filter(v => v.instances > 0).map((v, index) => [index > 0 && el('br'),
      el('span', { class: 'tt-nowrap' }, `phiên bản ${v.version}: ${v.instances}`)]) },
    { title: 'Mới nhất', cell: model => model.versions[0].version, numeric: true },
    { title: 'Ở phiên bản cũ', cell: model => model.behind, numeric: true },
    { title: 'Thao tác', cell: model => (model.behind > 0
      ? el('button', { class: 'tt-button', type: 'button', onclick: () => choose(model), 'aria-label': `Lập kế hoạch chuyển ${model.name || model.key}` }, 'Lập kế hoạch')
      : chip('không cần', 'no-term')) }
  ], behindFirst, 'Không có hồ sơ nào đang chạy.'));
}

/** Shows the form of a model; the fullest old version is offered first. */
function choose(model, sourceId) {
  const [newest, ...older] = model.versions;
  const sources = older.filter(v => v.instances > 0);
  fill(byId('plan-title'), `Kế hoạch chuyển: ${model.name || model.key}`);
  fill(form.elements.source, sources.map(v => el('option', { value: v.id }, `phiên bản ${v.version} (${v.instances} hồ sơ)`)));
  fill(form.elements.target, model.versions.slice(0, -1).map(v => el('option', { value: v.id },
    `phiên bản ${v.version}${v === newest ? ' (mới nhất)' : ''}`)));
  const fullest = [...sources].sort((a, b) => b.instances - a.instances)[0];
  form.elements.source.value = sourceId || fullest?.id || '';
  form.elements.target.value = newest.id;
  form.elements.mapping.value = '';
  forget();
  form.hidden = false;
  byId('plan-title').focus();
}

function forget() {
  fill(byId('plan-result'));
  byId('try').hidden = true;
  clearFieldErrors(form);
}

for (const field of ['source', 'target', 'mapping']) form.elements[field].addEventListener('input', forget);

const wanted = () => ({
  source: form.elements.source.value, target: form.elements.target.value, mapping: form.elements.mapping.value.trim()
});

form.addEventListener('submit', event => {
  event.preventDefault();
  once(form.querySelector('[type=submit]'), async () => {
    clearAlert();
    forget();
    try {
      showPlan(await post('/migrations/plan', wanted()));
      byId('try').hidden = false;
    } catch (problem) {
      refused(problem);
    }
  });
});

function refused(problem) {
  const field = problem.field && fieldError(form, problem.field, problem.message);
  if (field) field.focus();
  else alertProblem(problem);
}

byId('try').addEventListener('click', () => once(byId('try'), async () => {
  clearAlert();
  try {
    const { run } = await post('/migrations', wanted());
    form.hidden = true;
    await showRuns(run);
  } catch (problem) {
    refused(problem);
  }
}));

function showPlan(plan) {
  const renamed = plan.mapped.filter(element => element.how !== 'SAME');
  fill(byId('plan-result'),
    el('p', null, `${plan.mapped.length} bước, mốc và tiểu trình chuyển được`,
      renamed.length > 0 && `, trong đó ${renamed.length} đã đổi mã`, `; ${plan.unmapped.length} không chuyển được.`),
    renamed.length > 0 && table('Mã đã đổi', [
      { title: 'Bước', cell: row => row.name || row.from },
      { title: 'Loại', cell: row => row.kind },
      { title: 'Mã cũ', cell: row => el('code', null, row.from) },
      { title: 'Mã mới', cell: row => el('code', null, row.to) },
      { title: 'Do', cell: row => (row.how === 'ENTERED' ? 'nhập ở đây' : 'mô hình mới nêu') }
    ], renamed, ''),
    plan.unmapped.length > 0 && [
      el('h3', null, 'Không chuyển được'),
      el('p', { class: 'tt-hint' }, 'Hồ sơ đang đứng hoặc đang chờ ở đây sẽ ở lại phiên bản cũ; hồ sơ khác vẫn chuyển.'),
      table('Không chuyển được', [
        { title: 'Bước', cell: row => [row.element.name || row.element.id, el('br'), el('code', null, row.element.id)] },
        { title: 'Loại', cell: row => row.element.kind },
        { title: 'Hồ sơ đang đứng', cell: row => row.standing ?? '–', numeric: true },
        { title: 'Vì sao', cell: row => [chip(PROBLEMS[row.element.code] || row.element.code, 'late'), ' ', row.element.reason] }
      ], plan.unmapped, '')],
    showCalled(plan));
}

/** Called processes are instances of their own and have their own plan. */
function showCalled(plan) {
  if (plan.called.length === 0) return null;
  return [
    el('h3', null, 'Quy trình dùng chung mà các hồ sơ này đang gọi'),
    el('p', { class: 'tt-hint' }, 'Các quy trình này không chuyển theo; chúng giữ nguyên phiên bản và được chuyển bằng kế hoạch riêng.'),
    table('Quy trình dùng chung đang được gọi', [
      { title: 'Quy trình', cell: row => [row.name, ' ', el('code', null, row.key)] },
      { title: 'Phiên bản', cell: row => row.version, numeric: true },
      { title: 'Mới nhất', cell: row => row.newest, numeric: true },
      { title: 'Đang chạy', cell: row => row.instances, numeric: true },
      { title: 'Thao tác', cell: row => {
        const model = models.find(candidate => candidate.key === row.key);
        return row.version < row.newest && model
          ? el('button', { class: 'tt-button', type: 'button', onclick: () => choose(model, row.id) }, 'Lập kế hoạch riêng')
          : chip('mới nhất', 'no-term');
      } }
    ], plan.called, '')];
}
