/** The lines that are marked: an address such as `#L120-L130` names them, and they can be copied. */
import { toClipboard } from "./clipboard.js";
import { shownOf } from "./log-line-element.js";

const COPIED_AT_MOST = 10_000;
const COPIED_A_CALL = 1000;

/** `#L120` or `#L120-L130`. @returns {{from: number, to: number} | null} */
export function rangeOf(hash) {
  const found = /^#L(\d{1,12})(?:-L(\d{1,12}))?$/.exec(hash);
  if (!found || Number(found[1]) < 1) return null;
  return { from: Number(found[1]), to: Number(found[2] ?? found[1]) };
}

export class LogMarks {
  /**
   * @param {import("./log-source.js").LogSource} source
   * @param {() => void} changed told when others are marked
   */
  constructor(source, changed) {
    this.source = source;
    this.changed = changed;
    /** @type {{from: number, to: number} | null} */
    this.range = null;
    /** Where a range began that is extended. */
    this.anchor = 0;
  }

  has(line) {
    return this.range !== null && this.range.from <= line && line <= this.range.to;
  }

  set(from, to) {
    this.range = { from: Math.min(from, to), to: Math.max(from, to) };
    this.changed();
  }

  /** Marks a line, or all up to it, and has the address say so. */
  select(line, extend) {
    this.anchor = extend && this.range ? this.anchor || this.range.from : line;
    this.set(this.anchor, line);
    const { from, to } = this.range;
    history.replaceState(history.state, "", from === to ? `#L${from}` : `#L${from}-L${to}`);
  }

  /**
   * Copies what a terminal would show of them, without colours.
   *
   * @returns {Promise<{lines: number, cut: number}>} how many, and of how many only the beginning
   */
  async copy() {
    const { from, to } = this.range;
    const texts = [];
    let cut = 0;
    for (let next = from; next <= to && texts.length < COPIED_AT_MOST; ) {
      const { lines } = await this.source.lines(next, Math.min(COPIED_A_CALL, to - next + 1));
      if (lines.length === 0) break;
      texts.push(...lines.map((line) => shownOf({ text: line.text }).text));
      cut += lines.filter((line) => line.cut).length;
      next = lines.at(-1).number + 1;
    }
    await toClipboard(texts.join("\n") + "\n");
    return { lines: texts.length, cut };
  }
}
