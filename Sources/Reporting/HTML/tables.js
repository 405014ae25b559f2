// Tables that sort by any column and copy into a spreadsheet.
// What a spreadsheet would run as a formula gets an apostrophe before it; separators become spaces.
function cell(value) {
  if (value === null || value === undefined) return "";
  const text = String(value).replace(/[\t\r\n]+/g, " ");
  return typeof value !== "number" && /^[=+\-@]/.test(text) ? "'" + text : text;
}
async function copy(table) {
  const list = [table.columns.map((column) => column.name), ...table.rows().map((row) => row.map((value) => (value && value.text !== undefined ? value.text : value)))];
  const text = list.map((row) => row.map(cell).join("\t")).join("\n");
  try { await navigator.clipboard.writeText(text); } catch {
    const area = el("textarea", { class: "unseen" });
    area.value = text; document.body.append(area); area.select(); document.execCommand("copy"); area.remove();
  }
  announce(t("copied", { count: list.length - 1 }));
  return text;
}
const valueOf = (value) => (value && value.text !== undefined ? value.text : value);
function compare(a, b) {
  [a, b] = [valueOf(a), valueOf(b)];
  if (a === b) return 0;
  if (a === null || a === undefined || a === "") return 1;
  if (b === null || b === undefined || b === "") return -1;
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), state.lang);
}
const PAGE = 100;
// A column has a name and, for figures, how to print them; a cell may be {text, node} when it shows more than its text.
// Figures of residents are left out where nobody knows how many there are: their zeros would mean nothing.
// A row may be a function that makes it: of twenty thousand a hundred are shown, and the others made when they are sorted or copied.
function tableView(id, title, all, allRows, note) {
  const kept = [...all.keys()].filter((i) => hasPopulation || !all[i].people), columns = kept.map((i) => all[i]), listed = once(allRows);
  let order = null, sorted = null, shown = PAGE;
  const made = (row) => { const cells = typeof row === "function" ? row() : row; return kept.map((i) => cells[i]); };
  const every = () => (sorted ||= listed().map(made));
  const body = el("tbody"), more = el("p", { class: "note" }), heads = columns.map((column, i) => el("th", { scope: "col", class: column.print ? "num" : null, "aria-sort": "none" }, el("button", { type: "button", onclick: () => sort(i) }, column.name)));
  const show = (column, value) => (value && value.node ? value.node() : column.print ? (value === null || value === undefined ? "–" : column.print(value)) : given(value === null || value === undefined ? null : String(value), 120));
  const draw = () => {
    const count = listed().length, first = sorted ? sorted.slice(0, shown) : listed().slice(0, shown).map(made);
    body.replaceChildren(...first.map((row) => el("tr", null, row.map((value, i) => el("td", { class: columns[i].print ? "num" : null }, show(columns[i], value))))));
    more.replaceChildren(...(count > shown ? [t("rows_shown", { shown: whole(shown), count: whole(count) }) + " ", el("button", { type: "button", class: "noprint", onclick: () => { shown += 5 * PAGE; draw(); } }, t("show_more"))] : [t("rows_all", { count: whole(count) })]));
  };
  const sort = (i) => {
    const down = order && order.column === i ? !order.down : !!columns[i].print;
    order = { column: i, down };
    sorted = [...every()].sort((a, b) => (down ? compare(b[i], a[i]) : compare(a[i], b[i])));
    heads.forEach((head, place) => head.setAttribute("aria-sort", place === i ? (down ? "descending" : "ascending") : "none"));
    draw();
  };
  draw();
  return [
    el("div", { class: "tabletools" }, el("h3", { id: id + "-title" }, title), el("button", { type: "button", class: "noprint", id: id + "-copy", onclick: () => copy({ columns, rows: every }) }, t("copy"))),
    note ? el("p", { class: "note" }, note) : "",
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": id + "-title" }, el("table", { id }, el("thead", null, el("tr", null, heads)), body)), more,
  ];
}
const share = (value) => percent(value), tenth = (value) => format(value, value % 1 ? 1 : 0);
function requirementTable() {
  const heads = [[t("requirement")], [t("circle")], [t("tier")], [t("strict_m"), whole], [t("lenient_m"), whole], [t("share_residents"), share, true], [t("share_lenient"), share, true], [t("share_blocks"), share], [t("share_land"), share], ...VERDICTS.map((_, verdict) => [verdictName(verdict), whole]), [t("people_in_gaps"), tenth, true], [t("people_unknown"), tenth, true], [t("uncertain_blocks"), whole]];
  const rows = () => wanted().map((place) => {
    const one = data.requirements[place];
    return [{ text: both(one.name), node: () => el("button", { type: "button", class: "link", title: short(both(one.title), 300), onclick: () => { state.requirement = place; state.chosen = -1; renderControls(); refreshMap(); $("map").scrollIntoView(); } }, both(one.name)) }, circleName(one), one.tier ? t("tier_" + one.tier) : "", one.strict, one.lenient, strictShare(one.p), lenientShare(one.p), strictShare(one.b), strictShare(one.l), ...one.b, one.p[3], one.p[4], columns[place] ? columns[place].v.reduce((count, code) => count + (code > 127 ? 1 : 0), 0) : 0];
  });
  return tableView("table-requirements", t("table_requirements"), heads.map(([name, print, people]) => ({ name, print, people })), rows);
}
function blockTable() {
  const heads = [[t("block")], [t("name")], [t("residents"), tenth, true], [t("unit")], ...VERDICTS.map((_, verdict) => [verdictName(verdict), whole]), [t("lacking")], [t("uncertain"), whole]];
  const rows = () => {
    const tally = tallies(), list = wanted(), doubtful = new Uint16Array(blockCount), gaps = tally[3], people = data.blocks.population;
    for (const { v } of list.map((place) => columns[place]).filter(Boolean)) for (let block = 0; block < blockCount; block++) if (v[block] > 127) doubtful[block]++;
    const lacking = (block) => ({ get text() { return list.filter((place) => verdictOf(block, place) === 3).map(requirementName).join(t("comma")); }, node() { return given(this.text, 120); } });
    const unit = (block) => data.units[data.blocks.unit[block]];
    const row = (block) => [{ text: data.blocks.id[block], node: () => blockLinkByID(block) }, data.blocks.name[block], people[block], unit(block) ? unit(block).name || unit(block).id : "", ...VERDICTS.map((_, verdict) => tally[verdict][block]), lacking(block), doubtful[block]];
    return [...Array(blockCount).keys()].sort((a, b) => gaps[b] - gaps[a] || (people[b] || 0) - (people[a] || 0)).map((block) => () => row(block));
  };
  return tableView("table-blocks", t("table_blocks"), heads.map(([name, print, people]) => ({ name, print, people })), rows, t("table_blocks_note"));
}
const blockLinkByID = (block) => el("button", { type: "button", class: "link", onclick: () => select("blocks", block, { show: true, scroll: true }) }, given(data.blocks.id[block]));
function facilityTable() {
  const columns = [["ID"], [t("name")], [t("kind")], [t("floor_area"), tenth], [t("site_area"), tenth], [t("size")], [t("residents_strict"), tenth, true], [t("residents_lenient"), tenth, true], [t("uncertain_residents"), null, true]];
  const of = (name, i) => data.facilities[name][i];
  const rows = () => [...Array(facilityCount).keys()].map((i) => () => [{ text: of("id", i), node: () => el("button", { type: "button", class: "link", onclick: () => select("facilities", i, { show: true, scroll: true }) }, given(of("id", i))) }, of("name", i), both(data.kinds[of("kind", i)]), of("floor_area", i), of("site_area", i), of("size", i) ? t("size_" + of("size", i)) : "", of("residents_strict", i), of("residents_lenient", i), of("uncertain", i) ? t("near_edge") : ""]);
  return tableView("table-facilities", t("table_facilities"), columns.map(([name, print, people]) => ({ name, print, people })), rows);
}
function unitTable() {
  const columns = [[t("unit")], [t("name")], [t("blocks"), whole], [t("residents"), tenth, true], [t("unit_score"), share], [t("unit_lenient"), share], [t("unit_gaps"), tenth], [t("uncertain"), whole]];
  const uncertain = Array(data.units.length).fill(0);
  data.blocks.unit.forEach((unit, block) => { if (unit >= 0) uncertain[unit] += totals().uncertain[block]; });
  return tableView("table-units", t("table_units"), columns.map(([name, print, people]) => ({ name, print, people })), () => unitScores().map(({ unit, score, lenient, gaps }) => [unit.id, unit.name, unit.blocks, unit.population, score, lenient, gaps, uncertain[data.units.indexOf(unit)]]), t("table_units_note"));
}
function spotTable() {
  const columns = [[t("requirement")], [t("rank"), whole], [t("residents"), tenth, true], [t("area_m2"), whole], [t("uncertain_blocks"), whole]];
  const rows = () => [...data.spots.req.keys()].filter((i) => wanted().includes(data.spots.req[i])).map((i) => [requirementName(data.spots.req[i]), data.spots.rank[i], data.spots.population[i], data.spots.area[i], data.spots.uncertain[i]]).sort((a, b) => b[2] - a[2] || b[3] - a[3]);
  return tableView("table-spots", t("table_spots"), columns.map(([name, print, people]) => ({ name, print, people })), rows, t("table_spots_note") + (data.spots.count > data.spots.req.length ? " " + t("spots_cut", { shown: whole(data.spots.req.length), count: whole(data.spots.count) }) : ""));
}
function findingTable() {
  const columns = [[t("severity")], [t("layer")], [t("feature")], [t("message")], [t("residents"), tenth, true]];
  const said = (message) => { const parts = message.split(" | "); return parts.length === 2 ? parts[state.lang === "zh" ? 0 : 1] : message; };
  return tableView("table-findings", t("table_findings"), columns.map(([name, print, people]) => ({ name, print, people })), () => data.findings.map(([severity, , layer, feature, message, people]) => () => [t("severity_" + severity), layer, feature, said(message), people === "" ? null : Number(people)]), data.findingCount > data.findings.length ? t("findings_cut", { shown: whole(data.findings.length), count: whole(data.findingCount) }) : "");
}
function renderTables() {
  $("tables-content").replaceChildren(...[requirementTable(), data.units.length ? unitTable() : [], blockTable(), facilityTable(), spotTable(), findingTable()].flat(2).filter((part) => part !== ""));
}
