/**
 * The lines of a log as far as they are here: pages, of which the least recently seen go first, so
 * that a log of any length takes bounded memory.
 *
 * @typedef {{text: string, at: number | null, cut: boolean, shown: any}} LogLine
 */
export const PAGE = 500;

/** Enough for several screens in each direction. */
const MOST_PAGES = 30;

/** At most so many requests at once; what is looked at then is asked for next. */
const MOST_REQUESTS = 2;

export class LogLines {
  /**
   * @param {(from: number, count: number, signal: AbortSignal) => Promise<any>} fetchLines
   * @param {() => void} arrived told when lines have come
   */
  constructor(fetchLines, arrived) {
    this.fetchLines = fetchLines;
    this.arrived = arrived;
    /** @type {Map<number, LogLine[]>} by page, the most recently seen last */
    this.pages = new Map();
    /** @type {Map<number, AbortController>} */
    this.requests = new Map();
  }

  /** @returns {LogLine | undefined} the line, if it is here */
  get(number) {
    return this.pages.get(pageOf(number))?.[(number - 1) % PAGE];
  }

  /** Notes a line. */
  set(number, line) {
    const page = pageOf(number);
    let lines = this.pages.get(page);
    if (!lines) {
      lines = [];
      this.pages.set(page, lines);
      this.#drop();
    }
    lines[(number - 1) % PAGE] = line;
  }

  /** Takes lines as the server tells them. */
  take(lines) {
    for (const { number, text, at, cut } of lines) {
      this.set(number, { text, at: at ? Date.parse(at) : null, cut: Boolean(cut), shown: null });
    }
  }

  /**
   * Sees to it that lines come; what is asked for and not seen any more is given up.
   *
   * @param {number[]} numbers in order
   * @param {number} total how many lines there are
   */
  want(numbers, total) {
    const wanted = [...new Set(numbers.map(pageOf))];
    for (const [page, request] of this.requests) {
      if (!wanted.includes(page)) {
        request.abort();
        this.requests.delete(page);
      }
    }
    for (const page of wanted) {
      const lines = this.pages.get(page);
      if (lines) {
        this.pages.delete(page);
        this.pages.set(page, lines);
      }
      const missing = this.#missing(page, Math.min((page + 1) * PAGE, total));
      if (missing && !this.requests.has(page) && this.requests.size < MOST_REQUESTS) this.#ask(page, missing);
    }
  }

  /** The first line of a page that is not here, or 0. */
  #missing(page, last) {
    for (let number = page * PAGE + 1; number <= last; number++) {
      if (!this.get(number)) return number;
    }
    return 0;
  }

  async #ask(page, from) {
    const request = new AbortController();
    this.requests.set(page, request);
    try {
      const answer = await this.fetchLines(from, (page + 1) * PAGE - from + 1, request.signal);
      this.take(answer.lines.filter((line) => !this.get(line.number)));
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      if (this.requests.get(page) === request) {
        this.requests.delete(page);
        this.arrived();
      }
    }
  }

  #drop() {
    for (const page of this.pages.keys()) {
      if (this.pages.size <= MOST_PAGES) return;
      this.pages.delete(page);
    }
  }

  /** Forgets everything. */
  clear() {
    for (const request of this.requests.values()) request.abort();
    this.requests.clear();
    this.pages.clear();
  }
}

function pageOf(number) {
  return Math.floor((number - 1) / PAGE);
}
