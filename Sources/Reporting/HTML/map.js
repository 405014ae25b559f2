// The map's controls, its legend, its scale, and what a click finds.
let plan = null;
const inRun = (run, x, y) => {
  let inside = false;
  for (let i = 0, j = run.length - 2; i < run.length; j = i, i += 2) {
    if (run[i + 1] > y !== run[j + 1] > y && x < ((run[j] - run[i]) * (y - run[i + 1])) / (run[j + 1] - run[i + 1]) + run[i]) inside = !inside;
  }
  return inside;
};
function isAt(shape, x, y, near) {
  const box = shape.box;
  if (shape.sort === 1) return shape.parts.some((runs) => Math.hypot((runs[0][0] - x) * shrink, runs[0][1] - y) <= near);
  if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
  return shape.parts.some((runs) => runs.reduce((inside, run) => (inRun(run, x, y) ? !inside : inside), false));
}
function thingAt([x, y], near) {
  if (state.layers.facilities) {
    let best = null, least = near;
    for (const facility of shownFacilities()) {
      const shape = shapes.facilities()[facility];
      if (!shape) continue;
      const [fx, fy] = centreOf(shape), distance = Math.hypot((fx - x) * shrink, fy - y);
      if (distance <= least) { best = { sort: "facilities", place: facility }; least = distance; }
    }
    if (best) return best;
  }
  const block = state.layers.blocks ? shapes.blocks().findIndex((shape) => shape && isAt(shape, x, y, near)) : -1;
  return block < 0 ? null : { sort: "blocks", place: block };
}
// The ways to draw: that of the chosen case, or all that lead to the chosen facility.
function chosenWay() {
  if (!state.selected) return [];
  if (state.selected.sort === "blocks") {
    const requirement = state.chosen >= 0 ? state.chosen : state.requirement;
    if (requirement < 0) return [];
    return [wayOf(caseOf(state.selected.place, requirement))].filter(Boolean);
  }
  return servedBy(state.selected.place).slice(0, 400).map(wayOf).filter(Boolean);
}
// The cases in which a facility is the nearest.
function servedBy(facility) {
  const kind = data.facilities.kind[facility], cases = [];
  data.requirements.forEach((requirement, place) => {
    if (requirement.kind !== kind || !columns[place]) return;
    const nearest = columns[place].f;
    for (let block = 0; block < blockCount; block++) if (nearest[block] === facility) cases.push(caseOf(block, place));
  });
  return cases;
}
function select(sort, place, options = {}) {
  state.selected = sort ? { sort, place } : null;
  state.chosen = options.chosen ?? -1;
  // A link of the story is gone with it; the focus stays in the new one.
  const isInside = $("story").contains(document.activeElement);
  renderStory();
  if (isInside) { $("story").focus({ preventScroll: true }); $("story").scrollTop = 0; }
  plan.select();
  if (!sort) return;
  announce(sort === "blocks" ? t("block") + " " + short(blockLabel(place), 80) : t("facility") + " " + short(facilityLabel(place), 80));
  const shape = shapes[sort]()[place];
  if (options.show && shape) {
    const room = Math.max(shape.box[2] - shape.box[0], shape.box[3] - shape.box[1], 4000);
    plan.show([shape.box[0] - room, shape.box[1] - room, shape.box[2] + room, shape.box[3] + room]);
  }
  if (options.scroll) { $("map").scrollIntoView(); $("story").focus({ preventScroll: true }); }
}
// One requirement of the block at hand: its walk is drawn, and shown as a whole.
function choose(requirement) {
  state.chosen = requirement;
  const scrolled = $("story").scrollTop;
  renderStory();
  $("story").scrollTop = scrolled;
  const button = $("story").querySelector(".chosen .head button");
  if (button) button.focus({ preventScroll: true });
  plan.select();
  const steps = chosenWay().flatMap((way) => Array.from(way.steps));
  if (!steps.length) return;
  const xs = steps.filter((_, i) => i % 2 === 0), ys = steps.filter((_, i) => i % 2), room = Math.max(800, (Math.max(...xs) - Math.min(...xs)) / 8, (Math.max(...ys) - Math.min(...ys)) / 8);
  plan.show([Math.min(...xs) - room, Math.min(...ys) - room, Math.max(...xs) + room, Math.max(...ys) + room]);
}
function refreshMap() { plan.refresh(); plan.select(); renderLegend(); renderStory(); renderLabels(); }

