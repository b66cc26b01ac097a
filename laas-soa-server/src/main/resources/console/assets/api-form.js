/**
 * `<api-form>` around a form: what it holds is sent to the API as JSON.
 *
 * The form says `data-method`, `data-path` and, where to go on, `data-then`; `data-etag` is the
 * version that it was filled from. Controls say by `data-type` what their text is: `number`,
 * `boolean`, `list` (a line each; of check boxes those that are ticked, one at least with
 * `data-some`), `json`, `map` (`name=value` a line). A name with dots is a place
 * within. What is empty is left out, or with `data-empty="null"` sent as null. `data-then` may be
 * missing: then the element fires `api-done` with the answer.
 */
import { announce, callApi, filled, wordsOf, ApiProblem } from "./api.js";

class ApiForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(event.target, event.submitter);
    });
  }

  /** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
  async send(form, submitter) {
    this.clear(form);
    const body = this.collect(form);
    if (body === null) return;
    form.setAttribute("aria-busy", "true");
    if (submitter) submitter.disabled = true;
    try {
      const path = filled(form.dataset.path, { ...locals(form), ...body });
      const method = form.dataset.method.toUpperCase();
      const answer = await callApi(method, path, body, { etag: form.dataset.etag });
      if (form.dataset.then) {
        location.assign(filled(form.dataset.then, { ...body, ...answer.body }));
        return;
      }
      if (form.dataset.done) announce(form.dataset.done);
      this.dispatchEvent(new CustomEvent("api-done", { bubbles: true, detail: answer }));
    } catch (error) {
      this.complain(form, error);
    }
    form.removeAttribute("aria-busy");
    if (submitter) submitter.disabled = false;
  }

  /** The form's JSON, or null when a control holds what cannot be read. */
  collect(form) {
    const body = {};
    let readable = true;
    for (const control of form.elements) {
      if (!control.name || control.disabled || control.dataset.local !== undefined) continue;
      if (control.type === "radio" && !control.checked) continue;
      try {
        const value = valueOf(control);
        if (value !== undefined) put(body, control.name, value);
      } catch {
        this.mark(form, control.name, document.body.dataset.wordsFields ?? "");
        readable = false;
      }
    }
    for (const control of form.querySelectorAll("[data-some]")) {
      if (body[control.name]?.length === 0 && readable) {
        this.mark(form, control.name, document.body.dataset.wordsFields ?? "");
        readable = false;
      }
    }
    return readable ? body : null;
  }

  clear(form) {
    form.querySelectorAll(".field-error, .form-error").forEach((old) => old.remove());
    form.querySelectorAll("[aria-invalid]").forEach((control) => {
      control.removeAttribute("aria-invalid");
      const hint = control.dataset.describedBy;
      if (hint) control.setAttribute("aria-describedby", hint);
      else control.removeAttribute("aria-describedby");
    });
  }

  complain(form, error) {
    const unplaced = [];
    if (error instanceof ApiProblem) {
      for (const { field, message } of error.fields) {
        if (!this.mark(form, field, message)) unplaced.push(field ? `${field}: ${message}` : message);
      }
    }
    const placed = error instanceof ApiProblem && error.fields.length > unplaced.length;
    const box = document.createElement("div");
    box.className = "notice error form-error";
    box.setAttribute("role", "alert");
    box.textContent = [placed ? document.body.dataset.wordsFields : wordsOf(error), ...unplaced].join(" ");
    form.prepend(box);
    // What was refused is not saved.
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const first = form.querySelector('[aria-invalid="true"]');
    if (first) first.focus();
    else box.scrollIntoView({ block: "nearest" });
  }

  /** Marks a field; false where the form has none of that name. */
  mark(form, name, message) {
    const control = [...form.elements].find((one) => one.name && (one.name === name || name.startsWith(`${one.name}.`) || name.startsWith(`${one.name}[`)));
    if (!control) return false;
    const error = document.createElement("p");
    error.className = "field-error";
    error.id = `error-${control.id || control.name}`;
    error.textContent = message;
    (control.closest(".field") ?? control.parentElement).append(error);
    control.setAttribute("aria-invalid", "true");
    control.dataset.describedBy ??= control.getAttribute("aria-describedby") ?? "";
    control.setAttribute("aria-describedby", `${control.dataset.describedBy} ${error.id}`.trim());
    return true;
  }
}

/** What `data-local` controls hold: it is not sent, but may be a part of the address. */
function locals(form) {
  const local = [...form.elements].filter((control) => control.name && control.dataset.local !== undefined);
  return Object.fromEntries(local.map((control) => [control.name, control.value]));
}

function valueOf(control) {
  if (control.type === "checkbox") {
    if (control.dataset.type !== "list") return control.checked;
    return control.checked ? [control.value] : [];
  }
  const text = control.value;
  const type = control.dataset.type ?? (control.type === "number" ? "number" : "text");
  if (type === "list") return lines(text);
  if (type === "map") return Object.fromEntries(lines(text).map(pair));
  if (text === "") return control.dataset.empty === "null" ? null : control.dataset.empty === "text" ? "" : undefined;
  if (type === "number") return number(text);
  if (type === "boolean") return text === "true";
  if (type === "json") return JSON.parse(text);
  return text;
}

function number(text) {
  const value = Number(text);
  if (Number.isNaN(value)) throw new TypeError("not a number");
  return value;
}

function lines(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

function pair(line) {
  const border = line.indexOf("=");
  if (border < 1) throw new TypeError("not name=value");
  return [line.slice(0, border).trim(), line.slice(border + 1).trim()];
}

/** Puts a value at a name with dots; lists of one name grow. */
function put(body, name, value) {
  const parts = name.split(".");
  const last = parts.pop();
  let place = body;
  for (const part of parts) place = place[part] ??= {};
  place[last] = Array.isArray(value) && Array.isArray(place[last]) ? [...place[last], ...value] : value;
}

customElements.define("api-form", ApiForm);
