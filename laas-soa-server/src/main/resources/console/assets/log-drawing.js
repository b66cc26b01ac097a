/** Draws the rows that are seen. What stays is not touched: a selection in it stays too. */
import { stepHeading } from "./log-line-element.js";
import { LogRow } from "./log-row.js";

/** Rows beyond what is seen that are there already when one scrolls. */
const MARGIN = 30;

/** With so many left of them there is no need to draw. */
const ENOUGH = 12;

/**
 * What decides how lines look, besides themselves.
 *
 * @typedef {{model: import("./log-model.js").LogModel, marks: import("./log-marks.js").LogMarks,
 *   finder: import("./log-search.js").LogSearch, times: import("./log-times.js").LogTimes, words: any,
 *   whole: Set<number>, version: number}} Look `whole`: lines that are shown in their whole length;
 *   `version` counts the changes after which lines that are here look different
 */
export class LogDrawing {
  /**
   * @param {import("./log-place.js").LogPlace} place
   * @param {{rows: HTMLElement, step: HTMLElement, follow: HTMLElement}} parts where it is drawn
   * @param {Omit<Look, "whole" | "version">} look
   */
  constructor(place, parts, look) {
    this.place = place;
    this.parts = parts;
    /** @type {Look} */
    this.look = { ...look, whole: new Set(), version: 0 };
    /** @type {Map<number, LogRow>} by line */
    this.lines = new Map();
    /** @type {Map<string, HTMLElement>} by what they show */
    this.headings = new Map();
    /** @type {LogRow[]} rows that no line needs */
    this.spare = [];
    /** The rows that are there, from 0, the last one exclusive. */
    this.drawn = { first: 0, last: 0 };
  }

  /** Draws with the next frame. */
  later() {
    this.frame ??= requestAnimationFrame(() => this.now());
  }

  /** Lines look different from now on. */
  restyle() {
    this.look.version++;
    this.later();
  }

  /** Shows a long line in its whole length. */
  showWhole(line) {
    this.look.whole.add(line);
    this.restyle();
  }

  /** Other rows are seen than before: draws where they are not there yet. */
  moved() {
    const { first, last } = this.place.rowsWith(ENOUGH);
    if (this.frame || first < this.drawn.first || last > this.drawn.last) this.now();
    else this.#around();
  }

  now() {
    cancelAnimationFrame(this.frame);
    this.frame = undefined;
    const { model } = this.look;
    const { first, last } = this.place.rowsWith(MARGIN);
    const rows = [];
    for (let index = first; index < last; index++) rows.push(model.rows.at(index));
    const lines = rows.filter((row) => !row.step).map((row) => row.line);
    this.#sparing(new Set(lines));
    this.#put(rows.map((row) => (row.step ? this.#heading(row.step) : this.#line(row.line))));
    this.drawn = { first, last };
    this.#around();
    model.lines.want(lines, model.total);
  }

  /** Where the rows are, and what is said above and below them. */
  #around() {
    this.parts.rows.style.transform = `translateY(${this.place.offsetOf(this.drawn.first)}px)`;
    this.parts.follow.hidden = this.place.following || !this.look.model.open;
    this.#showStep();
  }

  #sparing(wanted) {
    for (const [number, row] of this.lines) {
      if (wanted.has(number)) continue;
      row.element.remove();
      this.lines.delete(number);
      this.spare.push(row);
    }
  }

  #line(number) {
    let row = this.lines.get(number);
    if (!row) {
      row = this.spare.pop() ?? new LogRow();
      this.lines.set(number, row);
    }
    row.show(number, this.look.model.lines.get(number), this.look);
    return row.element;
  }

  #heading(step) {
    const folded = this.look.model.rows.folded.has(step.name);
    const key = `${step.name} ${step.state} ${step.last_line ?? ""} ${folded}`;
    if (!this.headings.has(key)) this.headings.set(key, stepHeading(step, folded, this.look.words));
    return this.headings.get(key);
  }

  /** Has these elements be in the page, in this order. */
  #put(elements) {
    const layer = this.parts.rows;
    const wanted = new Set(elements);
    for (const [key, heading] of this.headings) {
      if (wanted.has(heading)) continue;
      heading.remove();
      this.headings.delete(key);
    }
    let next = layer.firstChild;
    for (const element of elements) {
      if (element === next) next = next.nextSibling;
      else layer.insertBefore(element, next);
    }
  }

  /** Which step one is in, above the lines. */
  #showStep() {
    const { model, words } = this.look;
    const step = model.rows.stepAt(this.place.top);
    const { step: now } = this.parts;
    now.hidden = !model.rows.steps.some((one) => one.first_line);
    const text = step ? (words.steps[step.name] ?? step.name) : "";
    if (now.textContent !== text) now.textContent = text;
  }
}
