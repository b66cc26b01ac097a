/**
 * Keeps the page current: the server hints at what has changed, and the parts of the page that show
 * it (`hx-trigger="laas:builds from:body"`) ask for themselves anew. While nobody looks, nothing is
 * asked: browsers allow few connections to one server, and every tab would hold one.
 */
const address = document.body.dataset.live;
const hints = ["builds", "agents", "configuration"];
let source = null;
let lost = null;

function open() {
  if (source || document.hidden) return;
  source = new EventSource(address);
  source.addEventListener("open", () => found());
  source.addEventListener("error", () => miss());
  for (const hint of hints) source.addEventListener(hint, () => tell(hint));
}

function close() {
  source?.close();
  source = null;
}

function tell(hint) {
  document.body.dispatchEvent(new CustomEvent(`laas:${hint}`));
}

/** After a gap all may have changed. */
function found() {
  if (!lost) return;
  lost.remove();
  lost = null;
  hints.forEach(tell);
}

function miss() {
  // A source that has been refused for good does not try again by itself.
  if (source?.readyState === EventSource.CLOSED) {
    close();
    setTimeout(open, 3000);
    // Where the session has ended, what asks now is led to the sign-in.
    hints.forEach(tell);
  }
  if (lost) return;
  lost = document.createElement("div");
  lost.className = "connection-lost";
  lost.setAttribute("role", "status");
  lost.textContent = document.body.dataset.wordsLost ?? "";
  document.body.append(lost);
}

/** What comes and is the same as what is there is not put in its place: nothing moves for nothing. */
const shown = new Map();
/** What is not there any more is not asked for again. */
const gone = new Set();
for (const part of document.querySelectorAll("[hx-get][id]")) shown.set(part.id, part.outerHTML);
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target, requestConfig } = event.detail;
  if (requestConfig?.verb !== "get" || !target.id) return;
  if (xhr.status === 404) gone.add(target.id);
  const part = new DOMParser().parseFromString(xhr.responseText, "text/html").getElementById(target.id);
  if (!part) {
    if (xhr.status === 200) event.detail.shouldSwap = false;
    return;
  }
  if (shown.get(target.id) === part.outerHTML) event.detail.shouldSwap = false;
  shown.set(target.id, part.outerHTML);
});

/** Who has a form open is not led away to the sign-in: what is typed would be lost. */
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status === 401 && document.getElementById("meanwhile")) event.preventDefault();
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (gone.has(event.detail.target?.id)) event.preventDefault();
});

if (address) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      close();
    } else {
      open();
      hints.forEach(tell);
    }
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
