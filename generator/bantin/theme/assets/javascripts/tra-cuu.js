/* «Xã tôi nay thuộc đâu?»: tells what a unit became and what it was made of; the search of the site finds it (o-tim.js).
   The page's form names its folder and the site's root, bantin.pages.lookup writes the files of the provinces.
   What is shown stands in the address: ?ten=…&noi=<province>&ma=<code>. */
(() => {
  "use strict";

  const form = document.getElementById("tra-cuu");
  if (!form) return;
  const input = document.getElementById("tra-cuu-ten");
  const message = document.getElementById("tra-cuu-bao");
  const provinceChoice = document.getElementById("tra-cuu-tinh");
  const unitChoice = document.getElementById("tra-cuu-don-vi");
  const heading = document.getElementById("tra-cuu-don-vi-nao");
  const answer = document.getElementById("tra-cuu-tra-loi");
  const details = document.getElementById("tra-cuu-chi-tiet");
  const SHOWN = 50;

  /* ---- Files ---- */

  class NotLoaded extends Error {}

  const files = new Map();

  async function loaded(name) {
    const response = await fetch(`${form.dataset.folder}${name}.json`).catch(() => null);
    if (!response || !response.ok) throw new NotLoaded(name);
    return response.json();
  }

  function load(name) {
    if (!files.has(name)) {
      const loading = loaded(name);
      loading.catch(() => files.delete(name)); // so that the next attempt asks again
      files.set(name, loading);
    }
    return files.get(name);
  }

  const provinces = new Map();

  /** A province of today with everything in it, its lists joined. */
  async function province(file) {
    if (provinces.has(file)) return provinces.get(file);
    const data = await load(file);
    const ended = ([key, name, address]) => ({ key, name, address, ended: true, figures: "" });
    const now = { level: "province", key: data.province[0], name: data.province[1], address: data.province[2],
      then: data.province[3], figures: "", districts: [] };
    const before = data.provinces.map((row) => ({ ...ended(row), level: "province", districts: [] }));
    const communes = data.communes.map(([key, name, address, figures]) => (
      { level: "commune", key, name, address, figures, province: now, parts: [] }));
    const districts = data.districts.map((row) => {
      const district = { ...ended(row), level: "district", figures: row[3], province: before[row[4]] || now, communes: [], after: [] };
      district.until = row[6] || data.until;
      district.into = row[7] || [];
      district.province.districts.push(district);
      district.after = row[5].map((index) => communes[index]);
      for (const commune of district.after) commune.parts.push(district);
      return district;
    });
    for (const [key, name, within, after] of data.former) {
      const district = districts[within];
      const unit = { level: "commune", key, name, address: district.address, ended: true, figures: "", district,
        province: district.province, after: after.map((index) => communes[index]) };
      district.communes.push(unit);
      for (const commune of unit.after) commune.parts.push(unit);
    }
    for (const district of districts) {
      district.into = district.into.map((index) => districts[index]);
      if (!district.communes.length) continue;
      const after = new Set(district.communes.flatMap((unit) => unit.after));
      district.after = communes.filter((commune) => after.has(commune));
    }
    const all = [now, ...before, ...districts, ...communes, ...districts.flatMap((district) => district.communes)];
    const found = { ...data, now, before, districts, communes, byKey: new Map(all.map((unit) => [unit.key, unit])) };
    provinces.set(file, found);
    return found;
  }

  /* ---- Words ---- */

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const titled = (unit) => capital(unit.name) + (unit.ended ? " (cũ)" : "");
  const listed = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} và ${words[words.length - 1]}`);
  const above = (unit) => [unit.district, unit.province].filter(Boolean).map((place) => (unit.ended && place.then) || place.name).join(", ");
  const inFull = (unit) => [unit.name, above(unit)].filter(Boolean).join(", ");
  const isWhole = (unit) => unit.after.length === 1;

  function sentence(unit, found) {
    if (unit.level === "province") {
      if (!found.before.length) return `${capital(unit.name)} không nhập với tỉnh, thành phố nào ngày ${found.since}.`;
      const others = found.before.filter((old) => old.name !== unit.name);
      if (unit.ended && unit.name === found.now.name) return `${capital(unit.name)} sau đó mở rộng, hợp nhất với ${listed(others.map((old) => old.name))}.`;
      if (unit.ended) return `${titled(unit)} nay ${found.before.length === 1 ? "là" : "thuộc"} ${found.now.name}.`;
      return `${capital(unit.name)} được lập từ ${listed(found.before.map((old) => old.name))} (cũ).`;
    }
    if (!unit.ended) {
      const [only] = unit.parts;
      if (unit.parts.length === 1 && isWhole(only)) return `${capital(inFull(unit))}, trước ngày ${found.since} là ${inFull(only)}.`;
      return `${capital(inFull(unit))}, được lập từ ${unit.parts.length} đơn vị cũ${
        unit.parts.every(isWhole) ? "" : ", trong đó có đơn vị chỉ nhập một phần"}.`;
    }
    const today = unit.after.map((commune) => commune.name);
    const was = `${capital(inFull(unit))} (đến ${unit.until || found.until})`;
    if (unit.into && unit.into.length) return `${was} sau đó thuộc ${listed(unit.into.map((later) => `${later.name} (cũ)`))}.`;
    if (isWhole(unit)) return `${was} nay ${unit.after[0].parts.length === 1 ? "là" : "thuộc"} ${today[0]}, ${found.now.name}.`;
    if (unit.level === "district") return `${was} nay nằm trong ${today.length} đơn vị của ${found.now.name}: ${listed(today)}.`;
    return `${was} được chia cho ${today.length} đơn vị của ${found.now.name}: ${listed(today)}.`;
  }

  /* ---- Elements ---- */

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== false) made.setAttribute(name, value);
    made.append(...children.filter((child) => child !== "" && child !== null));
    return made;
  }

  const link = (text, address) => element("a", { href: form.dataset.root + address }, text);
  const share = (whole) => element("span", { class: whole ? "phan phan--tron" : "phan" }, whole ? "toàn bộ" : "một phần");
  const line = (...children) => element("li", {}, ...children);

  /** What a commune of today was made of, by old district; units about which was asked stand out. */
  function origins(commune, asked) {
    const groups = new Map();
    for (const part of commune.parts) {
      const within = part.district || part;
      if (!groups.has(within)) groups.set(within, []);
      groups.get(within).push(part);
    }
    return [...groups].map(([district, parts]) => element("div", { class: "goc" },
      element("p", {}, link(titled(district), district.address), `, ${district.province.then || district.province.name}`),
      element("ul", {}, ...parts.map((part) => {
        const name = part === district ? "cả huyện" : part.name;
        const rest = part.after.filter((other) => other !== commune).map((other) => other.name);
        return line(element(asked.has(part) ? "b" : "span", {}, name), " ", share(isWhole(part)),
          rest.length ? element("small", {}, ` phần còn lại nay thuộc ${listed(rest)}`) : "");
      }))));
  }

  /** Where a part of the asked unit went: the unit itself, or those of a district's communes that went there. */
  function moved(unit, commune) {
    if (unit.level === "commune" || !unit.communes.length) return [" ", share(isWhole(unit))];
    const parts = unit.communes.filter((part) => part.after.includes(commune));
    return [element("ul", {}, ...parts.map((part) => line(part.name, " ", share(isWhole(part)))))];
  }

  function section(title, ...children) {
    return element("section", {}, element("h3", {}, title), ...children);
  }

  function shown(unit, found) {
    const blocks = [];
    const today = unit.level === "province" ? [] : unit.ended ? unit.after : [unit];
    const districts = today.flatMap((commune) => commune.parts.map((part) => part.district || part));
    const published = [...new Set([unit, unit.district, ...(unit.into || []), ...today, ...districts])].filter((place) => place && place.figures);
    if (published.length) {
      blocks.push(element("ul", { class: "ghi-chu" }, ...published.map((place) => (
        line(link(`Số liệu của ${place.name}${place.ended ? " (cũ)" : ""}`, place.figures))))));
    }
    if (unit.level === "province") {
      if (unit.ended) blocks.push(section("Nay thuộc", element("ul", {}, line(link(titled(found.now), found.now.address), " ", share(true)))));
      if (found.before.length) {
        blocks.push(section(`${titled(found.now)} được lập từ`,
          element("ul", {}, ...found.before.map((old) => line(link(titled(old), old.address), " ", share(true))))));
      }
      blocks.push(element("p", {}, "Mời chọn xã, phường hoặc huyện trong danh sách ở trên để biết nơi đó trước và nay."));
    } else if (unit.into && unit.into.length) {
      for (const later of unit.into) {
        blocks.push(section(`${titled(later)} nay thuộc`, element("ul", { class: "nay-thuoc" }, ...later.after.map((commune) => (
          line(link(titled(commune), commune.address), `, ${found.now.name}`))))));
      }
    } else if (unit.ended) {
      blocks.push(section("Nay thuộc", element("ul", { class: "nay-thuoc" }, ...today.map((commune) => (
        line(link(titled(commune), commune.address), `, ${found.now.name}`, ...moved(unit, commune)))))));
    }
    const asked = new Set([unit, ...(unit.communes || [])]);
    if (today.length === 1) {
      blocks.push(section(`${titled(today[0])} được lập từ`, ...origins(today[0], asked)));
    } else if (today.length) {
      blocks.push(section("Các đơn vị hiện nay được lập từ", ...today.map((commune) => element("details",
        { class: "goc-cua", ...(unit.level === "commune" ? { open: "" } : {}) },
        element("summary", {}, titled(commune)), ...origins(commune, asked)))));
    }
    if (unit.level !== "province" && found.basis) {
      blocks.push(element("p", { class: "can-cu" }, `Căn cứ sắp xếp: ${found.basis}.`));
    }
    return blocks;
  }

  /* ---- What the reader does ---- */

  let showing = 0;

  function say(text) {
    message.textContent = text;
  }

  function failed(error) {
    if (!(error instanceof NotLoaded)) throw error;
    say(location.protocol === "file:"
      ? "Trình duyệt không cho trang mở từ tệp trên máy đọc dữ liệu. Mời mở trang qua địa chỉ web (http), hoặc chọn tỉnh, thành phố ở cuối trang."
      : "Chưa tải được dữ liệu. Mời kiểm tra kết nối mạng rồi thử lại.");
  }

  /** The unit of a province's file that the search has found. */
  function sought(units, unit, found) {
    const { level, ended, parent } = units;
    const address = units.toldAt(unit);
    if (level[unit] === bantinSearch.PROVINCE) {
      return ended[unit] ? found.before.find((old) => old.address === address && old.name === units.fullName(unit)) || found.now : found.now;
    }
    if (!ended[unit]) return found.communes.find((commune) => commune.address === address);
    const district = found.districts.find((old) => old.address === address);
    return level[unit] === bantinSearch.COMMUNE ? district.communes.find((commune) => commune.name === units.fullName(unit)) : district;
  }

  async function pick(unit) {
    const { units } = await bantinBox.ready();
    const file = units.folderOf(units.now[unit]);
    const found = sought(units, unit, await province(file));
    input.value = capital(found.name);
    say("");
    if (!await show(file, found.key)) return;
    remember({ ten: input.value, noi: file, ma: found.key });
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard would hide the answer
    heading.scrollIntoView({ block: "nearest" });
  }

  let made = null;

  /** The box in which a name is typed, once the search has come. */
  function box() {
    made ||= bantinFetch().then(() => bantinBox.box(input, {
      pick: (result) => pick(result.unit).catch(failed), most: SHOWN,
      entered: (ten) => remember({ ten }),
      nothing: "Chưa thấy đơn vị nào có tên này. Mời thử gõ không dấu, bỏ bớt chữ, hoặc chọn trong danh sách.",
    }));
    made.catch(() => { made = null; });
    return made;
  }

  function clear() {
    heading.hidden = true;
    heading.textContent = answer.textContent = "";
    details.replaceChildren();
  }

  async function show(file, key) {
    const turn = ++showing;
    const found = await province(file);
    if (turn !== showing) return undefined; // somebody has chosen another
    // A link made while the unit existed has its code without the mark of its era.
    const marked = [...found.byKey.keys()].find((known) => known.startsWith(`${key}-`));
    const unit = found.byKey.get(key) || found.byKey.get(marked);
    if (!unit) {
      clear();
      return say("Chưa thấy đơn vị của địa chỉ này. Mời gõ tên, hoặc chọn trong danh sách.");
    }
    offer(unit.level === "province" ? unit : unit.province, unit, found);
    heading.textContent = titled(unit);
    heading.hidden = false;
    answer.textContent = sentence(unit, found);
    details.replaceChildren(...shown(unit, found));
    return unit;
  }

  /** The units of a province in the second choice, with one of them chosen. */
  function offer(within, chosen, found) {
    const option = (unit, text) => element("option", { value: unit.key, ...(unit === chosen ? { selected: "" } : {}) }, text);
    const communes = within.ended ? [] : found.communes.map((unit) => option(unit, capital(unit.name)));
    const rows = [...communes, ...within.districts.map((district) => element("optgroup", { label: titled(district) + (district.into.length ? `, đến ${district.until}` : "") },
      option(district, `Cả ${district.name}`), ...district.communes.map((unit) => option(unit, capital(unit.name)))))];
    unitChoice.replaceChildren(element("option", { value: "" }, within.districts.length ? "Chọn huyện hoặc xã, phường" : "Chọn xã, phường"), ...rows);
    unitChoice.disabled = false;
    provinceChoice.value = within.key;
  }

  function remember(state) {
    const query = new URLSearchParams(state).toString();
    if (`?${query}` !== location.search) history.pushState(null, "", `?${query}`);
  }

  /** What the address asks for. */
  async function recall() {
    const query = new URLSearchParams(location.search);
    const file = query.get("noi") || "";
    input.value = query.get("ten") || "";
    const known = [...provinceChoice.options].find((option) => option.value && option.dataset.file === file);
    if (known) {
      const unit = await show(file, query.get("ma") || known.value);
      if (unit && !input.value) input.value = capital(unit.name);
      return;
    }
    showing += 1;
    clear();
    if (input.value) (await box()).update();
  }

  input.addEventListener("focus", () => box().catch(() => undefined));

  async function choose(key) {
    const file = provinceChoice.selectedOptions[0].dataset.file;
    say("");
    const unit = await show(file, key);
    if (!unit) return;
    input.value = capital(unit.name);
    remember({ ten: input.value, noi: file, ma: key });
  }

  provinceChoice.addEventListener("change", () => {
    if (provinceChoice.value) choose(provinceChoice.value).catch(failed);
  });
  unitChoice.addEventListener("change", () => choose(unitChoice.value || provinceChoice.value).catch(failed));
  window.addEventListener("popstate", () => recall().catch(failed));
  recall().catch(failed);
})();
