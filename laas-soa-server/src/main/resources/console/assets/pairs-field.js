/**
 * `<pairs-field name data-value="{…}">`: names and values, a row each. Its value is JSON; with
 * `data-optional` no rows are no value. `data-lines`: values are long texts.
 */
import { FormPart, made } from "./form-part.js";

class PairsField extends FormPart {
  connectedCallback() {
    if (this.rows) return;
    this.rows = made("div", "pairs");
    const add = made("button", "button small", { type: "button", textContent: this.dataset.wordsAdd });
    add.addEventListener("click", () => {
      this.add("", "").querySelector("input").focus();
      this.changed();
    });
    this.append(this.rows, add);
    for (const [name, value] of Object.entries(JSON.parse(this.dataset.value))) this.add(name, value);
  }

  get value() {
    const pairs = [...this.rows.children].map((row) => [
      row.querySelector("input").value.trim(),
      row.querySelector("textarea").value,
    ]);
    const named = pairs.filter(([name, value]) => name || value);
    if (named.length === 0 && this.dataset.optional !== undefined) return "";
    return JSON.stringify(Object.fromEntries(named));
  }

  add(name, value) {
    const { wordsName, wordsValue, wordsRemove } = this.dataset;
    const row = made("div", "pair");
    const key = made("input", "mono", { value: name, spellcheck: false, autocapitalize: "none", placeholder: wordsName });
    key.setAttribute("aria-label", wordsName);
    const content = made("textarea", "mono", { value, rows: this.rowsFor(value), spellcheck: false, placeholder: wordsValue });
    content.setAttribute("aria-label", wordsValue);
    content.addEventListener("input", () => (content.rows = this.rowsFor(content.value)));
    const remove = made("button", "button quiet small", { type: "button", textContent: wordsRemove });
    remove.addEventListener("click", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      this.changed();
      (next ?? this).querySelector("input, button").focus();
    });
    row.append(key, content, remove);
    this.rows.append(row);
    return row;
  }

  rowsFor(text) {
    const least = this.dataset.lines === undefined ? 1 : 4;
    return Math.min(12, Math.max(least, text.split("\n").length));
  }
}

customElements.define("pairs-field", PairsField);
