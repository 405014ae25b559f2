// The front page: what was asked, what came out, what is not known; and the method at the end.
const card = (value, text) => el("div", { class: "card" }, el("b", null, value), el("span", null, text));
function renderFront() {
  const judged = data.requirements.filter((one) => assessed(figures(one)) > 0), shares = judged.map(figures);
  const met = sum(shares.map((one) => one[0])), lenient = met + sum(shares.map((one) => one[1])), all = sum(shares.map(assessed));
  const full = judged.filter((one) => strictShare(figures(one)) === 1).length;
  const { gaps } = totals();
  const touched = sum(Array.from(gaps, (count, block) => (!count ? 0 : hasPopulation ? data.blocks.population[block] || 0 : 1)));
  const total = hasPopulation ? data.input.population : blockCount;
  $("front-content").replaceChildren(
    el("p", null, asked()),
    el("div", { class: "cards" }, card(percent(all > 0 ? met / all : null), t(hasPopulation ? "card_strict" : "card_strict_blocks")), card(percent(all > 0 ? lenient / all : null), t("card_lenient")), card(`${full} / ${judged.length}`, t("card_full")), card(whole(touched), t(hasPopulation ? "card_touched" : "card_touched_blocks", { share: percent(total ? touched / total : null) }))),
    uncertainVerdicts(),
    el("div", { class: "columns" }, worstRequirements(judged), worstBlocks(), unknownThings()));
}
// How much rests on data that ends too soon.
function uncertainVerdicts() {
  const { uncertain, known } = totals(), count = sum(uncertain), all = sum(known), blocks = [...Array(blockCount).keys()].filter((block) => uncertain[block]);
  const people = sum(blocks.map((block) => data.blocks.population[block] || 0));
  return el("p", { id: "front-edge" }, count ? t(hasPopulation ? "front_uncertain" : "front_uncertain_blocks", { count: whole(count), all: whole(all), blocks: whole(blocks.length), people: whole(people) }) : t("front_certain"));
}
function asked() {
  const first = t(hasPopulation ? "asked" : "asked_blocks", { standard: both(data.standard) + (data.standard.draft ? t("draft") : ""), blocks: whole(data.input.blocks), people: whole(data.input.population), count: data.requirements.length, facilities: whole(data.input.facilities), length: format(data.network.length / 1000, 1) });
  return first + " " + t(data.method.measure === "time" ? "asked_time" : "asked_distance", { speed: format(data.method.speed, 2) });
}
function worstRequirements(judged) {
  const worst = judged.filter((one) => figures(one)[3] > 0).sort((a, b) => figures(b)[3] - figures(a)[3]).slice(0, 8);
  const item = (one) => el("li", null, el("button", { type: "button", class: "link", onclick: () => { state.requirement = data.requirements.indexOf(one); renderControls(); refreshMap(); $("map").scrollIntoView(); } }, both(one.name)), t(hasPopulation ? "worst_people" : "worst_blocks", { count: whole(figures(one)[3]), share: percent(strictShare(figures(one))) }));
  return el("div", null, el("h3", null, t(hasPopulation ? "worst_requirements" : "worst_requirements_blocks")), worst.length ? el("ol", { class: "rank" }, worst.map(item)) : el("p", null, t("no_gaps")));
}
function worstBlocks() {
  const tally = totals().gaps;
  const worst = [...Array(blockCount).keys()].filter((block) => tally[block]).sort((a, b) => tally[b] - tally[a] || (data.blocks.population[b] || 0) - (data.blocks.population[a] || 0)).slice(0, 8);
  return el("div", null, el("h3", null, t("worst_blocks_heading")), worst.length ? el("ol", { class: "rank" }, worst.map((block) => el("li", null, blockLink(block), t(hasPopulation ? "block_gaps" : "block_gaps_only", { count: tally[block], people: data.blocks.population[block] === null ? "–" : whole(data.blocks.population[block]) })))) : el("p", null, t("no_gaps")));
}
function unknownThings() {
  const unsurveyed = data.requirements.filter((one) => !one.surveyed), partly = data.requirements.filter((one) => one.surveyed && one.b[4] > 0).sort((a, b) => b.b[4] - a.b[4]);
  const list = [];
  if (unsurveyed.length) list.push(t("unknown_kinds", { count: unsurveyed.length, list: unsurveyed.map((one) => both(one.name)).join(t("comma")) }));
  if (partly.length) list.push(t("unknown_blocks", { list: partly.slice(0, 6).map((one) => `${both(one.name)} ${whole(one.b[4])}`).join(t("comma")) + (partly.length > 6 ? "…" : "") }));
  if (data.input.unknownPopulation) list.push(t("unknown_population", { count: whole(data.input.unknownPopulation) }));
  const left = sum(data.input.layers.map((layer) => layer.excluded));
  if (left) list.push(t("unknown_left_out", { count: whole(left), list: data.input.layers.filter((layer) => layer.excluded).map((layer) => `${t("role_" + layer.layer)} ${whole(layer.excluded)}`).join(t("comma")) }));
  const small = sum(data.requirements.map((one) => one.sizeUnknown));
  if (small) list.push(t("unknown_size", { count: whole(small) }));
  for (const one of data.omitted) list.push(el("span", null, t("omitted_" + one.why, { role: t("role_" + one.role) }) + " ", given(one.path, 200)));
  return el("div", null, el("h3", null, t("unknown_heading")), list.length ? el("ul", { class: "plain" }, list.map((item) => el("li", null, item))) : el("p", null, t("unknown_nothing")));
}
function renderMethod() {
  const citations = data.requirements.filter((one) => one.place);
  $("method-content").replaceChildren(
    el("ul", { class: "plain" }, ["method_walk", "method_join", "method_strict", "method_verdicts", "method_unknown", "method_shares", "method_land", "method_display"].map((name) => el("li", null, t(name, { limit: whole(data.method.limit), crs: data.crs, tolerance: format(data.shapes.tolerance, 1) })))),
    el("p", null, t("method_speed", { speed: format(data.method.speed, 2), minutes: format(1000 / data.method.speed / 60, 1) }) + " ", given(data.method.source, 200)),
    el("p", null, t(data.routes ? "method_routes" : "method_no_routes")),
    citations.length ? el("details", null, el("summary", null, t("citations")), ...tableView("table-citations", t("citations"), [{ name: t("requirement") }, { name: t("minimum_floor") }, { name: t("minimum_site") }, { name: t("citation_place") }, { name: t("citation_quote") }], () => citations.map((one) => [both(one.title), both(one.floor), both(one.site), one.place, one.quote]))) : "",
    el("h3", null, t("inputs")), ...tableView("table-inputs", t("inputs_table"), [{ name: t("layer") }, { name: t("path") }, { name: t("read"), print: whole }, { name: t("used"), print: whole }, { name: t("excluded"), print: whole }], () => data.input.layers.map((layer) => [t("role_" + layer.layer), layer.path, layer.read, layer.used, layer.excluded])),
    el("h3", null, t("manifest")), el("p", { class: "note" }, t("manifest_note")), el("pre", { tabindex: "0" }, data.manifest),
    typeof maplibregl === "undefined" ? el("p", { class: "note" }, t("no_library")) : el("p", { class: "note" }, t("library")));
}
