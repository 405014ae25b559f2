// The map drawn by MapLibre GL JS, when the report carries it and the browser has WebGL.
const longitude = (x) => data.grid.x + x / data.grid.steps, latitude = (y) => data.grid.y + y / data.grid.steps;
const lonLat = (steps, close) => {
  const line = [];
  for (let i = 0; i < steps.length; i += 2) line.push([longitude(steps[i]), latitude(steps[i + 1])]);
  if (close) line.push(line[0]);
  return line;
};
function geometryOf(shape) {
  if (shape.sort === 1) return { type: "MultiPoint", coordinates: shape.parts.map((runs) => lonLat(runs[0])[0]) };
  if (shape.sort === 2) return { type: "MultiLineString", coordinates: shape.parts.map((runs) => lonLat(runs[0])) };
  return { type: "MultiPolygon", coordinates: shape.parts.map((runs) => runs.map((run) => lonLat(run, true))) };
}
const collection = (features) => ({ type: "FeatureCollection", features });
const featuresOf = (list) => collection(list.flatMap((shape, i) => (shape ? [{ type: "Feature", properties: { i }, geometry: geometryOf(shape) }] : [])));
const lineFeature = (steps, properties) => ({ type: "Feature", properties, geometry: { type: "LineString", coordinates: lonLat(steps) } });

