/**
 * `<time-ago datetime="…">`: how long ago, kept true. `<time-span from="…" to="…">`: how long it
 * took; without `to` it goes on. Their text is made here, in the page's language, so that the
 * server's pages stay the same as long as nothing happens.
 */
const language = document.documentElement.lang || "en";
const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
const exact = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
const STEPS = [[60, "second"], [60, "minute"], [24, "hour"], [30, "day"], [12, "month"], [Infinity, "year"]];

/** All that is shown now and has to be kept true. */
const ticking = new Set();

function ago(then) {
  let value = Math.round((then - Date.now()) / 1000);
  if (Math.abs(value) < 5) value = 0;
  for (const [size, unit] of STEPS) {
    if (Math.abs(value) < size) return relative.format(value, unit);
    value = Math.round(value / size);
  }
  return "";
}

/** A duration in words that need no translation: `1:02:03`, `4:05`, `12.3 s`, `85 ms`. */
export function duration(milliseconds) {
  const ms = Math.max(0, milliseconds);
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  const seconds = Math.round(ms / 1000);
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

class TimeAgo extends HTMLElement {
  static observedAttributes = ["datetime"];

  connectedCallback() {
    ticking.add(this);
    this.show();
  }

  disconnectedCallback() {
    ticking.delete(this);
  }

  attributeChangedCallback() {
    this.show();
  }

  show() {
    const then = Date.parse(this.getAttribute("datetime") ?? "");
    if (Number.isNaN(then)) return;
    const text = ago(then);
    if (this.textContent !== text) this.textContent = text;
    this.title = exact.format(then);
  }
}

class TimeSpan extends HTMLElement {
  static observedAttributes = ["from", "to"];

  connectedCallback() {
    if (!this.getAttribute("to")) ticking.add(this);
    this.show();
  }

  disconnectedCallback() {
    ticking.delete(this);
  }

  attributeChangedCallback() {
    if (this.getAttribute("to")) ticking.delete(this);
    this.show();
  }

  show() {
    const from = Date.parse(this.getAttribute("from") ?? "");
    const end = this.getAttribute("to");
    if (Number.isNaN(from)) return;
    const running = !end;
    const passed = (running ? Date.now() : Date.parse(end)) - from;
    // What runs changes by the second; its parts would flicker.
    this.textContent = duration(running ? Math.floor(Math.max(0, passed) / 1000) * 1000 : passed);
  }
}

customElements.define("time-ago", TimeAgo);
customElements.define("time-span", TimeSpan);
setInterval(() => ticking.forEach((one) => one.show()), 1000);
