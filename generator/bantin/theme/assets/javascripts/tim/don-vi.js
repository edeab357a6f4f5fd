/* Units of all times, out of the file of names (bantin.search.names), and what is said of one. */
const bantinUnits = (() => {
  "use strict";

  const { latin, readingBy } = bantinReading;
  const { SPACE, LINE, corpusOf, eachWhole } = bantinWords;

  const LETTERS = { T: "tỉnh", P: "thành phố", Q: "quận", X: "thị xã", H: "huyện", x: "xã", p: "phường", t: "thị trấn", k: "đặc khu" };
  const KINDS = Object.values(LETTERS);
  const KIND_OF = Object.keys(LETTERS).reduce((numbers, letter, number) => ({ ...numbers, [letter]: number }), {});
  const [COMMA, SEMICOLON, SLASH, TILDE, ASTERISK, LETTER_P, LETTER_T, LETTER_X, LETTER_K] = [...",;/~*ptxk"].map((sign) => sign.charCodeAt(0));
  const KIND_BY_CODE = new Uint8Array(128);
  for (const letter of Object.keys(LETTERS)) KIND_BY_CODE[letter.charCodeAt(0)] = KIND_OF[letter];
  const PROVINCE = 0;
  const DISTRICT = 1;
  const COMMUNE = 2;

  /** All units of the file of names. What is not asked of every unit stays in the text until it is. */
  function unitsOf(text) {
    const first = text.indexOf("\n");
    const reading = readingBy(JSON.parse(text.slice(1, first)));
    const raw = text.slice(first + 1).normalize("NFC");
    const most = raw.length >> 1;
    const kind = new Uint8Array(most);
    const kinds = new Uint16Array(most);
    const level = new Uint8Array(most);
    const ended = new Uint8Array(most);
    const parent = new Int32Array(most).fill(-1);
    const now = new Int32Array(most);
    const nameStarts = new Int32Array(most); // in the raw text
    const nameEnds = new Int32Array(most);
    const folders = new Map(); // of provinces
    const anchors = new Map();
    // Which former units went into which communes of today, and from which districts these came: chains of pairs.
    const lastAfter = new Int32Array(most).fill(-1);
    const lastPart = new Int32Array(most).fill(-1);
    const chainBefore = new Int32Array(most);
    const chainUnits = new Int32Array(most);
    let pairs = 0;
    const chain = (lasts, from, to) => {
      chainBefore[pairs] = lasts[from];
      chainUnits[pairs] = to;
      lasts[from] = pairs++;
    };
    const others = [];
    let count = 0;

    /** A unit whose name stands from one place to another, with marks behind it perhaps. */
    function add(from, to, itsKind, itsLevel, isEnded, above, current) {
      const unit = count++;
      let end = from;
      for (; end < to; end += 1) {
        const code = raw.charCodeAt(end);
        if (code === TILDE || code === ASTERISK) break;
      }
      nameStarts[unit] = from;
      nameEnds[unit] = end;
      kind[unit] = itsKind;
      kinds[unit] = 1 << itsKind;
      level[unit] = itsLevel;
      ended[unit] = isEnded;
      parent[unit] = above;
      now[unit] = current < 0 ? unit : current;
      if (end === to) return unit;
      const [former, anchor] = raw.slice(end, to).split("*");
      for (const letter of former.slice(1)) kinds[unit] |= 1 << KIND_OF[letter];
      if (anchor) anchors.set(unit, anchor);
      return unit;
    }

    /** A unit whose full name is given. */
    function addFull(from, to, itsLevel, isEnded, above, current) {
      const itsKind = KINDS.findIndex((known) => raw.startsWith(`${known} `, from));
      return add(from + KINDS[itsKind].length + 1, to, itsKind, itsLevel, isEnded, above, current);
    }

    let province = -1;
    let district = -1;
    let provinces = [];
    let districts = [];
    let former = new Map();

    /** A line with a commune of today and what went into it: most of the text, so that it is read letter by letter. */
    function addCommunes(from, to) {
      const commune = count;
      let isGroup = false;
      let start = from + 1;
      for (let at = start; at <= to; at += 1) {
        const code = at < to ? raw.charCodeAt(at) : COMMA;
        if (code !== COMMA && code !== SEMICOLON) continue;
        if (count === commune) {
          add(start, at, KIND_OF[raw[from]], COMMUNE, 0, province, province);
        } else if (isGroup) {
          district = at === start ? district + 1 : Number(raw.slice(start, at));
          isGroup = false;
        } else {
          addPart(start, at, commune);
        }
        if (code === SEMICOLON) isGroup = true;
        start = at + 1;
      }
    }

    function addPart(from, to, commune) {
      const letter = from < to ? raw.charCodeAt(from) : 0;
      const hasKind = letter === LETTER_P || letter === LETTER_T || letter === LETTER_X || letter === LETTER_K;
      const isDivided = from < to && raw.charCodeAt(to - 1) === SLASH;
      const start = hasKind ? from + 1 : from;
      // What went into several communes stands in the line of each.
      const key = isDivided ? `${district}${hasKind ? raw[from] : "x"}${raw.slice(start, to - 1) || raw.slice(nameStarts[commune], nameEnds[commune])}` : "";
      let part = isDivided ? former.get(key) : undefined;
      if (part === undefined) {
        part = add(start, isDivided ? to - 1 : to, hasKind ? KIND_BY_CODE[letter] : KIND_OF.x, COMMUNE, 1, districts[district], province);
        if (nameStarts[part] === nameEnds[part]) {
          nameStarts[part] = nameStarts[commune];
          nameEnds[part] = nameEnds[commune];
        }
        if (isDivided) former.set(key, part);
      }
      chain(lastAfter, part, commune);
      if (lastPart[commune] < 0 || chainUnits[lastPart[commune]] !== districts[district]) {
        chain(lastPart, commune, districts[district]);
        chain(lastAfter, districts[district], commune);
      }
    }

    for (let from = 0; from < raw.length;) {
      let to = raw.indexOf("\n", from);
      if (to < 0) to = raw.length;
      const sign = raw[from];
      if (sign === "#" || sign === "+") {
        const bar = raw.indexOf("|", from);
        const unit = addFull(from + 1, bar, PROVINCE, sign === "+" ? 1 : 0, -1, sign === "+" ? province : -1);
        folders.set(unit, raw.slice(bar + 1, to));
        if (sign === "#") {
          province = unit;
          provinces = [];
          districts = [];
          former = new Map();
          district = -1;
        }
        provinces.push(unit);
      } else if (sign === "@") {
        let start = raw.indexOf("|", from);
        const within = provinces[Number(raw.slice(from + 1, start))];
        while (start < to) {
          const bar = raw.indexOf("|", start + 1);
          const end = bar < 0 || bar > to ? to : bar;
          districts.push(addFull(start + 1, end, DISTRICT, 1, within, province));
          start = end;
        }
      } else if (sign === "=") {
        others.push([from + 1, ...raw.slice(from + 1, to).split("|")]);
      } else if (to > from) {
        addCommunes(from, to);
      }
      from = to + 1;
    }

    const nameOf = (unit) => raw.slice(nameStarts[unit], nameEnds[unit]);
    const fullName = (unit) => `${KINDS[kind[unit]]} ${nameOf(unit)}`;
    const provinceOf = (unit) => {
      let found = unit;
      while (parent[found] >= 0) found = parent[found];
      return found;
    };
    const folderOf = (unit) => folders.get(provinceOf(unit));

    // Other names are names of units behind all units' own.
    const owners = [];
    const otherNames = [];
    for (const [start, other, full, where] of others) {
      const said = KINDS.find((known) => other.toLowerCase().startsWith(`${known} `));
      const from = start + (said ? said.length + 1 : 0);
      const itsKind = KINDS.findIndex((known) => full.startsWith(`${known} `));
      const length = full.length - KINDS[itsKind].length - 1;
      for (let unit = 0; unit < count; unit += 1) {
        if (kind[unit] !== itsKind || nameEnds[unit] - nameStarts[unit] !== length) continue;
        if (fullName(unit) !== full || folderOf(unit) !== where.split("/")[0]) continue;
        nameStarts[count + owners.length] = from;
        nameEnds[count + owners.length] = start + other.length;
        owners.push(unit);
        otherNames.push(other);
        break;
      }
    }

    const total = count + owners.length;
    const ownerOf = new Int32Array(total);
    for (let name = 0; name < total; name += 1) ownerOf[name] = name < count ? name : owners[name - count];
    const { bytes, starts } = soundsOf(raw, reading, nameStarts.subarray(0, total), nameEnds);
    const corpus = corpusOf(bytes, starts, ownerOf, count);
    const hasPage = new Uint8Array(count);
    const lastOf = (unit) => anchors.get(unit) || reading.slug(fullName(unit));

    /** What its path ends with; two units of other times may share it. */
    const folderNameOf = (unit) => (anchors.has(unit) && !/-\d{5}$/.test(anchors.get(unit)) ? reading.slug(fullName(unit)) : lastOf(unit));

    /** Tells which units have pages of their own, by their numbers: former communes have none. */
    function setPages(ranges) {
      const numbered = [];
      for (let unit = 0; unit < count; unit += 1) if (level[unit] !== COMMUNE || !ended[unit]) numbered.push(unit);
      for (const range of ranges.split(",").filter(Boolean)) {
        const [from, to] = range.split("-").map(Number);
        for (let number = from; number <= (to === undefined ? from : to); number += 1) hasPage[numbered[number]] = 1;
      }
      for (const unit of anchors.keys()) {
        const sharing = [];
        eachWhole(corpus, reading.alike(reading.fold(nameOf(unit))).replace(/ /g, ""), (name) => {
          const other = corpus.owners[name];
          if ((level[other] !== COMMUNE || !ended[other]) && folderOf(other) === folderOf(unit) && folderNameOf(other) === folderNameOf(unit)) sharing.push(other);
        });
        if (sharing.some((other) => hasPage[other])) for (const other of sharing) hasPage[other] = 1;
      }
    }

    const above = []; // provinces, then districts: each stands behind what it lies in
    for (const wanted of [PROVINCE, DISTRICT]) for (let unit = 0; unit < count; unit += 1) if (level[unit] === wanted) above.push(unit);

    const isKnown = (unit) => level[unit] === PROVINCE || hasPage[unit] === 1;

    /** Where its province's page of units tells of it: of a commune that lay in a district, with that. */
    function toldAt(unit) {
      const known = level[unit] === COMMUNE && ended[unit] ? parent[unit] : unit;
      return level[unit] === PROVINCE ? `${folderOf(unit)}/` : `${folderOf(known)}/don-vi/#${lastOf(known)}`;
    }

    /** Its page on the site, or else where that tells of it. */
    const addressOf = (unit) => (hasPage[unit] && level[unit] !== PROVINCE ? `${folderOf(unit)}/${folderNameOf(unit)}/` : toldAt(unit));

    const chained = (lasts, unit) => {
      const found = [];
      for (let pair = lasts[unit]; pair >= 0; pair = chainBefore[pair]) found.unshift(chainUnits[pair]);
      return [...new Set(found)];
    };

    return {
      reading, corpus, count, kind, kinds, level, ended, parent, now, above, lastPart, chainBefore, chainUnits, nameOf, fullName, folderOf, provinceOf,
      setPages, isKnown, addressOf, toldAt, spellings: new Map(),
      spoken: (name) => raw.slice(nameStarts[name], nameEnds[name]),
      /** The communes of today that have something of a former unit. */
      after: (unit) => (level[unit] === PROVINCE ? [] : chained(lastAfter, unit)),
      othersOf: (unit) => otherNames.filter((_, number) => owners[number] === unit),
    };
  }

  /** The names of a text as they sound, each between a space and the end of a line. */
  function soundsOf(raw, reading, nameStarts, nameEnds) {
    const { letters, letterOf } = reading;
    let size = 0;
    for (let name = 0; name < nameStarts.length; name += 1) size += nameEnds[name] - nameStarts[name] + 2;
    const bytes = new Uint8Array(size);
    const starts = new Int32Array(nameStarts.length + 1);
    let end = 0;
    for (let name = 0; name < nameStarts.length; name += 1) {
      starts[name] = end;
      bytes[end++] = SPACE;
      for (let at = nameStarts[name]; at < nameEnds[name]; at += 1) {
        const code = raw.charCodeAt(at);
        const letter = letters[code] || letterOf(code);
        if (letter === 1 || (letter === SPACE && bytes[end - 1] === SPACE)) continue;
        bytes[end++] = letter;
      }
      if (bytes[end - 1] === SPACE && end - 1 > starts[name]) end -= 1;
      bytes[end++] = LINE;
    }
    starts[nameStarts.length] = end;
    const text = latin.decode(bytes.subarray(0, end));
    const known = new Map();
    for (let at = text.indexOf("y"); at >= 0; at = text.indexOf("y", at + 1)) {
      let from = at;
      while (bytes[from - 1] !== SPACE) from -= 1;
      let to = at + 1;
      while (bytes[to] > SPACE) to += 1;
      const word = text.slice(from, to);
      if (!known.has(word)) known.set(word, reading.alike(word));
      const sound = known.get(word);
      if (sound === word) continue;
      for (let letter = from; letter < to; letter += 1) bytes[letter] = sound.charCodeAt(letter - from);
    }
    return { bytes: bytes.subarray(0, end), starts };
  }

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const listed = (texts) => (texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} và ${texts[texts.length - 1]}`);
  const NAMED = 3; // as many units as are called by their names

  /** A unit in words: its name, where it lies or lay, and where it is now. */
  function told(units, unit) {
    const { level, ended, parent, now, kinds, kind, fullName } = units;
    // What kind a province of today was when the unit ended is not known here where it has had several.
    const named = (above) => (ended[unit] && !ended[above] && kinds[above] !== 1 << kind[above] ? units.nameOf(above) : fullName(above));
    const where = [];
    for (let above = parent[unit]; above >= 0; above = parent[above]) where.push(named(above));
    const after = units.after(unit);
    const today = fullName(now[unit]);
    const became = !ended[unit] ? ""
      : level[unit] === PROVINCE ? `nay thuộc ${today}`
      : after.length === 0 ? ""
      : after.length === 1 ? `nay thuộc ${fullName(after[0])}, ${today}`
      : after.length <= NAMED ? `nay nằm trong ${listed(after.map(fullName))}, ${today}`
      : `nay nằm trong ${after.length} xã, phường của ${today}`;
    return {
      name: capital(fullName(unit)), isEnded: ended[unit] === 1, where: where.join(", "), became,
      others: units.othersOf(unit).filter((other) => other.length > 4), isKnown: units.isKnown(unit), address: units.addressOf(unit),
    };
  }

  return { KINDS, PROVINCE, COMMUNE, unitsOf, told };
})();
