// Small charts, drawn as SVG with their figures as text.
const chart = (width, height, label, ...parts) => svg("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, parts);
const label = (x, y, text, more) => svg("text", { x, y, ...more }, text);
const bar = (x, y, width, height, colour, more) => svg("rect", { x, y, width: Math.max(width, 0), height, fill: colour, ...more });
const figure = (caption, ...parts) => el("figure", null, el("figcaption", null, caption), parts);
// A label that fits: Chinese characters are twice as wide as Latin ones.
function fitted(text, room) {
  let used = 0, end = 0;
  for (const character of text) { used += character.charCodeAt(0) > 0x2e80 ? 12 : 6.6; if (used > room) return text.slice(0, end) + "…"; end += character.length; }
  return text;
}
function key(entries) { return el("div", { class: "printlegend" }, entries.map(([colour, text]) => el("div", { class: "legendrow" }, swatch(colour), text))); }

function coverageChart() {
  const list = data.requirements.map((requirement, place) => ({ requirement, place, shares: figures(requirement) })).filter((one) => assessed(one.shares) > 0);
  list.sort((a, b) => strictShare(b.shares) - strictShare(a.shares));
  const step = 22, left = 190, room = 310, height = list.length * step + 22;
  const scale = [0, 25, 50, 75, 100].map((n) => [svg("line", { x1: left + (room * n) / 100, x2: left + (room * n) / 100, y1: 0, y2: height - 20, stroke: "#d5dbe1" }), label(left + (room * n) / 100, height - 6, n + " %", { "text-anchor": "middle" })]);
  const bars = list.map(({ requirement, shares }, i) => {
    const y = i * step + 3, strict = strictShare(shares), lenient = lenientShare(shares);
    return [label(left - 8, y + 12, fitted(both(requirement.name), left - 10), { "text-anchor": "end" }), bar(left, y, room * lenient, 16, COLOURS[1], { stroke: "#8a7a2e", "stroke-width": 0.6 }), bar(left, y, room * strict, 16, "#3b7fb5"), label(left + room + 8, y + 12, lenient > strict ? `${percent(strict)} / ${percent(lenient)}` : percent(strict))];
  }).flat();
  return figure(t(hasPopulation ? "chart_coverage" : "chart_coverage_blocks"), chart(640, height, t("chart_coverage"), scale.flat(), bars), key([["#3b7fb5", t("within_strict")], [COLOURS[1], t("within_lenient")]]));
}
function gapsChart() {
  const people = [], tally = totals().gaps;
  for (let block = 0; block < blockCount; block++) people[tally[block]] = (people[tally[block]] || 0) + (hasPopulation ? data.blocks.population[block] || 0 : 1);
  const most = Math.max(...Object.values(people), 1), width = 640, step = Math.min(60, 580 / people.length);
  const bars = Array.from(people, (value, gaps) => {
    const tall = (200 * (value || 0)) / most, x = 40 + gaps * step;
    return [bar(x, 224 - tall, step - 4, tall, gaps === 0 ? "#3b7fb5" : COLOURS[3]), label(x + (step - 4) / 2, 240, String(gaps), { "text-anchor": "middle" }), step > 34 && value ? label(x + (step - 4) / 2, 219 - tall, whole(value), { "text-anchor": "middle" }) : null];
  }).flat();
  return figure(t(hasPopulation ? "chart_gaps" : "chart_gaps_blocks"), chart(width, 262, t("chart_gaps"), svg("line", { x1: 36, x2: 630, y1: 224, y2: 224, stroke: "#555" }), bars, label(335, 259, t("axis_gaps"), { "text-anchor": "middle" })));
}
function distanceChart(place) {
  const requirement = data.requirements[place], { v: codes, d: walks } = columns[place], step = Math.max(50, Math.ceil(requirement.lenient / 500) * 50);
  const count = Math.min(20, Math.ceil((requirement.lenient * 2.4) / step)), bins = Array(count + 1).fill(0);
  let none = 0;
  for (let block = 0; block < blockCount; block++) {
    if ((codes[block] & 7) === 4) continue;
    const weight = hasPopulation ? data.blocks.population[block] || 0 : 1;
    if (walks[block] < 0) none += weight; else bins[Math.min(count, Math.floor(walks[block] / 10 / step))] += weight;
  }
  const all = [...bins, none], most = Math.max(...all, 1), wide = 330 / all.length, at = (m) => 14 + (m / step) * wide;
  const bars = all.map((value, i) => bar(14 + i * wide + 0.5, 116 - (96 * value) / most, wide - 1, (96 * value) / most, i > count ? COLOURS[3] : i === count ? "#7d8790" : "#3b7fb5"));
  const limits = [...new Set([requirement.strict, requirement.lenient])].map((limit, i) => [svg("line", { x1: at(limit), x2: at(limit), y1: 14, y2: 118, stroke: "#111", "stroke-width": 1.4, "stroke-dasharray": i ? "4 3" : null }), label(at(limit), 11, whole(limit), { "text-anchor": i ? "start" : "middle" })]);
  return figure(requirementName(place), chart(360, 150, t("chart_distance", { name: requirementName(place) }), svg("line", { x1: 12, x2: 346, y1: 116, y2: 116, stroke: "#555" }), bars, limits.flat(), label(14, 131, "0"), label(at(count * step), 131, whole(count * step) + " m", { "text-anchor": "middle" }), label(346, 147, t("beyond_none", { more: whole(bins[count]), none: whole(none) }), { "text-anchor": "end" })));
}
// Units by the share of their cases that are met, residents counted once for every requirement.
function unitScores() {
  return data.units.map((unit) => {
    const shares = unit.figures.map(figures), met = sum(shares.map((one) => one[0])), all = sum(shares.map(assessed));
    return { unit, score: all > 0 ? met / all : null, lenient: all > 0 ? (met + sum(shares.map((one) => one[1]))) / all : null, gaps: sum(shares.map((one) => one[3])) };
  }).sort((a, b) => (a.score ?? 2) - (b.score ?? 2));
}
function unitChart() {
  const list = unitScores().slice(0, 60), step = 22, height = list.length * step + 4;
  return figure(t("chart_units"), chart(640, height, t("chart_units"), list.map(({ unit, score, lenient }, i) => [label(182, i * step + 15, fitted(unit.name || unit.id, 176), { "text-anchor": "end" }), bar(190, i * step + 3, 370 * (lenient || 0), 16, COLOURS[1]), bar(190, i * step + 3, 370 * (score || 0), 16, "#3b7fb5"), label(568, i * step + 15, percent(score))]).flat()));
}
function renderCharts() {
  const surveyed = data.requirements.map((_, place) => place).filter((place) => columns[place]);
  $("charts-content").replaceChildren(el("div", { class: "columns" }, coverageChart(), el("div", null, gapsChart(), data.units.length ? unitChart() : "")),
    el("h3", null, t("distances_heading")), el("p", { class: "note" }, t("distances_note")), el("div", { class: "chartgrid" }, surveyed.map(distanceChart)));
}
