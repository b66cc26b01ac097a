/** `<project-choice>`: every project, or those that are named; one excludes the other. */
class ProjectChoice extends HTMLElement {
  connectedCallback() {
    const every = this.querySelector("input");
    const names = this.querySelector("textarea");
    const show = () => {
      names.disabled = every.checked;
      names.closest(".field").hidden = every.checked;
    };
    every.addEventListener("change", show);
    show();
  }
}

customElements.define("project-choice", ProjectChoice);
