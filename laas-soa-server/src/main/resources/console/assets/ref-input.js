/**
 * `<ref-input data-branches data-tags data-type>` around an input with a list: offers what the git
 * host knows, asked for when somebody comes to the field. Whatever else may be typed.
 */
import { callApi } from "./api.js";

const PAUSE = 250;

class RefInput extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.branches) return;
    this.input = this.querySelector("input");
    this.list = this.querySelector("datalist");
    this.before = [...this.list.children];
    this.input.addEventListener("focus", () => this.ask());
    this.input.addEventListener("input", () => {
      clearTimeout(this.later);
      this.later = setTimeout(() => this.ask(), PAUSE);
    });
    document.getElementById(this.dataset.type)?.addEventListener("change", () => this.ask());
  }

  async ask() {
    const tags = document.getElementById(this.dataset.type)?.value === "tag";
    const root = tags ? this.dataset.tags : this.dataset.branches;
    const address = `${root}&q=${encodeURIComponent(this.input.value)}`;
    if (address === this.asked) return;
    this.asked = address;
    try {
      const { body } = await callApi("GET", address);
      if (this.asked === address) this.offer(body.map((ref) => ref.name), tags);
    } catch {
      // What has been built is offered all the same.
      this.offer([], tags);
    }
  }

  offer(names, tags) {
    const options = names.map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    });
    const known = tags ? [] : this.before.filter((option) => !names.includes(option.value));
    this.list.replaceChildren(...options, ...known);
  }
}

customElements.define("ref-input", RefInput);
