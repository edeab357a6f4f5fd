/* Finds units, titles and texts by what somebody types. Nothing here knows of a page: texts go in, results come out.
   What the files of tim-kiem/ hold is said in bantin.search; how names are read, in bantin.places.naming. */
const bantinSearch = (() => {
  "use strict";

  const MOST = 12; // words of a query
  const SPACE = 32;
  const LINE = 10;
  const latin = new TextDecoder("latin1");

  /* ---- How names are read ------------------------------------------------------------------------------------- */

  /** The rules of bantin.places.naming; tests/places/name_cases.json holds both to the same answers. */
  function readingBy(rules) {
    const any = (characters) => new RegExp(`[${characters}]`, "g");
    const marks = any(rules.marks);
    const tones = any(rules.tones);
    const struck = any(rules.struck);
    const apostrophes = any(rules.apostrophes);
    const written = new RegExp(`[\\p{L}\\p{M}\\p{N}${rules.apostrophes}]+`, "gu");
    const soundsI = new RegExp(rules.sounds_i, "g");
    const kinds = rules.kinds.map(([start, kind]) => ({ start: start.split(" "), kind }));

    const plain = (text) => text.normalize("NFD").replace(marks, "").toLowerCase().replace(struck, "d").replace(apostrophes, "");

    const letters = new Uint8Array(65536); // what each character is without marks; 0 before it is known
    letters[10] = 10;

    /** A character without its marks: a letter or a digit, a space for anything else, 1 where nothing is left. */
    function letterOf(code) {
      if (!letters[code]) {
        const left = plain(String.fromCharCode(code));
        letters[code] = left === "" ? 1 : /^[a-z0-9]$/.test(left) ? left.charCodeAt(0) : 32;
      }
      return letters[code];
    }

    /** A composed text, letter by letter without marks: every place is that of the same letter in the text. */
    function flat(text) {
      const bytes = new Uint8Array(text.length);
      for (let at = 0; at < text.length; at += 1) bytes[at] = letters[text.charCodeAt(at)] || letterOf(text.charCodeAt(at));
      return latin.decode(bytes);
    }

    /** Numbers without the zeros before them. */
    const numbers = (folded) => folded.replace(/\b0+(?=\d)/g, "");

    /** Words without any marks: «Đắk Lắk» is «dak lak». */
    const fold = (text) => numbers(plain(text).replace(/[^a-z0-9]+/g, " ").trim());

    /** Folded words as they sound: «mỹ» and «mĩ» are one. No letter is added or lost. */
    const alike = (folded) => folded.replace(soundsI, "$1i");

    /** What stands in addresses: «Đắk Lắk» is «dak-lak». */
    const slug = (text) => plain(text).replace(/[^a-z0-9]+/g, "-");

    /** A syllable as its letters and its tone, wherever the mark stands: «hòa» and «hoà» are one. */
    const syllable = (word) => ({ letters: word.replace(tones, ""), tone: (word.match(tones) || []).join("") });

    const spelling = (text) => (text.normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || []).map(syllable);

    /** The code of a procedure as its page calls it: «1001193» and «1.001193.000.00.00.H35» are «1.001193». */
    const coded = (text) => text.replace(/(^|[^\d.])(\d)\.?(\d{6})(?:(?:\.\d{2,3}){3}(?:\.h\d+)?)?(?!\d)/gi, "$1$2.$3");

    /** The words of a query, each as it sounds and as it was typed: «Q1» is two. */
    function wordsOf(text) {
      const found = [];
      for (const typed of coded(text.slice(0, 300)).match(written) || []) {
        const folded = fold(typed).replace(/^(p|q|phuong|quan)0*(\d+)$/, "$1 $2").split(" ").filter(Boolean);
        for (const word of folded) {
          found.push({ sound: alike(word), folded: word, spelt: folded.length === 1 ? spelling(typed) : spelling(word) });
        }
      }
      return found.slice(0, MOST);
    }

    /** Where in a query kinds of units stand. */
    function kindsIn(words) {
      return words.flatMap((_, from) => kinds
        .filter(({ start }) => start.every((word, index) => from + index < words.length && words[from + index].folded === word))
        .map(({ start, kind }) => ({ from, to: from + start.length, kind })));
    }

    /** The words of a query with those kinds apart that were typed as one word with a name: «huyenvinhthuan». */
    function apart(words) {
      return words.flatMap((word) => {
        const kind = kinds.find(({ start }) => start.join("").length > 1 && word.folded.length > start.join("").length + 2 && word.folded.startsWith(start.join("")));
        if (!kind) return [word];
        const name = word.folded.slice(kind.start.join("").length);
        return [...kind.start, name].map(wordOf);
      }).slice(0, MOST); // the same words, where nothing is to be taken apart
    }

    const wordOf = (folded) => ({ sound: alike(folded), folded, spelt: spelling(folded) });

    /** The words of a query with the numbers as digits that stand behind «phường» and «quận»: «quận nhất» is «quận 1». */
    function numbered(words) {
      const found = [];
      for (let at = 0; at < words.length; at += 1) {
        found.push(words[at]);
        if (!NUMBERED.has(words[at].folded)) continue;
        const [first, second, third] = words.slice(at + 1, at + 4).map(({ folded }) => folded);
        const ten = first === "muoi" ? 10 : second === "muoi" && DIGITS[first] < 10 ? 10 * DIGITS[first] : 0;
        const from = at + (first === "muoi" ? 2 : 3);
        const last = first === "muoi" ? second : third;
        const digit = last === "lam" ? 5 : DIGITS[last];
        const number = ten ? ten + (digit || 0) : DIGITS[first];
        if (!number) continue;
        found.push(wordOf(String(number)));
        at = ten ? from - 1 + (digit ? 1 : 0) : at + 1;
      }
      return found.length < words.length || found.some((word, at) => word !== words[at]) ? found : null;
    }

    const isKindBegun = (folded) => kinds.some(({ start }) => start[0].startsWith(folded) || start[1]?.startsWith(folded));

    return { letters, letterOf, isKindBegun, flat, apart, numbered, wordOf, fold, alike, slug, spelling, wordsOf, kindsIn };
  }

  const NUMBERED = new Set(["p", "phuong", "q", "quan"]);
  const DIGITS = { mot: 1, nhat: 1, hai: 2, nhi: 2, ba: 3, bon: 4, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9 };

  const PLAIN = /^[a-z0-9]*$/;

  /** 0 where a syllable is spelt as one of a name, 1 where marks are missing, 2 where they are others. */
  function misspeltAs(typed, known, isBegun) {
    const letters = isBegun ? known.letters.slice(0, typed.letters.length) : known.letters;
    if (typed.letters === letters && typed.tone === known.tone) return 0;
    if (typed.letters === letters && isBegun && typed.letters.length < known.letters.length && !typed.tone) return 0;
    if (typed.tone && typed.tone !== known.tone) return 2;
    return typed.letters === letters || PLAIN.test(typed.letters) ? 1 : 2;
  }
  const isMarked = (typed) => typed.tone !== "" || !PLAIN.test(typed.letters);

  const SPELT = [0, 4, 20]; // what a name costs: marks as typed, some missing, others

  /** What the marks of a query are worth against those of names, for which `nameOf` is asked: their syllables. */
  function spellingCosts(reading, words, nameOf) {
    const syllables = (found) => found.map(({ letters, tone }) => ({ letters: reading.alike(letters), tone, sound: reading.alike(reading.fold(letters)) }));
    const typed = words.map((word) => syllables(word.spelt)[0] || { letters: word.sound, tone: "", sound: word.sound });
    const last = words.length - 1;
    const known = (name) => syllables(reading.spelling(nameOf(name)));
    return {
      isSpelt: typed.some(isMarked) && words.every((word) => word.spelt.length === 1), known,
      /** Of syllables side by side, the last of which somebody may be typing: their mean. */
      ofSpan(from, to, name) {
        let cost = 0;
        for (let word = from; word < to; word += 1) if (name[word - from]) cost += SPELT[misspeltAs(typed[word], name[word - from], word === to - 1)];
        return Math.round(cost / (to - from));
      },
      /** Of words here and there: that of the worst. */
      ofWords(mask, name) {
        let worst = 0;
        typed.forEach((word, number) => {
          if (!(mask & (1 << number)) || worst === 2) return;
          worst = Math.max(worst, name.reduce((least, syllable) => (
            syllable.sound === word.sound || (number === last && syllable.sound.startsWith(word.sound))
              ? Math.min(least, misspeltAs(word, syllable, number === last)) : least), 2));
        });
        return SPELT[worst];
      },
    };
  }

  const SLIP_FROM = 5; // letters of a word in which a slip is forgiven

  /* ---- Names by their words ------------------------------------------------------------------------------------ */

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

  /* ---- Units of all times -------------------------------------------------------------------------------------- */

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

  /* How good a result is: the lower, the better. Whole names come before beginnings, and those before words in the
     middle; of each, units before titles. What is named besides the unit itself should be where it lies. */
  const COST = { whole: 0, title: 5, begun: 10, titleBegun: 15, begunInWord: 16, titleInWord: 17, phrase: 17, titlePhrase: 18, words: 20, titleWords: 25, initialsOfProvince: 14, initials: 30, slips: 40 };
  const NEAREST = 10; // results that have but some of the words
  const FAR = 24; // so much worse than the best is noise
  const ELSEWHERE = 8; // the beginning stands behind other words
  const OTHER_KIND = 13; // the kind before the name is that of another unit
  const AROUND = { kind: 1, initials: 1, twice: 1, above: 6, lay: 2, typing: 2, typingLay: 4, some: 22 };
  const WORTH = { left: 2 ** 40, cost: 2 ** 32, rank: 2 ** 24 };

  /** What units are worth for a query, the least first, each with its unit: numbers, for there may be thousands. */
  function unitsFor(units, matches, kinds, isPartial) {
    const { words, whole, begun, loose, initials, spans, begins, complete, names, starting, slipped, forgiven, touched, slips } = matches;
    const { corpus, kind, level, ended, parent, now, lastPart, chainBefore, chainUnits, reading } = units;
    const full = bits(0, words.length);
    const last = words.length - 1;
    const lengths = words.map((word) => word.sound.length);
    const slip = slips ? COST.slips : 0;
    const kindMasks = KINDS.map((known) => kinds.reduce((mask, typed) => (typed.kind === known ? mask | bits(typed.from, typed.to) : mask), 0));
    const kindEnds = kinds.reduce((mask, typed) => mask | (1 << typed.to), 0);

    const spelling = spellingCosts(reading, words, units.spoken);
    const { isSpelt } = spelling;
    const { spellings } = units; // kept from query to query
    const spellingOf = (name) => {
      if (!spellings.has(name)) spellings.set(name, spelling.known(name));
      return spellings.get(name);
    };
    const spanCost = (span, name) => spelling.ofSpan((span & 15) - 1, (span >> 4) & 15, spellingOf(name));
    const looseCost = (unit, mask) => spelling.ofWords(mask, spellingOf(unit));

    // What lies around the unit that is judged: which words say so, by how well.
    let lies = 0, lay = 0, typing = 0, typingLay = 0, short = 0, some = 0, sure = 0, kindMask = 0;
    let isAbove = false; // all that was typed is the name of the province where it lies or lay

    function lookAround(unit) {
      lies = lay = typing = typingLay = short = some = sure = 0;
      isAbove = level[unit] !== PROVINCE && whole[units.provinceOf(unit)] === full;
      for (let above = parent[unit]; above >= 0; above = parent[above]) {
        lies |= whole[above];
        typing |= begun[above];
        short |= initials[above];
        some |= loose[above];
        sure |= loose[above] & ~forgiven[above];
      }
      if (now[unit] === unit) return;
      lay |= whole[now[unit]];
      typingLay |= begun[now[unit]];
      for (let pair = lastPart[unit]; pair >= 0; pair = chainBefore[pair]) {
        const district = chainUnits[pair];
        lay |= whole[district] | whole[parent[district]];
        isAbove ||= whole[parent[district]] === full;
        typingLay |= begun[district] | begun[parent[district]];
      }
    }

    let bestCost = 0, bestLeft = 0; // nothing is left where all words are explained

    /** What the judged unit costs when these words are said of itself. */
    function offer(own, cost, isSolid = true) {
      let rest = full & ~own & ~lies;
      let more = rest !== (full & ~own) && own & lies ? (isAbove ? AROUND.above : AROUND.twice) : 0;
      const explain = (mask, worth) => {
        if (rest & mask) more = Math.max(more, worth);
        rest &= ~mask;
      };
      explain(kindMask, AROUND.kind);
      explain(lay, isAbove ? AROUND.above : AROUND.lay);
      explain(typing, AROUND.typing);
      explain(typingLay, AROUND.typingLay);
      explain(short, AROUND.initials);
      if (rest & some) more = Math.max(more, AROUND.some);
      const isComplete = !(rest & ~some);
      // A word here and there says little where others are missing.
      const left = isComplete ? 0 : 2 * lettersIn(words, rest & ~sure) + lettersIn(words, (rest & sure) | (isSolid ? 0 : own));
      if (bestCost < 0 || left < bestLeft || (left === bestLeft && cost + more < bestCost)) {
        bestCost = cost + more;
        bestLeft = left;
      }
    }

    const hasOtherKind = (span) => (kindEnds & (1 << ((span & 15) - 1))) !== 0 && !(span >> 8);

    // Which words are said of a province or a district, or of where it lies: most units are left out by a look at these.
    const { near } = matches;
    const anyOf = (unit) => whole[unit] | begun[unit] | loose[unit] | initials[unit];
    const nearOf = (unit) => {
      if (level[unit] === PROVINCE) return anyOf(now[unit]);
      if (ended[unit]) return near[parent[unit]];
      let mask = near[now[unit]];
      for (let pair = lastPart[unit]; pair >= 0; pair = chainBefore[pair]) mask |= near[chainUnits[pair]];
      return mask;
    };
    for (const unit of units.above) near[unit] = anyOf(unit) | nearOf(unit);
    let allKinds = 0;
    for (const mask of kindMasks) allKinds |= mask;

    const phrases = ownersOfPhrase(corpus, words);
    const worths = [];
    for (const unit of touched) {
      if (!isPartial && (anyOf(unit) | nearOf(unit) | allKinds) !== full) continue;
      bestCost = -1;
      let isShort = false;
      if (words.length > 1) {
        lookAround(unit);
        kindMask = 0;
        for (let number = 0; number < KINDS.length; number += 1) if (units.kinds[unit] & (1 << number)) kindMask |= kindMasks[number];
      } else lies = lay = typing = typingLay = short = some = sure = kindMask = 0;
      const span = spans[unit];
      if (span) {
        offer(bits((span & 15) - 1, (span >> 4) & 15) | (span >> 8),
          COST.whole + (slipped[unit] && COST.slips + 6 * (slipped[unit] - 1)) + (hasOtherKind(span) ? OTHER_KIND : 0) + (wordCount(names[unit]) === ((span >> 4) & 15) - (span & 15) + 1 ? 0 : 1)
          + ((span & 15) === 1 || (span >> 8) & 1 ? 0 : 1) + (soundsOnly(span, names[unit]) ? 1 : 0) + (isSpelt ? spanCost(span, names[unit]) : 0));
      }
      const start = begins[unit];
      // Words that say where a unit lies are none of its own, unless its name has all that was typed: «Móng Cái 1».
      if (start && (bits((start & 15) - 1, words.length) & ~(lies | lay) || (bits((start & 15) - 1, words.length) | (start >> 8)) === full)) {
        offer(bits((start & 15) - 1, words.length) | (start >> 8),
          (endsWord(start, starting[unit]) ? COST.begun : COST.begunInWord) + ((start & 15) === 1 || (start >> 8) & 1 ? 0 : ELSEWHERE) + slip + (hasOtherKind(start) ? OTHER_KIND : 0)
          + (isSpelt ? spanCost(start, starting[unit]) : 0));
      }
      if (!(span && !bestLeft) && (loose[unit] === full || loose[unit] & ~(lies | lay | typing | typingLay | short | some))) {
        const missing = Math.max(0, Math.min(3, wordCount(unit) - countBits(loose[unit])));
        offer(loose[unit], (phrases.has(unit) ? COST.phrase : COST.words + missing) + (loose[unit] >> last && !complete[unit] ? 3 : 0) + slip + (isSpelt ? looseCost(unit, loose[unit]) : 0), !missing && !forgiven[unit]);
      }
      if (bestCost < 0 && initials[unit]) {
        offer(initials[unit], (level[unit] === PROVINCE ? COST.initialsOfProvince : COST.initials) + slip);
        isShort = true;
      }
      if (bestCost < 0) continue;
      // Namesakes: a province is meant more often than anything else that bears its name; then those of which this site
      // has figures, for these are what people come for; then units of today, for they go to the office that there is;
      // then those with the name of a district, which more people know than a commune's; then as the gazetteer has them.
      // First letters are used of what is widely known: there, the higher level comes first.
      const unknown = units.isKnown(unit) ? 0 : 1;
      const rank = isShort ? level[unit] * 4 + unknown * 2 + ended[unit]
        : level[unit] === PROVINCE ? ended[unit] : 4 + unknown * 4 + ended[unit] * 2 + (bearsDistrict(unit) ? 0 : 1);
      worths.push(bestLeft * WORTH.left + bestCost * WORTH.cost + rank * WORTH.rank + unit);
    }
    return worths;

    function bearsDistrict(unit) {
      if (level[unit] !== COMMUNE) return true;
      const said = units.nameOf(unit);
      if (ended[unit]) return units.nameOf(parent[unit]) === said;
      for (let pair = lastPart[unit]; pair >= 0; pair = chainBefore[pair]) if (units.nameOf(chainUnits[pair]) === said) return true;
      return false;
    }

    /** Whether a name is typed with «y» where it has «i», or the other way round. */
    function soundsOnly(span, name) {
      const typedAs = words.slice((span & 15) - 1, (span >> 4) & 15);
      return typedAs.some(({ sound, folded }) => sound !== folded)
        && reading.fold(units.spoken(name)).replace(/ /g, "") !== typedAs.map(({ folded }) => folded).join("");
    }

    function wordCount(name) {
      let count = 0;
      for (let at = corpus.starts[name]; at < corpus.starts[name + 1]; at += 1) if (corpus.text.charCodeAt(at) === SPACE) count += 1;
      return count;
    }

    /** Whether what was typed ends with a word of the name. */
    function endsWord(start, name) {
      let rest = 0;
      for (let number = (start & 15) - 1; number <= last; number += 1) rest += lengths[number];
      let at = corpus.starts[name];
      while (rest > 0) {
        at += 1;
        if (corpus.text.charCodeAt(at) !== SPACE) rest -= 1;
      }
      const after = corpus.text.charCodeAt(at + 1);
      return after === SPACE || after === LINE;
    }
  }

  /* ---- Titles: indicators, procedures, fields, events of life, articles, other pages --------------------------- */

  const OWN = 8; // the weight of a site's own pages
  const TITLE_KINDS = ["v", "t", "l", "g", "c", "b"];

  /** What the file of a site says: its titles, the units with pages, and what there is of texts. */
  function siteOf(text, reading) {
    const site = { pages: "", titles: [], chunks: [], starts: new Set(), spoken: [] };
    const owners = [];
    for (const line of text.split("\n")) {
      if (line[0] === "/") site.pages = line.slice(1);
      else if (line[0] === "&") site.starts = new Set(line.slice(1).split(" "));
      else if (line[0] === ">") {
        const [name, count] = line.slice(1).split("|");
        const before = site.chunks[site.chunks.length - 1];
        site.chunks.push({ name, count: Number(count), first: before ? before.first + before.count : 0 });
      } else if (line) {
        const [kind, title, address, others, weight] = line.split("|");
        const also = (others || "").split(";").filter(Boolean);
        // The site's own pages are known by their addresses, too: «tra cứu», «hướng dẫn».
        const called = kind === "g" && /^[^/]+\/$/.test(address) ? [address.replace(/[-/]+/g, " ").trim()] : [];
        for (const name of [title, ...also, ...called]) {
          site.spoken.push(name);
          owners.push(site.titles.length);
        }
        site.titles.push({ kind, title, address, also, weight: called.length ? OWN : Number(weight || 0) });
      }
    }
    site.corpus = corpusOfTexts(site.spoken.map((name) => reading.alike(reading.fold(name))), owners, site.titles.length);
    site.namesOf = site.titles.map(() => []);
    owners.forEach((title, name) => site.namesOf[title].push(name));
    return site;
  }

  function titlesFor(site, matches, reading) {
    const { words, whole, begun, loose, initials, complete, names, starting, forgiven, touched, slips } = matches;
    const full = bits(0, words.length);
    const phrases = ownersOfPhrase(site.corpus, words);
    const spelling = spellingCosts(reading, words, (name) => site.spoken[name]);
    return touched.map((title) => {
      const { kind, title: said, weight } = site.titles[title];
      const isStart = (begun[title] & 1) && (matches.begins[title] & 15) === 1;
      const isAll = isWhole(matches, title);
      const short = initials[title] & ~(whole[title] | begun[title] | loose[title]);
      let cost = isAll ? COST.title : isStart && complete[title] ? COST.titleBegun : isStart ? COST.titleInWord
        : phrases.has(title) ? COST.titlePhrase : COST.titleWords + (short ? 1 : 0);
      if (spelling.isSpelt) {
        cost += isAll || isStart ? spelling.ofSpan(0, words.length, spelling.known(isAll ? names[title] : starting[title]))
          : spelling.ofWords(loose[title], site.namesOf[title].flatMap(spelling.known));
      }
      const solid = whole[title] | begun[title] | (phrases.has(title) ? full : sideBySide(site, title, words)) & ~forgiven[title];
      const rest = full & ~(solid | loose[title] | short);
      const left = rest ? 2 * lettersIn(words, rest) + lettersIn(words, loose[title] & ~solid) : 0;
      // The shorter, the nearer; and of indicators those first of which much is published.
      const rank = Math.max(0, Math.min(250, 100 + said.length - 10 * weight));
      return left * WORTH.left + (cost + (slips ? COST.slips : 0)) * WORTH.cost + rank * WORTH.rank + TITLES + TITLE_KINDS.indexOf(kind) * TITLES_OF_KIND + title;
    });
  }

  /** The words of a query that stand beside their neighbours in a title, too. */
  function sideBySide(site, title, words) {
    const { text, starts } = site.corpus;
    let mask = 0;
    for (const name of site.namesOf[title]) {
      const said = text.slice(starts[name], starts[name + 1]).replace("\n", " ");
      for (let from = 0; from + 1 < words.length; from += 1) {
        if (said.includes(` ${words[from].sound} ${words[from + 1].sound} `)) mask |= bits(from, from + 2);
      }
    }
    return mask;
  }
  const TITLES = 2 ** 23; // above the numbers of units
  const TITLES_OF_KIND = 2 ** 20;
  const isWhole = ({ words, spans }, title) => (spans[title] & 15) === 1 && ((spans[title] >> 4) & 15) === words.length;

  /* ---- A query ------------------------------------------------------------------------------------------------- */

  /** Names for a query, best first: those with all of its words, or else what comes nearest to it.
      `shown` says how many are wanted; `site` may be missing. */
  function find(units, site, text, shown = 50) {
    const { apart, numbered, isKindBegun, wordsOf } = units.reading;
    const words = wordsOf(text);
    if (!words.length) return { words, isFull: false, results: [], count: 0 };
    const isTyping = words.length > 1 && isKindBegun(words[words.length - 1].folded); // «… tin» of «… tinh An Giang»
    const parts = apart(words);
    const readings = [words, ...(isTyping ? [words.slice(0, -1)] : []), ...(parts.length > words.length ? [parts] : [])];
    let found = null;
    for (const meant of readings) {
      found = findWords(units, site, meant, { shown });
      if (found) break;
    }
    const digits = numbered(words);
    const other = digits && findWords(units, site, digits, { shown });
    if (other) return found ? bothOf(found, other, shown) : other;
    const timed = found && found.results[0].cost === COST.whole ? null : ofATime(units, site, words, shown);
    if (timed && !(found && found.results[0].cost <= timed.results[0].cost)) return timed;
    if (found && found.results[0].cost <= CLEAR) return found;
    for (const meant of found ? [] : [words, parts].flatMap((reading) => unglued(units, reading))) {
      const split = findWords(units, site, meant, { shown });
      if (split) return split;
    }
    return nearestOf(units, site, words, { shown, found });
  }

  /** What a query finds without «cũ» or «mới», those of that time first: «Tỉnh Bắc Giang (cũ)». */
  function ofATime(units, site, words, shown) {
    for (const [said, time] of TIMES) {
      const rest = words.filter(({ folded, spelt }) => folded !== said || (isMarked(spelt[0]) && spelt[0].tone !== TONES_OF_TIMES[said]));
      const found = rest.length && rest.length < words.length ? findWords(units, site, rest, { shown }) : null;
      const isOf = ({ unit }) => unit !== undefined && (units.ended[unit] === time || units.level[unit] === PROVINCE); // those that grew are both
      if (found) return { ...found, results: [...found.results.filter(isOf), ...found.results.filter((result) => !isOf(result))] };
    }
    return null;
  }
  const TIMES = [["cu", 1], ["moi", 0]];
  const TONES_OF_TIMES = { cu: "\u0303", moi: "\u0301" };

  const CLEAR = 20; // what costs more may be another name with a slip

  /** The results of two readings of a query: those of the first before those of the second that are no better. */
  function bothOf(one, other, shown) {
    const results = [...one.results.map((result) => ({ ...result, words: one.words })), ...other.results.map((result) => ({ ...result, words: other.words }))];
    return { ...one, results: unitsOnce(results.sort((a, b) => a.cost - b.cost)).slice(0, shown), count: one.count + other.count };
  }

  const unitsOnce = (results) => results.filter(({ unit }, at) => unit === undefined || results.findIndex((other) => other.unit === unit) === at);

  /** A query with a word cut where two names of units were typed as one: «vinhthuankiengiang». */
  function unglued(units, words) {
    const isName = (key) => {
      let isKnown = false;
      eachWhole(units.corpus, key, () => { isKnown = true; });
      return isKnown;
    };
    return words.flatMap(({ sound, folded }, at) => {
      const found = [];
      for (let cut = SHORTEST; cut <= sound.length - SHORTEST; cut += 1) {
        if (!isName(sound.slice(0, cut)) || !isName(sound.slice(cut))) continue;
        found.push([...words.slice(0, at), ...[folded.slice(0, cut), folded.slice(cut)].map(units.reading.wordOf), ...words.slice(at + 1)]);
      }
      return found;
    });
  }
  const SHORTEST = 4; // letters of a name that was typed together with another

  /** What a query asks of a corpus, and of the titles of a site. */
  function matchesOf(units, site, words) {
    const kinds = units.reading.kindsIn(words);
    const kindBefore = (unit, from) => {
      for (const typed of kinds) {
        if (typed.to === from && units.kinds[unit] & (1 << KINDS.indexOf(typed.kind))) return bits(typed.from, typed.to);
      }
      return 0;
    };
    const ofUnits = matchesIn(units.corpus, words, kinds, kindBefore);
    const ofTitles = site && site.titles.length ? matchesIn(site.corpus, words, [], () => 0, true) : null;
    return {
      ofUnits,
      forgive() {
        forgive(units.corpus, ofUnits, kinds);
        if (ofTitles) forgive(site.corpus, ofTitles, []);
      },
      worths: (isPartial) => Float64Array.from([
        ...unitsFor(units, ofUnits, kinds, isPartial), ...(ofTitles ? titlesFor(site, ofTitles, units.reading) : []),
      ]).sort(),
    };
  }

  const leftIn = (worth) => Math.floor(worth / WORTH.left);
  const costIn = (worth) => Math.floor((worth % WORTH.left) / WORTH.cost);
  const nearBest = (worths) => worths.filter((worth) => leftIn(worth) === leftIn(worths[0]) && costIn(worth) <= costIn(worths[0]) + FAR);

  /** The names with all of some words, best first; null where there is none. */
  function findWords(units, site, words, { shown }) {
    const worths = matchesOf(units, site, words).worths(false);
    if (!worths.length || leftIn(worths[0])) return null;
    const { results, count } = resultsOf(units, nearBest(worths), shown);
    return { words, isFull: true, results, count };
  }

  /** What comes nearest to some words; before names with all of them, here and there, a name that they are but for a slip. */
  function nearestOf(units, site, words, { shown, found }) {
    const asked = matchesOf(units, site, words);
    asked.forgive();
    const worths = asked.worths(!found);
    if (found) {
      const slipped = worths.filter((worth) => !leftIn(worth) && worth % WORTH.rank < TITLES && asked.ofUnits.slipped[worth % WORTH.rank]);
      const { results } = resultsOf(units, nearBest(slipped), NEAREST);
      const before = results.filter(({ cost }) => cost - COST.slips < found.results[0].cost - CLEAR);
      if (!before.length) return found;
      return { words, isFull: false, isSlip: true, results: unitsOnce([...before, ...found.results]).slice(0, shown), count: before.length + found.count };
    }
    // Half of what was typed, at least, or else it would be a guess.
    if (!worths.length || leftIn(worths[0]) > 1.5 * lettersIn(words, -1)) return { words, isFull: false, results: [], count: 0 };
    return { words, isFull: false, ...resultsOf(units, nearBest(worths).slice(0, NEAREST), shown) };
  }

  /** Units and titles by what they are worth, each once. */
  function resultsOf(units, worths, shown) {
    const seen = new Set();
    const results = [];
    let count = 0;
    for (const worth of worths) {
      const low = worth % WORTH.rank;
      const isUnit = low < TITLES;
      // A province that grew and kept its name has one page.
      if (isUnit && units.level[low] === PROVINCE) {
        const folder = units.folderOf(low);
        if (seen.has(folder)) continue;
        seen.add(folder);
      }
      count += 1;
      const cost = costIn(worth);
      if (results.length < shown) results.push(isUnit ? { unit: low, cost } : { title: low % TITLES_OF_KIND, cost });
    }
    return { results, count };
  }

  /* ---- What is said of a result -------------------------------------------------------------------------------- */

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

  /* ---- Texts --------------------------------------------------------------------------------------------------- */

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

  return {
    readingBy, unitsOf, siteOf, find, told, markedIn, textWordsOf, filesFor, textsFor, placeOf, extractOf, KINDS, PROVINCE, COMMUNE,
  };
})();
