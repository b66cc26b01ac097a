/** What comes while a log grows: lines as they are printed, and now and then where its steps are. */
import { LogTail } from "./log-tail.js";

/** Between two looks at where the steps are, in milliseconds, while there is something new. */
const OUTLINE_EVERY = 2000;

export class LogGrowth {
  /**
   * @param {import("./log-source.js").LogSource} source
   * @param {import("./log-model.js").LogModel} model takes the lines
   * @param {{grown: (total: number) => void, attempt: (number: number) => void,
   *   outlined: (outline: import("./log-model.js").Outline) => void, ended: (state: string) => void,
   *   refused: (error: Error) => void}} listener `attempt`: another one has begun
   * @param {AbortSignal} signal ends it
   */
  constructor(source, model, listener, signal) {
    this.source = source;
    this.model = model;
    this.listener = listener;
    this.signal = signal;
    this.tail = new LogTail(model.lines, (total) => this.#grown(total));
  }

  /** Begins with the last line that is there: it may not have ended. */
  async follow() {
    try {
      const { attempt, lines } = await this.source.lines(-1, 1, this.signal);
      const [last] = lines;
      this.tail.begin(last?.number ?? 1);
      this.signal.addEventListener("abort", this.source.follow(Math.max(1, attempt), last?.offset ?? 0, {
        text: (ofAttempt, text) => this.#text(ofAttempt, text),
        end: (state) => this.#ended(state),
      }));
    } catch (error) {
      this.listener.refused(error);
    }
  }

  #text(attempt, text) {
    if (attempt !== this.model.attempt) {
      this.source.attempt = String(attempt);
      this.model.anew(attempt);
      this.tail.begin(1);
      this.listener.attempt(attempt);
    }
    this.tail.add(text);
  }

  #grown(total) {
    this.listener.grown(total);
    this.outlineSoon();
  }

  #ended(state) {
    this.outlineSoon();
    this.listener.ended(state);
  }

  /** Asks where the steps are, unless that is about to be asked. */
  outlineSoon() {
    this.timer ??= setTimeout(async () => {
      const outline = await this.source.outline(this.signal).catch(() => null);
      this.timer = undefined;
      if (outline && outline.attempt === this.model.attempt) this.listener.outlined(outline);
    }, OUTLINE_EVERY);
  }
}
