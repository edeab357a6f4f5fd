/* How names of places are read. The rules are those of bantin.places.naming, which writes them into the page;
   tests/places/name_cases.json holds both to the same answers. */
const bantinNames = (rules) => {
  "use strict";

  const any = (characters) => new RegExp(`[${characters}]`, "g");
  const marks = any(rules.marks);
  const tones = any(rules.tones);
  const struck = any(rules.struck);
  const apostrophes = any(rules.apostrophes);

  /** The kind with which a name begins. */
  const kindIn = (name) => (rules.kinds.find(([, kind]) => name.startsWith(`${kind} `)) || ["", ""])[1];

  /** Words without any marks: «Đắk Lắk» is «dak lak». */
  const fold = (text) => text.normalize("NFD").replace(marks, "").toLowerCase().replace(struck, "d")
    .replace(apostrophes, "").replace(/[^a-z0-9]+/g, " ").trim().replace(/\b0+(?=\d)/g, "");

  /** Each syllable as its letters and its tone, wherever the mark stands: «Hòa» and «Hoà» are one. */
  const spelling = (text) => (text.normalize("NFD").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [])
    .map((word) => ({ letters: word.replace(tones, ""), tone: (word.match(tones) || []).join("") }));

  /** What a text may mean: it is a name, or so many words of it are a kind and the rest is a name. */
  function meanings(text) {
    const folded = fold(text).replace(/^([pq])0*(\d+)$/, "$1 $2");
    const kinds = rules.kinds.filter(([start]) => folded.startsWith(`${start} `));
    return [{ kind: "", name: folded, before: 0 }, ...kinds.map(([start, kind]) => (
      { kind, name: folded.slice(start.length + 1), before: start.split(" ").length }))];
  }

  return { kindIn, fold, spelling, meanings };
};
