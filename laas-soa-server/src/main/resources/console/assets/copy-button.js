/** `<copy-button data-text="…">`: copies its text; its words are what it shows. */
import { announce } from "./api.js";

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
    await write(this.dataset.text ?? "");
    announce(document.body.dataset.wordsCopied ?? "");
  }
}

/** The clipboard's own way needs https or this machine; a server in a house network has neither. */
async function write(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch {
      // Refused: the old way may still do.
    }
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

customElements.define("copy-button", CopyButton);
