/** The field to search by, what it has found, and the way from match to match. */
import { wordsOf } from "./api.js";
import { filled } from "./log-frame.js";

/** How long one types, in milliseconds. */
const TYPING = 250;

/** Between two searches of what has come, in milliseconds. */
const ON_EVERY = 1000;

/** So many lines that were searched in part are named. */
const NAMED = 10;

export class LogFindBar {
  /**
   * @param {{form: HTMLFormElement, query: HTMLInputElement, count: HTMLElement, matchCase: HTMLElement,
   *   regex: HTMLElement, previous: HTMLElement, next: HTMLElement}} parts
   * @param {any} words
   * @param {import("./log-search.js").LogSearch} finder
   * @param {import("./log-place.js").LogPlace} place where it goes to
   * @param {() => void} changed told when other matches are to be shown
   */
  constructor(parts, words, finder, place, changed) {
    this.parts = parts;
    this.words = words;
    this.finder = finder;
    this.place = place;
    this.changed = changed;
    /** Whether one is at a match already. */
    this.stepped = false;
    this.#listen();
  }

  #listen() {
    const { form, query, previous, next, matchCase, regex } = this.parts;
    form.addEventListener("submit", (event) => event.preventDefault());
    query.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.#search(), TYPING);
    });
    previous.addEventListener("click", () => this.step(-1));
    next.addEventListener("click", () => this.step(1));
    for (const toggle of [matchCase, regex]) {
      toggle.addEventListener("click", () => {
        toggle.ariaPressed = String(toggle.ariaPressed !== "true");
        this.#search();
      });
    }
  }

  focus() {
    this.parts.query.focus();
    this.parts.query.select();
  }

  async #search() {
    const { query, matchCase, regex, count } = this.parts;
    query.removeAttribute("aria-invalid");
    this.stepped = false;
    this.changed();
    try {
      await this.finder.start(query.value, { case: matchCase.ariaPressed, regex: regex.ariaPressed });
      this.found();
    } catch (error) {
      query.setAttribute("aria-invalid", "true");
      count.textContent = error.fields?.[0]?.message ?? wordsOf(error);
    }
  }

  /** More has been found, or all has been searched. */
  found() {
    if (!this.stepped && this.finder.matches.length > 0) {
      this.stepped = true;
      this.step(1);
    }
    this.#count();
    this.changed();
  }

  /** Goes to the next match, or the previous one. */
  step(by) {
    const match = this.finder.step(by, this.place.line);
    if (!match) return;
    this.changed();
    this.place.goTo(match.line);
    this.#count();
  }

  /** The log has grown behind a line: what has come is searched too. */
  goOn(last) {
    if (this.finder.query === "") return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.finder.forgetLast(last);
      this.finder.goOn().catch(() => {});
    }, ON_EVERY);
  }

  #count() {
    const { matches, current, running, query, full } = this.finder;
    const found = matches.length > 0
      ? filled(this.words.searchCount, this.#shown(current + 1), this.#shown(matches.length) + (full ? "+" : ""))
      : running ? "" : this.words.searchNone;
    const { count } = this.parts;
    count.textContent = query === "" ? "" : [found, ...this.#limits()].join(" ").trim();
    count.title = this.finder.partly.size > 0
      ? filled(this.words.searchPartlyHint, [...this.finder.partly].slice(0, NAMED).join(", "))
      : "";
  }

  /** What has not been searched yet, and what is not searched at all. */
  #limits() {
    const { running, progress, partly } = this.finder;
    return [
      ...(running ? [filled(this.words.searching, Math.floor(progress * 100))] : []),
      ...(partly.size > 0 ? [filled(this.words.searchPartly, this.#shown(partly.size))] : []),
    ];
  }

  #shown(number) {
    return number.toLocaleString(this.words.language);
  }
}
