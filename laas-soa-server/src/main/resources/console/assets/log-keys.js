/**
 * What keys do in the log view.
 *
 * @typedef {{find: import("./log-find-bar.js").LogFindBar, place: import("./log-place.js").LogPlace,
 *   toFirstError: () => void, isFull: () => boolean, leaveFull: () => void}} Deeds
 */
import { ROW } from "./log-place.js";

/**
 * @param {HTMLElement} view
 * @param {{query: HTMLElement, scroller: HTMLElement}} parts
 * @param {Deeds} deeds
 */
export function listenToKeys(view, parts, deeds) {
  view.addEventListener("keydown", (event) => {
    const deed = deedOf(event, parts, deeds);
    if (!deed) return;
    event.preventDefault();
    deed();
  });
}

/** @returns {(() => void) | undefined} what a key does, if anything */
function deedOf(event, { query, scroller }, deeds) {
  const { key, target, shiftKey } = event;
  const typing = target.closest("input, select, dialog");
  if ((event.ctrlKey || event.metaKey) && key === "f") return () => deeds.find.focus();
  if (key === "F3") return () => deeds.find.step(shiftKey ? -1 : 1);
  if (target === query) return inQuery(event, scroller, deeds);
  if (key === "Escape" && !typing && deeds.isFull()) return deeds.leaveFull;
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (key === "/") return () => deeds.find.focus();
  return target === scroller ? inLines(event, deeds) : undefined;
}

function inQuery({ key, shiftKey }, scroller, { find }) {
  if (key === "Enter") return () => find.step(shiftKey ? -1 : 1);
  if (key === "Escape") return () => scroller.focus({ preventScroll: true });
  return undefined;
}

function inLines({ key, shiftKey }, { place, find, toFirstError }) {
  return {
    ArrowUp: () => place.by(-ROW),
    ArrowDown: () => place.by(ROW),
    PageUp: () => place.byPages(-1),
    PageDown: () => place.byPages(1),
    " ": () => place.byPages(shiftKey ? -1 : 1),
    Home: () => place.toStart(),
    End: () => place.toEnd(),
    n: () => find.step(1),
    p: () => find.step(-1),
    e: toFirstError,
  }[key];
}
