/**
 * What is known of a log: its outline, its lines as far as they are here, and the rows that it is
 * shown as. It only holds; whoever changes it has what follows from that drawn.
 *
 * @typedef {{attempt: number, lines_total: number, open: boolean, started_at?: string,
 *   steps: import("./log-rows.js").Step[], first_error?: number}} Outline
 */
import { LogRows } from "./log-rows.js";

export class LogModel {
  /** @param {import("./log-lines.js").LogLines} lines */
  constructor(lines) {
    this.lines = lines;
    this.rows = new LogRows();
    /** @type {Outline | null} null until the server has told it */
    this.outline = null;
    /** Whose log it is; 0 before the first attempt. */
    this.attempt = 0;
  }

  /** Whether more may come. */
  get open() {
    return this.outline?.open ?? false;
  }

  /** The line that says why the build failed, if there is one. */
  get firstError() {
    return this.outline?.first_error;
  }

  /** How many lines there are. */
  get total() {
    return this.rows.total;
  }

  /** @param {Outline} outline as the server tells it @param {number} total how many lines there are */
  outlined(outline, total) {
    this.outline = outline;
    this.rows.update(total, outline.steps);
  }

  /** @param {number} total how many lines there are now */
  grown(total) {
    this.rows.update(total);
  }

  /** Another attempt has begun: nothing is known of its log. */
  anew(attempt) {
    this.attempt = attempt;
    this.lines.clear();
    this.outlined({ ...this.outline, attempt, steps: [] }, 0);
  }
}
