/* The box in which people search, wherever it stands: what they type goes to tim.js, what that finds becomes links.
   Fetched when somebody reaches for a box (cuoi-trang.js); the files of tim-kiem/ come as scripts, so that a site also
   works when it is opened from a disk, and under a policy that lets a page connect to nothing. */
const bantinBox = (() => {
  "use strict";

  const root = new URL("../..", document.currentScript.src).href;
  const NAMES = 8;
  const TEXTS = 5;
  const MORE = 20;
  const CHUNKS = 2; // parts of the index that are fetched at once
  const PAUSE = 350; // milliseconds without a letter before texts are searched, or a count is announced

  /* ---- Files --------------------------------------------------------------------------------------------------- */

  const coming = new Map();
  const come = new Map();

  window.bantinTim = (name, text) => come.set(name, text);

  /** The text of a file of tim-kiem/. */
  function load(name) {
    if (!coming.has(name)) {
      coming.set(name, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${root}tim-kiem/${name}.js`;
        script.onload = () => {
          script.remove();
          if (come.has(name)) done(come.get(name));
          else failed(new Error(name));
        };
        script.onerror = () => {
          script.remove();
          coming.delete(name); // so that the next attempt asks again
          failed(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return coming.get(name);
  }

  let known = null;

  /** All names of places, and what this site has. */
  function ready() {
    known ||= (async () => {
      const [names, list] = await Promise.all([load("ten"), load("trang")]);
      const units = bantinSearch.unitsOf(names);
      const site = bantinSearch.siteOf(list, units.reading);
      units.setPages(site.pages);
      return { units, site };
    })();
    known.catch(() => { known = null; });
    return known;
  }

  /** Documents for a query, but those that its names lead to, with a way to their extracts. */
  async function textsFor(query, names) {
    const { units, site } = await ready();
    const words = bantinSearch.textWordsOf(units.reading, query);
    const starts = bantinSearch.filesFor(site, words);
    const texts = await Promise.all(starts.map((start) => load(`tu/${start}`)));
    const { isFull, found } = bantinSearch.textsFor(site, words, new Map(starts.map((start, index) => [start, texts[index]])));
    const named = new Set(names.results.flatMap(({ title }) => (title === undefined ? [] : [site.titles[title].address])));

    /** So many extracts from one on, or fewer where they would need too many files. */
    async function shown(from, most) {
      const chunks = new Map();
      const places = [];
      for (const number of found.slice(from, from + most)) {
        const place = bantinSearch.placeOf(site, number);
        if (!chunks.has(place.chunk) && chunks.size === CHUNKS) break;
        chunks.set(place.chunk, null);
        places.push(place);
      }
      await Promise.all([...chunks.keys()].map(async (name) => chunks.set(name, (await load(`doan/${name}`)).split("\n"))));
      const extracts = places.map(({ chunk, row }) => bantinSearch.extractOf(units.reading, chunks.get(chunk)[row], words));
      return { extracts: extracts.filter((extract) => !named.has(extract.page)), next: from + places.length };
    }

    return { isFull, count: found.length, shown };
  }

  /* ---- Elements ------------------------------------------------------------------------------------------------ */

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== "" && child !== null));
    return made;
  }

  const marked = (pieces) => pieces.map((piece, index) => (index % 2 ? element("mark", {}, piece) : piece)).filter(Boolean);

  /** An address of the site; without a server a folder is not its page. */
  function at(address) {
    const [path, anchor] = address.split("#");
    const file = location.protocol === "file:" && (path === "" || path.endsWith("/")) ? "index.html" : "";
    return `${root}${path}${file}${anchor ? `#${anchor}` : ""}`;
  }

  /** The address of a page that shows these words when it is opened, in browsers that can. */
  function showing(address, words) {
    if (!words || !("fragmentDirective" in document)) return at(address);
    return `${at(address)}${address.includes("#") ? "" : "#"}:~:text=${encodeURIComponent(words).replace(/-/g, "%2D")}`;
  }

  const TITLES = { c: "Chỉ số", t: "Thủ tục hành chính", l: "Lĩnh vực thủ tục", v: "Việc trong đời", b: "Bài viết", g: "" };

  function unitRow(units, unit, words) {
    const said = bantinSearch.told(units, unit);
    const small = [said.where, said.became, ...said.others.filter((other) => bantinSearch.markedIn(units.reading, other, words).length > 1).map((other) => `tên liên quan: ${other}`), said.isKnown && units.level[unit] !== bantinSearch.PROVINCE ? "có số liệu" : ""];
    return element("a", { href: at(said.address) },
      element("span", {}, ...marked(bantinSearch.markedIn(units.reading, said.name, words)), said.isEnded ? " (cũ)" : ""), " ",
      element("small", {}, small.filter(Boolean).join(" · ")));
  }

  function titleRow(units, { kind, title, address, also }, words) {
    const other = also.find((name) => bantinSearch.markedIn(units.reading, name, words).length > 1);
    return element("a", { href: at(address) },
      element("span", {}, ...marked(bantinSearch.markedIn(units.reading, title, words))), " ",
      element("small", {}, TITLES[kind] || "", other && TITLES[kind] ? " · " : "", ...(other ? marked(bantinSearch.markedIn(units.reading, other, words)) : [])));
  }

  function nameRow({ units, site }, result, words) {
    return result.unit === undefined ? titleRow(units, site.titles[result.title], words) : unitRow(units, result.unit, words);
  }

  function textRow(extract) {
    return element("a", { href: showing(extract.address, extract.first) },
      element("span", {}, ...marked(extract.title)), " ",
      element("small", {}, [extract.around, extract.heading].filter(Boolean).join(" · ")),
      element("span", { class: "tim__doan" }, ...marked(extract.text)));
  }

  const IN_TEXTS = "Trong nội dung các trang";
  const NEAREST = "Không có kết quả đủ các từ; gần nhất:";
  const SLIP = "Có thể gõ nhầm; gần nhất:";
  const NOTHING = "Không có kết quả. Mời thử bớt từ, gõ không dấu, hoặc chọn tỉnh, thành phố trong danh sách.";
  const NOT_LOADED = "Chưa tải được dữ liệu tìm kiếm. Mời kiểm tra kết nối mạng rồi thử lại.";

  const saidOf = ({ isSlip }) => (isSlip ? SLIP : NEAREST);

  /* ---- A box --------------------------------------------------------------------------------------------------- */

  /** Makes a combobox of an input. With `pick`, which says what happens to a unit that was chosen, it finds units alone;
      `entered` is told what was typed when no unit is chosen by it. */
  function box(input, { pick = null, entered = null, most = NAMES, nothing = NOTHING } = {}) {
    const { form, id } = input;
    const place = input.parentElement;
    const hasTexts = !pick;
    const status = element("p", { class: "an-mat", role: "status" });
    const note = element("p", { class: "tim__bao", id: `${id}-bao`, hidden: "" });
    const list = element("div", { role: "listbox", id: `${id}-goi-y`, "aria-label": "Kết quả" });
    const panel = element("div", { class: "tim__bang", hidden: "" }, note, list);
    place.append(panel, status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, "aria-describedby": note.id,
    })) input.setAttribute(name, value);

    let options = [];
    let active = -1;
    let turn = 0;
    let waiting = 0;
    let speaking = 0;

    /** Tells who does not see, once the typing pauses. */
    function announce(text) {
      clearTimeout(speaking);
      speaking = setTimeout(() => { status.textContent = text; }, PAUSE);
    }

    function say(text) {
      note.textContent = text;
      note.hidden = !text;
    }

    function open(isOpen) {
      panel.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen && options.length > 0));
      if (!isOpen) activate(-1);
    }

    function activate(index) {
      if (active >= 0 && options[active]) options[active].row.setAttribute("aria-selected", "false");
      active = index;
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
        return;
      }
      options[index].row.setAttribute("aria-selected", "true");
      options[index].row.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[index].row.id);
    }

    function option(link, result = null) {
      const row = element("div", { role: "option", id: `${id}-${options.length}`, "aria-selected": "false" }, link);
      options.push({ row, link, result });
      if (pick && result) {
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          choose(result);
        });
      }
      return row;
    }

    function choose(result) {
      stop();
      open(false);
      pick(result);
    }

    function stop() {
      turn += 1;
      clearTimeout(waiting);
      clearTimeout(speaking);
    }

    const all = () => {
      const address = new URL(at("tim-kiem/"));
      address.searchParams.set("q", input.value);
      return element("a", { href: address.href, class: "tim__het" }, "Xem tất cả kết quả");
    };

    function showNames(state, found) {
      options = [];
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.replaceChildren(...found.results.map((result) => option(nameRow(state, result, result.words || found.words), result)));
      if (hasTexts && found.count > found.results.length) list.append(option(all()));
      say(found.isFull ? "" : found.results.length ? saidOf(found) : hasTexts ? "" : nothing);
      announce(found.isFull ? `Có ${found.count} kết quả.` : found.results.length ? `${saidOf(found).split(";")[0]}; có ${found.results.length} kết quả gần nhất.` : hasTexts ? "" : nothing);
      open(found.results.length > 0 || !note.hidden);
    }

    /** Adds what texts say: below the names, or above those that only come nearest. */
    async function showTexts(found) {
      const now = turn;
      const texts = await textsFor(input.value, found);
      // What has but some of the words is no news where a name came as near.
      const { extracts } = texts.isFull || !found.results.length ? await texts.shown(0, TEXTS) : { extracts: [] };
      if (now !== turn) return;
      if (extracts.length) {
        const last = list.querySelector(".tim__het")?.parentElement; // stays: the focus may be there
        const group = element("div", { role: "group", "aria-label": IN_TEXTS, class: "tim__nhom" },
          element("p", { class: "tim__bao", "aria-hidden": "true" }, IN_TEXTS), ...extracts.map((extract) => option(textRow(extract))));
        const isFirst = texts.isFull && !found.isFull && active < 0;
        if (isFirst && found.results.length) list.prepend(element("p", { class: "tim__bao", "aria-hidden": "true" }, saidOf(found)));
        if (isFirst) list.prepend(group);
        else if (last) last.before(group);
        else list.append(group);
        if (!last) list.append(option(all()));
        options = [...list.querySelectorAll("[role=option]")].map((row) => options.find((one) => one.row === row));
        say(isFirst || found.isFull ? "" : saidOf(found));
        announce(`Có ${found.isFull ? `${found.count} tên, ` : ""}${texts.count} trang ${texts.isFull ? "có đủ các từ" : "gần nhất"}.`);
      } else if (!found.results.length) {
        list.replaceChildren(option(element("a", { href: at("tim-kiem/#theo-tinh"), class: "tim__het" }, "Chọn trong danh sách tỉnh, thành phố")));
        say(nothing);
        announce(nothing);
      }
      open(options.length > 0 || !note.hidden);
    }

    async function update({ isEntered = false } = {}) {
      stop();
      const now = turn;
      const text = input.value;
      try {
        const state = await ready();
        if (now !== turn) return;
        const found = bantinSearch.find(state.units, pick ? null : state.site, text, most);
        if (!found.words.length) {
          options = [];
          list.replaceChildren();
          say("");
          open(false);
          return;
        }
        showNames(state, found);
        if (!hasTexts || (found.isFull && !isEntered)) return;
        if (isEntered) await showTexts(found);
        else waiting = setTimeout(() => showTexts(found).catch(failed), PAUSE);
      } catch (error) {
        failed(error);
      }
    }

    function failed(error) {
      say(NOT_LOADED);
      announce(NOT_LOADED);
      open(true);
      console.warn(error);
    }

    input.addEventListener("input", () => update());
    input.addEventListener("focus", () => ready().catch(() => undefined));
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return; // an input method is still putting the letter together
      if (event.key === "Escape" && !panel.hidden) {
        event.preventDefault();
        event.stopPropagation();
        open(false);
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
        event.preventDefault();
        if (panel.hidden) open(true);
        const step = event.key === "ArrowDown" ? 1 : -1;
        activate(active < 0 && step < 0 ? options.length - 1 : (active + step + options.length) % options.length);
      }
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (active >= 0 && !panel.hidden) options[active].link.click();
      else if (pick && options.length === 1 && options[0].result) choose(options[0].result);
      else {
        update({ isEntered: true });
        entered?.(input.value);
      }
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      input.focus();
      open(false);
    });
    // A panel stays while the focus is in it or its box, and on a phone that only puts its keyboard away.
    place.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !place.contains(event.relatedTarget)) open(false);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!place.contains(event.target)) open(false);
    });
    input.addEventListener("pointerdown", () => { if (panel.hidden && options.length) open(true); });

    if (input === document.activeElement && input.value) update(); // typed before the script came
    return { update };
  }

  /* ---- The page that shows all that was found ------------------------------------------------------------------- */

  function page(form) {
    const input = form.querySelector("input");
    const results = document.getElementById("tim-kiem-ket-qua");
    const status = element("p", { class: "tim__bao", role: "status" });
    const namesFound = element("ol", { class: "tim__ket-qua" });
    const textsFound = element("ol", { class: "tim__ket-qua" });
    let turn = 0;
    let waiting = 0;

    const rowsOf = (links) => links.map((link) => element("li", {}, link));

    function withMore(list, has, add) {
      if (!has) return "";
      const button = element("button", { type: "button", class: "md-button tim__them" }, "Xem thêm");
      button.addEventListener("click", async () => {
        const before = list.children.length;
        await add();
        list.children[before]?.querySelector("a").focus(); // what was asked for, and the button may be gone
      });
      return button;
    }

    function showNames(state, found) {
      const rows = found.results.map((result) => nameRow(state, result, result.words || found.words));
      let shown = MORE;
      namesFound.replaceChildren(...rowsOf(rows.slice(0, shown)));
      const button = withMore(namesFound, rows.length > shown, () => {
        namesFound.append(...rowsOf(rows.slice(shown, shown + MORE)));
        shown += MORE;
        if (shown >= rows.length) button.remove();
      });
      return rows.length ? [found.isFull ? "" : element("p", {}, saidOf(found)), namesFound, button] : [];
    }

    async function showTexts(texts) {
      let shown = 0;
      const add = async () => {
        const { extracts, next } = await texts.shown(shown, TEXTS * 2);
        shown = next;
        textsFound.append(...rowsOf(extracts.map(textRow)));
        if (shown >= texts.count) button.remove?.();
      };
      textsFound.replaceChildren();
      const button = withMore(textsFound, true, add);
      await add();
      if (!textsFound.children.length) return [];
      return [element("h2", {}, IN_TEXTS), texts.isFull ? "" : element("p", {}, NEAREST), textsFound, shown < texts.count ? button : ""];
    }

    async function update() {
      const now = ++turn;
      const query = input.value;
      try {
        const state = await ready();
        const found = bantinSearch.find(state.units, state.site, query, 200);
        if (now !== turn) return;
        if (!found.words.length) {
          results.replaceChildren();
          status.textContent = "";
          return;
        }
        const names = showNames(state, found).filter(Boolean);
        results.replaceChildren(...names);
        const texts = await textsFor(query, found);
        const isShown = texts.count && (texts.isFull || !found.results.length);
        const more = isShown ? await showTexts(texts) : [];
        if (now !== turn) return;
        results.replaceChildren(...(texts.isFull && !found.isFull ? [more, names] : [names, more]).flat().filter(Boolean));
        const full = [found.isFull ? `${found.count} tên` : "", texts.isFull ? `${texts.count} trang có đủ các từ` : ""].filter(Boolean).join(", ");
        status.textContent = full ? `Có ${full}.` : names.length || more.length ? `Không có kết quả đủ các từ của «${query.trim()}».` : NOTHING;
      } catch (error) {
        if (now === turn) status.textContent = NOT_LOADED;
        console.warn(error);
      }
    }

    function recall() {
      input.value = new URLSearchParams(location.search).get("q") || "";
      update();
    }

    results.before(status);
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(update, PAUSE);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      const address = new URL(location.href);
      address.searchParams.set("q", input.value);
      if (address.href !== location.href) history.pushState(null, "", address);
      update();
    });
    addEventListener("popstate", recall);
    recall();
  }

  return { box, page, ready };
})();
