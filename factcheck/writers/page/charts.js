/* Pictures: a forest plot or timeline of one fact, a histogram of confidence, a table of sources against sources. */

const PLOT = { width: 640, right: 24, row: 24, top: 8, foot: 30 };

/* A round step (1, 2, 2.5 or 5 times a power of ten) that cuts the span into about so many parts. */
function niceStep(span, parts) {
  const raw = span / parts;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= raw);
  return factor * power;
}

function numberTicks(low, high, parts) {
  const step = niceStep(high - low, parts);
  const ticks = [];
  for (let at = Math.ceil(low / step); at * step <= high + step * 1e-9 && ticks.length < 12; at += 1) ticks.push(at * step);
  const digits = Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(step) + 1e-9)));
  return ticks.map((at) => [at, at.toLocaleString("en-US", { maximumFractionDigits: digits, notation: Math.abs(at) >= 1e7 ? "compact" : "standard" })]);
}

/* Day 1 is 1 January of the year 1, as Python counts. */
function dateOf(ordinal) {
  const at = new Date(Date.UTC(2000, 0, 1));
  at.setUTCDate(at.getUTCDate() + Math.floor(ordinal) - 730120);
  return at;
}

function ordinalOf(year, month, day) {
  const at = new Date(Date.UTC(2000, month, day));
  at.setUTCFullYear(year, month, day);
  return Math.round((at - Date.UTC(2000, 0, 1)) / 86400000) + 730120;
}

/* Days, firsts of months or new years, whichever cuts the span into about so many parts. */
function dateTicks(low, high, parts) {
  const months = (high - low) / 30.44 / parts;
  const [first, last] = [dateOf(low), dateOf(high)];
  const ticks = [];
  if (months < 0.7) {
    const step = Math.max(1, Math.round((high - low) / parts));
    for (let day = Math.ceil(low); day <= high; day += step) ticks.push([day, dateOf(day).toISOString().slice(0, 10)]);
  } else if (months < 9) {
    const step = [1, 2, 3, 6].find((each) => each >= months) || 6;
    const end = last.getUTCFullYear() * 12 + last.getUTCMonth();
    for (let at = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step; at <= end; at += step) {
      const [year, month] = [Math.floor(at / 12), at % 12];
      ticks.push([ordinalOf(year, month, 1), `${year}-${String(month + 1).padStart(2, "0")}`]);
    }
  } else {
    const step = Math.max(1, Math.round(niceStep((high - low) / 365.25, parts)));
    for (let year = Math.ceil(first.getUTCFullYear() / step) * step; year <= last.getUTCFullYear(); year += step) ticks.push([ordinalOf(year, 0, 1), String(year)]);
  }
  return ticks.filter(([at]) => at >= low && at <= high);
}

/* From the lowest to the highest end, with some room at the sides, more where an end is open. */
function rangeOf(rows) {
  const bars = rows.flatMap((row) => [row.stated, row.implied]);
  const ends = bars.flat().filter((end) => end !== null);
  if (!ends.length) return null;
  const low = Math.min(...ends), high = Math.max(...ends);
  const room = high - low || Math.abs(high) * 0.1 || 1;
  const side = (at) => room * (bars.some((bar) => bar[at] === null) ? 0.35 : 0.08);
  return [low - side(0), high + side(1)];
}

function bar(kind, ends, scale, y) {
  const [low, high] = ends;
  if (low === null && high === null) return [];
  const [left, right] = [scale(low, -1), scale(high, 1)];
  const middle = (left + right) / 2;
  const parts = right - left < 9
    ? [draw("path", { class: kind === "implied" ? "soft point" : "point", d: `M${middle} ${y - 6}l6 6l-6 6l-6 -6z` })]
    : [draw("line", { class: kind, x1: left, x2: right, y1: y, y2: y })];
  const soft = kind === "implied" ? "soft arrow" : "arrow";
  if (low === null) parts.push(draw("path", { class: soft, d: `M${left - 9} ${y}l10 -6v12z` }));
  if (high === null) parts.push(draw("path", { class: soft, d: `M${right + 9} ${y}l-10 -6v12z` }));
  return parts;
}

