// Calls of our REST interface on the same origin, with the session of the web applications.

/** What the server refused, in its own words (application/problem+json). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail || fallback(status) || body.title || 'Máy chủ gặp lỗi. Vui lòng thử lại sau hoặc báo người quản trị.');
    this.status = status;
    this.code = body.code;
    this.field = body.field;
  }
}

// Titles alone are often the framework's, in English: these cases have words of ours.
function fallback(status) {
  if (status === 401) return 'Anh/chị chưa đăng nhập hoặc phiên làm việc đã hết hạn.';
  if (status === 403) return 'Anh/chị không có quyền thực hiện việc này.';
  if (status === 404) return 'Không tìm thấy nội dung được yêu cầu.';
  if (status === 409) return 'Hồ sơ vừa được người khác thay đổi. Vui lòng tải lại trang.';
  if (status === 0) return 'Không kết nối được máy chủ. Vui lòng kiểm tra mạng rồi thử lại.';
  return null;
}

function cookie(name) {
  const pair = document.cookie.split('; ').find(entry => entry.startsWith(`${name}=`));
  return pair ? decodeURIComponent(pair.slice(name.length + 1)) : null;
}

// The web applications give their token as a cookie for their own path only; our pages learn it from an answer.
let tokenSeen = null;

async function call(method, path, body, signal, type = 'application/json') {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') {
    headers['Content-Type'] = type;
    const token = cookie('XSRF-TOKEN') || tokenSeen;
    if (token) headers['X-XSRF-TOKEN'] = token;
  }
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method, headers, signal, credentials: 'same-origin', cache: 'no-store',
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body)
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, {});
  }
  tokenSeen = response.headers.get('X-XSRF-TOKEN') || tokenSeen;
  const text = await response.text();
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch {
    // Not ours (a proxy's page): the status alone speaks.
  }
  if (!response.ok) throw new Problem(response.status, content || {});
  return content;
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const post = (path, body, signal) => call('POST', path, body, signal);
export const put = (path, body) => call('PUT', path, body);
export const drop = path => call('DELETE', path);

/** Sends a file as it is. */
export const upload = (path, type, file) => call('POST', path, file, undefined, type);

/**
 * Sends a file as the body, its name in a header: addresses are logged. Told of the progress as a share from 0 to 1;
 * `signal` breaks it off.
 */
export function sendFile(path, file, { onProgress, signal } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Content-Disposition', `attachment; filename*=UTF-8''${headerText(file.name)}`);
    const token = cookie('XSRF-TOKEN') || tokenSeen;
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      tokenSeen = request.getResponseHeader('X-XSRF-TOKEN') || tokenSeen;
      let content = {};
      try {
        content = JSON.parse(request.responseText);
      } catch {
        // Not ours (a proxy's page): the status alone speaks.
      }
      if (request.status >= 200 && request.status < 300) resolve(content);
      else reject(new Problem(request.status, content));
    });
    request.addEventListener('error', () => reject(new Problem(0, {})));
    request.addEventListener('abort', () => reject(new DOMException('Đã hủy', 'AbortError')));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

// As RFC 5987 wants it; half a character, which a file name can hold, is none.
function headerText(text) {
  const whole = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
  return encodeURIComponent(whole).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An id (a UUID) for one intention: sent again with it, a request is done once. Browsers have one of their own only on secure pages. */
export const newRequest = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'
  .replace(/[018]/g, digit => (digit ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> digit / 4).toString(16));

/** Query string of the given values; empty ones are left out. */
export function query(values) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
