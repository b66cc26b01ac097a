/**
 * The log of a build: `<log-view data-build="7" data-attempt="2" data-words-…>`. Only the lines that
 * are seen are in the page, and only those are fetched; what comes while the build runs is shown as
 * it comes.
 *
 * This element puts the parts together. What the server tells goes into the model, what people do
 * into the place, the marks and the search; the drawing shows all of them and changes none.
 */
import { LogDrawing } from "./log-drawing.js";
import { LogFindBar } from "./log-find-bar.js";
import { frame, wordsOf } from "./log-frame.js";
import { LogGrowth } from "./log-growth.js";
import { listenToKeys } from "./log-keys.js";
import { LogLines } from "./log-lines.js";
import { LogMarks, rangeOf } from "./log-marks.js";
import { LogMessages } from "./log-messages.js";
import { LogModel } from "./log-model.js";
import { LogPlace } from "./log-place.js";
import { LogSearch } from "./log-search.js";
import { LogSource } from "./log-source.js";
import { LogTimes } from "./log-times.js";
import { LogToolbar } from "./log-toolbar.js";

/** Lines that are asked for together with the outline: a build is mostly looked at from its end. */
const LAST_LINES = 200;

class LogView extends HTMLElement {
  connectedCallback() {
    if (this.parts) return;
    const words = wordsOf(this.dataset);
    this.closing = new AbortController();
    this.source = new LogSource(this.dataset.build, this.dataset.attempt, (works) => this.messages.connection(works));
    this.parts = frame(words, this.source.address);
    const { toolbar, notice, body, help } = this.parts;
    this.append(toolbar, notice, body, help);
    this.messages = new LogMessages(this.parts, words);
    this.model = new LogModel(new LogLines((...of) => this.#lines(...of), () => this.drawing.later()));
    this.#show(words);
    this.growth = new LogGrowth(this.source, this.model, {
      grown: (total) => this.#grown(total),
      attempt: () => this.#outlined(() => (this.place.following = true)),
      outlined: (outline) => this.#outlined(() => this.model.outlined(outline, this.model.total)),
      ended: (state) => this.#ended(state),
      refused: (error) => this.messages.refused(error),
    }, this.closing.signal);
    this.#listen();
    this.#open();
  }

  /** What it looks like, and what the tools do. */
  #show(words) {
    const { parts, model } = this;
    const restyle = () => this.drawing.restyle();
    this.times = new LogTimes(words.language);
    this.marks = new LogMarks(this.source, restyle);
    this.finder = new LogSearch((...of) => this.source.search(...of), () => this.find.found());
    this.place = new LogPlace(model.rows, parts.scroller, parts.spacer,
      { moved: () => this.drawing.moved(), changed: () => this.drawing.later() });
    this.drawing = new LogDrawing(this.place, parts,
      { model, words, marks: this.marks, finder: this.finder, times: this.times });
    this.find = new LogFindBar(parts, words, this.finder, this.place, restyle);
    this.toolbar = new LogToolbar(parts, words, this.times, {
      toStep: (name) => this.toStep(name),
      foldAll: (fold) => this.place.foldAll(fold),
      toFirstError: () => this.toFirstError(),
      copy: () => this.#copy(),
      restyle,
      full: (on) => this.classList.toggle("log-view-full", on),
    });
  }

  disconnectedCallback() {
    // A region that is put in anew may only have moved it.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  #close() {
    this.closing.abort();
    this.model.lines.clear();
    this.finder.clear();
    this.place.close();
  }

  /** Goes to the first error, where there is one. */
  toFirstError() {
    if (this.model.firstError) this.place.goTo(this.model.firstError);
  }

  /** Goes to where a step begins, where that has printed something. */
  toStep(name) {
    this.place.visit(this.model.rows.steps.find((one) => one.name === name));
  }

  // What the server tells -----------------------------------------------------------------------

  async #open() {
    try {
      const wanted = rangeOf(location.hash);
      const [outline, page] = await Promise.all([
        this.source.outline(this.closing.signal),
        wanted ? null : this.source.lines(-LAST_LINES, LAST_LINES, this.closing.signal),
      ]);
      this.model.attempt = outline.attempt;
      if (page) this.model.lines.take(page.lines);
      this.#outlined(() => this.model.outlined(outline, Math.max(outline.lines_total, page?.lines_total ?? 0)));
      if (wanted) this.#visit(wanted);
      else if (this.model.firstError) this.toFirstError();
      else this.place.toEnd();
      if (outline.open) this.growth.follow();
    } catch (error) {
      this.messages.refused(error);
    }
  }

  async #lines(...of) {
    try {
      return await this.source.lines(...of);
    } catch (error) {
      this.messages.refused(error);
      return { lines: [] };
    }
  }

  #outlined(change) {
    change();
    const { started_at: started } = this.model.outline;
    if (started) this.times.start = Date.parse(started);
    this.toolbar.outlined(this.model);
    this.#resized();
  }

  #grown(total) {
    const last = this.model.total;
    this.model.grown(total);
    this.#resized();
    this.find.goOn(last);
  }

  #resized() {
    const digits = Math.max(3, String(this.model.total).length);
    this.parts.scroller.style.setProperty("--log-digits", `${digits}ch`);
    this.messages.emptiness(this.model);
    this.place.resized();
  }

  #ended(state) {
    this.model.outline = { ...this.model.outline, open: false };
    this.messages.emptiness(this.model);
    this.dispatchEvent(new CustomEvent("log-end", { detail: { state }, bubbles: true }));
  }

  // What people do ------------------------------------------------------------------------------

  #listen() {
    const { scroller, follow } = this.parts;
    const options = { signal: this.closing.signal };
    addEventListener("hashchange", () => this.#visit(rangeOf(location.hash)), options);
    document.body.addEventListener("laas:builds", () => this.model.open && this.growth.outlineSoon(), options);
    scroller.addEventListener("click", (event) => this.#click(event));
    follow.addEventListener("click", () => {
      this.place.toEnd();
      scroller.focus({ preventScroll: true });
    });
    listenToKeys(this, this.parts, {
      find: this.find,
      place: this.place,
      toFirstError: () => this.toFirstError(),
      isFull: () => this.toolbar.isFull,
      leaveFull: () => this.toolbar.showFull(false),
    });
  }

  /** Marks the lines that an address names, and goes there. */
  #visit(range) {
    if (!range || !this.model.outline) return;
    this.scrollIntoView({ block: "nearest" });
    this.marks.set(range.from, range.to);
    const { from } = this.marks.range;
    this.toolbar.offerCopy(from <= this.model.total);
    if (from <= this.model.total) {
      this.place.goTo(from);
      return;
    }
    if (this.model.total > 0) this.messages.noLine(from, this.model.total);
    this.place.toEnd();
  }

  #click(event) {
    const number = event.target.closest(".log-number");
    const fold = event.target.closest(".log-fold");
    const more = event.target.closest("button.log-more");
    if (number && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.marks.select(Number(number.dataset.line), event.shiftKey);
      this.toolbar.offerCopy(true);
    } else if (fold) {
      this.#toggle(fold.dataset.step);
    } else if (more) {
      this.drawing.showWhole(Number(more.closest(".log-row").querySelector(".log-number").dataset.line));
    }
  }

  #toggle(step) {
    this.place.toggle(step);
    this.drawing.now();
    this.querySelector(`.log-fold[data-step="${CSS.escape(step)}"]`)?.focus();
  }

  async #copy() {
    this.messages.copied(await this.marks.copy());
  }
}

customElements.define("log-view", LogView);
