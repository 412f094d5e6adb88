// Calls of what is public: without any cookie, so that nobody is somebody here.

/** What the server refused, in its own words. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body.detail || 'Máy chủ đang bận. Vui lòng thử lại sau.');
    this.status = status;
    this.code = body.code;
    this.field = body.field;
  }
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(`/api/public${path}`, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', ...options });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(0, { detail: 'Không kết nối được máy chủ. Vui lòng kiểm tra mạng rồi thử lại.' });
  }
  if (response.ok) return response;
  let body = {};
  try {
    body = await response.json();
  } catch {
    // Not ours (a proxy's page): the status alone speaks.
  }
  throw new Refusal(response.status, body);
}

const sent = body => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const ask = async (path, signal) => (await call(path, { signal })).json();
export const tell = async (path, body) => (await call(path, sent(body))).json();
export const file = async (path, body) => (await call(path, sent(body))).blob();
