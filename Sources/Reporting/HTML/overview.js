// The ground of the map as one picture, for where a whole city is in view: there, surfaces of a few pixels each cost the
// map library more than all else, and a picture that moves costs as much as a single surface.
const mercator = (y) => 0.5 - Math.asinh(Math.tan((latitude(y) * Math.PI) / 180)) / (2 * Math.PI);
// Positions nearer to each other than this, in pixels, draw nothing that is seen.
const FINE = 0.4;
// How far the picture goes beyond the view, in parts of it, and how many pixels it may have on a side.
const BEYOND = 0.5, SIDE = 4096;
// Draws shapes on a picture with its corner at `left`, `top`, in pixels of a world that is `world` pixels wide.
class Pen {
  constructor(context, { left, top, width, height, world }) {
    Object.assign(this, { context, width, height, world, top, across: world / 360 / data.grid.steps, start: (0.5 + data.grid.x / 360) * world - left });
  }
  x(x) { return this.start + x * this.across; }
  y(y) { return mercator(y) * this.world - this.top; }
  trace(run, isClosed, y0, slope, isSmall) {
    const { context, start, across } = this;
    const down = (step) => (isSmall ? y0 + step * slope : this.y(step));
    let x = start + run[0] * across, y = down(run[1]);
    context.moveTo(x, y);
    for (let i = 2; i < run.length; i += 2) {
      const nextX = start + run[i] * across, nextY = down(run[i + 1]);
      if (Math.abs(nextX - x) < FINE && Math.abs(nextY - y) < FINE && i + 2 < run.length) continue;
      [x, y] = [nextX, nextY];
      context.lineTo(x, y);
    }
    if (isClosed) context.closePath();
  }
  sees({ box }) { return this.x(box[2]) > -20 && this.x(box[0]) < this.width + 20 && this.y(box[1]) > -20 && this.y(box[3]) < this.height + 20; }
  path(shape) {
    // Within a hundredth of a degree the projection is straight to a hundredth of a pixel.
    const [, low, , high] = shape.box, isSmall = high > low && high - low < data.grid.steps / 100, slope = isSmall ? (this.y(high) - this.y(low)) / (high - low) : 0, y0 = isSmall ? this.y(low) - low * slope : 0;
    this.context.beginPath();
    for (const runs of shape.parts) for (const run of runs) this.trace(run, shape.sort === 3, y0, slope, isSmall);
  }
  fill(shape, colour) { this.path(shape); this.context.fillStyle = colour; this.context.fill("evenodd"); }
  stamp([x, y], picture, size = picture.width) { this.context.drawImage(picture, Math.round(this.x(x) - size / 2), Math.round(this.y(y) - size / 2), size, size); }
}
const canvasOf = (width, height) => Object.assign(document.createElement("canvas"), { width, height });
// Chromium draws thousands of small surfaces ten times as fast without its graphics processor.
const softly = (canvas) => canvas.getContext("2d", { willReadFrequently: true });
// A dot with a rim, to be stamped where it is wanted.
function dot(colour, radius, rimColour, rim, ratio) {
  const size = Math.ceil((radius + rim + 1) * ratio) * 2, canvas = canvasOf(size, size), context = softly(canvas);
  for (const [wide, fill] of [[radius + rim, rimColour], [radius, colour]]) { context.beginPath(); context.arc(size / 2, size / 2, wide * ratio, 0, 7); context.fillStyle = fill; context.fill(); }
  return canvas;
}
function ring() {
  const { width, height, data: pixels } = dashedRing(), canvas = canvasOf(width, height);
  softly(canvas).putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}
