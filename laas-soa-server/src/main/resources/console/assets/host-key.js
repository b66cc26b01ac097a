/**
 * `<host-key data-machine data-etag>`: fetches the key that a machine shows, without signing in
 * there, and stores it when a person says that it is the right one. Only then does a button with
 * `data-begin` begin what it says; one with `data-then` goes there.
 */
import { announce, callApi, filled, wordsOf, ApiProblem } from "./api.js";
import { confirmed } from "./confirm.js";

class HostKey extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.part === "again") this.fetch();
      if (button.dataset.begin || button.dataset.then) this.confirm(button);
    });
    this.fetch();
  }

  async fetch() {
    this.show("asking");
    try {
      const { body } = await callApi("POST", `${this.dataset.machine}/host-key/fetch`);
      this.shown(body);
    } catch (error) {
      this.explain(error);
      this.show("failed");
    }
  }

  /** In the page's words where it has some for what has happened, else in the server's. */
  explain(error) {
    const { code, details = {}, advice = "" } = error instanceof ApiProblem ? error.members : {};
    const known = [...this.querySelectorAll("template")].find((one) => one.dataset.failure === code);
    const words = known && { error: known.content.textContent, advice: known.dataset.advice };
    this.part("error").textContent = words ? worded(words.error, details) : wordsOf(error);
    this.part("advice").textContent = words ? worded(words.advice, details) : advice;
  }

  /** @param {{algorithm: string, host_key: string, public_key: string, comparison: string}} key */
  shown(key) {
    this.key = key;
    this.querySelector("#fingerprint").textContent = key.host_key;
    this.part("public").textContent = key.public_key;
    const command = `ssh-keygen -lf ${fileOf(key.algorithm)}`;
    this.querySelector("#compare-command").textContent = command;
    this.querySelector("copy-button").dataset.text = command;
    this.show("shown", key.comparison);
  }

  async confirm(button) {
    const changed = this.key.comparison === "changed";
    if (changed && !(await confirmed(this.dataset.question, button.textContent.trim()))) return;
    button.disabled = true;
    const { machine, etag } = this.dataset;
    try {
      if (this.key.comparison !== "same") {
        await callApi("PATCH", machine, { host_key: this.key.host_key }, { etag });
        // What follows may be refused; that the key is stored is so.
        this.key.comparison = "same";
      }
      if (button.dataset.begin) {
        const begun = await callApi("POST", `${machine}/${button.dataset.begin}`);
        location.assign(filled("/machine-operations/{id}", begun.body));
      } else {
        location.assign(button.dataset.then);
      }
    } catch (error) {
      announce(wordsOf(error));
      button.disabled = false;
    }
  }

  /** Shows that part, and of what depends on a comparison what belongs to this one. */
  show(name, comparison = "") {
    for (const part of ["asking", "failed", "shown"]) this.part(part).hidden = part !== name;
    for (const notice of this.querySelectorAll("[data-comparison]")) {
      notice.hidden = notice.dataset.comparison !== comparison;
    }
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }
}

/** A text whose `{names}` are filled from what the server says. */
function worded(text, details) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => details[name] ?? whole);
}

/** Where OpenSSH keeps the public key of that algorithm. */
function fileOf(algorithm) {
  const known = ["ecdsa", "rsa"].find((type) => algorithm.includes(type)) ?? "ed25519";
  return `/etc/ssh/ssh_host_${known}_key.pub`;
}

customElements.define("host-key", HostKey);
