// The model of a dossier's procedure with where the dossier stands: drawn by bpmn-js, and told in words.

import { el, fill } from './dom.js';
import { get } from './api.js';
import { instant } from './format.js';

// bpmn-js as Tasklist and Cockpit ship it (16.5.0 in Camunda 7.24.0, the last of its line): Tasklist has loaded it
// already, our own pages bring the same two files. It has no name outside the bundle, only this number; a browser
// test sees when that is no longer right.
const BUNDLE = ['/camunda/lib/runtime.js', '/camunda/lib/deps.js'];
const NAVIGATED_VIEWER = 82236;
const STEP = 1.25;
const SMALLEST = 0.2;
const LARGEST = 3;

let loading = null;
let ids = 0;

function script(address) {
  return new Promise((resolve, reject) => {
    const node = document.createElement('script');
    node.src = address;
    node.onload = resolve;
    node.onerror = reject;
    document.head.append(node);
  });
}

/** The viewer; brought when the first diagram comes into sight. */
function viewerClass() {
  loading ||= bring().catch(() => {
    loading = null;
    throw new Error('Không tải được phần vẽ sơ đồ. Hãy tải lại trang; các bước được ghi bằng chữ bên dưới.');
  });
  return loading;
}

async function bring() {
  if (!self.webpackChunkcamunda_bpm_webapp) {
    for (const address of BUNDLE) await script(address);
  }
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The bundle does not answer')), 20000);
    self.webpackChunkcamunda_bpm_webapp.push([['thutuc-diagram'], {}, require => {
      const Viewer = require(NAVIGATED_VIEWER)?.A;
      if (Viewer?.prototype?.importXML) resolve(Viewer);
      else reject(new Error('The viewer has another number'));
    }]);
  });
}

/** Draws, once it comes into sight, the models of a dossier: the procedure's own, and the called ones it is inside of. */
export function diagramView(box, number) {
  fill(box, el('p', { class: 'tt-empty' }, 'Đang tải sơ đồ…'));
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    show(box, number);
  }).observe(box);
}

async function show(box, number) {
  fill(box, el('p', { class: 'tt-empty' }, 'Đang tải sơ đồ…'));
  try {
    const { processes } = await get(`/dossiers/${encodeURIComponent(number)}/diagram`);
    if (processes.length === 0) {
      fill(box, el('p', { class: 'tt-empty' }, 'Hệ thống không còn lưu sơ đồ đã chạy của hồ sơ này.'));
      return;
    }
    const shown = processes.map(process => new Diagram(process));
    fill(box, shown.map(diagram => diagram.node));
    const Viewer = await viewerClass();
    for (const diagram of shown) await diagram.draw(Viewer);
  } catch (problem) {
    box.append(el('p', { class: 'tt-note', role: 'alert' }, problem.message));
  }
}

