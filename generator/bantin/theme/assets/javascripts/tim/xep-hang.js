/* What units and titles are worth for a query, the best first. */
const bantinRanking = (() => {
  "use strict";

  const { spellingCosts } = bantinReading;
  const { SPACE, LINE, corpusOfTexts, ownersOfPhrase, bits, lettersIn, countBits } = bantinWords;
  const { KINDS, PROVINCE, COMMUNE } = bantinUnits;

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
    const { corpus, level, ended, parent, now, lastPart, chainBefore, chainUnits, reading } = units;
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

  return { COST, NEAREST, FAR, WORTH, TITLES, TITLES_OF_KIND, unitsFor, siteOf, titlesFor };
})();
