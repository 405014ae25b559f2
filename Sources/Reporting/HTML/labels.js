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
// The names that have room, those of large units first; none covers another, and none hangs over the rim.
function placedLabels(project, width, height, letter) {
  const placed = [];
  for (const label of unitLabels()) {
    const [x, y] = project(...label.at), half = (label.wide * letter) / 2 + letter / 4, tall = letter * 0.8;
    if (x - half < 0 || x + half > width || y - tall < 0 || y + tall > height) continue;
    if (placed.some((one) => Math.abs(one.x - x) < one.half + half && Math.abs(one.y - y) < 2 * tall)) continue;
    placed.push({ label, x, y, half });
  }
  return placed;
}
function renderLabels() {
  if (!plan) return;
  const frame = $("labels"), wanted = state.layers.labels && isOffered("labels") ? placedLabels(plan.project, frame.clientWidth, frame.clientHeight, LABEL) : [];
  const spans = new Map([...frame.children].map((span) => [span.label, span]));
  for (const { label, x, y } of wanted) {
    let span = spans.get(label);
    if (span) spans.delete(label);
    else { span = el("span", null, label.text); span.label = label; frame.append(span); }
    span.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) translate(-50%, -50%)`;
  }
  for (const span of spans.values()) span.remove();
}
// The same on the sheet that is printed, where `scale` steps are a millimetre.
function printedLabels(box, scale) {
  if (!state.layers.labels || !isOffered("labels")) return [];
  const project = (x, y) => [(px(x) - px(box[0])) / scale, (py(y) - py(box[3])) / scale];
  const places = placedLabels(project, (px(box[2]) - px(box[0])) / scale, (box[3] - box[1]) / scale, 3.2);
  return places.map(({ label }) => svg("text", { x: px(label.at[0]), y: py(label.at[1]), "font-size": 3.2 * scale, "stroke-width": 0.9 * scale, class: "unitname" }, label.text));
}
