/** What is around the lines of the log view: its tools, its states, its help. */

/** @returns {HTMLElement} an element with a class, attributes and children */
export function make(tag, className, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Words come with the page, in its language: `data-words-first-error` is `words.firstError`. */
export function wordsOf(dataset) {
  const words = { steps: {}, states: {}, language: document.documentElement.lang || "en" };
  for (const [name, text] of Object.entries(dataset)) {
    const [, kind, rest] = /^words(Step|State)?(.+)$/.exec(name) ?? [];
    if (!rest) continue;
    const key = rest[0].toLowerCase() + rest.slice(1);
    if (kind === "Step" && rest !== "s") words.steps[key] = text;
    else if (kind === "State") words.states[key] = text;
    else words[key] = text;
  }
  return new Proxy(words, { get: (own, name) => own[name] ?? "" });
}

/** `%1` and `%2` filled in. */
export function filled(text, ...values) {
  return text.replace(/%(\d)/g, (_, n) => String(values[n - 1]));
}

function button(name, text, attributes = {}) {
  return make("button", `button small ${name}`, { type: "button", ...attributes }, text);
}

/** @param {any} words @returns the parts by name */
export function frame(words, address) {
  const parts = {
    steps: make("select", "log-steps", { "aria-label": words.jump }),
    fold: button("log-fold-all", words.foldAll, { "aria-pressed": "false" }),
    error: button("log-first-error", words.firstError),
    query: make("input", "log-query", { type: "search", placeholder: words.search, "aria-label": words.search,
      autocomplete: "off", spellcheck: "false", maxlength: "200" }),
    count: make("output", "log-count"),
    previous: button("log-previous", "↑", { "aria-label": words.previous, title: words.previous }),
    next: button("log-next", "↓", { "aria-label": words.next, title: words.next }),
    matchCase: button("log-case", "Aa", { "aria-pressed": "false", "aria-label": words.matchCase, title: words.matchCase }),
    regex: button("log-regex", ".*", { "aria-pressed": "false", "aria-label": words.regex, title: words.regex }),
    times: make("select", "log-times", { "aria-label": words.times },
      ...["none", "clock", "elapsed"].map((mode) =>
        make("option", "", { value: mode }, words[`times${mode[0].toUpperCase()}${mode.slice(1)}`]))),
    copy: button("log-copy", words.copyLines, { hidden: "" }),
    download: make("a", "button small", { href: address, download: "" }, words.download),
    full: button("log-full", words.full, { "aria-pressed": "false" }),
    helpButton: button("log-help-button", "?", { "aria-label": words.help, title: words.help }),
    notice: make("p", "log-notice", { role: "status" }),
    step: make("div", "log-now", { hidden: "", "aria-hidden": "true" }),
    rows: make("div", "log-rows"),
    state: make("div", "log-state empty", {}, make("p", "", {}, words.loading)),
    follow: button("log-follow primary", words.follow, { hidden: "" }),
    help: help(words),
  };
  parts.spacer = make("div", "log-spacer", {}, parts.rows);
  parts.scroller = make("div", "log-scroll", { tabindex: "0", role: "log", "aria-live": "off", "aria-label": words.label },
    parts.spacer);
  parts.form = make("form", "log-search", { role: "search" },
    parts.query, parts.count, parts.previous, parts.next, parts.matchCase, parts.regex);
  parts.toolbar = make("div", "log-tools", {}, parts.steps, parts.fold, parts.error, parts.form, parts.times,
    parts.copy, parts.download, parts.full, parts.helpButton);
  parts.body = make("div", "log-body", {}, parts.step, parts.scroller, parts.state, parts.follow);
  return parts;
}

const KEYS = [["↑ ↓", "keyLines"], ["PgUp PgDn", "keyPages"], ["Home End", "keyEnds"], ["/ Ctrl+F", "keySearch"],
  ["n p", "keyMatches"], ["e", "keyError"], ["Shift", "keyRange"], ["Esc", "keyLeave"]];

function help(words) {
  const close = button("", words.close);
  const keys = make("dl", "log-keys");
  for (const [key, word] of KEYS) {
    keys.append(make("dt", "", {}, make("kbd", "", {}, key)), make("dd", "", {}, words[word]));
  }
  const heading = make("h2", "", { id: "log-help-heading" }, words.help);
  const dialog = make("dialog", "log-help", { "aria-labelledby": "log-help-heading" }, heading, keys, close);
  close.addEventListener("click", () => dialog.close());
  return dialog;
}
