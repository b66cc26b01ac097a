/**
 * A part of a form that is made of several controls and is one value to the form: a form-associated
 * custom element. `<api-form>` reads its name, its value and its `data-type` as of any control.
 */
export class FormPart extends HTMLElement {
  static formAssociated = true;

  constructor() {
    super();
    this.internals = this.attachInternals();
  }

  get name() {
    return this.getAttribute("name") ?? "";
  }

  get type() {
    return this.localName;
  }

  get disabled() {
    return this.hasAttribute("disabled");
  }

  set disabled(value) {
    this.toggleAttribute("disabled", value);
  }

  /** An error leads to the first thing that can be changed. */
  focus() {
    this.querySelector("input:not([hidden]), textarea, button")?.focus();
  }

  /** Says that the value has changed, as controls do. */
  changed() {
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** An element with its class and properties. */
export function made(tag, className, properties = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return Object.assign(element, properties);
}