class Diagram {
  constructor(process) {
    this.process = process;
    const id = `tt-diagram-${++ids}`;
    this.canvasBox = el('div', {
      class: 'tt-diagram', tabindex: 0, role: 'group', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-words`
    });
    this.title = `${id}-title`;
    this.buttons = el('div', { class: 'tt-actions tt-diagram-buttons', role: 'group', 'aria-label': `Xem sơ đồ ${process.name}` },
      this.button('Phóng to', '+', () => this.zoom(STEP)),
      this.button('Thu nhỏ', '−', () => this.zoom(1 / STEP)),
      this.button('Xem toàn bộ sơ đồ', 'Toàn bộ', () => this.whole()),
      process.active.some(place => place.step) && this.button('Tới bước hiện tại', 'Bước hiện tại', () => this.here()));
    this.canvasBox.addEventListener('keydown', event => this.key(event));
    this.node = el('div', { class: 'tt-diagram-box' },
      el('h3', { class: 'tt-subheading', id: `${id}-title` },
        !process.calledAt ? `Sơ đồ: ${process.name}`
          : `Quy trình con “${process.name}”${process.calledAt === process.name ? '' : ` (tại “${process.calledAt}”)`}`),
      this.buttons, this.canvasBox,
      el('p', { class: 'tt-hint' },
        el('span', { class: 'tt-key tt-key-active', 'aria-hidden': 'true' }), 'đang đứng  ',
        el('span', { class: 'tt-key tt-key-done', 'aria-hidden': 'true' }), 'đã qua.  Kéo chuột hoặc dùng phím mũi tên để di chuyển, + và − để phóng.'),
      words(process, `${id}-words`));
  }

  button(label, text, act) {
    return el('button', { class: 'tt-button', type: 'button', 'aria-label': label, title: label, onclick: act }, text);
  }

  async draw(Viewer) {
    // The wheel goes on scrolling the page: the diagram is moved by dragging and by keys.
    this.viewer = new Viewer({ container: this.canvasBox, zoomScroll: { enabled: false } });
    await this.viewer.importXML(this.process.xml);
    // The picture is one image to who hears it; what it says stands below in words.
    const picture = this.canvasBox.querySelector('.djs-container > svg');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-labelledby', this.title);
    const canvas = this.viewer.get('canvas');
    const known = this.viewer.get('elementRegistry');
    const mark = (places, marker) => places.filter(place => known.get(place.element))
      .forEach(place => canvas.addMarker(place.element, marker));
    mark(this.process.done, 'tt-done');
    mark(this.process.active.filter(place => place.step), 'tt-active');
    this.whole();
    if (canvas.zoom() < 0.6) this.here();
  }

  zoom(by) {
    const canvas = this.viewer?.get('canvas');
    canvas?.zoom(Math.min(LARGEST, Math.max(SMALLEST, canvas.zoom() * by)), 'auto');
  }

  whole() {
    this.viewer?.get('canvas').zoom('fit-viewport', 'auto');
  }

  /** Brings the step where the dossier stands to the middle, large enough to be read. */
  here() {
    const place = this.process.active.find(one => one.step && this.viewer?.get('elementRegistry').get(one.element));
    if (!place) return;
    const canvas = this.viewer.get('canvas');
    const shape = this.viewer.get('elementRegistry').get(place.element);
    canvas.zoom(0.9);
    const { width, height } = canvas.viewbox().outer;
    const scale = canvas.zoom();
    canvas.viewbox({
      x: shape.x + shape.width / 2 - width / scale / 2,
      y: shape.y + shape.height / 2 - height / scale / 2,
      width: width / scale,
      height: height / scale
    });
  }

  key(event) {
    const by = 60;
    const moves = { ArrowLeft: [by, 0], ArrowRight: [-by, 0], ArrowUp: [0, by], ArrowDown: [0, -by] };
    if (moves[event.key]) {
      const [dx, dy] = moves[event.key];
      this.viewer?.get('canvas').scroll({ dx, dy });
    } else if (event.key === '+' || event.key === '=') this.zoom(STEP);
    else if (event.key === '-') this.zoom(1 / STEP);
    else return;
    event.preventDefault();
  }
}

/** What the picture says, for who does not see it. */
function words(process, id) {
  const active = process.active.filter(place => place.step);
  const done = process.done.filter(place => place.step);
  return el('div', { id, class: 'tt-diagram-words' },
    active.length > 0
      ? el('p', null, el('strong', null, 'Đang ở: '), active.map(place =>
        `${place.name}${place.holder ? ` (${place.holder} giữ)` : ''}, từ ${instant(place.since)}`).join('; '))
      : el('p', null, process.running ? 'Hệ thống đang xử lý, không có bước nào chờ người.' : 'Quy trình đã kết thúc.'),
    done.length > 0 && el('details', null,
      el('summary', null, `Các bước đã qua (${done.length})`),
      el('ol', null, done.map(place => el('li', null, `${place.name} – xong ${instant(place.until)}`)))));
}
