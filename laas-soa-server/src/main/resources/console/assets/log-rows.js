/**
 * Which rows a log is shown as: its lines, and a heading before the lines of each step, which may be
 * folded away.
 *
 * @typedef {{name: string, state: string, first_line?: number, last_line?: number,
 *   started_at: string, ended_at?: string}} Step
 * @typedef {{line: number, step: null} | {line: null, step: Step}} Row
 */
export class LogRows {
  constructor() {
    /** @type {{row: number, count: number, line: number, step: Step | null}[]} */
    this.parts = [];
    this.count = 0;
    /** @type {Set<string>} names of the steps that are folded */
    this.folded = new Set();
    /** @type {Step[]} */
    this.steps = [];
    this.total = 0;
  }

  /** Takes the log's length and its steps, as the outline tells them. */
  update(total, steps = this.steps) {
    this.total = total;
    this.steps = steps;
    this.parts = [];
    this.count = 0;
    let line = 1;
    for (const step of steps) {
      if (!step.first_line || step.first_line < line || step.first_line > total) continue;
      this.#add(line, step.first_line - line);
      this.parts.push({ row: this.count++, count: 1, line: step.first_line, step });
      const last = Math.min(step.last_line ?? total, total);
      if (!this.folded.has(step.name)) this.#add(step.first_line, last - step.first_line + 1);
      line = last + 1;
    }
    this.#add(line, total - line + 1);
  }

  #add(line, count) {
    if (count <= 0) return;
    this.parts.push({ row: this.count, count, line, step: null });
    this.count += count;
  }

  /** @returns {Row} the row at an index from 0 */
  at(index) {
    const part = this.parts[this.#part((one) => one.row <= index)];
    return part.step ? { line: null, step: part.step } : { line: part.line + index - part.row, step: null };
  }

  /** The row that shows a line: its step's heading where that is folded. */
  of(line) {
    const part = this.parts[this.#part((one) => one.line <= line)];
    if (!part) return 0;
    return part.step ? part.row : Math.min(part.row + line - part.line, part.row + part.count - 1);
  }

  /** The step that a row belongs to, if any. */
  stepAt(index) {
    if (this.count === 0) return null;
    const row = this.at(Math.min(index, this.count - 1));
    return row.step ?? this.stepOf(row.line);
  }

  /** The step that a line belongs to, if any. */
  stepOf(line) {
    return (
      this.steps.find((step) => step.first_line <= line && line <= (step.last_line ?? this.total)) ?? null
    );
  }

  /** The last part for which something holds that holds for all before it. */
  #part(holds) {
    let low = 0;
    let high = this.parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (holds(this.parts[middle])) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
