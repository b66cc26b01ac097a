/** Rows of the log view as elements. Content only ever becomes text. */
import { filled } from "./log-frame.js";
import { BOLD, DIM, INVERSE, ITALIC, STRIKE, UNDERLINE, rendered } from "./ansi.js";

/** More of one line is shown when asked for: laying out much text takes long. */
const SHOWN = 2000;

const ADDRESS = /https?:\/\/[^\s<>"'`\\^{|}\u0000-\u001f\u007f-\u00a0\u2400-\u2421\ufffd]+/g;

/** What a terminal would show of a line; made once for each. */
export function shownOf(line) {
  line.shown ??= rendered(line.text);
  return line.shown;
}

/**
 * The text of a line, with colours, links and marked matches.
 *
 * @param {HTMLElement} into emptied and filled
 * @param {import("./log-lines.js").LogLine} line
 * @param {{from: number, to: number}[]} matches
 * @param {{from: number} | null} current the match that one is at
 * @param {boolean} whole whether all of a long line is wanted
 * @param {string} more what the button says that shows the rest
 */
export function fillText(into, line, matches, current, whole, more) {
  const { text, runs } = shownOf(line);
  const end = whole ? text.length : Math.min(text.length, SHOWN);
  const links = linksIn(text.slice(0, end));
  if (runs.length + matches.length + links.length === 0 && end === text.length && !(line.cut && whole)) {
    write(into, text);
    return;
  }
  const pieces = document.createDocumentFragment();
  const borders = new Set([0, end]);
  for (const part of [...runs, ...matches, ...links]) {
    if (part.from < end) borders.add(part.from).add(Math.min(part.to, end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  for (let i = 0; i + 1 < cuts.length; i++) {
    pieces.append(piece(text, cuts[i], cuts[i + 1], { runs, matches, links, current }));
  }
  if (end < text.length || (line.cut && whole)) {
    const rest = document.createElement(end < text.length ? "button" : "span");
    rest.className = "log-more";
    rest.textContent = end < text.length ? more : "…";
    pieces.append(rest);
  }
  into.replaceChildren(pieces);
}

/** Writes a text into an element, over the one that is there. */
export function write(element, text) {
  const [first] = element.childNodes;
  if (element.childNodes.length === 1 && first.nodeType === Node.TEXT_NODE) {
    if (first.data !== text) first.data = text;
  } else element.textContent = text;
}

function at(parts, from) {
  return parts.find((part) => part.from <= from && from < part.to);
}

function piece(text, from, to, { runs, matches, links, current }) {
  const words = text.slice(from, to);
  const run = at(runs, from);
  const match = at(matches, from);
  const link = at(links, from);
  if (!run && !match && !link) return document.createTextNode(words);
  const element = document.createElement(link ? "a" : match ? "mark" : "span");
  if (link) {
    element.href = link.href;
    element.rel = "noopener noreferrer nofollow";
    element.target = "_blank";
    element.tabIndex = -1;
  }
  if (match) element.classList.add(match.from === current?.from ? "log-match-current" : "log-match");
  if (run) paint(element, run.style);
  element.append(words);
  return element;
}

function linksIn(text) {
  if (!text.includes("://")) return [];
  return [...text.matchAll(ADDRESS)].flatMap((found) => {
    const href = found[0].replace(/[.,;:!?)\]]+$/, "");
    return URL.canParse(href) ? [{ from: found.index, to: found.index + href.length, href }] : [];
  });
}

const FLAGS = [[BOLD, "ansi-bold"], [DIM, "ansi-dim"], [ITALIC, "ansi-italic"],
  [UNDERLINE, "ansi-underline"], [STRIKE, "ansi-strike"]];

function paint(element, style) {
  const inverse = style.flags & INVERSE;
  const front = inverse ? style.bg : style.fg;
  const back = inverse ? style.fg ?? "text" : style.bg;
  for (const [flag, name] of FLAGS) if (style.flags & flag) element.classList.add(name);
  if (back !== null) {
    element.classList.add("ansi-back");
    if (front !== null) element.classList.add("ansi-both");
    if (back.startsWith("rgb")) element.style.backgroundColor = back;
    else element.classList.add(`ansi-bg-${back}`);
  }
  if (front?.startsWith("rgb")) element.style.color = front;
  else if (front !== null) element.classList.add(`ansi-fg-${front}`);
}

/** A heading before the lines of a step. */
export function stepHeading(step, folded, words) {
  const row = document.createElement("div");
  row.className = "log-row log-step";
  const button = document.createElement("button");
  button.className = "log-fold";
  button.setAttribute("aria-expanded", String(!folded));
  button.dataset.step = step.name;
  const name = document.createElement("span");
  name.className = "log-step-name";
  name.textContent = words.steps[step.name] ?? step.name;
  const state = document.createElement("span");
  state.className = `state state-${step.state}`;
  state.textContent = words.states[step.state] ?? step.state;
  const lines = document.createElement("span");
  lines.className = "log-step-lines";
  lines.textContent = step.last_line
    ? filled(words.lines, (step.last_line - step.first_line + 1).toLocaleString(words.language))
    : "";
  button.append(name, state, lines);
  row.append(button);
  return row;
}
