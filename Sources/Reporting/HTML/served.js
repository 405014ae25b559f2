// Where the facilities of a requirement can be walked to within its lenient limit: streets, or land under a radius.
const SERVED = "#009e73";
// Parts of a street are told in this many steps of its length.
const PARTS = 120;
function partOf(steps, from, to) {
  const lengths = [0];
  for (let i = 2; i < steps.length; i += 2) lengths.push(lengths.at(-1) + Math.hypot((steps[i] - steps[i - 2]) * shrink, steps[i + 1] - steps[i - 1]));
  const all = lengths.at(-1), [start, end] = [(all * from) / PARTS, (all * to) / PARTS], part = [];
  const at = (place, i) => { const share = (place - lengths[i]) / (lengths[i + 1] - lengths[i] || 1); part.push(steps[2 * i] + share * (steps[2 * i + 2] - steps[2 * i]), steps[2 * i + 1] + share * (steps[2 * i + 3] - steps[2 * i + 1])); };
  for (let i = 0; i + 1 < lengths.length; i++) {
    if (lengths[i] < start && start <= lengths[i + 1]) at(start, i); else if (lengths[i] >= start && lengths[i] <= end) part.push(steps[2 * i], steps[2 * i + 1]);
    if (lengths[i] <= end && end <= lengths[i + 1]) { at(end, i); break; }
  }
  return part;
}
// Runs of streets without and with service, and single ones of which some parts have it.
const served = (data.served || []).map((packed) => once(() => {
  if (!packed) return { lines: [], surfaces: [] };
  unpacked.add("served");
  if (packed.land) return { lines: [], surfaces: shapesOf(packed.land) };
  const reader = new Reader(packed.streets), streets = shapes.network(), lines = [];
  let street = 0;
  while (!reader.done) {
    const code = reader.next(), count = Math.floor(code / 3);
    if (code % 3 === 2) {
      const steps = streets[street++];
      for (let i = 0; i < count; i++) { const from = reader.next(), to = reader.next(); if (steps) lines.push(partOf(steps.parts[0][0], from, to)); }
      continue;
    }
    if (code % 3 === 1) for (let i = 0; i < count; i++) if (streets[street + i]) lines.push(streets[street + i].parts[0][0]);
    street += count;
  }
  return { lines, surfaces: [] };
}));
const servedNow = () => (state.layers.served && state.requirement >= 0 && served[state.requirement] ? served[state.requirement]() : { lines: [], surfaces: [] });
const isServedKnown = () => state.requirement >= 0 && !!data.served && !!data.served[state.requirement];
const servedLabel = () => t("legend_served", { limit: whole(data.requirements[state.requirement].served) });
