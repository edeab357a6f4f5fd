// What Material writes into every page, once a site: how choices are kept, and the colours that a reader chose, set
// before anything is drawn. Material's own script calls these names.
var __md_scope = new URL("../..", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
var __md_get = (key, store = localStorage, scope = __md_scope) => JSON.parse(store.getItem(scope.pathname + "." + key));
var __md_set = (key, value, store = localStorage, scope = __md_scope) => {
  try { store.setItem(scope.pathname + "." + key, JSON.stringify(value)); } catch (error) { /* nothing is kept */ }
};
(() => {
  const color = __md_get("__palette")?.color;
  if (!color) return;
  if (color.media === "(prefers-color-scheme)") {
    const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${wanted})']`);
    for (const name of ["media", "scheme", "primary", "accent"]) color[name] = input.getAttribute("data-md-color-" + name);
  }
  for (const name in color) document.body.setAttribute("data-md-color-" + name, color[name]);
})();