const field = (id, text, control) => el("div", { class: "field" }, el("label", { for: id }, text), control);
function choice(id, text, entries, value, onchange) {
  return field(id, text, el("select", { id, title: (entries.find(([key]) => String(key) === String(value)) || ["", ""])[1], onchange: (event) => onchange(event.target.value) }, entries.map(([key, name]) => el("option", { value: key, selected: String(key) === String(value) }, name))));
}
function renderControls() {
  const circles = [...new Set(data.requirements.map((one) => one.circle || "none"))], tiers = [...new Set(data.requirements.map((one) => one.tier).filter(Boolean))];
  const filter = (key) => (value) => { state[key] = value; if (state.requirement >= 0 && !wanted().includes(state.requirement)) state.requirement = -1; renderControls(); refreshMap(); renderTables(); };
  const list = [[-1, t("all_requirements")], ...wanted().map((place) => [place, requirementName(place) + (data.requirements[place].surveyed ? "" : " – " + t("reason_not_surveyed"))])];
  const focus = document.activeElement && document.activeElement.id;
  $("controls").replaceChildren(
    choice("requirement", t("requirement"), list, state.requirement, (value) => { state.requirement = Number(value); state.chosen = -1; renderControls(); refreshMap(); }),
    // The list cuts long names; here the whole of it is read.
    state.requirement >= 0 && lettersWide(requirementName(state.requirement)) > 14.5 ? el("p", { class: "note", id: "requirement-name" }, requirementName(state.requirement)) : "",
    tiers.length ? choice("tier", t("tier"), [["", t("all")], ...tiers.map((tier) => [tier, t("tier_" + tier)])], state.tier, filter("tier")) : "",
    circles.length > 1 ? choice("circle", t("circle"), [["", t("all")], ...circles.map((circle) => [circle, circle === "none" ? t("circle_none") : t("circle_minutes", { circle })])], state.circle, filter("circle")) : "",
    field("search", t("search"), el("input", { id: "search", type: "search", autocomplete: "off", oninput: search })),
    el("ul", { id: "results" }),
    el("fieldset", null, el("legend", null, t("legend")), el("div", { id: "legend" })),
    el("fieldset", null, el("legend", null, t("layers")), Object.keys(state.layers).filter(isOffered).map(layerTick)));
  if (focus && $(focus)) $(focus).focus();
  renderLegend();
}
const isOffered = (name) => ({ network: () => shapeCount("network"), barriers: () => shapeCount("barriers"), units: () => shapeCount("units"), labels: () => shapeCount("units"), uncertain: () => totals().uncertain.some((count) => count > 0), spots: () => data.spots.req.length, walks: () => !!data.routes, served: () => !!data.served }[name] ?? (() => true))();
function layerTick(name) {
  const needs = ["spots", "walks", "served"].includes(name) && state.requirement < 0;
  return el("label", { class: "tick" }, el("input", { type: "checkbox", id: "layer-" + name, checked: state.layers[name] && !needs, disabled: needs, onchange: (event) => { state.layers[name] = event.target.checked; refreshMap(); } }), t("layer_" + name) + (needs ? t("needs_requirement") : ""));
}
const legendRows = () => blockClasses().classes.filter((one) => one.count || state.requirement >= 0).map((one) => el("div", { class: "legendrow" }, swatch(one.colour), one.label, el("span", { class: "count" }, whole(one.count))));
// What else is drawn, as the legend shows it.
function otherKeys() {
  const stripe = (colour, width, dashes) => svg("svg", { width: 16, height: 12, "aria-hidden": "true" }, svg("line", { x1: 0, x2: 16, y1: 6, y2: 6, stroke: colour, "stroke-width": width, "stroke-dasharray": dashes || null }));
  const line = (name, ...drawn) => (state.layers[name] && isOffered(name) ? el("div", { class: "legendrow" }, drawn[0], drawn[1] || t("layer_" + name)) : "");
  const rows = [];
  const doubtful = uncertainBlocks().length;
  if (doubtful) rows.push(el("div", { class: "legendrow", id: "legend-uncertain" }, svg("svg", { width: 16, height: 12, "aria-hidden": "true" }, svg("rect", { x: 1, y: 1, width: 14, height: 10, fill: "none", stroke: "#111", "stroke-width": 2, "stroke-dasharray": "3 2" })), t("legend_uncertain"), el("span", { class: "count" }, whole(doubtful))));
  if (state.requirement >= 0) rows.push(isServedKnown() ? line("served", stripe(SERVED, 4), servedLabel()) : "", line("spots", swatch("#eee2f1", true)), line("walks", stripe("#00695c", 2)));
  rows.push(line("network", stripe("#7d8790", 1.5)), line("units", stripe("#3e2723", 2, "5 2 1 2")), line("barriers", swatch("#cfe3f3")));
  return rows.filter((row) => row !== "");
}
function facilityKey() {
  const dot = (inner) => svg("svg", { width: 16, height: 12, "aria-hidden": "true" }, svg("circle", { cx: 8, cy: 6, r: 4.5, fill: "#111" }), inner ? svg("circle", { cx: 8, cy: 6, r: 2.2, fill: "#fff" }) : "");
  return [el("div", { class: "legendrow" }, dot(false), t("facility")), el("div", { class: "legendrow" }, dot(true), t("facility_small"))];
}
function renderLegend() { $("legend").replaceChildren(...legendRows(), ...facilityKey(), ...otherKeys()); }

