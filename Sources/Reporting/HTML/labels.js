// Names of units on the map, as elements of the page: fonts of the library would have to be loaded from elsewhere.
const LABEL = 13;
const isWide = (character) => character.codePointAt(0) > 0x2e80;
// The width of a name in letters' heights, near enough to keep names apart.
const lettersWide = (text) => sum(Array.from(text, (character) => (isWide(character) ? 1.02 : 0.58)));
// A place well inside a surface: the middle of the widest stretch of three lines across its largest ring.
function insideOf(shape) {
  const rings = shape.parts.flatMap((runs) => runs.slice(0, 1)), boxes = rings.map((run) => { const box = [Infinity, Infinity, -Infinity, -Infinity]; for (let i = 0; i < run.length; i += 2) { box[0] = Math.min(box[0], run[i]); box[1] = Math.min(box[1], run[i + 1]); box[2] = Math.max(box[2], run[i]); box[3] = Math.max(box[3], run[i + 1]); } return box; });
  const room = (box) => (box[2] - box[0]) * (box[3] - box[1]), largest = boxes.reduce((best, box, i) => (room(box) > room(boxes[best]) ? i : best), 0);
  const box = boxes[largest], runs = shape.parts[largest];
  let best = null;
  for (const part of [0.5, 0.4, 0.6]) {
    const y = box[1] + (box[3] - box[1]) * part + 0.5, crossings = [];
    for (const run of runs) for (let i = 0, j = run.length - 2; i < run.length; j = i, i += 2) if (run[i + 1] > y !== run[j + 1] > y) crossings.push(((run[j] - run[i]) * (y - run[i + 1])) / (run[j + 1] - run[i + 1]) + run[i]);
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) if (!best || crossings[i + 1] - crossings[i] > best.wide) best = { wide: crossings[i + 1] - crossings[i], at: [(crossings[i] + crossings[i + 1]) / 2, y] };
  }
  return best ? best.at : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}
const unitLabels = once(() => shapes.units().flatMap((shape, i) => {
  const name = data.unitLabels[i];
  if (!shape || shape.sort !== 3 || !name) return [];
  const text = short(name, 24);
  return [{ text, at: insideOf(shape), wide: lettersWide(text), size: (shape.box[2] - shape.box[0]) * (shape.box[3] - shape.box[1]) }];
}).sort((a, b) => b.size - a.size));
// The points that a name should leave to be seen: facilities, and blocks that are points.
function dotsNow() {
  const places = state.layers.facilities ? shownFacilities().map((i) => shapes.facilities()[i]) : [], blocks = state.layers.blocks ? shapes.blocks().filter((shape) => shape && shape.sort === 1) : [];
  return [...places, ...blocks].filter(Boolean).map(centreOf);
}
// Where a name covers fewest points, in letters' heights from its place: there, a line above or below, or two.
const SHIFTS = [0, -1.3, 1.3, -2.6, 2.6];
// How far each name is moved; it depends on the scale and on what is drawn, and not on where the map is.
function shiftsOf(letter, metresPerUnit) {
  const key = [letter, Math.round(Math.log2(metresPerUnit) * 8), state.requirement, state.tier, state.circle, state.layers.facilities, state.layers.blocks].join("|");
  if (shiftsOf.key === key) return shiftsOf.value;
  const dots = dotsNow(), scale = metresPerStep / metresPerUnit, near = letter * 0.4;
  const shifts = unitLabels().map((label) => {
    const half = (label.wide * letter) / 2 + near, tall = letter * 0.6 + near, counts = SHIFTS.map(() => 0);
    for (const [dx, dy] of dots) {
      const x = (dx - label.at[0]) * shrink * scale, y = -(dy - label.at[1]) * scale;
      if (Math.abs(x) < half && Math.abs(y) < tall + 2.6 * letter) SHIFTS.forEach((shift, i) => { if (Math.abs(y - shift * letter) < tall) counts[i]++; });
    }
    return SHIFTS[counts.indexOf(Math.min(...counts))] * letter;
  });
  shiftsOf.key = key; shiftsOf.value = shifts;
  return shifts;
}
// The names that have room, those of large units first; none covers another, and none hangs over the rim.
function placedLabels(project, width, height, letter, metresPerUnit) {
  const placed = [], shifts = shiftsOf(letter, metresPerUnit);
  for (const [i, label] of unitLabels().entries()) {
    const [x, middle] = project(...label.at), y = middle + shifts[i], half = (label.wide * letter) / 2 + letter / 4, tall = letter * 0.8;
    if (x - half < 0 || x + half > width || y - tall < 0 || y + tall > height) continue;
    if (placed.some((one) => Math.abs(one.x - x) < one.half + half && Math.abs(one.y - y) < 2 * tall)) continue;
    placed.push({ label, x, y, half });
  }
  return placed;
}
function renderLabels() {
  if (!plan) return;
  const frame = $("labels"), wanted = state.layers.labels && isOffered("labels") ? placedLabels(plan.project, frame.clientWidth, frame.clientHeight, LABEL, plan.metresPerPixel()) : [];
  const sheet = frame.firstElementChild || frame.appendChild(el("div"));
  const spans = new Map([...sheet.children].map((span) => [span.label, span]));
  for (const { label, x, y } of wanted) {
    let span = spans.get(label);
    if (span) spans.delete(label);
    else { span = el("span", null, label.text); span.label = label; sheet.append(span); }
    span.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
  }
  for (const span of spans.values()) span.remove();
  sheet.style.transform = "";
  carried = { sheet, corners: labelCorners() };
}
// Where the map has its corner, and how far from there a place is that lies a thousand steps off.
function labelCorners() {
  const [x, y] = plan.project(0, 0), [far] = plan.project(1000, 0);
  return { x, y, scale: far - x };
}
// While the map is dragged its names go along on their sheet, and are placed anew when it rests.
let carried = null, placing = 0;
function carryLabels() {
  const corners = plan && labelCorners(), before = carried && carried.corners;
  if (!before || Math.abs(corners.scale / before.scale - 1) > 1e-6) { renderLabels(); return; }
  carried.sheet.style.transform = `translate(${(corners.x - before.x).toFixed(1)}px, ${(corners.y - before.y).toFixed(1)}px)`;
  clearTimeout(placing);
  placing = setTimeout(renderLabels, 120);
}
// The same on the sheet that is printed, where `scale` steps are a millimetre.
function printedLabels(box, scale) {
  if (!state.layers.labels || !isOffered("labels")) return [];
  const project = (x, y) => [(px(x) - px(box[0])) / scale, (py(y) - py(box[3])) / scale];
  const places = placedLabels(project, (px(box[2]) - px(box[0])) / scale, (box[3] - box[1]) / scale, 3.2, scale * metresPerStep);
  return places.map(({ label, x, y }) => svg("text", { x: px(box[0]) + x * scale, y: py(box[3]) + y * scale, "font-size": 3.2 * scale, "stroke-width": 0.9 * scale, class: "unitname" }, label.text));
}
