/** `<copy-button data-text="…">`: copies its text; its words are what it shows. */
import { announce } from "./api.js";
import { toClipboard } from "./clipboard.js";

class CopyButton extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet small";
    button.append(...this.childNodes);
    button.addEventListener("click", () => this.copy());
    this.append(button);
  }

  async copy() {
    await toClipboard(this.dataset.text ?? "");
    announce(document.body.dataset.wordsCopied ?? "");
  }
}

customElements.define("copy-button", CopyButton);