// Where a whole city is in view its lines are thinner than a pixel, and yet most of the work of every frame: they begin here.
const CLOSE = 12;
const facilityPoints = () => collection(shownFacilities().flatMap((i) => {
  const shape = shapes.facilities()[i];
  if (!shape) return [];
  const [x, y] = centreOf(shape);
  return [{ type: "Feature", properties: { i, small: data.facilities.size[i] === "undersized" }, geometry: { type: "Point", coordinates: [longitude(x), latitude(y)] } }];
}));
const servedFeatures = ({ surfaces, lines }) => collection([...featuresOf(surfaces).features, ...(lines.length ? [{ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines.map((steps) => lonLat(steps)) } }] : [])]);
const blockKey = () => [state.requirement, state.tier, state.circle].join("|");
// The colour of each block by its class.
function blockColour() {
  const { classes, of } = blockClasses();
  return ["match", ["at", ["get", "i"], ["literal", Array.from(of)]], ...classes.flatMap((one, i) => [i, one.colour]), "#ddd"];
}
// A ring of dashes round blocks that are points, as a picture: lines of the library have dashes only where they are lines.
function dashedRing() {
  const size = 34, pixels = new Uint8ClampedArray(4 * size * size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
    const [dx, dy] = [x - 16.5, y - 16.5], near = Math.abs(Math.hypot(dx, dy) - 13.5);
    const isDash = Math.floor(((Math.atan2(dy, dx) + Math.PI) / Math.PI) * 8) % 2 === 0;
    pixels.set([17, 17, 17, isDash ? 255 * Math.max(0, Math.min(1, 2.5 - near)) : 0], 4 * (y * size + x));
  }
  return { width: size, height: size, data: pixels };
}
function glStyle() {
  const source = (value) => ({ type: "geojson", data: value, tolerance: 0.2, buffer: 32 });
  const sources = {};
  for (const name of ["units", "barriers", "network", "served", "spots", "walks", "uncertain", "ways", "chosen"]) sources[name] = source(collection([]));
  // These are there from the start: given later, they would be cut into tiles only after the first drawing.
  sources.blocks = source(featuresOf(shapes.blocks()));
  sources.facilities = source(facilityPoints());
  const has = (sort) => shapes.blocks().some((shape) => shape && shape.sort === sort);
  // Outlines are layers of their own; those of the library's smoothing would draw every block a second time.
  const fill = (id, source, paint, more) => ({ id, source, type: "fill", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-antialias": false, ...paint }, ...more });
  const line = (id, source, paint, more) => ({ id, source, type: "line", paint, layout: { "line-cap": "round", "line-join": "round" }, ...more });
  const circle = (id, source, paint) => ({ id, source, type: "circle", filter: ["==", ["geometry-type"], "Point"], paint });
  return {
    version: 8, sources, layers: [
      { id: "paper", type: "background", paint: { "background-color": "#fbfcfd" } },
      fill("units-fill", "units", { "fill-color": "#f4f1ea" }),
      fill("barriers-fill", "barriers", { "fill-color": "#cfe3f3" }), line("barriers-line", "barriers", { "line-color": "#7aa9cf", "line-width": 1.5 }),
      // From afar a block is a pixel or less, and without the smoothed rim some would not show at all.
      fill("blocks-fill", "blocks", { "fill-color": blockColour(), "fill-antialias": true }),
      line("blocks-line", "blocks", { "line-color": "#4d4d4d", "line-width": ["interpolate", ["linear"], ["zoom"], CLOSE, 0.15, 15, 0.8] }, { minzoom: CLOSE, filter: ["==", ["geometry-type"], "Polygon"], layout: {} }),
      ...(has(1) ? [circle("blocks-point", "blocks", { "circle-color": blockColour(), "circle-radius": 4.5, "circle-stroke-color": "#333", "circle-stroke-width": 1 })] : []),
      line("network-line", "network", { "line-color": "#7d8790", "line-width": ["interpolate", ["linear"], ["zoom"], CLOSE, 0.2, 14, 0.5, 17, 1.4], "line-opacity": ["interpolate", ["linear"], ["zoom"], CLOSE, 0.3, 14, 1] }, { minzoom: CLOSE, layout: {} }),
      fill("served-fill", "served", { "fill-color": SERVED, "fill-opacity": 0.25 }), line("served-line", "served", { "line-color": SERVED, "line-width": ["interpolate", ["linear"], ["zoom"], 11, 1.2, 15, 4], "line-opacity": 0.75 }),
      fill("spots-fill", "spots", { "fill-color": "#7b1fa2", "fill-opacity": 0.12 }), line("spots-line", "spots", { "line-color": "#4a0072", "line-width": 1.5, "line-dasharray": [3, 2] }),
      line("uncertain-line", "uncertain", { "line-color": "#111", "line-width": ["interpolate", ["linear"], ["zoom"], CLOSE, 0.5, 14, 1.6], "line-dasharray": [2, 1.6] }, { minzoom: CLOSE, filter: ["==", ["geometry-type"], "Polygon"], layout: { "line-cap": "butt" } }),
      { id: "uncertain-point", source: "uncertain", type: "symbol", filter: ["==", ["geometry-type"], "Point"], layout: { "icon-image": "dashed-ring", "icon-allow-overlap": true, "icon-ignore-placement": true } },
      line("walks-line", "walks", { "line-color": "#00695c", "line-width": 2 }),
      line("units-line", "units", { "line-color": "#3e2723", "line-width": 1.6, "line-dasharray": [5, 2, 1, 2] }),
      circle("facilities-point", "facilities", { "circle-color": ["case", ["get", "small"], "#fff", "#111"], "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 1.2, 14, 4], "circle-stroke-color": ["case", ["get", "small"], "#111", "#fff"], "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 11, 0.4, 14, 2] }),
      line("ways-casing", "ways", { "line-color": "#fff", "line-width": 6 }),
      line("ways-walked", "ways", { "line-color": "#00695c", "line-width": 3.5 }, { filter: ["get", "walked"] }),
      line("ways-straight", "ways", { "line-color": "#00695c", "line-width": 3.5, "line-dasharray": [2, 1.5] }, { filter: ["!", ["get", "walked"]] }),
      line("chosen-casing", "chosen", { "line-color": "#fff", "line-width": 6 }), line("chosen-line", "chosen", { "line-color": "#0b5394", "line-width": 3.5 }),
      circle("chosen-point", "chosen", { "circle-color": "#fff", "circle-radius": 5, "circle-stroke-color": "#0b5394", "circle-stroke-width": 4 }),
    ],
  };
}
function makeGLMap(box, onPick, onHover, onMove) {
  const bounds = (steps) => [[longitude(steps[0]), latitude(steps[1])], [longitude(steps[2]), latitude(steps[3])]];
  const map = new maplibregl.Map({
    container: box, style: glStyle(), bounds: bounds(extent().box), attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false,
    renderWorldCopies: false, fadeDuration: 0, maxZoom: 21, refreshExpiredTiles: false, canvasContextAttributes: { preserveDrawingBuffer: false },
    // Keys are heard by the frame around the map, as they are when it is drawn as SVG.
    keyboard: false, validateStyle: false, locale: { "Map.Title": t("map_label") },
  });
  map.getCanvas().tabIndex = -1;
  map.touchZoomRotate.disableRotation();
  const stepsAt = (point) => [(point.lng - data.grid.x) * data.grid.steps, (point.lat - data.grid.y) * data.grid.steps];
  const metresPerPixel = () => (78271.51696 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** map.getZoom();
  map.on("click", (event) => onPick(stepsAt(event.lngLat), (metresPerPixel() / metresPerStep) * 9));
  map.on("mousemove", (event) => onHover(stepsAt(event.lngLat), (metresPerPixel() / metresPerStep) * 7, event.originalEvent));
  map.on("mouseout", () => onHover(null));
  map.on("move", onMove); map.on("resize", onMove);
  let ready = false, isLate = false;
  // What a source was last given for: giving the same again would cut it into tiles again. An empty one has the empty key.
  const keys = { facilities: blockKey() };
  const give = (name, key, value) => {
    if ((keys[name] ?? "") === key) return;
    keys[name] = key;
    map.getSource(name).setData(key === "" ? collection([]) : value());
  };
  const giveOnce = (name, isWanted, value) => { if (isWanted) give(name, "all", value); };
  const visible = (on, ...ids) => ids.filter((id) => map.getLayer(id)).forEach((id) => map.setLayoutProperty(id, "visibility", on ? "visible" : "none"));
  let coloured = blockKey();
  const recolour = () => {
    if (coloured === blockKey()) return;
    coloured = blockKey();
    for (const [id, name] of [["blocks-fill", "fill-color"], ["blocks-point", "circle-color"]]) if (map.getLayer(id)) map.setPaintProperty(id, name, blockColour(), { validate: false });
  };
  const refresh = () => {
    if (!ready) return;
    const on = state.layers, keyIf = (isOn) => (isOn ? blockKey() : "");
    recolour();
    give("served", keyIf(on.served), () => servedFeatures(servedNow()));
    for (const name of ["units", "barriers"]) giveOnce(name, on[name], () => featuresOf(shapes[name]()));
    give("spots", keyIf(on.spots), () => featuresOf(shownSpots().map((spot) => shapes.spots()[spot])));
    give("walks", keyIf(on.walks), () => collection(walkSteps(state.requirement).map((steps) => lineFeature(steps, {}))));
    give("facilities", blockKey(), facilityPoints);
    visible(on.blocks, "blocks-fill", "blocks-line", "blocks-point"); visible(on.network, "network-line"); visible(on.facilities, "facilities-point");
    visible(on.units, "units-fill", "units-line"); visible(on.barriers, "barriers-fill", "barriers-line");
    // The blocks come first; thousands of ways and outlines follow when the page is whole.
    if (!isLate) return;
    give("uncertain", keyIf(on.uncertain && on.blocks), () => featuresOf(uncertainBlocks().map((block) => shapes.blocks()[block])));
    giveOnce("network", on.network, () => featuresOf(shapes.network()));
  };
  const select = () => {
    if (!ready) return;
    const shape = state.selected ? shapes[state.selected.sort]()[state.selected.place] : null;
    give("chosen", shape ? state.selected.sort + state.selected.place : "", () => featuresOf([shape]));
    give("ways", state.selected ? [state.selected.sort, state.selected.place, state.chosen, state.requirement].join("|") : "", () => collection(chosenWay().map((way) => lineFeature(way.steps, { walked: way.walked }))));
  };
  map.on("load", () => { map.addImage("dashed-ring", dashedRing(), { pixelRatio: 2 }); ready = true; refresh(); select(); onMove(); map.once("idle", drawn); });
  return {
    kind: "gl", refresh, select, map, metresPerPixel,
    finish: () => { isLate = true; refresh(); },
    project: (x, y) => { const point = map.project([longitude(x), latitude(y)]); return [point.x, point.y]; },
    centre: () => stepsAt(map.getCenter()),
    show: (steps) => map.fitBounds(bounds(steps), { maxZoom: 17, duration: 0 }),
    zoom: (factor) => map.zoomTo(map.getZoom() - Math.log2(factor), { duration: 150 }),
    pan: (dx, dy) => map.panBy([dx, dy], { duration: 0 }), resize: () => map.resize(),
  };
}
