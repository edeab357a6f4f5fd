/* Finds units and titles by what somebody types: the readings of a query, and the results of the best.
   Nothing here knows of a page: texts go in, results come out. Its parts stand in tim/. */
const bantinSearch = (() => {
  "use strict";

  const { isMarked } = bantinReading;
  const { eachWhole, bits, matchesIn, forgive, lettersIn } = bantinWords;
  const { KINDS, PROVINCE } = bantinUnits;
  const { COST, NEAREST, FAR, WORTH, TITLES, TITLES_OF_KIND, unitsFor, titlesFor } = bantinRanking;

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

  return { find, ...bantinUnits, ...bantinTexts, siteOf: bantinRanking.siteOf };
})();
