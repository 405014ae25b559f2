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
function renderAll() {
  renderHeader(); renderFront(); renderControls(); renderZoom(); renderStory(); renderScale();
  // The map is asked for first; what lies below the fold follows when the browser has a moment.
  clearTimeout(renderAll.later);
  renderAll.later = setTimeout(() => { renderCharts(); renderTables(); renderMethod(); document.documentElement.setAttribute("data-ready", state.lang); }, 30);
}
try {
  makeMap();
  $("language").addEventListener("click", () => { state.lang = state.lang === "zh" ? "en" : "zh"; renderAll(); plan.refresh(); });
  $("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", renderPrintMap);
  renderAll();
  refreshMap();
} catch (error) {
  $("failure").hidden = false;
  $("failure").textContent = "The report could not be drawn. 报告无法显示。 " + error;
  throw error;
}
