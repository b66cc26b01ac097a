/**
 * `<time-plot data-from="ID">`: draws what the element of that id has in its `value`, JSON as
 * `PlotData` of the server makes it, and draws it anew when that changes.
 *
 * `data-series` are the names of the lines, `data-colors` the names of their tokens, each with `|`
 * between. `data-shape` is `line`, `steps` or `bars`; `data-format` is `count`, `seconds` or
 * `percent`. It keeps its state where htmx replaces what is around it (`hx-preserve`).
 */
/* global uPlot */
import { figures } from "./plot-table.js";
import { SECOND_STEPS, timeOf, worded } from "./plot-words.js";

const HEIGHT = 180;

class TimePlot extends HTMLElement {
  connectedCallback() {
    this.listen ??= new AbortController();
    if (this.canvas) return;
    this.names = (this.dataset.series ?? "").split("|");
    this.canvas = document.createElement("div");
    this.canvas.setAttribute("role", "img");
    this.table = figures({
      words: this.dataset.wordsFigures ?? "",
      x: this.dataset.wordsX ?? "",
      series: this.names,
      format: this.dataset.format ?? "count",
    });
    this.legend = legend(this.names, this.tokens());
    this.replaceChildren(this.canvas, this.legend, this.table.element);
    this.read();
    this.watch();
  }

  /** Moved elements are connected again at once; only what is gone is given up. */
  disconnectedCallback() {
    setTimeout(() => {
      if (this.isConnected) return;
      this.listen?.abort();
      this.listen = null;
      this.sizes?.disconnect();
      this.themes?.disconnect();
      this.plot?.destroy();
      this.plot = null;
      this.canvas = null;
    });
  }

  watch() {
    const { signal } = this.listen;
    document.body.addEventListener("htmx:afterSettle", () => this.read(), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw(), { signal });
    this.themes = new MutationObserver(() => this.draw());
    this.themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    this.sizes = new ResizeObserver(() => this.fit());
    this.sizes.observe(this);
  }

  /** Takes the data, if they are other ones than before. */
  read() {
    const text = document.getElementById(this.dataset.from)?.getAttribute("value");
    if (!text || text === this.text) return;
    this.text = text;
    this.data = JSON.parse(text);
    this.canvas.setAttribute("aria-label", this.data.essence);
    this.table.fill(this.data);
    if (this.plot && !this.data.labels) this.plot.setData([this.data.x, ...this.data.series]);
    else this.draw();
  }

  tokens() {
    return (this.dataset.colors ?? "accent").split("|");
  }

  draw() {
    if (!this.data || !this.canvas) return;
    this.plot?.destroy();
    const data = [this.data.x, ...this.data.series];
    this.plot = new uPlot(this.options(), data, this.canvas);
  }

  fit() {
    const width = this.clientWidth;
    if (this.plot && width > 0 && width !== this.plot.width) this.plot.setSize({ width, height: HEIGHT });
  }

  options() {
    const style = getComputedStyle(this);
    const token = (name) => colourOf(this, `var(--${name})`);
    const format = this.dataset.format ?? "count";
    const axis = {
      stroke: token("text-muted"),
      grid: { stroke: token("border"), width: 1 },
      ticks: { stroke: token("border"), width: 1, size: 4 },
      font: `12px ${style.fontFamily}`,
    };
    return {
      width: Math.max(this.clientWidth, 200),
      height: HEIGHT,
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: { x: false, y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: false, range: this.data.labels ? places : exactly }, y: { range: fromZero } },
      axes: [
        { ...axis, size: 30, space: 44, values: (_, ticks) => ticks.map((tick) => this.labelOf(tick)), incrs: this.data.labels ? undefined : SECOND_STEPS, grid: { show: false } },
        { ...axis, size: 60, space: 34, incrs: format === "seconds" ? SECOND_STEPS : format === "count" ? wholeSteps : undefined, values: (_, ticks) => ticks.map((tick) => worded(format, tick)) },
      ],
      series: [{}, ...this.names.map((name, place) => this.series(name, this.tokens()[place] ?? "accent"))],
      plugins: [readout(this)],
    };
  }

  series(label, token) {
    const color = colourOf(this, `var(--${token})`);
    const pale = colourOf(this, `color-mix(in srgb, var(--${token}) 15%, transparent)`);
    const shape = this.dataset.shape ?? "line";
    const { bars, stepped, linear } = uPlot.paths;
    const shapes = { line: linear, steps: () => stepped({ align: 1 }), bars: () => bars({ size: [0.7, 18] }) };
    return {
      label,
      stroke: color,
      width: shape === "bars" ? 0 : 2,
      fill: shape === "bars" ? color : shape === "steps" ? pale : undefined,
      paths: shapes[shape](),
      points: { show: shape === "line", size: 5, fill: color },
      spanGaps: shape === "line",
    };
  }

  labelOf(x) {
    if (!this.data.labels) return timeOf(x);
    return Number.isInteger(x) ? (this.data.labels[x - 1] ?? "") : "";
  }
}

const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** A colour of the style sheet as a canvas takes it: worked out, for the scheme that holds. */
function colourOf(element, value) {
  const probe = document.createElement("span");
  probe.style.color = value;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

function exactly(_, low, high) {
  return [low, Math.max(high, low + 1)];
}

function places(_, low, high) {
  return [low - 0.6, high + 0.6];
}

function fromZero(_, low, high) {
  return [0, high > 0 ? high * 1.1 : 1];
}

/** The names of the lines; one line needs none besides the plot's title. */
function legend(names, tokens) {
  const list = document.createElement("ul");
  list.className = "plot-legend";
  list.hidden = names.length < 2;
  names.forEach((name, place) => {
    const item = document.createElement("li");
    item.className = `plot-${tokens[place]}`;
    item.textContent = name;
    list.append(item);
  });
  return list;
}

/** Says the values under the pointer. */
function readout(owner) {
  const place = document.createElement("div");
  place.className = "plot-readout";
  place.hidden = true;
  return {
    hooks: {
      init: (plot) => plot.over.append(place),
      setCursor: (plot) => {
        const { idx, left } = plot.cursor;
        const values = idx === null || idx === undefined ? [] : owner.data.series.map((series) => series[idx]);
        place.hidden = left < 0 || values.every((value) => value === null || value === undefined);
        if (place.hidden) return;
        const named = owner.names
          .map((name, at) => [name, worded(owner.dataset.format ?? "count", values[at])])
          .filter(([, value]) => value !== "")
          .map(([name, value]) => `${name} ${value}`);
        place.textContent = [owner.labelOf(owner.data.x[idx]), ...named].join(" · ");
        const over = plot.over.clientWidth;
        place.style.left = `${Math.max(0, Math.min(left + 8, over - place.offsetWidth))}px`;
      },
    },
  };
}

customElements.define("time-plot", TimePlot);
