// The map as SVG: for printing, and for browsers without WebGL. Coordinates are steps of the grid, north up.
const shrink = data.grid.local ? 1 : Math.max(Math.cos(((data.grid.y + extent().middle / data.grid.steps) * Math.PI) / 180), 0.01);
const metresPerStep = 111319.490793 / data.grid.steps;
const px = (x) => Math.round(x * shrink), py = (y) => -y;

function extent() { return (extent.known ||= measured()); }
function measured() {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes.blocks()) if (shape) {
    box[0] = Math.min(box[0], shape.box[0]); box[1] = Math.min(box[1], shape.box[1]);
    box[2] = Math.max(box[2], shape.box[2]); box[3] = Math.max(box[3], shape.box[3]);
  }
  if (box[0] > box[2]) box.fill(0);
  const margin = Math.max((box[2] - box[0]) * 0.03, (box[3] - box[1]) * 0.03, 200);
  return { box: [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin], middle: (box[1] + box[3]) / 2 };
}
function pathOf(shape) {
  let path = "";
  for (const runs of shape.parts) for (const run of runs) {
    if (shape.sort === 1) { path += `M${px(run[0])} ${py(run[1])}h0`; continue; }
    for (let i = 0; i < run.length; i += 2) path += (i ? "L" : "M") + px(run[i]) + " " + py(run[i + 1]);
    if (shape.sort === 3) path += "Z";
  }
  return path;
}
const linePath = (steps) => { let path = ""; for (let i = 0; i < steps.length; i += 2) path += (i ? "L" : "M") + px(steps[i]) + " " + py(steps[i + 1]); return path; };
const stroke = (d, colour, width, more) => svg("path", { d, fill: "none", stroke: colour, "stroke-width": width, "vector-effect": "non-scaling-stroke", "stroke-linecap": "round", "stroke-linejoin": "round", ...more });
const joined = (list) => list.filter(Boolean).map(pathOf).join("");
// What never changes is put together once.
const still = { network: once(() => joined(shapes.network())), barriers: once(() => joined(shapes.barriers().filter((shape) => shape && shape.sort === 3))), channels: once(() => joined(shapes.barriers().filter((shape) => shape && shape.sort === 2))), units: once(() => joined(shapes.units())) };

// The facilities that are drawn: those of the requirement, or all; each in one of two groups by size.
function shownFacilities() {
  const kind = state.requirement >= 0 ? data.requirements[state.requirement].kind : null;
  const kinds = new Set(wanted().map((place) => data.requirements[place].kind));
  return [...Array(facilityCount).keys()].filter((facility) => (kind ? data.facilities.kind[facility] === kind : kinds.has(data.facilities.kind[facility])));
}
const shownSpots = () => [...data.spots.req.keys()].filter((spot) => data.spots.req[spot] === state.requirement);
// All walks under the chosen requirement, each stretch once.
function walkSteps(requirement) {
  const forest = requirement >= 0 && forests[requirement] ? forests[requirement]() : null;
  if (!forest) return [];
  const lines = [];
  for (let node = 0; node < forest.x.length; node++) {
    const parent = forest.parent[node];
    if (parent >= 0) lines.push([forest.x[parent], forest.y[parent], forest.x[node], forest.y[node]]);
  }
  return lines;
}
function planLayers() {
  const on = state.layers, parts = [], list = shapes.blocks(), doubtful = uncertainBlocks().map((block) => list[block]).filter(Boolean);
  if (on.units && shapes.units().length) parts.push(svg("path", { d: still.units(), fill: "#f4f1ea", stroke: "none" }));
  if (on.barriers) parts.push(stroke(still.channels(), "#7aa9cf", 1.5), svg("path", { d: still.barriers(), fill: "#cfe3f3", "fill-rule": "evenodd", stroke: "#7aa9cf", "stroke-width": 1.5, "vector-effect": "non-scaling-stroke" }));
  if (on.blocks) {
    const { classes, of } = blockClasses(), surfaces = classes.map(() => []), points = classes.map(() => []);
    // A point has no outline to be dashed: it gets a ring around it.
    const ringed = on.uncertain ? joined(doubtful.filter((shape) => shape.sort === 1)) : "", rings = svg("g", { "data-layer": "uncertain" }, ringed ? [stroke(ringed, "#111", 17), stroke(ringed, "#fff", 13)] : []);
    list.forEach((shape, block) => { if (shape) (shape.sort === 1 ? points : surfaces)[of[block]].push(pathOf(shape)); });
    classes.forEach((one, i) => {
      if (surfaces[i].length) parts.push(svg("path", { d: surfaces[i].join(""), fill: one.colour, "fill-rule": "evenodd", stroke: "#4d4d4d", "stroke-width": 0.8, "vector-effect": "non-scaling-stroke", "data-class": i }));
      if (points[i].length) parts.push(rings, stroke(points[i].join(""), "#333", 10), stroke(points[i].join(""), one.colour, 8, { "data-class": i }));
    });
  }
  const { lines, surfaces: land } = servedNow();
  if (land.length) parts.push(svg("path", { d: joined(land), fill: SERVED, "fill-opacity": 0.25, "fill-rule": "evenodd", stroke: SERVED, "stroke-width": 2, "stroke-opacity": 0.75, "vector-effect": "non-scaling-stroke" }));
  if (lines.length) parts.push(stroke(lines.map(linePath).join(""), SERVED, 3, { "stroke-opacity": 0.75, "data-layer": "served" }));
  if (on.network) parts.push(stroke(still.network(), "#7d8790", 0.7));
  if (on.spots && state.requirement >= 0) parts.push(svg("path", { d: joined(shownSpots().map((spot) => shapes.spots()[spot])), fill: "#7b1fa2", "fill-opacity": 0.12, "fill-rule": "evenodd", stroke: "#4a0072", "stroke-width": 1.5, "vector-effect": "non-scaling-stroke", "stroke-dasharray": "4 3" }));
  if (on.uncertain && on.blocks) parts.push(stroke(joined(doubtful.filter((shape) => shape.sort === 3)), "#111", 1.6, { "stroke-dasharray": "4 3", "stroke-linecap": "butt", "data-layer": "uncertain" }));
  if (on.walks) parts.push(stroke(walkSteps(state.requirement).map(linePath).join(""), "#00695c", 2));
  if (on.units) parts.push(stroke(still.units(), "#3e2723", 1.6, { "stroke-dasharray": "8 3 2 3" }));
  if (on.facilities) {
    const shown = shownFacilities(), dots = (some) => some.map((facility) => shapes.facilities()[facility]).filter(Boolean).map((shape) => { const [x, y] = centreOf(shape); return `M${px(x)} ${py(y)}h0`; }).join("");
    const small = dots(shown.filter((facility) => data.facilities.size[facility] === "undersized")), rest = dots(shown.filter((facility) => data.facilities.size[facility] !== "undersized"));
    parts.push(stroke(rest + small, "#fff", 10), stroke(rest + small, "#111", 8), stroke(small, "#fff", 4));
  }
  return parts;
}
// What is selected, and the way of its walk.
function planSelection() {
  const parts = [], way = chosenWay();
  for (const one of way) parts.push(stroke(linePath(one.steps), "#fff", 6), stroke(linePath(one.steps), "#00695c", 3.5, { "stroke-dasharray": one.walked ? null : "7 5" }));
  if (state.selected) {
    const shape = shapes[state.selected.sort]()[state.selected.place];
    if (shape) parts.push(stroke(pathOf(shape), "#fff", shape.sort === 1 ? 17 : 6), stroke(pathOf(shape), "#0b5394", shape.sort === 1 ? 13 : 3.5), shape.sort === 1 ? stroke(pathOf(shape), "#fff", 6) : null);
  }
  return parts;
}
const niceLength = (most) => { const power = 10 ** Math.floor(Math.log10(most)); return [5, 2, 1].map((n) => n * power).find((n) => n <= most); };
const lengthText = (length) => (length >= 1000 ? length / 1000 + " km" : length + " m");

