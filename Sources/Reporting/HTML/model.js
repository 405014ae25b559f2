// The packed columns of the report, unpacked when they are first needed.
// What was unpacked: the page says so when its map is first drawn, since opening quickly rests on how little that is.
const unpacked = new Set();
function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const raw = atob(text), bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
// Seven bits a byte; no value here needs more than 32 bits after its sign is undone.
class Reader {
  constructor(text) { this.bytes = bytesOf(text); this.at = 0; }
  get done() { return this.at >= this.bytes.length; }
  next() {
    let byte = this.bytes[this.at++];
    if (byte < 128) return byte;
    let value = byte & 127, factor = 128;
    do { byte = this.bytes[this.at++]; value += (byte & 127) * factor; factor *= 128; } while (byte > 127);
    return value;
  }
  signed() { const value = this.next(); return value % 2 ? -(value + 1) / 2 : value / 2; }
}
function integers(text, offset, count) {
  const reader = new Reader(text), list = new Int32Array(count);
  for (let i = 0; i < count; i++) list[i] = reader.next() - offset;
  return list;
}
// How many shapes there are, from the first bytes alone.
const shapeCount = (name) => new Reader(data.shapes[name].slice(0, 16)).next();
// A shape: its sort (1 points, 2 lines, 3 surfaces), its parts' runs of steps of the grid, and its box.
function shapesOf(text) {
  const reader = new Reader(text), shapes = [];
  let x = 0, y = 0;
  for (let left = reader.next(); left > 0; left--) {
    const sort = reader.next();
    if (sort === 0) { shapes.push(null); continue; }
    const parts = [], box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let part = reader.next(); part > 0; part--) {
      const runs = [];
      for (let run = reader.next(); run > 0; run--) {
        const steps = new Int32Array(2 * reader.next());
        let [left, bottom, right, top] = box;
        for (let i = 0; i < steps.length; i += 2) {
          x += reader.signed(); y += reader.signed();
          steps[i] = x; steps[i + 1] = y;
          if (x < left) left = x; if (y < bottom) bottom = y;
          if (x > right) right = x; if (y > top) top = y;
        }
        box[0] = left; box[1] = bottom; box[2] = right; box[3] = top;
        runs.push(steps);
      }
      parts.push(runs);
    }
    shapes.push({ sort, parts, box });
  }
  return shapes;
}
const once = (make) => { let value, made = false; return () => { if (!made) { value = make(); made = true; } return value; }; };
const shapes = {};
for (const name of ["blocks", "facilities", "spots", "network", "barriers", "units"]) shapes[name] = once(() => { unpacked.add(name); return shapesOf(data.shapes[name]); });

const blockCount = data.blocks.id.length, facilityCount = data.facilities.id.length;
// The columns of a requirement, each by itself: for colours and counts the verdicts are enough.
const COLUMNS = { v: "verdicts", f: "nearest", d: "walks", sf: "straight", s: "straight" };
function columnsOf(packed) {
  const columns = {};
  for (const name of Object.keys(COLUMNS)) {
    const made = once(() => { unpacked.add(COLUMNS[name]); return integers(packed[name], 1, blockCount); });
    Object.defineProperty(columns, name, { get: made });
  }
  return columns;
}
const columns = data.access.map((packed) => packed && columnsOf(packed));
const NOTSURVEYED = 4 + 8 * 6;
// One block under one requirement.
function caseOf(block, requirement) {
  const one = columns[requirement], code = one ? one.v[block] : NOTSURVEYED;
  return {
    block, requirement, verdict: code & 7, reason: ((code >> 3) & 15) - 1, uncertain: code > 127, facility: one ? one.f[block] : -1, walked: one ? one.d[block] : -1,
    straightFacility: one ? one.sf[block] : -1, straight: one ? one.s[block] : -1,
  };
}
const verdictOf = (block, requirement) => (columns[requirement] ? columns[requirement].v[block] & 7 : 4);

const blockLabel = (block) => (data.blocks.name[block] && data.blocks.name[block] !== data.blocks.id[block] ? data.blocks.id[block] + " " + data.blocks.name[block] : data.blocks.id[block]);
const facilityLabel = (facility) => data.facilities.name[facility] || data.facilities.id[facility];
const requirementName = (requirement) => both(data.requirements[requirement].name);
const circleName = (requirement) => (requirement.circle ? t("circle_minutes", { circle: requirement.circle }) : t("circle_none"));
const sum = (list) => list.reduce((total, value) => total + value, 0);
const hasPopulation = data.blocks.population.some((people) => people !== null);
// Figures of residents where any are known, of blocks otherwise.
const figures = (entry) => (hasPopulation ? entry.p : entry.b);
const assessed = (shares) => shares[0] + shares[1] + shares[2] + shares[3];
const strictShare = (shares) => (assessed(shares) > 0 ? shares[0] / assessed(shares) : null);
const lenientShare = (shares) => (assessed(shares) > 0 ? (shares[0] + shares[1]) / assessed(shares) : null);

