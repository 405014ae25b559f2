function renderHeader() {
  document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
  const title = data.name || t("title_none");
  document.title = short(title, 100) + " · lifecircle";
  $("title").replaceChildren(given(title, 200));
  $("title").title = short(title, 300);
  $("subtitle").textContent = both(data.standard) + " · lifecircle " + data.version;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.getAttribute("data-t"));
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.getAttribute("data-t-label")));
  $("language").textContent = state.lang === "zh" ? "English" : "中文";
  $("language").lang = state.lang === "zh" ? "en" : "zh-CN";
  $("mapnote").textContent = t(plan && plan.kind === "gl" ? "map_note_gl" : typeof maplibregl === "undefined" ? "map_note_library" : "map_note_svg");
}
// What lies below the fold is made once the map is there, a part at a time, and at once when the page is printed.
const rest = { steps: [], timer: 0 };
function renderRest() {
  rest.steps = [renderCharts, renderTables, renderMethod, () => document.documentElement.setAttribute("data-ready", state.lang), () => plan.finish && plan.finish()];
  clearTimeout(rest.timer);
  const next = () => { const step = rest.steps.shift(); if (step) step(); if (rest.steps.length) rest.timer = setTimeout(next, 0); };
  rest.timer = setTimeout(next, 0);
}
function finishRest() {
  if (!drawn.done) renderRest();
  clearTimeout(rest.timer);
  for (const step of rest.steps.splice(0)) step();
}
function renderAll() {
  renderHeader(); renderFront(); renderControls(); renderZoom(); renderStory(); renderScale();
  if (drawn.done) renderRest();
}
try {
  makeMap();
  $("language").addEventListener("click", () => { state.lang = state.lang === "zh" ? "en" : "zh"; renderAll(); plan.refresh(); });
  $("paper").value = state.paper;
  $("paper").addEventListener("change", (event) => { state.paper = event.target.value; document.documentElement.setAttribute("data-paper", state.paper); });
  $("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", () => { finishRest(); renderPrintMap(); });
  renderAll();
  refreshMap();
  // A page in the background draws no map; the rest of it does not wait for that.
  setTimeout(() => { if (!drawn.done) renderRest(); }, 5000);
} catch (error) {
  $("failure").hidden = false;
  $("failure").textContent = "The report could not be drawn. 报告无法显示。 " + error;
  throw error;
}
