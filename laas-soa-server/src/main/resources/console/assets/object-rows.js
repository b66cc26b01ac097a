/**
 * `<object-rows name data-value="[…]">` with a `<template>` of one row: a list of objects, a row
 * each. Its value is JSON. In a row `data-field` says which field a control is, and `data-kind` how
 * it is read: `list` (a line each), `flag`, `json`, else text, which is left out when it is empty.
 */
import { FormPart, made } from "./form-part.js";
import "./pairs-field.js";

class ObjectRows extends FormPart {
  connectedCallback() {
    if (this.rows) return;
    this.template = this.querySelector("template");
    this.rows = made("div", "object-rows");
    const add = made("button", "button small", { type: "button", textContent: this.dataset.wordsAdd });
    add.addEventListener("click", () => {
      this.add({}).querySelector("[data-field]").focus();
      this.changed();
    });
    const foot = made("div", "row");
    foot.append(add);
    this.append(this.rows, foot);
    for (const object of JSON.parse(this.dataset.value)) this.add(object);
  }

  get value() {
    return JSON.stringify([...this.rows.children].map(objectOf));
  }

  add(object) {
    const row = made("div", "object-row");
    row.append(this.template.content.cloneNode(true));
    for (const control of row.querySelectorAll("[data-field]")) fill(control, object[control.dataset.field]);
    const remove = made("button", "button quiet small", { type: "button", textContent: this.dataset.wordsRemove });
    remove.addEventListener("click", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      this.changed();
      (next?.querySelector("[data-field]") ?? this.querySelector(":scope > .row button")).focus();
    });
    row.append(remove);
    this.rows.append(row);
    return row;
  }
}

function fill(control, value) {
  switch (control.dataset.kind) {
    case "list":
      control.value = (value ?? []).join("\n");
      break;
    case "flag":
      control.checked = value === true;
      break;
    case "json":
      control.dataset.value = JSON.stringify(value ?? {});
      break;
    default:
      if (value !== undefined && value !== null) control.value = value;
      // An empty value is one: it is not the same as none.
      if (value === "") control.dataset.kept = "";
  }
}

function objectOf(row) {
  const object = {};
  for (const control of row.querySelectorAll("[data-field]")) {
    const value = read(control);
    if (value !== "" || control.dataset.kept !== undefined) object[control.dataset.field] = value;
  }
  return object;
}

function read(control) {
  switch (control.dataset.kind) {
    case "list":
      return control.value.split("\n").map((line) => line.trim()).filter(Boolean);
    case "flag":
      return control.checked;
    case "json":
      return JSON.parse(control.value || "{}");
    default:
      return control.value;
  }
}

customElements.define("object-rows", ObjectRows);
