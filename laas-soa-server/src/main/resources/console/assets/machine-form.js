/** `<machine-form>`: of a machine that was added, the host key is compared next. */
import { filled } from "./api.js";

class MachineForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("api-done", (event) => {
      location.assign(filled("/machines/{name}/host-key", event.detail.body));
    });
  }
}

customElements.define("machine-form", MachineForm);