// The requirements that the filters let through.
const wanted = () => data.requirements.map((_, place) => place).filter((place) => {
  const requirement = data.requirements[place];
  return (!state.tier || requirement.tier === state.tier) && (!state.circle || (requirement.circle || "none") === state.circle);
});
// By block: how many of the wanted requirements have each verdict.
function tallies() {
  const key = state.tier + "|" + state.circle;
  if (tallies.key === key) return tallies.value;
  const tally = VERDICTS.map(() => new Uint16Array(blockCount));
  for (const place of wanted()) {
    const codes = columns[place] && columns[place].v;
    for (let block = 0; block < blockCount; block++) tally[codes ? codes[block] & 7 : 4][block]++;
  }
  tallies.key = key; tallies.value = tally;
  return tally;
}
// The classes that blocks are coloured by, and the class of every block.
function blockClasses() {
  const key = [state.requirement, state.tier, state.circle, state.lang].join("|");
  if (blockClasses.key !== key) { blockClasses.value = classesNow(); blockClasses.key = key; }
  return blockClasses.value;
}
function classesNow() {
  if (state.requirement >= 0) {
    const classes = VERDICTS.map((_, verdict) => ({ colour: COLOURS[verdict], label: verdictName(verdict), count: 0 }));
    const of = new Uint8Array(blockCount);
    for (let block = 0; block < blockCount; block++) classes[of[block] = verdictOf(block, state.requirement)].count++;
    return { classes, of };
  }
  const tally = tallies(), count = wanted().length, bounds = [0, 2, 5, 9];
  const names = ["0", "1–2", "3–5", "6–9", "10+"];
  const classes = names.map((name, i) => ({ colour: GAPCOLOURS[i], label: t("gap_count", { count: name }), count: 0 }));
  classes.push({ colour: COLOURS[4], label: verdictName(4), count: 0 });
  const of = new Uint8Array(blockCount);
  for (let block = 0; block < blockCount; block++) {
    const gaps = tally[3][block], place = bounds.findIndex((bound) => gaps <= bound);
    of[block] = tally[4][block] === count ? 5 : place < 0 ? 4 : place;
    classes[of[block]].count++;
  }
  return { classes, of };
}

// By block: how many gaps it has, how many verdicts that are uncertain, how many that say something; of all requirements.
const totals = once(() => {
  const gaps = new Uint16Array(blockCount), uncertain = new Uint16Array(blockCount), known = new Uint16Array(blockCount);
  for (const one of columns) {
    if (!one) continue;
    const codes = one.v;
    for (let block = 0; block < blockCount; block++) {
      const verdict = codes[block] & 7;
      if (verdict === 3) gaps[block]++;
      if (verdict !== 4) known[block]++;
      if (codes[block] > 127) uncertain[block]++;
    }
  }
  return { gaps, uncertain, known };
});
// The blocks with an uncertain verdict: on the requirement that is shown, or on any of those that the filters let through.
function uncertainBlocks() {
  const shown = (state.requirement >= 0 ? [state.requirement] : wanted()).map((place) => columns[place]).filter(Boolean).map((one) => one.v), found = [];
  for (let block = 0; block < blockCount; block++) if (shown.some((codes) => codes[block] > 127)) found.push(block);
  return found;
}

const forests = (data.routes || []).map((packed) => once(() => {
  if (!packed) return null;
  unpacked.add("routes");
  const reader = new Reader(packed.nodes), x = [], y = [], parent = [];
  while (!reader.done) {
    const back = reader.next(), before = back ? x.length - back : -1;
    parent.push(before);
    x.push((before < 0 ? 0 : x[before]) + reader.signed());
    y.push((before < 0 ? 0 : y[before]) + reader.signed());
  }
  return { x, y, parent, leaves: integers(packed.leaves, 1, blockCount) };
}));
const centreOf = (shape) => (shape.sort === 1 ? [shape.parts[0][0][0], shape.parts[0][0][1]] : [(shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2]);
// The way of a walk as steps, whether it is the walked one, or null when there is nothing to draw.
function wayOf(one) {
  const forest = forests[one.requirement] && forests[one.requirement]();
  const leaf = forest ? forest.leaves[one.block] : -1;
  if (one.facility >= 0 && leaf >= 0) {
    const steps = [];
    for (let node = leaf; node >= 0; node = forest.parent[node]) steps.push(forest.x[node], forest.y[node]);
    return { steps, walked: true };
  }
  const facility = one.facility >= 0 ? one.facility : one.straightFacility;
  const from = shapes.blocks()[one.block], to = facility >= 0 ? shapes.facilities()[facility] : null;
  return from && to ? { steps: [...centreOf(from), ...centreOf(to)], walked: false } : null;
}
