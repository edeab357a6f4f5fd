/* The words of pages (bantin.search.index): which pages have those of a query, and what of them is shown. */
const bantinTexts = (() => {
  "use strict";

  const { MOST } = bantinReading;
  const { SPACE, countBits } = bantinWords;
  const { WORTH } = bantinRanking;

  /** A text in pieces, every other one what was typed: «**Vĩnh Th**uận» for «vinh th». */
  function markedIn(reading, given, words) {
    const text = given.normalize("NFC");
    const sound = reading.alike(reading.flat(text));
    const places = []; // of letters
    for (let at = 0; at < sound.length; at += 1) {
      if (sound.charCodeAt(at) <= SPACE) continue;
      if (sound[at] === "0" && !/[a-z0-9]/.test(sound[at - 1] || " ") && /\d/.test(sound[at + 1] || "")) continue;
      places.push(at);
    }
    const joined = places.map((at) => sound[at]).join("");
    const startsWord = (letter) => letter === 0 || places[letter] - places[letter - 1] > 1;
    const isTyped = new Uint8Array(text.length);
    const last = words.length ? words[words.length - 1].sound : "";
    const hasLast = new RegExp(`(^|[^a-z0-9])${last}($|[^a-z0-9])`).test(sound);
    for (let from = 0; from < words.length; from += 1) {
      let key = "";
      for (let to = from + 1; to <= words.length; to += 1) {
        key += words[to - 1].sound;
        for (let at = joined.indexOf(key); at >= 0; at = joined.indexOf(key, at + 1)) {
          const end = at + key.length;
          if (!startsWord(at) || ((to < words.length || hasLast) && end < joined.length && !startsWord(end))) continue;
          isTyped.fill(1, places[at], places[end - 1] + 1);
        }
      }
    }
    const pieces = [""];
    for (let at = 0; at < text.length; at += 1) {
      if ((pieces.length % 2 === 0) !== (isTyped[at] === 1)) pieces.push("");
      pieces[pieces.length - 1] += text[at];
    }
    return pieces;
  }

  /** The words of a query as the index of texts has them. */
  const textWordsOf = (reading, text) => [...new Set(reading.fold(text.slice(0, 300)).replace(/y/g, "i").split(" ").filter(Boolean))]
    .slice(0, MOST).map((sound) => ({ sound }));

  /** The files of words that a query needs, of those that there are. */
  const filesFor = (site, words) => [...new Set(words.map(({ sound }) => startOf(site, sound)))].filter(Boolean);

  /** The file of a word: named by its first letters, three where many words begin with two. */
  const startOf = (site, sound) => [sound.slice(0, 3), sound.slice(0, 2)].find((start) => site.starts.has(start)) || "";

  /** The documents of a query: those with all of its words, or else with most; titles first, then the newest. */
  function textsFor(site, words, files) {
    const total = site.chunks.reduce((sum, chunk) => sum + chunk.count, 0);
    const has = new Uint16Array(total);
    const strong = new Uint16Array(total);
    const firsts = new Map(site.chunks.map((chunk) => [chunk.name, chunk.first]));
    const last = words.length - 1;
    const note = (masks, first, ranges, bit) => {
      for (const range of ranges.split(",")) {
        const [from, to] = range.split("-").map(Number);
        for (let number = from; number <= (to === undefined ? from : to); number += 1) masks[first + number] |= bit;
      }
    };
    words.forEach(({ sound }, number) => {
      const bit = 1 << number;
      const wanted = `\t${sound}${number === last && sound.length > 1 ? "" : " "}`;
      for (const line of (files.get(startOf(site, sound)) || "").split("\n")) {
        const first = firsts.get(line.slice(0, line.indexOf("\t")));
        if (first === undefined) continue;
        for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + 1)) {
          const end = line.indexOf("\t", at + 1);
          const [everywhere, inTitles] = line.slice(line.indexOf(" ", at) + 1, end < 0 ? line.length : end).split("|");
          note(has, first, everywhere, bit);
          if (inTitles) note(strong, first, inTitles, bit);
        }
      }
    });
    let most = 0;
    for (let number = 0; number < total; number += 1) most = Math.max(most, countBits(has[number]));
    if (most * 2 < words.length || most === 0) return { isFull: false, found: [] };
    const found = [];
    for (let number = 0; number < total; number += 1) {
      const count = countBits(has[number]);
      if (count === most) found.push((words.length - countBits(strong[number])) * WORTH.rank + number);
    }
    return { isFull: most === words.length, found: Float64Array.from(found).sort().map((worth) => worth % WORTH.rank) };
  }

  /** In which part of the index a document stands, and where there. */
  function placeOf(site, number) {
    const chunk = site.chunks.find((known) => number < known.first + known.count);
    return { chunk: chunk.name, row: number - chunk.first };
  }

  const EXTRACT = 220; // letters

  /** Where words stand in a text that was made flat. */
  function foundIn(flat, words) {
    const found = [];
    words.forEach(({ sound }, word) => {
      const here = [];
      for (let at = flat.indexOf(sound); at >= 0 && here.length < 200; at = flat.indexOf(sound, at + 1)) {
        if (/[a-z0-9]/.test(flat[at - 1] || " ")) continue;
        let end = at + sound.length;
        while (/[a-z0-9]/.test(flat[end] || " ")) end += 1;
        here.push({ from: at, to: at + sound.length, word, end });
      }
      const complete = here.filter((place) => place.to === place.end);
      found.push(...(complete.length || word < words.length - 1 || sound.length < 2 ? complete : here));
    });
    return found.sort((a, b) => a.from - b.from);
  }

  /** A text in pieces, every other one a word that was searched. */
  function pieces(text, found, from, to) {
    const parts = [""];
    let at = from;
    for (const place of found) {
      if (place.from < at || place.to > to) continue;
      parts[parts.length - 1] += text.slice(at, place.from);
      parts.push(text.slice(place.from, place.to), "");
      at = place.to;
    }
    parts[parts.length - 1] += text.slice(at, to);
    return parts;
  }

  /** A document as a result: its title and the place with most of the words, in pieces, and where it leads. */
  function extractOf(reading, row, words) {
    const [address, title, given, headings, around] = JSON.parse(row);
    const flatly = (text) => reading.flat(text).replace(/y/g, "i");
    const text = given.normalize("NFC");
    const found = foundIn(flatly(text), words);
    let best = { count: 0, from: 0 };
    for (let first = 0; first < found.length; first += 1) {
      const inside = new Set();
      for (let next = first; next < found.length && found[next].to - found[first].from < EXTRACT - 40; next += 1) inside.add(found[next].word);
      if (inside.size > best.count) best = { count: inside.size, from: found[first].from };
    }
    let from = Math.max(0, best.from - 40);
    if (from > 0) from = text.indexOf(" ", from) + 1 || from;
    let to = Math.min(text.length, from + EXTRACT);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    const shown = pieces(text, found, from, to);
    if (from > 0) shown[0] = `… ${shown[0]}`;
    if (to < text.length) shown[shown.length - 1] += " …";
    const heading = (headings || []).find(([, said]) => {
      const flat = flatly(said.normalize("NFC"));
      return new Set(foundIn(flat, words).map((place) => place.word)).size === words.length;
    });
    const titled = title.normalize("NFC");
    return {
      page: address, address: heading ? `${address}#${heading[0]}` : address, heading: heading ? heading[1] : "", around: around || "",
      title: pieces(titled, foundIn(flatly(titled), words), 0, titled.length),
      text: shown, first: best.count ? runFrom(text, found, best.from) : "",
    };
  }

  /** Words that were searched and stand side by side, from a place on: what a browser is told to show. */
  function runFrom(text, found, from) {
    let to = from;
    for (const place of found) {
      if (place.from < from) continue;
      if (place.from > to + 1 && to > from) break;
      to = Math.max(to, place.end);
    }
    return text.slice(from, to);
  }

  return { markedIn, textWordsOf, filesFor, textsFor, placeOf, extractOf };
})();
