// Elements, texts and numbers. Whatever comes from data becomes a text node: nothing here parses markup.
const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const texts = JSON.parse($("texts").textContent);
const state = {
  lang: data.lang, requirement: -1, tier: "", circle: "", selected: null, chosen: -1, paper: "A4",
  layers: { blocks: true, uncertain: true, facilities: true, network: true, served: false, spots: false, walks: false, units: true, labels: true, barriers: true },
};

const isPlain = (value) => value === null || typeof value !== "object";
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== "") node.append(isPlain(child) ? String(child) : child);
  return node;
}
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

function t(key, values) {
  const entry = texts[key];
  if (!entry) return key;
  return entry[state.lang].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
}
const both = (pair) => (pair ? pair[state.lang] : "");

// A name as somebody gave it: set apart from the direction of the text around it, cut when it is very long.
const short = (text, most) => (text.length > most ? text.slice(0, most) + "…" : text);
const given = (text, most = 80) => (text === null || text === undefined || text === "" ? "–" : el("bdi", { class: "given", title: text.length > most ? short(text, 600) : null }, short(text, most)));

const formats = {};
function format(value, digits) {
  if (value === null || value === undefined) return "–";
  const key = state.lang + digits;
  formats[key] ||= new Intl.NumberFormat(state.lang === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return formats[key].format(value);
}
const whole = (value) => format(value, 0);
const metres = (tenths) => (tenths < 0 ? "–" : format(tenths / 10, tenths % 10 === 0 && tenths > 99999 ? 0 : 1) + " m");
const percent = (share) => (share === null || Number.isNaN(share) ? "–" : format(share * 100, 1) + " %");
const VERDICTS = ["met", "marginal", "undersized", "gap", "not_assessable"];
const REASONS = ["none_in_reach", "detour", "unreachable", "size_unknown", "by_bundle", "in_neighbouring_unit", "off_network", "not_surveyed", "facility_off_network"];
const COLOURS = data.palette.verdicts;
const GAPCOLOURS = data.palette.gaps;
const verdictName = (verdict) => t("verdict_" + VERDICTS[verdict]);
const reasonName = (reason) => (reason < 0 ? "" : t("reason_" + REASONS[reason]));
const swatch = (colour, dashed) => svg("svg", { width: 16, height: 12, "aria-hidden": "true" }, svg("rect", { x: 0.5, y: 0.5, width: 15, height: 11, fill: colour, stroke: "#333", "stroke-dasharray": dashed ? "2 2" : null }));
const announce = (text) => { $("announce").textContent = text; };
