/** How the values of plots are written, in the page's language. */
const language = document.documentElement.lang || "en";
const count = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const UNITS = [
  [86_400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** A duration in its largest unit: `1.5 min`, `20 sec`. */
function seconds(value) {
  const [size, unit] = UNITS.find(([length]) => Math.abs(value) >= length) ?? [1, "second"];
  const format = new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: 1,
  });
  return format.format(value / size);
}

/** @type {Record<string, (value: number) => string>} */
const formats = {
  count: (value) => count.format(value),
  percent: (value) => percent.format(value),
  seconds,
};

/** A value in words; a place without one is empty. */
export function worded(format, value) {
  return value === null || value === undefined ? "" : (formats[format] ?? formats.count)(value);
}

/** A time of the day, from seconds since 1970. */
export function timeOf(second) {
  return clock.format(second * 1000);
}

/** Steps between ticks, so that ticks are round numbers of minutes and hours. */
export const SECOND_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];
