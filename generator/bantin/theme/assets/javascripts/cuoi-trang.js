// The words that Material's script says, once a site; partials/languages/vi.html holds all of them.
{
  const words = {
    "clipboard.copied": "Đã sao chép",
    "clipboard.copy": "Sao chép",
    "select.version": "Chọn phiên bản"
  };
  const config = document.getElementById("__config"), settings = JSON.parse(config.textContent);
  config.textContent = JSON.stringify({...settings, translations: {...words, ...settings.translations}});
}
// A tab of content that an address leads to is the one that shows.
{
  const tab = document.getElementById(location.hash.slice(1));
  if (tab?.name) tab.checked = tab.name.startsWith("__tabbed_");
}
// The contents are open where they stand beside the text, and folded above it.
for (const contents of document.querySelectorAll(".muc-luc details")) {
  const wide = matchMedia("(min-width: 60em)");
  contents.open = wide.matches;
  wide.addEventListener("change", () => { contents.open = wide.matches; });
}
// The search is fetched when somebody reaches for it, never before.
{
  const folder = new URL(".", document.currentScript.src);
  const forms = [...document.querySelectorAll("form.tim")];
  const parts = ["tim/doc-ten.js", "tim/tu.js", "tim/don-vi.js", "tim/xep-hang.js", "tim/bai.js", "tim.js", "o-tim.js"];
  const added = (name) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src: folder + name, onload: done, onerror: failed }));
  });
  /** All parts, which come side by side and run one after the other; what has run is not asked for again. */
  const fetchParts = async () => {
    for (const name of parts) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: folder + name }));
    }
    while (parts.length) {
      await added(parts[0]);
      parts.shift();
    }
    make();
  };
  const make = () => {
    for (const form of forms) {
      if (form.id === "tim-kiem-trang") bantinBox.page(form);
      else bantinBox.box(form.elements.q);
    }
  };
  let coming = null;
  window.bantinFetch = () => (coming ||= fetchParts());
  const fetchIt = () => bantinFetch().catch(() => { coming = null; });
  for (const form of forms) form.addEventListener("focusin", fetchIt);
  if (forms.some((form) => form.id === "tim-kiem-trang")) fetchIt();

  // On a phone the box of the header opens over it.
  const header = document.querySelector(".md-header");
  const opener = document.querySelector(".tim-mo");
  const input = document.getElementById("tim-kiem");
  const open = (isOpen) => header.classList.toggle("md-header--tim", isOpen);
  opener?.addEventListener("click", (event) => {
    event.preventDefault();
    open(true);
    input.focus();
  });
  const close = () => {
    if (!header.classList.contains("md-header--tim")) return;
    open(false);
    opener.focus();
  };
  document.querySelector(".tim-dong")?.addEventListener("click", close);
  header?.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}
