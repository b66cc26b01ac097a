/**
 * Scrolls over more rows than an element can be high. The scrolled element has the full height up
 * to a limit. Beyond it a small movement moves by exactly as many pixels, a large one (the bar, a
 * jump) goes to the same part of the whole; between the two the bar is put right when it rests.
 */
const MOST_PIXELS = 8_000_000;

export class LogScroll {
  /**
   * @param {HTMLElement} scroller
   * @param {HTMLElement} spacer gives it its height
   * @param {() => void} moved told after each movement
   */
  constructor(scroller, spacer, moved) {
    this.scroller = scroller;
    this.spacer = spacer;
    this.height = 0;
    /** What is added to the element's position to get that within all rows. */
    this.shift = 0;
    this.last = 0;
    scroller.addEventListener("scroll", () => {
      this.#follow();
      moved();
    }, { passive: true });
    scroller.addEventListener("scrollend", () => this.#settle(), { passive: true });
  }

  /** How high all rows together are, in pixels. */
  resize(height) {
    const top = this.top;
    this.height = height;
    const shown = Math.min(height, MOST_PIXELS);
    if (this.spacer.offsetHeight !== shown) this.spacer.style.height = `${shown}px`;
    if (this.shift !== 0 || height > MOST_PIXELS) this.go(top);
  }

  /** The first pixel that is seen, of all rows. */
  get top() {
    return this.scroller.scrollTop + this.shift;
  }

  get end() {
    return Math.max(0, this.height - this.scroller.clientHeight);
  }

  /** Whether the last row is seen. */
  get atEnd() {
    return this.top >= this.end - 4;
  }

  /** Goes to a pixel of all rows. */
  go(top) {
    const wanted = Math.round(Math.max(0, Math.min(top, this.end)));
    this.scroller.scrollTop = wanted / this.#scale;
    this.last = this.scroller.scrollTop;
    // Not rounded: what browsers round of the element's position must not move the rows.
    this.shift = this.#long ? wanted - this.last : 0;
  }

  get #long() {
    return this.height > MOST_PIXELS;
  }

  /** Pixels of all rows for one of the element. */
  get #scale() {
    const own = Math.max(1, Math.min(this.height, MOST_PIXELS) - this.scroller.clientHeight);
    return this.#long ? this.end / own : 1;
  }

  #follow() {
    if (!this.#long) return;
    const now = this.scroller.scrollTop;
    const far = Math.abs(now - this.last) > this.scroller.clientHeight * 2;
    this.last = now;
    if (far) this.shift = Math.round(now * this.#scale) - now;
    if (this.top < 0 || this.top > this.end) this.go(this.top);
    else if (!far && this.#atBorder(now)) this.go(this.top);
  }

  /** The element's end, while there are more rows behind. */
  #atBorder(now) {
    const own = Math.min(this.height, MOST_PIXELS) - this.scroller.clientHeight;
    return (now <= 0 && this.top > 1) || (now >= own - 1 && this.top < this.end - 1);
  }

  #settle() {
    if (this.#long) this.go(this.top);
  }
}
