/** The tools above the lines but the search: steps, times, copies, the whole window, help. */
import { make } from "./log-frame.js";

export class LogToolbar {
  /**
   * @param {Record<string, HTMLElement>} parts of the frame
   * @param {any} words
   * @param {import("./log-times.js").LogTimes} times
   * @param {{toStep: (name: string) => void, foldAll: (fold: boolean) => void, toFirstError: () => void,
   *   copy: () => void, restyle: () => void, full: (on: boolean) => void}} deeds what they do
   */
  constructor(parts, words, times, deeds) {
    this.parts = parts;
    this.words = words;
    this.times = times;
    this.deeds = deeds;
    this.#listen();
    this.#showTimes(times.mode);
  }

  #listen() {
    const { steps, fold, error, times, copy, full, helpButton, help } = this.parts;
    steps.addEventListener("change", () => {
      this.deeds.toStep(steps.value);
      steps.value = "";
    });
    fold.addEventListener("click", () => {
      fold.ariaPressed = String(fold.ariaPressed !== "true");
      this.deeds.foldAll(fold.ariaPressed === "true");
    });
    error.addEventListener("click", () => this.deeds.toFirstError());
    times.addEventListener("change", () => this.#showTimes(times.value));
    copy.addEventListener("click", () => this.deeds.copy());
    full.addEventListener("click", () => this.showFull(!this.isFull));
    helpButton.addEventListener("click", () => help.showModal());
  }

  /** The steps have changed, or whether there is an error. @param {import("./log-model.js").LogModel} model */
  outlined(model) {
    const { steps: list, fold, error } = this.parts;
    const known = model.rows.steps.filter((step) => step.first_line);
    error.hidden = !model.firstError;
    list.hidden = fold.hidden = known.length === 0;
    list.replaceChildren(make("option", "", { value: "" }, this.words.jump), ...known.map((step) =>
      make("option", "", { value: step.name },
        `${this.words.steps[step.name] ?? step.name} · ${this.words.states[step.state] ?? step.state}`)));
  }

  /** @param {boolean} some whether there are lines to copy */
  offerCopy(some) {
    this.parts.copy.hidden = !some;
  }

  get isFull() {
    return this.parts.full.ariaPressed === "true";
  }

  /** Has the log view take the whole window, or its place in the page. */
  showFull(on) {
    this.parts.full.ariaPressed = String(on);
    this.parts.full.textContent = on ? this.words.leaveFull : this.words.full;
    this.deeds.full(on);
  }

  #showTimes(mode) {
    this.times.set(mode);
    this.parts.times.value = mode;
    this.parts.scroller.dataset.times = mode;
    this.deeds.restyle();
  }
}
