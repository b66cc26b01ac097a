/** `<machine-form>`: a machine that was added is contacted at once, and its host key shown. */
import { callApi, filled } from "./api.js";

class MachineForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("api-done", (event) => this.contact(event.detail.body));
  }

  /** @param {{name: string}} machine */
  async contact(machine) {
    try {
      const begun = await callApi("POST", filled("/api/machines/{name}/look", machine));
      location.assign(filled("/machine-operations/{id}", begun.body));
    } catch {
      // It is added all the same: its own page offers what can be done.
      location.assign(filled("/machines/{name}", machine));
    }
  }
}

customElements.define("machine-form", MachineForm);
