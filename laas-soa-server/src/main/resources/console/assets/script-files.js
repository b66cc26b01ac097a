/**
 * `<script-files name data-value="{name: content}">`: the files of a set of scripts, a tab each.
 * `<script-view data-files>`: the same for those who only look. `<code-view>`: one of them.
 */
import "./code-editor.js";
import { FormPart, made } from "./form-part.js";
import { highlighted, languageOf } from "./highlight-code.js";

class ScriptFiles extends FormPart {
  connectedCallback() {
    if (this.tabs) return;
    this.tabs = made("div", "file-tabs");
    this.tabs.setAttribute("role", "tablist");
    this.panels = made("div", "file-panels");
    this.names = made("datalist", "", { id: "script-file-names" });
    this.none = made("p", "muted", { textContent: this.dataset.wordsNone });
    this.naming = this.nameRow();
    this.hint = made("p", "hint", { textContent: this.dataset.wordsHint, id: `${this.id}-hint` });
    this.append(this.tabs, this.none, this.panels, this.actions(), this.naming, this.hint, this.names);
    this.tabs.addEventListener("keydown", (event) => this.arrow(event));
    for (const [name, content] of Object.entries(JSON.parse(this.dataset.value))) this.add(name, content);
    this.listNames();
    this.select(this.tabs.firstElementChild);
  }

  get value() {
    return JSON.stringify(Object.fromEntries([...this.tabs.children].map((tab) => [tab.textContent, contentOf(areaOf(tab))])));
  }

  actions() {
    const { wordsAdd, wordsRename, wordsRemove } = this.dataset;
    const row = made("div", "row");
    const button = (text, act) => {
      const one = made("button", "button small", { type: "button", textContent: text });
      one.addEventListener("click", act);
      row.append(one);
      return one;
    };
    button(wordsAdd, () => this.askName("", (name) => this.select(this.add(name, ""), true)));
    this.forOne = [
      button(wordsRename, () => this.askName(this.selected.textContent, (name) => this.rename(this.selected, name))),
      button(wordsRemove, () => this.remove_(this.selected)),
    ];
    return row;
  }

  /** Where a name is typed in. It is no form of its own: it stands in one. */
  nameRow() {
    const row = made("div", "row name-row", { hidden: true });
    const input = made("input", "mono", { spellcheck: false, autocomplete: "off" });
    input.setAttribute("aria-label", this.dataset.wordsName);
    input.placeholder = this.dataset.wordsName;
    const done = made("button", "button small primary", { type: "button", textContent: "OK" });
    const cancel = made("button", "button small quiet", { type: "button", textContent: this.dataset.wordsCancel });
    done.addEventListener("click", () => this.named());
    cancel.addEventListener("click", () => (row.hidden = true));
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        this.named();
      }
      if (event.key === "Escape") row.hidden = true;
    });
    row.append(input, done, cancel);
    return row;
  }

  askName(name, act) {
    this.naming.hidden = false;
    this.whenNamed = act;
    const input = this.naming.querySelector("input");
    input.value = name;
    input.select();
    input.focus();
  }

  named() {
    const name = this.naming.querySelector("input").value.trim();
    this.naming.hidden = true;
    if (!name) return;
    const there = [...this.tabs.children].find((tab) => tab.textContent === name);
    if (there) {
      this.select(there, true);
      return;
    }
    this.whenNamed(name);
    this.changed();
  }

  add(name, content) {
    this.count = (this.count ?? 0) + 1;
    const panel = made("div", "file-panel", { id: `${this.id}-panel-${this.count}`, hidden: true });
    const tab = made("button", "file-tab", { type: "button", textContent: name, id: `${this.id}-tab-${this.count}` });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    const editor = made("code-editor");
    const area = made("textarea", "mono", { value: content, spellcheck: false, autocapitalize: "none" });
    // A text area has line feeds only: what nobody has edited keeps the line ends that it had.
    area.stored = content;
    area.shown = area.value;
    area.setAttribute("aria-describedby", this.hint.id);
    editor.append(area);
    panel.append(editor);
    tab.panel = panel;
    tab.addEventListener("click", () => this.select(tab, true));
    this.tabs.append(tab);
    this.panels.append(panel);
    this.label(tab);
    this.listNames();
    return tab;
  }

  label(tab) {
    const area = areaOf(tab);
    area.setAttribute("aria-label", tab.textContent);
    area.parentElement.dataset.language = languageOf(tab.textContent, area.value);
  }

  rename(tab, name) {
    tab.textContent = name;
    this.label(tab);
    this.listNames();
  }

  remove_(tab) {
    const next = tab.nextElementSibling ?? tab.previousElementSibling;
    tab.panel.remove();
    tab.remove();
    this.listNames();
    this.select(next, true);
    this.changed();
  }

  select(tab, focus) {
    this.selected = tab;
    for (const one of this.tabs.children) {
      const chosen = one === tab;
      one.setAttribute("aria-selected", String(chosen));
      one.tabIndex = chosen ? 0 : -1;
      one.panel.hidden = !chosen;
    }
    if (focus && tab) tab.focus();
  }

  arrow(event) {
    const step = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
    const next = step && this.selected?.[step];
    if (next) this.select(next, true);
  }

  listNames() {
    const tabs = [...this.tabs.children];
    this.names.replaceChildren(...tabs.map((tab) => made("option", "", { value: tab.textContent })));
    this.tabs.hidden = tabs.length === 0;
    this.hint.hidden = tabs.length === 0;
    this.none.hidden = tabs.length > 0;
    this.forOne.forEach((button) => (button.disabled = tabs.length === 0));
  }
}

function contentOf(area) {
  return area.value === area.shown ? area.stored : area.value;
}

function areaOf(tab) {
  return tab.panel.querySelector("textarea");
}

class ScriptView extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    for (const [name, content] of Object.entries(JSON.parse(this.dataset.files))) {
      this.append(made("h3", "mono", { textContent: name }), coloured(name, content));
    }
  }
}

/** `<code-view data-name>`: its text in colours. */
class CodeView extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("pre")) return;
    const text = this.textContent;
    this.replaceChildren(coloured(this.dataset.name, text));
  }
}

function coloured(name, content) {
  const block = made("pre", "code-view", { tabIndex: 0 });
  block.setAttribute("role", "group");
  block.setAttribute("aria-label", name);
  block.append(highlighted(content, languageOf(name, content)));
  return block;
}

customElements.define("code-view", CodeView);
customElements.define("script-files", ScriptFiles);
customElements.define("script-view", ScriptView);
