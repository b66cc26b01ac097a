/**
 * The log of a build: `<log-view data-build="7" data-attempt="2" data-words-…>`. Only the lines that
 * are seen are in the page, and only those are fetched; what comes while the build runs is shown as
 * it comes.
 */
import { ApiProblem, wordsOf as problemWords } from "./api.js";
import { filled, frame, make, wordsOf } from "./log-frame.js";
import { fillText, shownOf, stepHeading } from "./log-line-element.js";
import { LogLines } from "./log-lines.js";
import { LogRows } from "./log-rows.js";
import { LogScroll } from "./log-scroll.js";
import { LogSearch } from "./log-search.js";
import { LogSource } from "./log-source.js";
import { LogTail } from "./log-tail.js";
import { LogTimes } from "./log-times.js";

/** As in log-view.css. */
const ROW = 20;

/** Rows beyond what is seen that are there already when one scrolls. */
const MARGIN = 30;

const COPIED_AT_MOST = 10_000;
const OUTLINE_EVERY = 2000;
const TYPING = 250;

class LogView extends HTMLElement {
  connectedCallback() {
    if (this.parts) return;
    this.words = wordsOf(this.dataset);
    this.source = new LogSource(this.dataset.build, this.dataset.attempt, (works) => this.#connection(works));
    this.parts = frame(this.words, this.source.address);
    const { toolbar, notice, body, help } = this.parts;
    this.append(toolbar, notice, body, help);
    this.rows = new LogRows();
    this.times = new LogTimes(this.words.language);
    this.lines = new LogLines((...of) => this.#fetch(...of), () => this.#later());
    this.tail = new LogTail(this.lines, (total) => this.#grow(total));
    this.scroll = new LogScroll(this.parts.scroller, this.parts.spacer, () => this.#moved());
    this.finder = new LogSearch((...of) => this.source.search(...of), () => this.#found());
    this.elements = new Map();
    this.marked = null;
    this.whole = new Set();
    this.following = false;
    this.version = 0;
    this.lastTop = 0;
    this.closing = new AbortController();
    this.#listen();
    this.#open();
  }

  disconnectedCallback() {
    // A region that is put in anew may only have moved it.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  #close() {
    this.closing.abort();
    this.unfollow?.();
    this.lines.clear();
    this.finder.clear();
    this.sizes?.disconnect();
  }

  // Opening -----------------------------------------------------------------------------------

  async #open() {
    try {
      const wanted = rangeOf(location.hash);
      const [outline, page] = await Promise.all([
        this.source.outline(this.closing.signal),
        wanted ? null : this.source.lines(-200, 200, this.closing.signal),
      ]);
      this.outline = outline;
      this.attempt = outline.attempt;
      if (page) this.lines.take(page.lines);
      this.#outlined(outline, Math.max(outline.lines_total, page?.lines_total ?? 0));
      this.#place(wanted, outline);
      if (outline.open) this.#follow();
    } catch (error) {
      this.#refused(error);
    }
  }

  #place(wanted, outline) {
    if (wanted) this.mark(wanted.from, wanted.to, true);
    else if (outline.first_error) this.#goTo(outline.first_error);
    else this.toEnd();
  }

  #outlined(outline, total) {
    this.outline = outline;
    if (outline.started_at) this.times.start = Date.parse(outline.started_at);
    this.parts.error.hidden = !outline.first_error;
    this.#listSteps(outline.steps);
    this.rows.steps = outline.steps;
    this.#resize(total);
  }

  #listSteps(steps) {
    const { steps: list, fold } = this.parts;
    const known = steps.filter((step) => step.first_line);
    list.hidden = fold.hidden = known.length === 0;
    list.replaceChildren(make("option", "", { value: "" }, this.words.jump), ...known.map((step) =>
      make("option", "", { value: step.name },
        `${this.words.steps[step.name] ?? step.name} · ${this.words.states[step.state] ?? step.state}`)));
  }

  #state(text) {
    const { state } = this.parts;
    state.hidden = text === "";
    state.replaceChildren(make("p", "", {}, text));
  }

