/**
 * Makes lines of the text that comes while a log grows, a batch a frame.
 */
import { LogLines } from "./log-lines.js";

/** What a line without an end keeps at most: a progress bar writes over itself for hours. */
const LONGEST = 64 * 1024;

export class LogTail {
  /**
   * @param {LogLines} lines where they go
   * @param {(total: number) => void} grown told after each batch
   */
  constructor(lines, grown) {
    this.lines = lines;
    this.grown = grown;
    this.pending = [];
    this.waiting = false;
    this.number = 1;
    this.raw = "";
  }

  /** The next text begins this line. */
  begin(number) {
    this.number = number;
    this.raw = "";
    this.pending = [];
  }

  add(text) {
    this.pending.push(text);
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => this.#take());
  }

  #take() {
    this.waiting = false;
    const parts = (this.raw + this.pending.join("")).split("\n");
    this.pending = [];
    const at = Date.now();
    for (const part of parts.slice(0, -1)) {
      const text = part.endsWith("\r") ? part.slice(0, -1) : part;
      this.lines.set(this.number++, { text, at, cut: false, shown: null });
    }
    this.raw = parts.at(-1);
    if (this.raw.length > LONGEST) {
      const from = this.raw.lastIndexOf("\r", this.raw.length - 2);
      this.raw = from > 0 ? this.raw.slice(from) : this.raw.slice(0, LONGEST);
    }
    if (this.raw !== "") this.lines.set(this.number, { text: this.raw, at, cut: false, shown: null });
    this.grown(this.raw === "" ? this.number - 1 : this.number);
  }
}
