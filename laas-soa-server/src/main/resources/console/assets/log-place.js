/** Where in the log one is: which rows are seen, and whether its end is followed. */
import { LogScroll } from "./log-scroll.js";

/** How high a row is, in pixels; as in log-view.css. */
export const ROW = 20;

export class LogPlace {
  /**
   * @param {import("./log-rows.js").LogRows} rows
   * @param {HTMLElement} scroller
   * @param {HTMLElement} spacer gives what is scrolled its height
   * @param {{moved: () => void, changed: () => void}} listener `moved`: by whoever reads, who waits
   *   for what is there; `changed`: other rows are seen, for whatever reason
   */
  constructor(rows, scroller, spacer, listener) {
    this.rows = rows;
    this.scroller = scroller;
    this.listener = listener;
    this.following = false;
    this.lastTop = 0;
    this.scroll = new LogScroll(scroller, spacer, () => this.#moved());
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(scroller);
  }

  close() {
    this.sizes.disconnect();
  }

  /** There are more or fewer rows, or less room. */
  resized() {
    this.scroll.resize(this.rows.count * ROW);
    if (this.following) this.scroll.go(this.scroll.end);
    this.listener.changed();
  }

  #moved() {
    const { top } = this.scroll;
    if (this.scroll.atEnd) this.following = true;
    else if (top < this.lastTop - 2) this.following = false;
    this.lastTop = top;
    this.listener.moved();
  }

  /** The first row that is seen, from 0. */
  get top() {
    return Math.floor(this.scroll.top / ROW);
  }

  /**
   * The rows that are seen, with some more on both sides.
   *
   * @param {number} margin how many more
   * @returns {{first: number, last: number}} from 0, the last one exclusive
   */
  rowsWith(margin) {
    const bottom = Math.ceil((this.scroll.top + this.scroller.clientHeight) / ROW);
    return { first: Math.max(0, this.top - margin), last: Math.min(this.rows.count, bottom + margin) };
  }

  /** How far down a row is drawn, in pixels of the scrolled element. */
  offsetOf(row) {
    return row * ROW - this.scroll.shift;
  }

  /** The first line that is seen as a whole, from 1. */
  get line() {
    const { count } = this.rows;
    const row = count > 0 ? this.rows.at(Math.min(count - 1, Math.ceil(this.scroll.top / ROW))) : null;
    return row?.line ?? row?.step?.first_line ?? 1;
  }

  /** Goes to the end, and stays there while the log grows. */
  toEnd() {
    this.following = true;
    this.scroll.go(this.scroll.end);
    this.listener.changed();
  }

  /** Goes to a line, to the middle of what is seen; its step is unfolded. */
  goTo(line) {
    const step = this.rows.stepOf(line);
    if (step && this.rows.folded.delete(step.name)) this.#refold();
    this.following = false;
    this.scroll.go((this.rows.of(line) + 0.5) * ROW - this.scroller.clientHeight / 2);
    this.lastTop = this.scroll.top;
    this.listener.changed();
  }

  /** Goes to where a step begins, where that has printed something. */
  visit(step) {
    if (!step?.first_line) return;
    this.following = false;
    this.scroll.go((this.rows.of(step.first_line) - (this.rows.folded.has(step.name) ? 0 : 1)) * ROW);
    this.listener.changed();
  }

  /** Goes so many pixels down, or up. */
  by(pixels) {
    if (pixels < 0) this.following = false;
    this.scroll.go(this.scroll.top + pixels);
    this.listener.changed();
  }

  /** Goes so many pages down, or up. */
  byPages(pages) {
    this.by(pages * (this.scroller.clientHeight - ROW));
  }

  toStart() {
    this.by(-this.scroll.top);
  }

  /** Folds a step, or unfolds it. @param {string} name */
  toggle(name) {
    this.#keeping(() => {
      if (!this.rows.folded.delete(name)) this.rows.folded.add(name);
    });
  }

  /** Folds all steps but those that one wants to see anyway, or unfolds them. */
  foldAll(fold) {
    const wanted = fold ? this.rows.steps.filter(({ state }) => state !== "failed" && state !== "running") : [];
    this.#keeping(() => {
      this.rows.folded = new Set(wanted.map((step) => step.name));
    });
  }

  #refold() {
    this.rows.update(this.rows.total);
    this.resized();
  }

  /** The line at the top stays there, or the heading of its step. */
  #keeping(change) {
    const index = Math.min(this.rows.count - 1, Math.floor(this.scroll.top / ROW));
    const row = index < 0 ? null : this.rows.at(index);
    const line = row?.line ?? row?.step.first_line;
    const within = this.scroll.top % ROW;
    change();
    this.#refold();
    if (line && !this.following) this.scroll.go(this.rows.of(line) * ROW + within);
    this.listener.changed();
  }
}