  #refused(error) {
    if (error.name === "AbortError") return;
    const removed = error instanceof ApiProblem && error.status === 410;
    this.#state(removed ? this.words.removed : `${this.words.failed} ${problemWords(error)}`);
    if (removed) this.parts.toolbar.hidden = true;
  }

  #connection(works) {
    this.lost = !works;
    this.#notice();
  }

  #notice() {
    const { notice } = this.parts;
    const text = this.lost ? this.words.lost : "";
    if (notice.textContent !== text) notice.textContent = text;
  }

  async #fetch(...of) {
    try {
      return await this.source.lines(...of);
    } catch (error) {
      this.#refused(error);
      return { lines: [] };
    }
  }

  // Following ---------------------------------------------------------------------------------

  /** From the beginning of the last line on: it may not have ended. */
  async #follow() {
    const page = await this.source.lines(-1, 1, this.closing.signal).catch((error) => this.#refused(error));
    if (!page) return;
    const last = page.lines[0];
    this.tail.begin(last?.number ?? 1);
    this.unfollow = this.source.follow(Math.max(1, page.attempt), last?.offset ?? 0, {
      text: (attempt, text) => this.#text(attempt, text),
      end: (state) => this.#ended(state),
    });
  }

  #text(attempt, text) {
    if (attempt !== this.attempt) {
      this.attempt = attempt;
      this.source.attempt = String(attempt);
      this.lines.clear();
      this.tail.begin(1);
      this.#outlined({ ...this.outline, steps: [] }, 0);
      this.following = true;
    }
    this.tail.add(text);
  }

  #grow(total) {
    const last = this.rows.total;
    this.#resize(total);
    if (this.finder.query !== "") this.#searchOn(last);
    this.#refreshOutline();
  }

  /** Where the steps are is asked for now and then, while there is something new. */
  #refreshOutline() {
    this.outlineTimer ??= setTimeout(async () => {
      const outline = await this.source.outline(this.closing.signal).catch(() => null);
      this.outlineTimer = undefined;
      if (outline && outline.attempt === this.attempt) this.#outlined(outline, this.rows.total);
    }, OUTLINE_EVERY);
  }

  #ended(state) {
    this.#refreshOutline();
    this.#state(this.rows.total === 0 ? this.words.empty : "");
    this.dispatchEvent(new CustomEvent("log-end", { detail: { state }, bubbles: true }));
  }

  toEnd() {
    this.following = true;
    this.scroll.go(this.scroll.end);
    this.#later();
  }

  /** Goes to the first error, where there is one. */
  toFirstError() {
    this.#firstError();
  }

  /** Goes to where a step begins, where that has printed something. */
  toStep(name) {
    this.#visit(this.rows.steps.find((one) => one.name === name));
  }

  // Where one is ------------------------------------------------------------------------------

  #resize(total) {
    this.rows.update(total);
    this.scroll.resize(this.rows.count * ROW);
    if (this.following) this.scroll.go(this.scroll.end);
    const waits = this.outline.open ? (this.attempt === 0 ? this.words.queued : this.words.waiting) : this.words.empty;
    this.#state(total === 0 ? waits : "");
    this.parts.scroller.style.setProperty("--log-digits", `${Math.max(3, String(total).length)}ch`);
    this.#later();
  }

  #moved() {
    const top = this.scroll.top;
    if (this.scroll.atEnd) this.following = true;
    else if (top < this.lastTop - 2) this.following = false;
    this.lastTop = top;
    this.#draw();
  }

  #goTo(line) {
    const step = this.rows.stepOf(line);
    if (step && this.rows.folded.delete(step.name)) this.#resize(this.rows.total);
    this.following = false;
    this.scroll.go((this.rows.of(line) + 0.5) * ROW - this.parts.scroller.clientHeight / 2);
    this.lastTop = this.scroll.top;
    this.#later();
  }

  /** Marks lines, as an address such as `#L120-L130` does. */
  mark(from, to, visit) {
    this.marked = { from: Math.min(from, to), to: Math.max(from, to) };
    this.parts.copy.hidden = false;
    this.version++;
    if (visit) this.#goTo(this.marked.from);
    this.#later();
  }

  #later() {
    this.frame ??= requestAnimationFrame(() => this.#draw());
  }

  // Drawing -----------------------------------------------------------------------------------

  #draw() {
    cancelAnimationFrame(this.frame);
    this.frame = undefined;
    const { scroller, rows, follow } = this.parts;
    const top = this.scroll.top;
    const seen = Math.floor(top / ROW);
    const first = Math.max(0, seen - MARGIN);
    const last = Math.min(this.rows.count, Math.ceil((top + scroller.clientHeight) / ROW) + MARGIN);
    const wanted = new Map();
    for (let index = first; index < last; index++) this.#row(this.rows.at(index), wanted);
    this.#put(wanted);
    rows.style.transform = `translateY(${first * ROW - this.scroll.shift}px)`;
    follow.hidden = this.following || !this.outline?.open;
    this.#showStep(seen);
    this.#want(first, last);
  }

  #row({ line, step }, wanted) {
    const key = line ?? `${step.name} ${step.state} ${step.last_line ?? ""} ${this.rows.folded.has(step.name)}`;
    const known = this.elements.get(key);
    if (step) {
      wanted.set(key, known ?? stepHeading(step, this.rows.folded.has(step.name), this.words));
      return;
    }
    const row = known ?? this.#lineElement(line);
    this.#fill(row, line);
    wanted.set(key, row);
  }

  #lineElement(line) {
    const number = make("a", "log-number", { href: `#L${line}`, tabindex: "-1", "data-line": line }, String(line));
    return make("div", "log-row", {}, number, make("span", "log-time"), make("span", "log-text"));
  }

  #fill(row, number) {
    const line = this.lines.get(number);
    if (row.line === line && row.version === this.version && row.line) return;
    row.line = line;
    row.version = this.version;
    const current = this.finder.matches[this.finder.current];
    const [, time, text] = row.children;
    row.classList.toggle("log-waiting", !line);
    row.classList.toggle("log-marked", inside(this.marked, number));
    row.classList.toggle("log-error", number === this.outline.first_error);
    if (!line) return;
    time.textContent = this.times.text(line.at);
    const here = current?.line === number ? current : null;
    fillText(text, line, this.finder.byLine.get(number) ?? [], here, this.whole.has(number), this.words.more);
  }

  /** What stays is not touched: a selection in it stays too. */
  #put(wanted) {
    const layer = this.parts.rows;
    for (const [key, element] of this.elements) if (wanted.get(key) !== element) element.remove();
    let next = layer.firstChild;
    for (const element of wanted.values()) {
      if (element === next) next = next.nextSibling;
      else layer.insertBefore(element, next);
    }
    this.elements = wanted;
  }

  #showStep(seen) {
    const step = this.rows.stepAt(seen);
    const { step: now } = this.parts;
    now.hidden = !this.rows.steps.some((one) => one.first_line);
    const text = step ? (this.words.steps[step.name] ?? step.name) : "";
    if (now.textContent !== text) now.textContent = text;
  }

  #want(first, last) {
    const lines = [];
    for (let index = first; index < last; index++) {
      const { line } = this.rows.at(index);
      if (line) lines.push(line);
    }
    this.lines.want(lines, this.rows.total);
  }

  // Searching ---------------------------------------------------------------------------------

  async #search() {
    const { query, matchCase, regex } = this.parts;
    const options = { case: matchCase.ariaPressed, regex: regex.ariaPressed };
    query.removeAttribute("aria-invalid");
    this.stepped = false;
    this.version++;
    try {
      await this.finder.start(query.value, options);
    } catch (error) {
      query.setAttribute("aria-invalid", "true");
      this.parts.count.textContent = error.fields?.[0]?.message ?? problemWords(error);
      return;
    }
    this.#found();
  }

  #found() {
    this.version++;
    if (!this.stepped && this.finder.matches.length > 0) {
      this.stepped = true;
      this.step(1);
    }
    this.#count();
    this.#later();
  }

  #searchOn(last) {
    this.searchTimer ??= setTimeout(() => {
      this.searchTimer = undefined;
      this.finder.forgetLast(last);
      this.finder.goOn().catch(() => {});
    }, OUTLINE_EVERY / 2);
  }

  #count() {
    const { matches, current, running, progress, query, full } = this.finder;
    const all = matches.length.toLocaleString(this.words.language) + (full ? "+" : "");
    const found = matches.length === 0
      ? (running ? "" : this.words.searchNone)
      : filled(this.words.searchCount, (current + 1).toLocaleString(this.words.language), all);
    const part = running ? ` ${filled(this.words.searching, Math.floor(progress * 100))}` : "";
    this.parts.count.textContent = query === "" ? "" : (found + part).trim();
  }

  /** Goes to the next match, or the previous one. */
  step(by) {
    const first = this.rows.count > 0 ? this.rows.at(Math.min(this.rows.count - 1, Math.ceil(this.scroll.top / ROW))) : null;
    const match = this.finder.step(by, first?.line ?? first?.step?.first_line ?? 1);
    if (!match) return;
    this.version++;
    this.#goTo(match.line);
    this.#count();
  }

  // What people do ----------------------------------------------------------------------------

  #listen() {
    const { scroller, query, form, previous, next, matchCase, regex, steps, fold, error, times, copy, full,
      helpButton, help, follow } = this.parts;
    form.addEventListener("submit", (event) => event.preventDefault());
    query.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.#search(), TYPING);
    });
    previous.addEventListener("click", () => this.step(-1));
    next.addEventListener("click", () => this.step(1));
    for (const toggle of [matchCase, regex]) {
      toggle.addEventListener("click", () => {
        toggle.ariaPressed = String(toggle.ariaPressed !== "true");
        this.#search();
      });
    }
    steps.addEventListener("change", () => this.#jump(steps));
    fold.addEventListener("click", () => this.#foldAll(fold));
    error.addEventListener("click", () => this.#firstError());
    times.value = this.times.mode;
    times.addEventListener("change", () => this.#showTimes(times.value));
    this.#showTimes(times.value);
    copy.addEventListener("click", () => this.#copy());
    full.addEventListener("click", () => this.#full(full.ariaPressed !== "true"));
    helpButton.addEventListener("click", () => help.showModal());
    follow.addEventListener("click", () => {
      this.toEnd();
      scroller.focus({ preventScroll: true });
    });
    scroller.addEventListener("click", (event) => this.#click(event));
    this.addEventListener("keydown", (event) => this.#key(event));
    const options = { signal: this.closing.signal };
    addEventListener("hashchange", () => this.#hash(), options);
    document.body.addEventListener("laas:builds", () => this.outline?.open && this.#refreshOutline(), options);
    this.sizes = new ResizeObserver(() => {
      this.scroll.resize(this.rows.count * ROW);
      if (this.following) this.scroll.go(this.scroll.end);
      this.#later();
    });
    this.sizes.observe(scroller);
  }

  #hash() {
    const range = rangeOf(location.hash);
    if (range) this.mark(range.from, range.to, true);
  }

  #jump(list) {
    const step = this.rows.steps.find((one) => one.name === list.value);
    list.value = "";
    this.#visit(step);
  }

  #visit(step) {
    if (!step?.first_line) return;
    this.following = false;
    this.scroll.go((this.rows.of(step.first_line) - (this.rows.folded.has(step.name) ? 0 : 1)) * ROW);
    this.#later();
  }

  #foldAll(button) {
    const fold = button.ariaPressed !== "true";
    button.ariaPressed = String(fold);
    this.rows.folded = new Set(fold
      ? this.rows.steps.filter((step) => step.state !== "failed" && step.state !== "running").map((step) => step.name)
      : []);
    this.#keepPlace(() => this.#resize(this.rows.total));
  }

  /** The line at the top stays there, or the heading of its step. */
  #keepPlace(change) {
    const index = Math.min(this.rows.count - 1, Math.floor(this.scroll.top / ROW));
    const row = index < 0 ? null : this.rows.at(index);
    const line = row?.line ?? row?.step.first_line;
    const within = this.scroll.top % ROW;
    change();
    if (line && !this.following) this.scroll.go(this.rows.of(line) * ROW + within);
    this.#later();
  }

  #click(event) {
    const number = event.target.closest(".log-number");
    const fold = event.target.closest(".log-fold");
    const more = event.target.closest("button.log-more");
    if (number && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#select(Number(number.dataset.line), event.shiftKey);
    } else if (fold) {
      const { step } = fold.dataset;
      if (!this.rows.folded.delete(step)) this.rows.folded.add(step);
      this.#keepPlace(() => this.#resize(this.rows.total));
      queueMicrotask(() => this.#draw());
      requestAnimationFrame(() => this.querySelector(`.log-fold[data-step="${CSS.escape(step)}"]`)?.focus());
    } else if (more) {
      this.whole.add(Number(more.closest(".log-row").querySelector(".log-number").dataset.line));
      this.version++;
      this.#later();
    }
  }

  #select(line, extend) {
    const from = extend && this.marked ? this.anchor ?? this.marked.from : line;
    this.anchor = from;
    this.mark(from, line, false);
    const { from: first, to: last } = this.marked;
    history.replaceState(history.state, "", first === last ? `#L${first}` : `#L${first}-L${last}`);
  }

  #firstError() {
    if (this.outline?.first_error) this.#goTo(this.outline.first_error);
  }

  #showTimes(mode) {
    this.times.set(mode);
    this.parts.scroller.dataset.times = mode;
    this.version++;
    this.#later();
  }

  #full(on) {
    this.parts.full.ariaPressed = String(on);
    this.parts.full.textContent = on ? this.words.leaveFull : this.words.full;
    this.classList.toggle("log-view-full", on);
  }

  async #copy() {
    const { from, to } = this.marked;
    const texts = [];
    for (let next = from; next <= to && texts.length < COPIED_AT_MOST; ) {
      const { lines } = await this.source.lines(next, Math.min(1000, to - next + 1));
      if (lines.length === 0) break;
      texts.push(...lines.map((line) => shownOf({ text: line.text }).text));
      next = lines.at(-1).number + 1;
    }
    await toClipboard(texts.join("\n") + "\n", this);
    this.parts.notice.textContent = filled(this.words.copied, texts.length);
    setTimeout(() => this.#notice(), 3000);
  }

  #key(event) {
    const typing = event.target.closest("input, select, dialog");
    if ((event.ctrlKey || event.metaKey) && event.key === "f") return this.#take(event, () => this.#focusQuery());
    if (event.key === "F3") return this.#take(event, () => this.step(event.shiftKey ? -1 : 1));
    if (event.target === this.parts.query) return this.#queryKey(event);
    if (event.key === "Escape" && this.parts.full.ariaPressed === "true" && !typing) {
      return this.#take(event, () => this.#full(false));
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (event.key === "/") return this.#take(event, () => this.#focusQuery());
    return event.target === this.parts.scroller ? this.#scrollKey(event) : undefined;
  }

  #queryKey(event) {
    if (event.key === "Enter") this.#take(event, () => this.step(event.shiftKey ? -1 : 1));
    if (event.key === "Escape") this.#take(event, () => this.parts.scroller.focus({ preventScroll: true }));
  }

  #scrollKey(event) {
    const page = this.parts.scroller.clientHeight - ROW;
    const by = { ArrowUp: -ROW, ArrowDown: ROW, PageUp: -page, PageDown: page, " ": event.shiftKey ? -page : page }[event.key];
    if (by) this.#take(event, () => this.#by(by));
    else if (event.key === "Home") this.#take(event, () => this.#by(-this.scroll.top));
    else if (event.key === "End") this.#take(event, () => this.toEnd());
    else if (event.key === "n") this.#take(event, () => this.step(1));
    else if (event.key === "p") this.#take(event, () => this.step(-1));
    else if (event.key === "e") this.#take(event, () => this.#firstError());
  }

  #by(pixels) {
    if (pixels < 0) this.following = false;
    this.scroll.go(this.scroll.top + pixels);
    this.#later();
  }

  #focusQuery() {
    this.parts.query.focus();
    this.parts.query.select();
  }

  #take(event, action) {
    event.preventDefault();
    action();
  }
}

/** `#L120` or `#L120-L130`. */
function rangeOf(hash) {
  const found = /^#L(\d{1,12})(?:-L(\d{1,12}))?$/.exec(hash);
  if (!found || Number(found[1]) < 1) return null;
  return { from: Number(found[1]), to: Number(found[2] ?? found[1]) };
}

function inside(range, number) {
  return range !== null && range.from <= number && number <= range.to;
}

/** Pages that came without TLS have no clipboard: the older way is tried. */
async function toClipboard(text, near) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = make("textarea", "visually-hidden", { "aria-hidden": "true" });
  area.value = text;
  near.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

customElements.define("log-view", LogView);
