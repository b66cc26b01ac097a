/**
 * `<repository-picker data-server="ID">` around an input: a combobox of the repositories that the
 * git server of that select lists, searched as one types (ARIA Authoring Practices Guide, combobox
 * with a listbox popup). What is picked also fills in the fields of `data-name`,
 * `data-description` and `data-push`, as far as nobody has written into them.
 */
import { callApi } from "./api.js";
import { made } from "./form-part.js";

const PAUSE = 250;
const MOST = 30;

class RepositoryPicker extends HTMLElement {
  connectedCallback() {
    if (this.list) return;
    this.input = this.querySelector("input");
    this.server = document.getElementById(this.dataset.server);
    this.list = made("ul", "options", { id: `${this.input.id}-options`, hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.closest(".field")?.querySelector("label")?.textContent ?? "");
    this.status = made("p", "hint");
    this.status.setAttribute("role", "status");
    this.append(this.list, this.status);
    Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    }).forEach(([name, value]) => this.input.setAttribute(name, value));
    this.repositories = [];
    this.input.addEventListener("input", () => this.soon());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.pick([...this.list.children].indexOf(option));
    });
    this.server?.addEventListener("change", () => this.close());
  }

  disconnectedCallback() {
    clearTimeout(this.later);
  }

  soon() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const server = this.server?.value || this.server?.dataset.default;
    const text = this.input.value;
    if (!server || text.includes("://")) return this.show([]);
    this.asking?.abort();
    this.asking = new AbortController();
    const query = `?size=${MOST}&q=${encodeURIComponent(text)}`;
    const address = `/api/git-servers/${encodeURIComponent(server)}/repositories${query}`;
    try {
      const { body } = await callApi("GET", address, undefined, { signal: this.asking.signal });
      this.show(body.items);
      this.status.textContent = `${body.items.length} ${this.dataset.wordsCount}`;
    } catch (error) {
      if (error.name === "AbortError") return undefined;
      this.show([]);
      this.status.textContent = this.dataset.wordsNone ?? "";
    }
    return undefined;
  }

  show(repositories) {
    this.repositories = repositories;
    this.list.replaceChildren(...repositories.map((one, place) => this.option(one, place)));
    const open = repositories.length > 0 && document.activeElement === this.input;
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    this.activate(-1);
  }

  option(repository, place) {
    const item = made("li", "", { id: `${this.list.id}-${place}` });
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(made("span", "mono", { textContent: repository.path }));
    if (repository.description) item.append(made("span", "muted small truncate", { textContent: repository.description }));
    return item;
  }

  activate(place) {
    this.active = place;
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
    const item = this.list.children[place];
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  key(event) {
    const count = this.list.hidden ? 0 : this.repositories.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (count === 0) this.ask();
      else this.activate((this.active + (event.key === "ArrowDown" ? 1 : -1) + count + (this.active < 0 && event.key === "ArrowUp" ? 1 : 0)) % count);
    } else if (event.key === "Enter" && count > 0 && this.active >= 0) {
      event.preventDefault();
      this.pick(this.active);
    } else if (event.key === "Escape" && count > 0) {
      event.preventDefault();
      this.close();
    }
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.activate(-1);
  }

  pick(place) {
    const repository = this.repositories[place];
    if (!repository) return;
    this.input.value = repository.path;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
    this.suggest(this.dataset.name, repository.path.split("/").pop());
    this.suggest(this.dataset.description, repository.description);
    this.suggest(this.dataset.push, repository.default_branch);
  }

  /** Fills a field in that is empty, or holds what was suggested before. */
  suggest(id, text) {
    const field = id ? document.getElementById(id) : null;
    if (!field || !text || (field.value && field.value !== field.dataset.suggested)) return;
    field.value = text;
    field.dataset.suggested = text;
  }
}

customElements.define("repository-picker", RepositoryPicker);
