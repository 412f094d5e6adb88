// Shows a file in place. A PDF is drawn by pdf.js onto a canvas: no script of it runs, nothing of it becomes part of
// the page, and it works where the browser's own viewer is shut out (Tasklist is a sandboxed page).

import { el, fill } from './dom.js';

const PDF_JS = '/webjars/pdfjs-dist/';
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** A panel with the file; `close` takes it away. */
export function preview(address, file, close) {
  const source = `/api${address}/${file.id}/preview`;
  const stage = el('div', { class: 'tt-stage', tabindex: 0, 'aria-label': `Nội dung tệp ${file.name}`, role: 'group' }, 'Đang mở…');
  const tools = el('div', { class: 'tt-stage-tools' });
  const panel = el('section', {
    class: 'tt-preview', 'aria-label': `Xem tệp ${file.name}`,
    onKeydown: event => {
      if (event.key === 'Escape') close();
    }
  }, tools, stage);
  const end = el('button', { type: 'button', class: 'tt-button tt-small', onClick: close }, 'Đóng');
  if (file.type === 'PDF') {
    pdf(source, file, stage, tools, end).catch(failure => {
      fill(tools, end);
      fill(stage, el('p', { class: 'tt-note' }, words(failure)));
    });
  } else {
    image(source, file, stage, tools, end);
  }
  return panel;
}

function image(source, file, stage, tools, end) {
  const picture = el('img', {
    src: source, alt: `Ảnh ${file.name}`,
    onError: () => fill(stage, el('p', { class: 'tt-note' }, 'Không mở được ảnh. Hãy tải về để xem trên máy.'))
  });
  const fitted = el('button', {
    type: 'button', class: 'tt-button tt-small', 'aria-pressed': 'true',
    onClick: () => {
      const fits = stage.classList.toggle('tt-fits');
      fitted.setAttribute('aria-pressed', String(fits));
    }
  }, 'Vừa khung');
  stage.classList.add('tt-fits');
  fill(tools, fitted, end);
  fill(stage, picture);
}

async function pdf(source, file, stage, tools, end) {
  const { getDocument, GlobalWorkerOptions } = await import(`${PDF_JS}legacy/build/pdf.min.mjs`);
  GlobalWorkerOptions.workerSrc = `${PDF_JS}legacy/build/pdf.worker.min.mjs`;
  const loading = getDocument({
    url: source, disableRange: true, disableStream: true, isEvalSupported: false,
    cMapUrl: `${PDF_JS}cmaps/`, cMapPacked: true, standardFontDataUrl: `${PDF_JS}standard_fonts/`
  });
  const whole = await loading.promise;
  const state = { page: 1, zoom: 1 };
  const where = el('span', { role: 'status' });
  const canvas = el('canvas', { role: 'img' });
  const back = step('Trang trước', () => turn(-1));
  const on = step('Trang sau', () => turn(1));
  const smaller = step('Thu nhỏ', () => scale(-1));
  const larger = step('Phóng to', () => scale(1));
  fill(tools, back, where, on, smaller, larger, end);
  fill(stage, canvas);
  let drawing = Promise.resolve();
  draw();

  function step(label, act) {
    return el('button', { type: 'button', class: 'tt-button tt-small', onClick: act }, label);
  }

  function turn(by) {
    state.page = Math.min(Math.max(state.page + by, 1), whole.numPages);
    draw();
  }

  function scale(by) {
    const index = Math.min(Math.max(ZOOMS.indexOf(state.zoom) + by, 0), ZOOMS.length - 1);
    state.zoom = ZOOMS[index];
    draw();
  }

  function draw() {
    drawing = drawing.then(paint).catch(failure => fill(stage, el('p', { class: 'tt-note' }, words(failure))));
  }

  async function paint() {
    const page = await whole.getPage(state.page);
    const natural = page.getViewport({ scale: 1 });
    const fit = Math.max(stage.clientWidth - 24, 200) / natural.width;
    const viewport = page.getViewport({ scale: fit * state.zoom * (window.devicePixelRatio || 1) });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    canvas.style.width = `${Math.round(natural.width * fit * state.zoom)}px`;
    canvas.setAttribute('aria-label', `Trang ${state.page} trên ${whole.numPages} của tệp ${file.name}`);
    await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
    fill(where, `Trang ${state.page}/${whole.numPages}`);
    back.disabled = state.page === 1;
    on.disabled = state.page === whole.numPages;
    smaller.disabled = state.zoom === ZOOMS[0];
    larger.disabled = state.zoom === ZOOMS[ZOOMS.length - 1];
  }
}

function words(failure) {
  if (failure?.name === 'PasswordException') return 'Tệp PDF có mật khẩu, không xem được tại chỗ. Hãy tải về để mở trên máy.';
  if (failure?.name === 'InvalidPDFException') return 'Tệp PDF bị hỏng, không xem được. Hãy yêu cầu gửi lại tệp.';
  return 'Không mở được tệp để xem. Hãy tải về để mở trên máy.';
}
