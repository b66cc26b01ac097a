/**
 * `<configuration-file>`: the configuration as a file is first tried, which shows what would change,
 * and then applied.
 */
import { announce, ApiProblem, callApi, wordsOf } from "./api.js";
import { confirmed } from "./confirm.js";
import { made } from "./form-part.js";

class ConfigurationFile extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    this.prune = this.querySelector("input[type=checkbox]");
    this.result = this.querySelector(".file-result");
    const file = this.querySelector("input[type=file]");
    file.addEventListener("change", async () => {
      if (file.files.length > 0) this.text.value = await file.files[0].text();
      this.result.replaceChildren();
    });
    this.text.addEventListener("input", () => this.result.replaceChildren());
    this.prune.addEventListener("change", () => this.result.replaceChildren());
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(true);
    });
  }

  async send(dryRun) {
    const path = `/api/apply?dry_run=${dryRun}&prune=${this.prune.checked}`;
    try {
      const { body } = await callApi("POST", path, this.text.value, { type: "application/yaml" });
      this.show(body);
    } catch (error) {
      this.complain(error);
    }
  }

  complain(error) {
    const box = made("div", "notice error");
    box.setAttribute("role", "alert");
    const fields = error instanceof ApiProblem ? error.fields : [];
    box.append(made("p", "", { textContent: fields.length > 0 ? this.dataset.wordsWrong : wordsOf(error) }));
    if (fields.length > 0) {
      const list = made("ul", "plain");
      for (const { field, message } of fields) {
        const item = made("li");
        item.append(made("code", "", { textContent: field }), ` ${message}`);
        list.append(item);
      }
      box.append(list);
    }
    this.result.replaceChildren(box);
  }

  /** @param {{dry_run: boolean, unchanged: number, changes: object[]}} applied */
  show(applied) {
    const words = this.dataset;
    const unchanged = made("p", "muted", { textContent: `${words.wordsUnchanged} ${applied.unchanged}` });
    if (!applied.dry_run) {
      const done = made("p", "notice success", { textContent: words.wordsDone });
      this.result.replaceChildren(done, this.table(applied.changes), unchanged);
      announce(words.wordsDone);
      return;
    }
    if (applied.changes.length === 0) {
      this.result.replaceChildren(made("p", "notice", { textContent: words.wordsNothing }), unchanged);
      return;
    }
    const foot = made("div", "form-foot");
    const apply = made("button", "button primary", { type: "button", textContent: words.wordsApply });
    apply.addEventListener("click", async () => {
      if (await confirmed(words.wordsConfirm, words.wordsApply)) this.send(false);
    });
    foot.append(apply);
    const title = made("h3", "", { textContent: words.wordsWould });
    this.result.replaceChildren(title, this.table(applied.changes), unchanged, foot);
  }

  table(changes) {
    const words = this.dataset;
    const table = made("table");
    const head = table.createTHead().insertRow();
    for (const word of [words.wordsSection, words.wordsName, words.wordsEffect, words.wordsField]) {
      head.append(made("th", "", { scope: "col", textContent: word }));
    }
    const body = table.createTBody();
    for (const change of changes) {
      const effect = change.effect.charAt(0).toUpperCase() + change.effect.slice(1);
      const row = body.insertRow();
      row.append(
        made("td", "", { textContent: change.section }),
        made("td", "", { textContent: change.name }),
        made("td", "", { textContent: words[`words${effect}`] ?? change.effect }),
        this.fields(change),
      );
    }
    const wrap = made("div", "table-wrap", { tabIndex: 0 });
    wrap.setAttribute("role", "group");
    wrap.setAttribute("aria-label", words.wordsWould);
    wrap.append(table);
    return wrap;
  }

  /** What differs; of what is new or goes it is all, and needs no list. */
  fields(change) {
    const cell = made("td");
    if (change.effect !== "updated") return cell;
    const list = made("ul", "plain small");
    for (const { field, before, after } of change.changes) {
      const item = made("li", "break");
      item.append(made("code", "", { textContent: field }), ` ${words(before)} → ${words(after)}`);
      list.append(item);
    }
    cell.append(list);
    return cell;
  }
}

function words(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

customElements.define("configuration-file", ConfigurationFile);
