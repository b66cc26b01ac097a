/**
 * `<secret-field>`: what is never shown. Left empty it stays as it is; its box clears it.
 * `<secret-files>`: the same with several files, which are kept, replaced or cleared together.
 */
class SecretField extends HTMLElement {
  connectedCallback() {
    const control = this.querySelector("[name]");
    const clear = this.querySelector("input[type=checkbox]");
    clear?.addEventListener("change", () => {
      control.readOnly = clear.checked;
      if (clear.checked) {
        control.value = "";
        control.dataset.empty = "null";
      } else {
        delete control.dataset.empty;
      }
    });
  }
}

class SecretFiles extends HTMLElement {
  connectedCallback() {
    const files = this.querySelector("pairs-field");
    const modes = [...this.querySelectorAll("input[type=radio]")];
    const show = () => {
      const mode = modes.find((one) => one.checked)?.value ?? "replace";
      files.hidden = mode !== "replace";
      files.disabled = mode === "keep";
      if (mode === "clear") {
        files.querySelector(".pairs")?.replaceChildren();
        files.dataset.empty = "null";
      } else {
        delete files.dataset.empty;
      }
    };
    modes.forEach((mode) => mode.addEventListener("change", show));
    show();
  }
}

customElements.define("secret-field", SecretField);
customElements.define("secret-files", SecretFiles);