function search(event) {
  const text = event.target.value.trim().toLowerCase(), found = [];
  const look = (sort, count, label) => { for (let i = 0; i < count && found.length < 12; i++) if (label(i).toLowerCase().includes(text)) found.push([sort, i, label(i)]); };
  if (text) {
    look("blocks", blockCount, blockLabel);
    look("facilities", facilityCount, (i) => data.facilities.id[i] + " " + (data.facilities.name[i] || ""));
  }
  $("results").replaceChildren(...found.map(([sort, place, label]) => el("li", null, el("button", { type: "button", onclick: () => select(sort, place, { show: true }) }, t(sort === "blocks" ? "block" : "facility") + ": ", given(label, 60)))));
  announce(text ? t("found", { count: found.length }) : "");
}
function renderScale() {
  if (!plan) return;
  const length = niceLength(plan.metresPerPixel() * 110), text = lengthText(length), width = (length / plan.metresPerPixel()).toFixed(1) + "px";
  // What is written anew is laid out anew, in every frame of a drag.
  if ($("scale").textContent !== text) $("scale").textContent = text;
  if ($("scale").style.width !== width) $("scale").style.width = width;
}
function hover(point, near, event) {
  const thing = point && thingAt(point, near);
  $("hover").hidden = !thing;
  if (!thing) return;
  const frame = $("mapbox").getBoundingClientRect();
  $("hover").replaceChildren(given(thing.sort === "blocks" ? blockLabel(thing.place) : facilityLabel(thing.place)), thing.sort === "blocks" && state.requirement >= 0 ? ": " + verdictName(verdictOf(thing.place, state.requirement)) : "");
  $("hover").style.left = Math.min(event.clientX - frame.left + 12, frame.width - 200) + "px";
  $("hover").style.top = event.clientY - frame.top + 14 + "px";
}
// The map is there: what lies below it may take its time now.
function drawn() {
  if (drawn.done) return;
  drawn.done = true;
  document.documentElement.setAttribute("data-unpacked", [...unpacked].sort().join(" "));
  document.documentElement.setAttribute("data-map", "drawn");
  renderRest();
}
function makeMap() {
  const pick = (point, near) => { const thing = thingAt(point, near); select(thing && thing.sort, thing && thing.place, { chosen: state.requirement }); };
  // Without WebGL the library throws: asking first would make a context twice, which is the slowest step of all.
  const canUseGL = typeof maplibregl !== "undefined" && !location.hash.includes("svg");
  const moved = () => { renderScale(); carryLabels(); };
  const made = (one) => {
    plan = one;
    document.documentElement.setAttribute("data-plan", plan.kind);
    if (plan.kind === "svg") setTimeout(drawn, 0);
  };
  const draw = () => {
    $("canvas").replaceChildren();
    $("canvas").removeAttribute("class");
    made(makeSVGMap($("canvas"), pick, hover, moved));
  };
  try { made((canUseGL ? makeGLMap : makeSVGMap)($("canvas"), pick, hover, moved)); } catch (error) { draw(); }
  // What the graphics processor held is gone after a crash or a long sleep, and the library does not bring it again.
  if (plan.kind === "gl") plan.map.once("webglcontextlost", () => { draw(); renderHeader(); refreshMap(); });
  $("canvas").addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
    if (step) { event.preventDefault(); event.stopPropagation(); plan.pan(...step); } else if (event.key === "+" || event.key === "=") plan.zoom(0.5); else if (event.key === "-") plan.zoom(2); else if (event.key === "Escape") select(null); else if (event.key === "Enter") pick(plan.centre(), (plan.metresPerPixel() / metresPerStep) * 12);
  }, true);
  new ResizeObserver(() => plan.resize()).observe($("mapbox"));
}
function renderZoom() {
  const button = (text, label, act) => el("button", { type: "button", "aria-label": label, title: label, onclick: act }, text);
  $("zoom").replaceChildren(button("+", t("zoom_in"), () => plan.zoom(0.5)), button("−", t("zoom_out"), () => plan.zoom(2)), button(svg("svg", { width: 14, height: 14, "aria-hidden": "true" }, svg("path", { d: "M1 5V1H5M9 1H13V5M13 9V13H9M5 13H1V9", fill: "none", stroke: "currentColor", "stroke-width": 2 })), t("zoom_all"), () => plan.show(extent().box)));
}
function renderPrintMap() {
  const box = extent().box, width = px(box[2]) - px(box[0]), height = box[3] - box[1];
  const picture = svg("svg", { class: "plan", viewBox: [px(box[0]), py(box[3]), width, height].join(" "), preserveAspectRatio: "xMidYMid meet" }, planLayers(), planSelection().filter(Boolean));
  // The drawing's room on the sheet, in millimetres, as the style of the print has it.
  const [wide, tall] = state.paper === "A3" ? [400, 224] : [277, 140], scale = Math.max(width / wide, height / tall), length = niceLength(scale * 40 * metresPerStep);
  const bar = svg("svg", { width: length / metresPerStep / scale + "mm", height: "4mm" }, svg("rect", { width: "100%", height: "1.5mm", fill: "#111" }));
  picture.append(...printedLabels(box, scale));
  $("printmap").replaceChildren(el("h3", null, state.requirement < 0 ? t("map_all") : requirementName(state.requirement)), picture, el("div", { class: "printlegend" }, legendRows(), facilityKey(), otherKeys(), el("span", null, bar, " " + lengthText(length)), el("span", null, t("north_up"))));
}
