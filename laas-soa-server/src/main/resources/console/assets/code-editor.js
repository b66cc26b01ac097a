/**
 * `<code-editor data-language>` around a textarea: its text in colours, with line numbers. The
 * textarea stays what is edited; the colours lie behind its transparent text. Tab indents; after
 * Escape, Tab leaves (WCAG 2.1.2). A very long text is shown as it is: colours would make it slow.
 */
import { highlighted } from "./highlight-code.js";
import { made } from "./form-part.js";

const AT_ONCE = 10_000;
const COLOURED = 60_000;
const PAUSE = 120;
const INDENT = "  ";

class CodeEditor extends HTMLElement {
  static observedAttributes = ["data-language"];

  connectedCallback() {
    if (this.code) return;
    this.area = this.querySelector("textarea");
    this.code = made("pre", "code-colours");
    this.numbers = made("pre", "code-numbers");
    for (const layer of [this.code, this.numbers]) layer.setAttribute("aria-hidden", "true");
    this.area.wrap = "off";
    this.append(this.numbers, this.code);
    this.area.addEventListener("input", () => this.show());
    this.area.addEventListener("keydown", (event) => this.key(event));
    this.area.addEventListener("blur", () => (this.leaving = false));
    this.show();
  }

  attributeChangedCallback() {
    if (this.code) this.show();
  }

  show() {
    const text = this.area.value;
    const plain = text.length > COLOURED;
    this.classList.toggle("plain", plain);
    if (plain) return;
    this.number(text);
    clearTimeout(this.timer);
    if (text.length <= AT_ONCE) {
      this.colour(text);
    } else {
      // What is typed is seen at once, its colours a moment later.
      this.code.textContent = `${text}\n`;
      this.timer = setTimeout(() => this.colour(text), PAUSE);
    }
  }

  colour(text) {
    this.code.replaceChildren(highlighted(text, this.dataset.language ?? ""), "\n");
  }

  number(text) {
    const lines = text.split("\n").length;
    if (lines === this.lines) return;
    this.lines = lines;
    this.numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
  }

  key(event) {
    if (event.key === "Escape") {
      this.leaving = true;
      return;
    }
    const leaving = this.leaving;
    if (event.key !== "Shift") this.leaving = false;
    if (event.key !== "Tab" || leaving || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = this.area;
    if (event.shiftKey || value.slice(selectionStart, selectionEnd).includes("\n")) {
      this.indentLines(event.shiftKey);
    } else {
      insert(INDENT);
    }
  }

  indentLines(back) {
    const { selectionStart, selectionEnd, value } = this.area;
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const block = value.slice(from, selectionEnd);
    const changed = back ? block.replace(/^ {1,2}|^\t/gm, "") : block.replace(/^(?=.)/gm, INDENT);
    this.area.setSelectionRange(from, selectionEnd);
    insert(changed);
    this.area.setSelectionRange(from, from + changed.length);
  }
}

/** As if typed, so that it can be undone. */
function insert(text) {
  document.execCommand(text ? "insertText" : "delete", false, text);
}

customElements.define("code-editor", CodeEditor);
