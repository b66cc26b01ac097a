/** What the log view says besides lines: why there are none, that the server is away, what was done. */
import { ApiProblem, wordsOf } from "./api.js";
import { filled, make } from "./log-frame.js";

/** How long something is said that does not last, in milliseconds. */
const SAID = 6000;

export class LogMessages {
  /** @param {{state: HTMLElement, notice: HTMLElement, toolbar: HTMLElement}} parts @param {any} words */
  constructor(parts, words) {
    this.parts = parts;
    this.words = words;
    this.lost = false;
    this.said = "";
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

  /** @param {{lines: number, cut: number}} copied how many lines, and of how many only the beginning */
  copied({ lines, cut }) {
    this.#say(filled(cut > 0 ? this.words.copiedPartly : this.words.copied, lines, cut));
  }

  /** An address names a line that there is not. */
  noLine(line, total) {
    this.#say(filled(this.words.noLine, ...[line, total].map((one) => one.toLocaleString(this.words.language))));
  }

  #say(text) {
    this.said = text;
    this.#notice();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.said = "";
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
    const text = this.said || (this.lost ? this.words.lost : "");
    if (notice.textContent !== text) notice.textContent = text;
  }
}
