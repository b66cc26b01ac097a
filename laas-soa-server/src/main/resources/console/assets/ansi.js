/**
 * What a terminal would show of one line of a log, with its colours (ECMA-48, and xterm's for 256
 * and true colours). Carriage returns and backspaces move back and what follows overwrites; all
 * other escape sequences are dropped; other control characters, and those that turn the direction
 * of text, are shown as signs. The server's `TerminalLine` follows the same rules, since it counts
 * the columns of matches in this text.
 *
 * @typedef {{fg: string | null, bg: string | null, flags: number}} Style `fg` and `bg`: a number
 *   from 0 to 15 as text, or a colour such as `rgb(1, 2, 3)`
 * @typedef {{from: number, to: number, style: Style}} Run where a style other than none is, in UTF-16 units
 */

export const BOLD = 1;
export const DIM = 2;
export const ITALIC = 4;
export const UNDERLINE = 8;
export const INVERSE = 16;
export const STRIKE = 32;

const NONE = Object.freeze({ fg: null, bg: null, flags: 0 });
const SPECIAL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/**
 * @param {string} raw one line, without its end
 * @returns {{text: string, runs: Run[]}}
 */
export function rendered(raw) {
  return SPECIAL.test(raw) ? new Line(raw).render() : { text: raw, runs: [] };
}

class Line {
  constructor(raw) {
    this.raw = raw;
    this.at = 0;
    this.stringAt = -2;
    this.bellAt = -2;
    /** @type {string[]} */
    this.cells = [];
    /** @type {Style[]} */
    this.styles = [];
    this.cursor = 0;
    this.style = NONE;
  }

  render() {
    while (this.at < this.raw.length) {
      const c = this.raw.codePointAt(this.at);
      this.at += c > 0xffff ? 2 : 1;
      if (c === 0x0d) this.cursor = 0;
      else if (c === 0x08) this.cursor = Math.max(0, this.cursor - 1);
      else if (c === 0x1b) this.escape();
      else if (c !== 0x07) this.put(sign(c));
    }
    return { text: this.cells.join(""), runs: this.runs() };
  }

  put(character) {
    this.cells[this.cursor] = character;
    this.styles[this.cursor++] = this.style;
  }

  runs() {
    const runs = [];
    let position = 0;
    for (let i = 0; i < this.cells.length; i++) {
      const style = this.styles[i];
      const end = position + this.cells[i].length;
      const last = runs.at(-1);
      if (last && last.style === style && last.to === position) last.to = end;
      else if (style !== NONE) runs.push({ from: position, to: end, style });
      position = end;
    }
    return runs;
  }

  escape() {
    const kind = this.raw[this.at];
    if (kind === undefined) return;
    if (kind === "[") this.control();
    else if ("]PX^_".includes(kind)) this.string(kind === "]");
    else if (kind >= " " && kind < "\u007f") {
      const end = this.skip(this.at, " ", "/");
      this.at = this.in(end, "0", "~") ? end + 1 : end;
    }
  }

  control() {
    const parameters = this.at + 1;
    const intermediate = this.skip(parameters, "0", "?");
    const end = this.skip(intermediate, " ", "/");
    this.at = end;
    if (!this.in(end, "@", "~")) return;
    this.at++;
    if (intermediate !== end) return;
    const text = this.raw.slice(parameters, end);
    if (this.raw[end] === "m") this.style = restyled(this.style, text);
    else if (this.raw[end] === "K") this.erase(text);
  }

  erase(how) {
    if (how === "1" || how === "2") {
      const end = Math.min(this.cursor, this.cells.length);
      this.cells.fill(" ", 0, end);
      this.styles.fill(NONE, 0, end);
    }
    if (how !== "1" && this.cells.length > this.cursor) {
      this.cells.length = this.cursor;
      this.styles.length = this.cursor;
    }
  }

  /** A title, a link's address and the like; one that does not end is text like any other. */
  string(bellEnds) {
    this.at++;
    // Looked for once, however many texts begin: a hostile line has as many as fit in.
    if (this.stringAt !== -1 && this.stringAt < this.at) this.stringAt = this.raw.indexOf("\u001b\\", this.at);
    if (bellEnds && this.bellAt !== -1 && this.bellAt < this.at) this.bellAt = this.raw.indexOf("\u0007", this.at);
    const end = this.stringAt;
    const bell = bellEnds ? this.bellAt : -1;
    if (bell >= 0 && (end < 0 || bell < end)) this.at = bell + 1;
    else if (end >= 0) this.at = end + 2;
  }

  skip(position, first, last) {
    while (this.in(position, first, last)) position++;
    return position;
  }

  in(position, first, last) {
    const c = this.raw[position];
    return c !== undefined && c >= first && c <= last;
  }
}

function sign(c) {
  if (c < 0x20 && c !== 0x09) return String.fromCharCode(0x2400 + c);
  const turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  if ((c >= 0x7f && c < 0xa0) || turns || c === 0x2028 || c === 0x2029) return "\ufffd";
  return String.fromCodePoint(c);
}

const ON = { 1: BOLD, 2: DIM, 3: ITALIC, 4: UNDERLINE, 7: INVERSE, 9: STRIKE };
const OFF = { 22: BOLD | DIM, 23: ITALIC, 24: UNDERLINE, 27: INVERSE, 29: STRIKE };

/** The style after Select Graphic Rendition with these parameters. */
function restyled(style, text) {
  const codes = text.split(/[;:]/).map((code) => (code === "" ? 0 : Number(code)));
  let { fg, bg, flags } = style;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code === 0) [fg, bg, flags] = [null, null, 0];
    else if (ON[code]) flags |= ON[code];
    else if (OFF[code]) flags &= ~OFF[code];
    else if (code >= 30 && code <= 37) fg = String(code - 30);
    else if (code >= 90 && code <= 97) fg = String(code - 82);
    else if (code >= 40 && code <= 47) bg = String(code - 40);
    else if (code >= 100 && code <= 107) bg = String(code - 92);
    else if (code === 39) fg = null;
    else if (code === 49) bg = null;
    else if (code === 38 || code === 48) {
      const { colour, used } = extended(codes.slice(i + 1));
      if (code === 38) fg = colour ?? fg;
      else bg = colour ?? bg;
      i += used;
    }
  }
  return fg === null && bg === null && flags === 0 ? NONE : { fg, bg, flags };
}

/** `5;n` or `2;r;g;b`. */
function extended(codes) {
  if (codes[0] === 5) return { colour: ofPalette(codes[1]), used: 2 };
  if (codes[0] === 2) return { colour: rgb(codes[1], codes[2], codes[3]), used: 4 };
  return { colour: null, used: 0 };
}

function ofPalette(n) {
  if (!(n >= 0 && n <= 255)) return null;
  if (n < 16) return String(n);
  if (n >= 232) return rgb(8 + (n - 232) * 10, 8 + (n - 232) * 10, 8 + (n - 232) * 10);
  const level = (step) => (step === 0 ? 0 : 55 + step * 40);
  const cube = n - 16;
  return rgb(level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6));
}

function rgb(...parts) {
  return parts.every((part) => part >= 0 && part <= 255) ? `rgb(${parts.join(", ")})` : null;
}
