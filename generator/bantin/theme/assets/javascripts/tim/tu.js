/* Names by their words: which have what was typed, wholly, begun, here and there, by first letters, or but for a slip. */
const bantinWords = (() => {
  "use strict";

  const { latin } = bantinReading;
  const SPACE = 32;
  const LINE = 10;
  const SLIP_FROM = 5; // letters of a word in which a slip is forgiven

  /** Names as a text, « vinh thuan⏎», and without spaces, «⏎vinhthuan⏎»: words and names by their first two letters.
      Several names may have one owner, a number below `count`. */
  function corpusOf(bytes, starts, owners, count) {
    const joined = new Uint8Array(bytes.length + 1);
    const wordsAt = new Int32Array(bytes.length >> 1);
    const namesOfWords = new Int32Array(bytes.length >> 1);
    const namesAt = new Int32Array(starts.length - 1);
    let end = 1;
    let words = 0;
    let name = 0;
    joined[0] = LINE;
    for (let at = 0; at < bytes.length; at += 1) {
      const code = bytes[at];
      if (code === SPACE) {
        if (at === starts[name]) namesAt[name] = end;
        wordsAt[words] = at + 1;
        namesOfWords[words++] = name;
      } else {
        joined[end++] = code;
        if (code === LINE) name += 1;
      }
    }
    return {
      owners, count, starts, text: latin.decode(bytes),
      words: bucketsOf(bytes, wordsAt.subarray(0, words), namesOfWords),
      names: bucketsOf(joined.subarray(0, end), namesAt, null),
      scratch: Array.from({ length: 12 }, () => new Int32Array(count)),
    };
  }

  const LETTER = new Uint8Array(128); // of a bucket: 0 where there is none
  for (let code = 0; code < 128; code += 1) LETTER[code] = code >= 97 ? code - 96 : code >= 48 && code < 58 ? code - 21 : 0;
  const KEYS = 37;

  /** Places of a text, each with the number of its name (its own, where none is given), by the two letters there. */
  function bucketsOf(bytes, at, names) {
    const ends = new Int32Array(KEYS * KEYS + 1);
    const keys = new Int16Array(at.length);
    for (let number = 0; number < at.length; number += 1) {
      const key = LETTER[bytes[at[number]]] * KEYS + LETTER[bytes[at[number] + 1]];
      keys[number] = key;
      ends[key + 1] += 1;
    }
    for (let key = 0; key < KEYS * KEYS; key += 1) ends[key + 1] += ends[key];
    const places = new Int32Array(at.length);
    const numbers = new Int32Array(at.length);
    const free = ends.slice();
    for (let number = 0; number < at.length; number += 1) {
      const place = free[keys[number]]++;
      places[place] = at[number];
      numbers[place] = names ? names[number] : number;
    }
    return { bytes, ends, places, numbers };
  }

  /** Visits what begins with some letters: the number of its name, and the sign behind these letters. */
  function eachFrom({ bytes, ends, places, numbers }, start, visit) {
    const first = LETTER[start.charCodeAt(0)] * KEYS;
    const [from, to] = start.length === 1 ? [first, first + KEYS - 1] : [first + LETTER[start.charCodeAt(1)], first + LETTER[start.charCodeAt(1)]];
    for (let place = ends[from]; place < ends[to + 1]; place += 1) {
      let at = places[place] + 2;
      let letter = 2;
      while (letter < start.length && bytes[at] === start.charCodeAt(letter)) {
        letter += 1;
        at += 1;
      }
      if (letter >= start.length) visit(numbers[place], bytes[places[place] + start.length]);
    }
  }

  function corpusOfTexts(texts, owners, count) {
    const lines = texts.map((text) => ` ${text}\n`).join("");
    const starts = new Int32Array(texts.length + 1);
    texts.forEach((text, name) => { starts[name + 1] = starts[name] + text.length + 2; });
    return corpusOf(Uint8Array.from(lines, (letter) => letter.charCodeAt(0)), starts, owners, count);
  }

  /** The names whose letters are these, whatever their spaces. */
  const eachWhole = (corpus, key, visit) => eachFrom(corpus.names, key, (name, after) => { if (after === LINE) visit(name); });

  /** Every word of all names, once. */
  function wordsIn(corpus) {
    corpus.dictionary ||= [...new Set(corpus.text.split(/\s+/))];
    return corpus.dictionary;
  }

  /** The first letters of all names of two words or more, as a corpus has its names. */
  function initialsIn(corpus) {
    if (!corpus.initials) {
      const all = corpus.text.split("\n").slice(0, -1).map((name) => {
        const words = name.split(" ");
        return words.length > 2 ? words.reduce((letters, word) => letters + word.charAt(0), "") : "";
      });
      const at = new Int32Array(all.length);
      all.forEach((letters, name) => { if (name) at[name] = at[name - 1] + all[name - 1].length + 1; });
      corpus.initials = bucketsOf(new TextEncoder().encode(`${all.join("\n")}\n`), at, null);
    }
    return corpus.initials;
  }

  /** Those in whose names words stand side by side. */
  function ownersOfPhrase(corpus, words) {
    const found = new Set();
    if (words.length > 1) eachFrom(corpus.words, words.map((word) => word.sound).join(" "), (name) => found.add(corpus.owners[name]));
    return found;
  }

  const bits = (from, to) => (1 << to) - (1 << from);

  /** What a corpus has of a query: for each owner which words its names have, as bits, by how they have them. */
  function matchesIn(corpus, words, kinds, kindBefore, isSpaced = false) {
    const isKind = words.map((_, number) => kinds.some((kind) => kind.from <= number && number < kind.to));
    for (const numbers of corpus.scratch) numbers.fill(0);
    // Whole names with the kind that was typed before them; names that the query's end begins; words; first letters.
    // A span says where the longest whole name of an owner stands: from + 1, to, and the bits of its kind; and a start.
    // Complete are owners that have the last word as a whole.
    const [whole, begun, loose, initials, spans, begins, complete, names, starting, near, slipped, forgiven] = corpus.scratch;
    const { owners } = corpus;
    const touched = [];
    const touch = (owner) => {
      if (!(whole[owner] | begun[owner] | loose[owner] | initials[owner])) touched.push(owner);
    };
    const last = words.length - 1;
    for (let from = 0; from <= last; from += 1) {
      let key = "";
      for (let to = from + 1; to <= words.length && to <= from + 7; to += 1) {
        key += words[to - 1].sound;
        let isBegun = false;
        eachFrom(corpus.names, key, (name, after) => {
          isBegun = true;
          if (after !== LINE) return;
          const owner = owners[name];
          touch(owner);
          const kind = kindBefore(owner, from);
          whole[owner] |= bits(from, to) | kind;
          const known = spans[owner];
          const length = known ? ((known >> 4) & 15) - (known & 15) + 1 : 0;
          if (to - from > length || (to - from === length && kind && !(known >> 8))) {
            spans[owner] = (from + 1) | (to << 4) | (kind << 8);
            names[owner] = name;
          }
        });
        if (!isBegun) break; // nor does a name begin with more
      }
    }
    for (let from = Math.max(0, last - 5); from <= last; from += 1) {
      const key = words.slice(from).map((word) => word.sound).join("");
      const spaced = ` ${words.slice(from).map((word) => word.sound).join(" ")}`;
      eachFrom(corpus.names, key, (name, after) => {
        if (after === LINE) return;
        if (isSpaced && !corpus.text.startsWith(spaced, corpus.starts[name])) return;
        const owner = owners[name];
        touch(owner);
        const kind = kindBefore(owner, from);
        begun[owner] |= bits(from, words.length) | kind;
        if (!begins[owner]) {
          begins[owner] = (from + 1) | (words.length << 4) | (kind << 8);
          starting[owner] = name;
        }
      });
    }
    words.forEach(({ sound }, number) => {
      const bit = 1 << number;
      let isWord = false;
      eachFrom(corpus.words, sound, (name, after) => {
        const endsHere = after === SPACE || after === LINE;
        if (!endsHere && (number !== last || sound.length < 2)) return;
        isWord ||= endsHere;
        if (endsHere && number === last) complete[owners[name]] = 1;
        touch(owners[name]);
        loose[owners[name]] |= bit;
      });
      if (!isWord && !isKind[number] && sound.length > 1 && sound.length < 6) {
        eachFrom(initialsIn(corpus), sound, (name, after) => {
          if (after !== LINE && !(isSpaced && sound.length > 2)) return; // «DVC trực tuyến» of a title
          touch(owners[name]);
          initials[owners[name]] |= bit;
        });
      }
    });
    return { words, whole, begun, loose, initials, spans, begins, complete, names, starting, near, slipped, forgiven, touched, touch, slips: false };
  }

  /** Adds the words of names that a query has with one slip, and the names that a word or the whole of it nearly is. */
  function forgive(corpus, matches, kinds) {
    const { words, loose, complete, forgiven, touch } = matches;
    const { owners } = corpus;
    words.forEach(({ sound }, number) => {
      if (sound.length < SLIP_FROM || /\d/.test(sound) || kinds.some((kind) => kind.from <= number && number < kind.to)) return;
      const near = wordsIn(corpus).filter((word) => word.length >= SLIP_FROM - 1 && word !== sound && Math.abs(word.length - sound.length) < 2 && slipsBetween(sound, word) === 1);
      for (const word of near) {
        eachFrom(corpus.words, word, (name, after) => {
          if (after !== SPACE && after !== LINE) return;
          touch(owners[name]);
          if (!(loose[owners[name]] & (1 << number))) forgiven[owners[name]] |= 1 << number;
          loose[owners[name]] |= 1 << number;
          if (number === words.length - 1) complete[owners[name]] = 1;
        });
      }
      if (!near.length && words.length > 1) addNear(corpus, matches, number, number + 1);
    });
    const from = Math.max(0, ...kinds.filter((kind) => kind.from === 0).map((kind) => kind.to));
    if (from < words.length) addNear(corpus, matches, from, words.length);
    matches.slips = true;
  }

  /** Adds the names that some words nearly are, whatever their spaces: one slip in five letters, two in seven. */
  function addNear(corpus, matches, from, to) {
    const { words, whole, spans, names, slipped, touch } = matches;
    const key = words.slice(from, to).map((word) => word.sound).join("");
    const most = key.length < SLIP_FROM || /\d/.test(key) ? 0 : key.length < 7 ? 1 : 2;
    let isName = false;
    eachWhole(corpus, key, () => { isName = true; });
    if (!most || isName) return;
    let letters = 0;
    for (let at = 0; at < key.length; at += 1) letters |= 1 << (key.charCodeAt(at) & 31);
    const { bytes, places, numbers } = corpus.names;
    for (let place = 0; place < places.length; place += 1) {
      let mask = 0;
      let end = places[place];
      for (; bytes[end] !== LINE; end += 1) mask |= 1 << (bytes[end] & 31);
      const length = end - places[place];
      // A slip changes two letters at most.
      if (Math.abs(length - key.length) > most || countBits(mask ^ letters) > 2 * most) continue;
      const slips = slipsBetween(key, latin.decode(bytes.subarray(places[place], end)));
      if (slips > most || slips === 0) continue;
      const owner = corpus.owners[numbers[place]];
      touch(owner);
      whole[owner] |= bits(from, to);
      if (spans[owner] && !(slipped[owner] > slips)) continue;
      spans[owner] = (from + 1) | (to << 4);
      names[owner] = numbers[place];
      slipped[owner] = slips;
    }
  }

  /** How many letters were added, left out, changed, or changed places with the next. */
  function slipsBetween(one, other) {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let row = 1; row <= one.length; row += 1) {
      const now = [row];
      for (let column = 1; column <= other.length; column += 1) {
        const isSame = one[row - 1] === other[column - 1];
        now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
          now[column] = Math.min(now[column], before[column - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[other.length];
  }

  const lettersIn = (words, mask) => words.reduce((sum, word, number) => (mask & (1 << number) ? sum + word.sound.length : sum), 0);

  function countBits(mask) {
    let count = 0;
    for (let rest = mask; rest; rest &= rest - 1) count += 1;
    return count;
  }

  return { SPACE, LINE, corpusOf, corpusOfTexts, eachWhole, ownersOfPhrase, bits, matchesIn, forgive, lettersIn, countBits };
})();
