/* How names are read: by the rules of bantin.places.naming, which come with the names. */
const bantinReading = (() => {
  "use strict";

  const MOST = 12; // words of a query
  const latin = new TextDecoder("latin1");

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


  return { MOST, latin, readingBy, isMarked, spellingCosts };
})();