/* One row for each place: a thin line for what rounding and hedge allow, a thick one or a diamond for what is stated. */
function forestPlot(plot, room) {
  const range = plot && rangeOf(plot.rows);
  if (!range) return null;
  const width = Math.min(PLOT.width, Math.max(240, room));
  const margin = Math.min(190, Math.round(width * 0.36));
  const height = PLOT.top + plot.rows.length * PLOT.row + PLOT.foot;
  const [from, to] = [margin, width - PLOT.right];
  const scale = (end, side) => end === null ? (side < 0 ? from + 10 : to - 10)
    : from + ((end - range[0]) / (range[1] - range[0])) * (to - from);
  const rows = plot.rows.map((row, at) => {
    const y = PLOT.top + PLOT.row * (at + 0.5);
    const name = shortened(row.label, Math.floor((margin - 12) / 6.8));
    return [draw("text", { x: margin - 12, y: y + 4, "text-anchor": "end" }, name),
      bar("implied", row.implied, scale, y), bar("stated", row.stated, scale, y)].flat();
  });
  const dated = plot.kind === "date";
  const base = height - PLOT.foot + 2;
  const ticks = (dated ? dateTicks : numberTicks)(...range, width < 420 ? 2 : 4).flatMap(([at, label]) => [
    draw("line", { class: "axis", x1: scale(at), x2: scale(at), y1: PLOT.top, y2: base + 4 }),
    draw("text", { class: "muted", x: scale(at), y: base + 18, "text-anchor": "middle" }, label),
  ]);
  const what = dated ? "Timeline of the days each place names" : `What each place says, along one axis${plot.unit ? ` (${plot.unit})` : ""}`;
  const words = plot.rows.map((row) => `${row.label}: ${row.words}`).join("; ");
  return make("figure", {},
    make("div", { class: "scroll" },
      draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${what}. ${words}` },
        draw("line", { class: "axis", x1: from, x2: to, y1: base, y2: base }), ticks, rows.flat())),
    make("figcaption", {}, `${what}. Thick line or diamond: stated; thin line: what rounding and hedges allow; arrow: open end.`));
}

function histogram(conflicts) {
  const bins = Array.from({ length: 10 }, () => 0);
  for (const conflict of conflicts) bins[Math.min(9, Math.floor(conflict.confidence * 10))] += 1;
  const most = Math.max(1, ...bins);
  const columns = bins.flatMap((number, at) => {
    const height = Math.round((number / most) * 90), x = 8 + at * 34;
    return [draw("rect", { class: "column", x, y: 106 - height, width: 28, height }),
      number ? draw("text", { x: x + 14, y: 102 - height, "text-anchor": "middle" }, grouped(number)) : null,
      draw("text", { class: "muted", x: x + 14, y: 122, "text-anchor": "middle" }, `.${at}`)];
  });
  const words = bins.map((number, at) => `${at / 10} to ${(at + 1) / 10}: ${number}`).join(", ");
  return draw("svg", { viewBox: "0 0 352 128", width: 352, height: 128, role: "img", "aria-label": `Conflicts by confidence. ${words}` },
    draw("line", { class: "axis", x1: 4, x2: 348, y1: 106, y2: 106 }), columns);
}

/* Pairs of sources that stand in different positions of one conflict. */
function sourcePairs(conflicts) {
  const pairs = new Map();
  const add = (left, right) => {
    const row = pairs.get(left) || pairs.set(left, new Map()).get(left);
    row.set(right, (row.get(right) || 0) + 1);
  };
  for (const conflict of conflicts) {
    const met = new Set();
    conflict.positions.forEach((position, at) => conflict.positions.slice(at + 1).forEach((other) => {
      for (const left of position.places) for (const right of other.places) {
        met.add(JSON.stringify([left.source, right.source].sort()));
      }
    }));
    for (const pair of met) {
      const [left, right] = JSON.parse(pair);
      add(left, right);
      if (left !== right) add(right, left);
    }
  }
  return pairs;
}

/* Sources of the pairs with most conflicts, pair by pair, so that those who disagree stand in one table. */
function mostOpposed(pairs, limit) {
  const every = [...pairs].flatMap(([left, row]) => [...row].filter(([right]) => left <= right).map(([right, number]) => [number, left, right]));
  every.sort((a, b) => b[0] - a[0] || (a[1] + a[2] < b[1] + b[2] ? -1 : 1));
  const names = new Set();
  for (const [, left, right] of every) {
    if (new Set([...names, left, right]).size <= limit) names.add(left).add(right);
  }
  return [...names].sort();
}

function sourceMatrix(conflicts, limit, choose) {
  const pairs = sourcePairs(conflicts);
  const names = mostOpposed(pairs, limit);
  const most = Math.max(1, ...names.flatMap((row) => names.map((column) => pairs.get(row).get(column) || 0)));
  const cell = (row, column) => {
    const number = pairs.get(row).get(column) || 0;
    if (!number) return make("td", { class: "none" }, "·");
    const button = make("button", { type: "button", "aria-label": `${row} against ${column}: ${counted(number, "conflict")}`, onclick: () => choose(row, column) }, grouped(number));
    button.style.backgroundColor = `rgb(var(--heat) / ${(0.08 + 0.3 * (number / most)).toFixed(2)})`;
    return make("td", {}, button);
  };
  const head = make("tr", {}, make("td", {}), names.map((name) => make("th", { scope: "col" }, make("span", { title: name }, name))));
  const rows = names.map((row) => make("tr", {}, make("th", { scope: "row" }, row), names.map((column) => cell(row, column))));
  return [
    make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Sources against sources" },
      make("table", { class: "matrix" }, make("thead", {}, head), make("tbody", {}, rows))),
    pairs.size > names.length ? make("p", { class: "small muted" }, `The ${names.length} of ${counted(pairs.size, "source")} that disagree most.`) : null,
  ];
}
