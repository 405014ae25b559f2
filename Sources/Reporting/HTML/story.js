// The full story of a block or a facility, beside the map.
const badge = (verdict) => el("span", { class: "badge" }, swatch(COLOURS[verdict], verdict === 4), verdictName(verdict));
const facilityLink = (facility) => el("button", { type: "button", class: "link", onclick: () => select("facilities", facility, { show: true }) }, given(facilityLabel(facility), 60));
const blockLink = (block, chosen) => el("button", { type: "button", class: "link", onclick: () => select("blocks", block, { show: true, chosen, scroll: true }) }, given(blockLabel(block), 60));
const rows = (pairs) => el("dl", null, pairs.filter((pair) => pair[1] !== null && pair[1] !== undefined && pair[1] !== "").map(([name, value]) => [el("dt", null, name), el("dd", null, value)]));
const limitText = (requirement) => (requirement.strict === requirement.lenient ? t("limit_one", { strict: format(requirement.strict, 0) }) : t("limit_two", { strict: format(requirement.strict, 0), lenient: format(requirement.lenient, 0) }));

function renderStory() {
  const box = $("story"), thing = state.selected;
  if (!thing) box.replaceChildren(el("h3", null, t("story_none")), el("p", null, t("story_hint")));
  else box.replaceChildren(...(thing.sort === "blocks" ? blockStory(thing.place) : facilityStory(thing.place)));
}
function blockStory(block) {
  const cases = wanted().map((requirement) => caseOf(block, requirement)), order = [3, 2, 1, 0, 4];
  cases.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.requirement - b.requirement);
  const known = cases.filter((one) => one.reason !== 5), unknown = cases.filter((one) => one.reason === 5);
  const unit = data.units[data.blocks.unit[block]];
  const chosen = state.chosen >= 0 ? state.chosen : state.requirement;
  return [
    el("h3", null, t("block") + " ", given(blockLabel(block), 200)),
    rows([
      [t("residents"), data.blocks.population[block] === null ? t("unknown") : format(data.blocks.population[block], data.blocks.population[block] % 1 ? 1 : 0)],
      [t("unit"), unit ? given(unit.name || unit.id) : null], [t("starts"), data.blocks.starts[block] ? t("starts_" + data.blocks.starts[block]) : null],
      [t("verdicts"), VERDICTS.map((_, verdict) => [verdict, cases.filter((one) => one.verdict === verdict).length]).filter((pair) => pair[1]).map(([verdict, count]) => verdictName(verdict) + " " + count).join(" · ")],
      [t("uncertain"), cases.filter((one) => one.uncertain).length || null],
    ]),
    ...known.map((one) => caseView(one, one.requirement === chosen)),
    unknown.length ? el("p", { class: "note" }, t("not_surveyed_list", { count: unknown.length }) + unknown.map((one) => requirementName(one.requirement)).join(t("comma"))) : "",
  ];
}
function caseView(one, isChosen) {
  const requirement = data.requirements[one.requirement], way = isChosen && wayOf(one), parts = [];
  if (one.walked >= 0) parts.push(el("p", null, t("walk_to", { distance: metres(one.walked), minutes: format(one.walked / 10 / data.method.speed / 60, 1) }) + " ", facilityLink(one.facility)));
  else if (one.verdict !== 4) parts.push(el("p", null, t("no_walk", { limit: whole(data.method.limit) })));
  if (one.straight >= 0) parts.push(el("p", null, t("straight_to", { distance: metres(one.straight) }), one.straightFacility >= 0 && one.straightFacility !== one.facility ? [" ", facilityLink(one.straightFacility)] : ""));
  parts.push(el("p", null, limitText(requirement) + (one.reason >= 0 ? " · " + reasonName(one.reason) : "")));
  if (one.uncertain) parts.push(el("p", { class: "uncertain" }, t("uncertain_case")));
  if (isChosen) parts.push(el("p", { class: "way" }, way ? t(way.walked ? "way_walked" : "way_straight") : t("way_none")));
  return el("div", { class: isChosen ? "case chosen" : "case" },
    el("div", { class: "head" }, el("button", { type: "button", class: "link", "aria-pressed": String(isChosen), onclick: () => choose(one.requirement) }, requirementName(one.requirement)), badge(one.verdict)), parts);
}
function facilityStory(facility) {
  const of = (name) => data.facilities[name][facility], area = (value) => (value === null ? null : whole(value) + " m²");
  const cases = servedBy(facility), blocks = [...new Set(cases.map((one) => one.block))];
  const people = sum(blocks.map((block) => data.blocks.population[block] || 0));
  return [
    el("h3", null, t("facility") + " ", given(facilityLabel(facility), 200)),
    rows([
      ["ID", given(of("id"))], [t("kind"), both(data.kinds[of("kind")])], [t("floor_area"), area(of("floor_area"))], [t("site_area"), area(of("site_area"))],
      [t("size"), of("size") ? t("size_" + of("size")) : null], [t("residents_strict"), of("residents_strict") === null || !hasPopulation ? null : whole(of("residents_strict"))],
      [t("residents_lenient"), of("residents_lenient") === null || !hasPopulation ? null : whole(of("residents_lenient"))],
      [t("nearest_for"), t("blocks_people", { blocks: whole(blocks.length), people: whole(people) })], [t("on_network"), of("on_network") === "0" || of("on_network") === "false" ? t("off_network") : null],
    ]),
    of("uncertain") ? el("p", { class: "uncertain" }, t("uncertain_facility")) : "",
    el("p", { class: "note" }, cases.length ? t("walks_drawn", { count: Math.min(cases.length, 400) }) : ""),
    el("ul", { class: "plain" }, cases.slice(0, 60).map((one) => el("li", null, blockLink(one.block, one.requirement), " " + metres(one.walked) + " · " + verdictName(one.verdict)))),
    cases.length > 60 ? el("p", { class: "note" }, t("more", { count: cases.length - 60 })) : "",
  ];
}
