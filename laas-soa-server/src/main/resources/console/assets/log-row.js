/**
 * The row of a line: its number, its time, its text. When its line is out of sight it shows another
 * one: thousands of lines go by when one scrolls, and elements that are thrown away are memory until
 * the browser collects them.
 */
import { make } from "./log-frame.js";
import { fillText, write } from "./log-line-element.js";

export class LogRow {
  constructor() {
    this.number = make("a", "log-number", { tabindex: "-1" }, "");
    this.time = make("span", "log-time");
    this.text = make("span", "log-text");
    this.element = make("div", "log-row", {}, this.number, this.time, this.text);
    /** What it shows, to leave alone what is as it should be. */
    this.shown = { number: 0, line: undefined, version: -1 };
  }

  /**
   * Shows a line.
   *
   * @param {number} number from 1
   * @param {import("./log-lines.js").LogLine | undefined} line undefined while it is on its way
   * @param {import("./log-drawing.js").Look} look
   */
  show(number, line, look) {
    const { shown } = this;
    if (line && shown.line === line && shown.number === number && shown.version === look.version) return;
    if (shown.number !== number) this.#name(number);
    this.shown = { number, line, version: look.version };
    const { classList } = this.element;
    classList.toggle("log-waiting", !line);
    classList.toggle("log-marked", look.marks.has(number));
    classList.toggle("log-error", number === look.model.firstError);
    write(this.time, line ? look.times.text(line.at) : "");
    if (!line) write(this.text, "");
    else {
      const matches = look.finder.byLine.get(number) ?? [];
      const current = look.finder.match?.line === number ? look.finder.match : null;
      fillText(this.text, line, matches, current, look.whole.has(number), look.words.more);
    }
  }

  #name(number) {
    write(this.number, String(number));
    this.number.setAttribute("href", `#L${number}`);
    this.number.dataset.line = String(number);
  }
}
