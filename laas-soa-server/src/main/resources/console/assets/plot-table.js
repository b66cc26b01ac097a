/** The figures of a plot as a table, for those who want them or cannot see the plot. */
import { timeOf, worded } from "./plot-words.js";

/**
 * A table that is made when it is opened first; `fill` makes it anew from other data.
 *
 * @param {{words: string, x: string, series: string[], format: string}} names
 */
export function figures(names) {
  const details = document.createElement("details");
  details.className = "small";
  const summary = document.createElement("summary");
  summary.textContent = names.words;
  const wrap = document.createElement("div");
  wrap.className = "plot-figures";
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "group");
  wrap.setAttribute("aria-label", names.words);
  details.append(summary, wrap);
  let shown = null;
  const show = () => {
    if (details.open && shown) wrap.replaceChildren(table(names, shown));
  };
  details.addEventListener("toggle", show);
  return {
    element: details,
    fill(data) {
      shown = data;
      show();
    },
  };
}

function table(names, data) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  [names.x, ...names.series].forEach((name) => head.append(cell("th", name, "col")));
  const body = made.createTBody();
  data.x.forEach((x, place) => {
    if (data.series.every((values) => values[place] === null)) return;
    const row = body.insertRow();
    row.append(heading(data, x, place));
    data.series.forEach((values) => row.append(cell("td", worded(names.format, values[place]))));
  });
  return made;
}

function heading(data, x, place) {
  const made = cell("th", data.labels ? data.labels[place] : timeOf(x), "row");
  if (data.links) {
    const link = document.createElement("a");
    link.href = data.links[place];
    link.textContent = made.textContent;
    made.replaceChildren(link);
  }
  return made;
}

function cell(kind, text, scope) {
  const made = document.createElement(kind);
  made.textContent = text;
  if (scope) made.scope = scope;
  return made;
}