// A map that is dragged and zoomed by its view box.
function makeSVGMap(box, onPick, onHover, onMove) {
  const base = svg("g"), top = svg("g"), picture = svg("svg", { preserveAspectRatio: "xMidYMid meet", role: "img" }, base, top);
  box.append(picture);
  let view;
  const apply = () => { picture.setAttribute("viewBox", view.join(" ")); onMove(); };
  const unitsPerPixel = () => Math.max(view[2] / picture.clientWidth, view[3] / picture.clientHeight);
  const show = (bounds) => { view = [px(bounds[0]), py(bounds[3]), px(bounds[2]) - px(bounds[0]) || 1, bounds[3] - bounds[1] || 1]; apply(); };
  const at = (event) => {
    const frame = picture.getBoundingClientRect(), scale = unitsPerPixel();
    return [(view[0] + view[2] / 2 + (event.clientX - frame.left - frame.width / 2) * scale) / shrink, -(view[1] + view[3] / 2 + (event.clientY - frame.top - frame.height / 2) * scale)];
  };
  const zoom = (factor, centre) => {
    const [x, y] = centre ? [px(centre[0]), py(centre[1])] : [view[0] + view[2] / 2, view[1] + view[3] / 2];
    if (view[2] * factor < 200 || view[2] * factor > 4e8) return;
    view = [x + (view[0] - x) * factor, y + (view[1] - y) * factor, view[2] * factor, view[3] * factor];
    apply();
  };
  const pan = (dx, dy) => { view[0] += dx * unitsPerPixel(); view[1] += dy * unitsPerPixel(); apply(); };
  let drag = null, moved = false;
  picture.addEventListener("pointerdown", (event) => { drag = [event.clientX, event.clientY]; moved = false; picture.setPointerCapture(event.pointerId); });
  picture.addEventListener("pointermove", (event) => {
    if (!drag) { onHover(at(event), unitsPerPixel() * 7, event); return; }
    const [dx, dy] = [event.clientX - drag[0], event.clientY - drag[1]];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    moved = true; pan(-dx, -dy); drag = [event.clientX, event.clientY];
  });
  picture.addEventListener("pointerup", (event) => { if (drag && !moved) onPick(at(event), unitsPerPixel() * 9); drag = null; });
  picture.addEventListener("pointerleave", () => onHover(null));
  picture.addEventListener("wheel", (event) => { event.preventDefault(); zoom(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 200))), at(event)); }, { passive: false });
  show(extent().box);
  const project = (x, y) => { const scale = unitsPerPixel(); return [(px(x) - view[0] - view[2] / 2) / scale + picture.clientWidth / 2, (py(y) - view[1] - view[3] / 2) / scale + picture.clientHeight / 2]; };
  const centre = () => [(view[0] + view[2] / 2) / shrink, -(view[1] + view[3] / 2)];
  return { kind: "svg", project, centre, refresh: () => base.replaceChildren(...planLayers()), select: () => top.replaceChildren(...planSelection().filter(Boolean)), show, zoom, pan, metresPerPixel: () => unitsPerPixel() * metresPerStep, resize: onMove };
}
