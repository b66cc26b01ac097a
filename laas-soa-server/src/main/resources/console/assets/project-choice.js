/**
 * `<project-choice>`: every project, or those that are named; one excludes the other. They are named
 * in a text, a line each; a field beside it offers the names that there are, and adds them.
 */
class ProjectChoice extends HTMLElement {
  connectedCallback() {
    const every = this.querySelector('input[type="checkbox"]');
    const names = this.querySelector("textarea");
    const show = () => {
      names.disabled = every.checked;
      this.querySelector(".stack").hidden = every.checked;
    };
    every.addEventListener("change", show);
    show();
    this.offer(names, this.querySelector("input[list]"));
  }

  /** @param {HTMLTextAreaElement} names @param {HTMLInputElement} offered */
  offer(names, offered) {
    const add = () => {
      const lines = names.value.split("\n").map((line) => line.trim()).filter(Boolean);
      const name = offered.value.trim();
      if (name && !lines.includes(name)) names.value = [...lines, name].join("\n");
      offered.value = "";
      offered.focus();
      names.dispatchEvent(new Event("input", { bubbles: true }));
    };
    this.querySelector("button").addEventListener("click", add);
    offered.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      add();
    });
  }
}

customElements.define("project-choice", ProjectChoice);
