/** The time of a line: none, by the clock, or since the build's start; the choice is kept. */
const KEY = "laas.log.times";
const MODES = ["none", "clock", "elapsed"];

export class LogTimes {
  /** @param {string} language */
  constructor(language) {
    this.clock = new Intl.DateTimeFormat(language,
      { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 1, hourCycle: "h23" });
    this.mode = MODES.includes(kept()) ? kept() : "none";
    /** When the build began, in milliseconds. */
    this.start = 0;
  }

  set(mode) {
    this.mode = mode;
    try {
      localStorage.setItem(KEY, mode);
    } catch {
      // Not allowed here: it holds for this page only.
    }
  }

  /** @param {number | null} at */
  text(at) {
    if (this.mode === "none" || at === null) return "";
    return this.mode === "clock" ? this.clock.format(at) : elapsed(Math.max(0, at - this.start));
  }
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function elapsed(millis) {
  const two = (number) => String(number).padStart(2, "0");
  const seconds = Math.floor(millis / 1000);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${Math.floor(millis / 100) % 10}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest;
}