// The width that the map library would give a line at a zoom.
function widthAt(stops, zoom) {
  let [, width] = stops;
  for (let i = 0; i + 3 < stops.length; i += 2) if (zoom > stops[i]) width = stops[i + 1] + (Math.min((zoom - stops[i]) / (stops[i + 2] - stops[i]), 1)) * (stops[i + 3] - stops[i + 1]);
  return width;
}
function drawGround(pen, { ratio, zoom, hasLines }) {
  const { context } = pen, on = state.layers, stroke = (shape) => { pen.path(shape); context.stroke(); };
  const lines = (colour, width, more) => Object.assign(context, { strokeStyle: colour, lineWidth: width * ratio, lineCap: "butt", lineJoin: "miter", globalAlpha: 1 }, more);
  const dashes = (...parts) => context.setLineDash(parts.map((part) => part * context.lineWidth));
  const each = (list, sort, draw) => { for (const shape of list) if (shape && shape.sort === sort && pen.sees(shape)) draw(shape); };
  if (on.blocks) drawBlocks(pen, ratio, zoom);
  // From here on what is drawn later lies lower.
  context.globalCompositeOperation = "destination-over";
  if (on.barriers) {
    lines("#7aa9cf", 1.5, { lineCap: "round", lineJoin: "round" });
    for (const sort of [3, 2]) each(shapes.barriers(), sort, stroke);
    each(shapes.barriers(), 3, (shape) => pen.fill(shape, "#cfe3f3"));
  }
  if (on.units) each(shapes.units(), 3, (shape) => pen.fill(shape, "#f4f1ea"));
  context.globalCompositeOperation = "source-over";
  lines("#4d4d4d", widthAt(WIDTHS.outline, zoom));
  if (on.blocks && zoom >= FAINT) each(shapes.blocks(), 3, stroke);
  if (hasLines) drawLate(lines, dashes, each, stroke, zoom);
  lines("#3e2723", 1.6);
  dashes(5, 2, 1, 2);
  if (on.units) for (const sort of [2, 3]) each(shapes.units(), sort, stroke);
  context.globalAlpha = 1;
  if (on.facilities) drawFacilities(pen, ratio, zoom);
}
// What is unpacked when the page is whole.
function drawLate(lines, dashes, each, stroke, zoom) {
  lines("#7d8790", widthAt(WIDTHS.network, zoom), { globalAlpha: widthAt(WIDTHS.dense, zoom) });
  if (state.layers.network) each(shapes.network(), 2, stroke);
  lines("#111", widthAt(WIDTHS.uncertain, zoom));
  dashes(2, 1.6);
  if (state.layers.blocks && state.layers.uncertain) each(uncertainBlocks().map((block) => shapes.blocks()[block]), 3, stroke);
}
function drawBlocks(pen, ratio, zoom) {
  const { classes, of } = blockClasses(), points = [];
  shapes.blocks().forEach((shape, block) => {
    if (!shape || !pen.sees(shape)) return;
    if (shape.sort === 3) pen.fill(shape, classes[of[block]].colour); else if (shape.sort === 1) points.push(block);
  });
  // Blocks of a pixel or two are rim all over: laid over itself, the picture has their colours rather than the paper's.
  if (zoom < FAINT) pen.context.drawImage(pen.context.canvas, 0, 0);
  if (!points.length) return;
  const dots = classes.map((one) => dot(one.colour, 4.5, "#333", 1, ratio)), dashes = ring(), places = (block) => shapes.blocks()[block].parts.map((runs) => runs[0]);
  for (const block of points) for (const place of places(block)) pen.stamp(place, dots[of[block]]);
  const doubtful = state.layers.uncertain ? new Set(uncertainBlocks()) : new Set();
  for (const block of points) if (doubtful.has(block)) for (const place of places(block)) pen.stamp(place, dashes, 17 * ratio);
}
function drawFacilities(pen, ratio, zoom) {
  const [radius, rim] = [FACILITY.radius, FACILITY.rim].map((stops) => widthAt(stops, zoom)), dots = [dot("#111", radius, "#fff", rim, ratio), dot("#fff", radius, "#111", rim, ratio)];
  for (const facility of shownFacilities()) {
    const shape = shapes.facilities()[facility];
    if (shape) pen.stamp(centreOf(shape), dots[data.facilities.size[facility] === "undersized" ? 1 : 0]);
  }
}
// The box of what is drawn, in the world from 0 to 1, north up; of the network too where it is drawn, which is late.
const groundOf = (...names) => once(() => {
  const boxes = [extent().box, ...names.flatMap((name) => shapes[name]()).filter(Boolean).map((shape) => shape.box)], across = (x) => 0.5 + longitude(x) / 360;
  const most = (i, sign) => boxes.reduce((most, box) => Math.max(most, sign * box[i]), -Infinity) * sign;
  return { left: across(most(0, -1)), right: across(most(2, 1)), top: mercator(most(3, 1)), bottom: mercator(most(1, -1)) };
});
const farGround = groundOf("facilities", "units", "barriers"), nearGround = groundOf("facilities", "units", "barriers", "network");
// What of the world a map shows, in pixels of its screen.
function viewOf(map, isWhole) {
  const { clientWidth, clientHeight } = map.getContainer(), zoom = map.getZoom(), { lng, lat } = map.getCenter();
  const ratio = Math.min(map.getPixelRatio(), SIDE / Math.max(clientWidth, clientHeight, 1));
  const world = 512 * 2 ** zoom * ratio, width = clientWidth * ratio, height = clientHeight * ratio;
  const hasLines = isWhole && zoom >= FAINT;
  return { ratio, zoom, hasLines, ground: hasLines ? nearGround() : farGround(), world, width, height, left: (0.5 + lng / 360) * world - width / 2, top: mercator((lat - data.grid.y) * data.grid.steps) * world - height / 2 };
}
// The part of a side that is drawn: the view and some more, no more than there is, in whole pixels of the world: at rest the
// library lays those on the pixels of the screen.
function stretch(start, length, first, last) {
  const beyond = Math.max(Math.min(BEYOND * length, (SIDE - length) / 2), 0);
  const from = Math.floor(Math.max(start - beyond, first - 10)), to = Math.ceil(Math.min(start + length + beyond, last + 10));
  return { from, length: Math.max(to - from, 1) };
}
function frameOf(view) {
  const { world } = view, { left, right, top, bottom } = view.ground;
  const across = stretch(view.left, view.width, left * world, right * world), down = stretch(view.top, view.height, top * world, bottom * world);
  return { world, left: across.from, top: down.from, width: across.length, height: down.length };
}
// Whether a picture has all of the ground that is in view.
function isCovered(frame, view) {
  const { left, right, top, bottom } = view.ground, share = view.world / frame.world;
  const covers = (from, length, start, room, first, last) => from * share <= Math.max(start, first * view.world) + 1 && (from + length) * share >= Math.min(start + room, last * view.world) - 1;
  return covers(frame.left, frame.width, view.left, view.width, left, right) && covers(frame.top, frame.height, view.top, view.height, top, bottom);
}
const isSharp = (frame, view) => Math.abs(frame.world / view.world - 1) < 1e-6;
const corners = ({ left, top, width, height, world }) => [[left, top], [left + width, top], [left + width, top + height], [left, top + height]].map(([x, y]) => [(x / world - 0.5) * 360, (Math.atan(Math.sinh((1 - (2 * y) / world) * Math.PI)) * 180) / Math.PI]);
// A source of the map library that has the ground as its picture.
function makeOverview(map, isWhole) {
  const canvas = canvasOf(1, 1), context = softly(canvas), source = { type: "canvas", canvas, animate: false };
  let frame = null, key = null;
  const draw = (view) => {
    frame = frameOf(view);
    Object.assign(canvas, { width: frame.width, height: frame.height });
    drawGround(new Pen(context, frame), view);
    source.coordinates = corners(frame);
    const shown = map.style && map.getSource("overview");
    if (!shown) return;
    shown.setCoordinates(source.coordinates);
    // One frame of a film: this is how the library takes what a canvas has now.
    shown.play(); shown.pause();
  };
  // At rest the picture is as sharp as the screen; while the map moves, it is enough that there is one.
  const update = (isMoving) => {
    const view = viewOf(map, isWhole()), now = [blockKey(), view.ratio, view.hasLines, ...["blocks", "network", "uncertain", "units", "barriers", "facilities"].map((name) => state.layers[name])].join("|");
    if (frame && key === now && isCovered(frame, view) && (isMoving || isSharp(frame, view))) return;
    key = now;
    draw(view);
  };
  return { update, source };
}
