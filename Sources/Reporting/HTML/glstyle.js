// What the map library is given: features, and the layers that draw them.
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

// Where a whole city is in view its lines are thinner than a pixel and not drawn: they begin at `FAINT`. Up to `CLOSE` the
// ground is a picture, from there on it is drawn by the library; until the page is whole it is a picture anyway.
const FAINT = 12, CLOSE = 14, ALL = 24;
// Widths of lines and how dense they are, by zoom.
const FACILITY = { radius: [11, 1.2, 14, 4], rim: [11, 0.4, 14, 2] };
const WIDTHS = { outline: [FAINT, 0.15, 15, 0.8], network: [FAINT, 0.2, 14, 0.5, 17, 1.4], dense: [FAINT, 0.3, 14, 1], uncertain: [FAINT, 0.5, 14, 1.6] };
const byZoom = (stops) => ["interpolate", ["linear"], ["zoom"], ...stops];
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
function glStyle(overview) {
  const source = (value) => ({ type: "geojson", data: value, tolerance: 0.2, buffer: 32 });
  const sources = { overview };
  for (const name of ["units", "barriers", "blocks", "network", "facilities", "served", "spots", "walks", "uncertain", "ways", "chosen"]) sources[name] = source(collection([]));
  const has = (sort) => shapes.blocks().some((shape) => shape && shape.sort === sort);
  // What is empty, turned off or not yet wanted is hidden: every source in use costs each frame its share.
  const layer = (type, id, source, { layout, ...more }) => ({ id, source, type, layout: { visibility: "none", ...layout }, ...more });
  // Outlines are layers of their own; those of the library's smoothing would draw every block a second time.
  const fill = (id, source, paint, more) => layer("fill", id, source, { filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-antialias": false, ...paint }, ...more });
  const line = (id, source, paint, more) => layer("line", id, source, { paint, layout: { "line-cap": "round", "line-join": "round" }, ...more });
  const circle = (id, source, paint, more) => layer("circle", id, source, { filter: ["==", ["geometry-type"], "Point"], paint, ...more });
  const near = { minzoom: CLOSE };
  return {
    version: 8, sources, layers: [
      fill("units-fill", "units", { "fill-color": "#f4f1ea" }, near),
      fill("barriers-fill", "barriers", { "fill-color": "#cfe3f3" }, near), line("barriers-line", "barriers", { "line-color": "#7aa9cf", "line-width": 1.5 }, near),
      { id: "overview", source: "overview", type: "raster", maxzoom: ALL, paint: { "raster-fade-duration": 0 } },
      fill("blocks-fill", "blocks", { "fill-color": "#ddd" }, near),
      line("blocks-line", "blocks", { "line-color": "#4d4d4d", "line-width": byZoom(WIDTHS.outline) }, { minzoom: CLOSE, filter: ["==", ["geometry-type"], "Polygon"], layout: {} }),
      ...(has(1) ? [circle("blocks-point", "blocks", { "circle-color": "#ddd", "circle-radius": 4.5, "circle-stroke-color": "#333", "circle-stroke-width": 1 }, near)] : []),
      line("network-line", "network", { "line-color": "#7d8790", "line-width": byZoom(WIDTHS.network), "line-opacity": byZoom(WIDTHS.dense) }, { minzoom: CLOSE, layout: {} }),
      fill("served-fill", "served", { "fill-color": SERVED, "fill-opacity": 0.25 }), line("served-line", "served", { "line-color": SERVED, "line-width": ["interpolate", ["linear"], ["zoom"], 11, 1.2, 15, 4], "line-opacity": 0.75 }),
      fill("spots-fill", "spots", { "fill-color": "#7b1fa2", "fill-opacity": 0.12 }), line("spots-line", "spots", { "line-color": "#4a0072", "line-width": 1.5, "line-dasharray": [3, 2] }),
      line("uncertain-line", "uncertain", { "line-color": "#111", "line-width": byZoom(WIDTHS.uncertain), "line-dasharray": [2, 1.6] }, { minzoom: CLOSE, filter: ["==", ["geometry-type"], "Polygon"], layout: { "line-cap": "butt" } }),
      layer("symbol", "uncertain-point", "uncertain", { filter: ["==", ["geometry-type"], "Point"], layout: { "icon-image": "dashed-ring", "icon-allow-overlap": true, "icon-ignore-placement": true }, ...near }),
      line("walks-line", "walks", { "line-color": "#00695c", "line-width": 2 }),
      line("units-line", "units", { "line-color": "#3e2723", "line-width": 1.6, "line-dasharray": [5, 2, 1, 2] }, { minzoom: CLOSE, layout: {} }),
      circle("facilities-point", "facilities", { "circle-color": ["case", ["get", "small"], "#fff", "#111"], "circle-radius": byZoom(FACILITY.radius), "circle-stroke-color": ["case", ["get", "small"], "#111", "#fff"], "circle-stroke-width": byZoom(FACILITY.rim) }, near),
      line("ways-casing", "ways", { "line-color": "#fff", "line-width": 6 }),
      line("ways-walked", "ways", { "line-color": "#00695c", "line-width": 3.5 }, { filter: ["get", "walked"] }),
      line("ways-straight", "ways", { "line-color": "#00695c", "line-width": 3.5, "line-dasharray": [2, 1.5] }, { filter: ["!", ["get", "walked"]] }),
      line("chosen-casing", "chosen", { "line-color": "#fff", "line-width": 6 }), line("chosen-line", "chosen", { "line-color": "#0b5394", "line-width": 3.5 }),
      circle("chosen-point", "chosen", { "circle-color": "#fff", "circle-radius": 5, "circle-stroke-color": "#0b5394", "circle-stroke-width": 4 }),
    ],
  };
}
