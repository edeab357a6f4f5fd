// Before anything is drawn: what a reader chose of the sizes and colours of this site. A browser may keep nothing.
const bantinChosen = {
  folder: new URL("../..", document.currentScript.src).pathname,
  of(name) {
    try { return localStorage.getItem(this.folder + name) || ""; } catch { return ""; }
  },
  keep(name, value) {
    this.show(name, value);
    try { localStorage.setItem(this.folder + name, value); } catch { /* it counts for this page alone */ }
  },
  show(name, value) {
    if (value) document.documentElement.dataset[name] = value;
    else delete document.documentElement.dataset[name];
  }
};
document.documentElement.classList.replace("no-js", "js");
for (const name of ["co", "mau"]) bantinChosen.show(name, bantinChosen.of(name));
