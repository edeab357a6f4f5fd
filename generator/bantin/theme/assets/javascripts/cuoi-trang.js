/** What an address leads to in this page. */
const bantinNamed = (hash) => {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
};
// What a reader may choose: «Cỡ chữ» and «Tương phản», in the header or, where that has no room, in the menu.
{
  const choices = [
    ["co", "Cỡ chữ", [["", "100%"], ["115", "115%"], ["130", "130%"], ["150", "150%"]]],
    ["mau", "Tương phản", [["", "Theo máy"], ["sang", "Sáng"], ["toi", "Tối"], ["cao", "Tương phản cao"]]]
  ];
  const made = choices.map(([name, said, values]) => {
    const label = document.createElement("label"), select = document.createElement("select");
    for (const [value, words] of values) select.add(new Option(words, value));
    select.value = document.documentElement.dataset[name] || "";
    select.addEventListener("change", () => {
      bantinChosen.keep(name, select.value);
      arrange();
    });
    label.append(said, select);
    return label;
  });
  const menu = document.getElementById("__danh-muc");
  const contents = document.querySelector(".muc-luc");
  const text = document.getElementById("noi-dung");
  const shown = (element, name) => getComputedStyle(element)[name];
  let last = null;
  /** Each stands where the style sheet has room for it, and keys reach it in the order in which it is seen. */
  const arrange = () => {
    const inHeader = document.querySelector(".dau__chon"), inMenu = document.querySelector(".danh-muc__chon");
    const isWide = shown(inHeader, "display") !== "none";
    const isBeside = contents && shown(contents, "position") === "sticky";
    if (`${isWide} ${isBeside}` === last) return;
    last = `${isWide} ${isBeside}`;
    const chosen = document.activeElement;
    (isWide ? inHeader : inMenu).append(...made);
    chosen?.focus({preventScroll: true});
    if (isWide && menu.matches(":popover-open")) menu.hidePopover();
    if (!contents) return;
    text[isBeside ? "after" : "before"](contents);
    contents.firstElementChild.open = isBeside;
  };
  arrange();
  addEventListener("resize", arrange);
  if (!("popover" in menu)) { // an older browser shows the menu at the end of the page
    document.querySelector(".dau__menu").addEventListener("click", () => menu.scrollIntoView());
  }
  menu.addEventListener("click", (event) => {
    if (event.target.closest("a[href*='#']") && menu.matches(":popover-open")) menu.hidePopover();
  });
}
// The heading that is being read is marked in the contents.
{
  const headings = [...document.querySelectorAll(".muc-luc a")].map((link) => [link, bantinNamed(link.hash)]);
  let waits = false;
  const mark = () => {
    waits = false;
    const read = headings.findLast(([, heading]) => heading?.getBoundingClientRect().top < innerHeight / 4);
    for (const [link] of headings) {
      if (link === read?.[0]) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  if (headings.length) addEventListener("scroll", () => { waits ||= Boolean(requestAnimationFrame(mark)); }, {passive: true});
}
// On a long page a button leads back to its top.
{
  const up = Object.assign(document.createElement("a"), {href: "#", className: "nut ve-dau", title: "Về đầu trang", hidden: true});
  up.setAttribute("aria-label", up.title);
  document.querySelector(".md-footer")?.before(up);
  addEventListener("scroll", () => { up.hidden = scrollY < 2 * innerHeight; }, {passive: true});
}
// What an address leads to is shown, also inside what is folded; a tab of content that it names is the one that shows.
{
  const show = () => {
    const target = bantinNamed(location.hash);
    if (target?.name?.startsWith("__tabbed_")) target.checked = true;
    for (let around = target?.closest("details:not([open])"); around; around = around.parentElement.closest("details:not([open])")) {
      around.open = true;
    }
  };
  show();
  addEventListener("hashchange", show);
}
// What sorts long tables is fetched where there is one.
if (document.querySelector("table.xep tbody tr:nth-child(7)")) {
  document.head.append(Object.assign(document.createElement("script"), {src: new URL("sap-xep.js", document.currentScript.src)}));
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
// What the reader's own machine offers for a page: to pass it on, to print it.
for (const button of document.querySelectorAll("[data-viec]")) {
  const does = {
    "chia-se": navigator.share && (() => navigator.share({title: document.title, url: location.href}).catch(() => {})),
    in: () => print()
  }[button.dataset.viec];
  button.hidden = !does;
  if (does) button.addEventListener("click", does);
}
