/**
 * Finds text in the whole log: the server searches a part with each call, and what it has found so
 * far can be used meanwhile.
 *
 * @typedef {{line: number, from: number, to: number}} Match
 */
const LINES_A_CALL = 2000;

/** More than this nobody steps through. */
const MOST_MATCHES = 50_000;

export class LogSearch {
  /**
   * @param {(parameters: object, signal: AbortSignal) => Promise<any>} call
   * @param {() => void} changed told when there is more
   */
  constructor(call, changed) {
    this.call = call;
    this.changed = changed;
    this.clear();
  }

  clear() {
    this.request?.abort();
    this.request = null;
    this.query = "";
    this.options = {};
    /** @type {Match[]} in order */
    this.matches = [];
    /** @type {Map<number, {from: number, to: number}[]>} */
    this.byLine = new Map();
    /** @type {Set<number>} lines of which only the beginning was searched */
    this.partly = new Set();
    this.current = -1;
    this.next = 1;
    this.total = 0;
    this.running = false;
  }

  /** The match that one is at, if any. */
  get match() {
    return this.matches[this.current];
  }

  get full() {
    return this.matches.length >= MOST_MATCHES;
  }

  /** How much of the log has been searched, 0 to 1. */
  get progress() {
    return this.running && this.total > 0 ? (this.next - 1) / this.total : 1;
  }

  /** Searches anew. @throws {ApiProblem} where the pattern is none */
  start(query, options) {
    this.clear();
    this.query = query;
    this.options = options;
    return this.goOn();
  }

  /** Searches what has not been searched yet. */
  async goOn() {
    if (this.query === "" || this.running || this.full) return;
    this.running = true;
    const request = new AbortController();
    this.request = request;
    try {
      for (let more = true; more && !this.full; ) {
        const from = this.next;
        const answer = await this.call(
          { q: this.query, from, limit: LINES_A_CALL, ...this.options }, request.signal);
        if (request.signal.aborted) return;
        for (const match of answer.matches) this.#take(match);
        for (const line of answer.partly_searched) this.partly.add(line);
        this.total = answer.lines_total;
        more = answer.next !== undefined;
        this.next = answer.next ?? answer.lines_total + 1;
        this.running = more && !this.full;
        this.changed();
      }
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      if (this.request === request) this.running = false;
    }
  }

  #take({ line, ranges }) {
    this.byLine.set(line, ranges);
    for (const { from, to } of ranges) this.matches.push({ line, from, to });
  }

  /** The last line may have grown: it is searched again. */
  forgetLast(line) {
    if (this.running || this.next <= line) return;
    this.next = line;
    this.byLine.delete(line);
    while (this.matches.length > 0 && this.matches.at(-1).line >= line) this.matches.pop();
  }

  /** Steps to another match. @returns {Match | null} */
  step(by, nearLine) {
    if (this.matches.length === 0) return null;
    if (this.current < 0) this.current = by > 0 ? this.#atOrBehind(nearLine) : this.#atOrBehind(nearLine) - 1;
    else this.current += by;
    this.current = (this.current + this.matches.length) % this.matches.length;
    return this.matches[this.current];
  }

  #atOrBehind(line) {
    let low = 0;
    let high = this.matches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.matches[middle].line < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
