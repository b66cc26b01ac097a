/**
 * `<hook-form>` around the buttons that register a hook: where a person has to write the secret
 * down at the host, it is shown, this once; else the page is shown anew.
 */
import { made } from "./form-part.js";

class HookForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("api-done", (event) => {
      const hook = event.detail?.body;
      if (!hook?.secret) {
        location.assign(this.dataset.address);
        return;
      }
      this.shown?.remove();
      this.shown = this.facts(hook);
      this.append(this.shown);
      this.shown.focus();
    });
  }

  facts(hook) {
    const box = made("div", "notice success stack", { tabIndex: -1 });
    for (const [name, value] of [[this.dataset.wordsUrl, hook.url], [this.dataset.wordsSecret, hook.secret]]) {
      const copy = document.createElement("copy-button");
      copy.dataset.text = value;
      copy.append(this.dataset.wordsCopy);
      box.append(made("strong", "", { textContent: name }), made("code", "break", { textContent: value }), copy);
    }
    return box;
  }
}

customElements.define("hook-form", HookForm);
