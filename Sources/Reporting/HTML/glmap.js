// The map drawn by MapLibre GL JS, when the report carries it and the browser has WebGL.
function makeGLMap(box, onPick, onHover, onMove) {
  const bounds = (steps) => [[longitude(steps[0]), latitude(steps[1])], [longitude(steps[2]), latitude(steps[3])]];
  const map = new maplibregl.Map({
    container: box, bounds: bounds(extent().box), attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false,
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
  // The page opens with a picture of the ground, which needs neither the library's worker nor most of its programs. Near:
  // the surfaces themselves are wanted; the picture goes when they are drawn.
  let ready = false, isLate = false, isNear = false, isPictured = true, coloured = null;
  const overview = makeOverview(map, () => isLate), style = glStyle(overview.source);
  map.setStyle(style, { diff: false, validate: false });
  overview.update(false);
  // What a source was last given for: giving the same again would cut it into tiles again.
  const keys = {};
  const hold = (name, isWanted, key, value) => {
    const isOn = isWanted && isOffered(name);
    if (isOn && keys[name] !== key) { keys[name] = key; map.getSource(name).setData(value()); }
    for (const layer of style.layers) if (layer.source === name) map.setLayoutProperty(layer.id, "visibility", isOn ? "visible" : "none");
  };
  const recolour = () => {
    if (!isNear || coloured === blockKey()) return;
    coloured = blockKey();
    for (const [id, name] of [["blocks-fill", "fill-color"], ["blocks-point", "circle-color"]]) if (map.getLayer(id)) map.setPaintProperty(id, name, blockColour(), { validate: false });
  };
  const refresh = () => {
    if (!ready) return;
    const on = state.layers, key = blockKey(), isOne = state.requirement >= 0;
    if (isPictured) overview.update(true);
    recolour();
    // What lies over the picture has the lines of units and the facilities above it again.
    const isOverlaid = isOne && (on.served || on.spots || on.walks);
    for (const id of ["units-line", "facilities-point"]) map.setLayerZoomRange(id, isOverlaid ? 0 : CLOSE, ALL);
    hold("units", on.units && (isNear || isOverlaid), "all", () => featuresOf(shapes.units()));
    for (const name of ["barriers", "blocks"]) hold(name, isNear && on[name], "all", () => featuresOf(shapes[name]()));
    hold("served", on.served && isOne, key, () => servedFeatures(servedNow()));
    hold("spots", on.spots && isOne, key, () => featuresOf(shownSpots().map((spot) => shapes.spots()[spot])));
    hold("walks", on.walks && isOne, key, () => collection(walkSteps(state.requirement).map((steps) => lineFeature(steps, {}))));
    hold("facilities", on.facilities && (isNear || isOverlaid), key, facilityPoints);
    if (isNear && !map.hasImage("dashed-ring")) map.addImage("dashed-ring", dashedRing(), { pixelRatio: 2 });
    hold("uncertain", on.uncertain && on.blocks && isNear, key, () => featuresOf(uncertainBlocks().map((block) => shapes.blocks()[block])));
    hold("network", on.network && isNear, "all", () => featuresOf(shapes.network()));
  };
  const select = () => {
    if (!ready) return;
    const { selected } = state, shape = selected ? shapes[selected.sort]()[selected.place] : null;
    hold("chosen", !!shape, selected && selected.sort + selected.place, () => featuresOf([shape]));
    hold("ways", !!selected, selected && [selected.sort, selected.place, state.chosen, state.requirement].join("|"), () => collection(chosenWay().map((way) => lineFeature(way.steps, { walked: way.walked }))));
  };
  const picture = (isWanted) => {
    if (isPictured === isWanted || !ready) return;
    isPictured = isWanted;
    if (isWanted) overview.update(true);
    map.setLayerZoomRange("overview", 0, isWanted ? ALL : CLOSE);
  };
  const isClose = () => map.getZoom() >= CLOSE;
  const approach = () => {
    if (!isClose()) picture(true);
    if (!isNear && isLate && map.getZoom() > CLOSE - 0.5) { isNear = true; refresh(); }
  };
  map.on("zoom", approach);
  map.on("move", () => { if (isPictured) overview.update(true); onMove(); });
  map.on("moveend", () => { if (isPictured) overview.update(false); });
  map.on("idle", () => { if (isNear && isClose()) picture(false); });
  map.on("resize", onMove);
  map.on("load", () => { ready = true; refresh(); select(); onMove(); drawn(); });
  return {
    kind: "gl", refresh, select, map, metresPerPixel,
    finish: () => { isLate = true; refresh(); approach(); },
    project: (x, y) => { const point = map.project([longitude(x), latitude(y)]); return [point.x, point.y]; },
    centre: () => stepsAt(map.getCenter()),
    show: (steps) => map.fitBounds(bounds(steps), { maxZoom: 17, duration: 0 }),
    zoom: (factor) => map.zoomTo(map.getZoom() - Math.log2(factor), { duration: 150 }),
    pan: (dx, dy) => map.panBy([dx, dy], { duration: 0 }), resize: () => map.resize(),
  };
}
