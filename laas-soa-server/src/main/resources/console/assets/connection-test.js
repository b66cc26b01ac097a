/** `<connection-test data-path>` around a button: what a test of a connection found, in words. */
import { callApi, wordsOf } from "./api.js";
import { made } from "./form-part.js";

const STATES = { ok: "state-succeeded", warning: "state-warning", failed: "state-failed" };

class ConnectionTest extends HTMLElement {
  connectedCallback() {
    this.result = made("div", "stack tight");
    this.result.setAttribute("role", "status");
    this.append(this.result);
    this.querySelector("button").addEventListener("click", (event) => this.test(event.target));
  }

  async test(button) {
    button.disabled = true;
    this.result.replaceChildren(made("p", "muted", { textContent: `${this.dataset.wordsTesting}…` }));
    try {
      const { body } = await callApi("POST", this.dataset.path);
      this.show(body);
    } catch (error) {
      this.result.replaceChildren(made("p", "notice error", { textContent: wordsOf(error) }));
    }
    button.disabled = false;
    button.focus();
  }

  /** @param {{ok: boolean, checks: {name: string, result: string, message: string}[]}} found */
  show(found) {
    const words = this.dataset;
    const list = made("ul", "plain checks");
    for (const check of found.checks) {
      const key = `words${check.name.charAt(0).toUpperCase()}${check.name.slice(1)}`;
      const item = made("li");
      item.append(
        made("span", `state ${STATES[check.result] ?? ""}`, { textContent: words[key] ?? check.name }),
        made("span", "break", { textContent: check.message }),
      );
      list.append(item);
    }
    const verdict = made("p", `notice ${found.ok ? "success" : "error"}`, {
      textContent: found.ok ? words.wordsOk : words.wordsFailed,
    });
    this.result.replaceChildren(verdict, list);
  }
}

customElements.define("connection-test", ConnectionTest);
