/** Calls of the server's API, as the page's user. */

/** An answer that was not the one hoped for: a problem document (RFC 9457). */
export class ApiProblem extends Error {
  /** @param {number} status @param {any} problem */
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? "");
    this.status = status;
    this.title = problem?.title ?? "";
    /** @type {Record<string, any>} what else the server says */
    this.members = problem ?? {};
    /** @type {{field: string, message: string}[]} */
    this.fields = fieldErrors(problem);
  }
}

/** The server names fields in two ways: one in `field`, or many in `errors`. */
function fieldErrors(problem) {
  const many = Array.isArray(problem?.errors) ? problem.errors : [];
  return many.map((error) => ({
    field: String(error.field ?? ""),
    message: String(error.message ?? error.detail ?? ""),
  }));
}

/**
 * Makes a call.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body] sent as JSON
 * @param {{etag?: string, signal?: AbortSignal, type?: string}} [options] `etag`: change only that
 *   version; `type`: the body is a text of that media type, and sent as it is
 * @returns {Promise<{body: any, etag: string | null}>}
 * @throws {ApiProblem} where the server refuses
 */
export async function callApi(method, path, body, options = {}) {
  // The page's language, whatever the browser's is.
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (token) headers["X-CSRF-Token"] = token;
  if (options.etag) headers["If-Match"] = options.etag;
  if (body !== undefined) {
    const json = method === "PATCH" ? "application/merge-patch+json" : "application/json";
    headers["Content-Type"] = options.type ?? json;
  }
  const answer = await fetch(path, {
    method,
    headers,
    body: body === undefined || options.type ? body : JSON.stringify(body),
    signal: options.signal,
  });
  const type = answer.headers.get("Content-Type") ?? "";
  const content = type.includes("json") ? await answer.json() : null;
  if (!answer.ok) throw new ApiProblem(answer.status, content);
  return { body: content, etag: answer.headers.get("ETag") };
}

/** What an error means in words of the page's language, and of the server's where it says more. */
export function wordsOf(error) {
  const words = document.body.dataset;
  if (!(error instanceof ApiProblem)) return words.wordsLost ?? "";
  if (error.status === 412) return words.wordsStale ?? "";
  return error.message || error.title || words.wordsFailed || "";
}

/** A path whose `{name}` parts are filled from an answer. */
export function filled(path, answer) {
  return path.replace(/\{(\w+)\}/g, (whole, name) =>
    answer?.[name] === undefined ? whole : encodeURIComponent(String(answer[name])));
}

/** Tells those who cannot see it, and others at the page's lower end for a while. */
export function announce(text) {
  const place = document.getElementById("announcements");
  if (!place) return;
  place.textContent = text;
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => (place.textContent = ""), 6000);
}
