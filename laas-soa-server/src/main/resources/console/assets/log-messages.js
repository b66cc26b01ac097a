/** What the log view says besides lines: why there are none, that the server is away, what was done. */
import { ApiProblem, wordsOf } from "./api.js";
import { filled, make } from "./log-frame.js";

/** How long it is said that something has been done, in milliseconds. */
const SAID = 3000;

export class LogMessages {
  /** @param {{state: HTMLElement, notice: HTMLElement, toolbar: HTMLElement}} parts @param {any} words */
  constructor(parts, words) {
    this.parts = parts;
    this.words = words;
    this.lost = false;
    this.done = "";
  }

  /** Says why there are no lines; nothing where there are. @param {import("./log-model.js").LogModel} model */
  emptiness(model) {
    const { waiting, queued, empty } = this.words;
    this.#state(model.total > 0 ? "" : !model.open ? empty : model.attempt === 0 ? queued : waiting);
  }

  /** The server has refused a call: the log cannot be read. */
  refused(error) {
    if (error.name === "AbortError") return;
    const removed = error instanceof ApiProblem && error.status === 410;
    this.#state(removed ? this.words.removed : `${this.words.failed} ${wordsOf(error)}`);
    if (removed) this.parts.toolbar.hidden = true;
  }

  /** @param {boolean} works whether the server answers */
  connection(works) {
    this.lost = !works;
    this.#notice();
  }

  /** @param {number} lines how many have been copied */
  copied(lines) {
    this.done = filled(this.words.copied, lines);
    this.#notice();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.done = "";
      this.#notice();
    }, SAID);
  }

  #state(text) {
    const { state } = this.parts;
    if (!state.hidden && state.textContent === text) return;
    state.hidden = text === "";
    state.replaceChildren(make("p", "", {}, text));
  }

  #notice() {
    const { notice } = this.parts;
    const text = this.done || (this.lost ? this.words.lost : "");
    if (notice.textContent !== text) notice.textContent = text;
  }
}
