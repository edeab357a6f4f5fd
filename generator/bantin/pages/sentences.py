"""The lead of a bulletin in words: what `leads` tells of a report, as at most three sentences.

The words come from the lists: an indicator's («tiếp nhận {} hồ sơ»), those of a part («trước hạn {}»), a scope's
(«toàn {}»). A sentence speaks of one time and one scope.
"""

from collections.abc import Collection, Sequence

from bantin.model import Catalogue, Figure, Indicator, Kind, LegalBasis, Period, Report, Target, Value, value_of
from bantin.pages.leads import Aims, Sentence, Shares, Told, aims, told
from bantin.problems import Location
from bantin.vietnamese import date_text, listed, lower_first, upper_first

_OF_AN_INDEX = (Kind.SCORE, Kind.RANK, Kind.GRADE)
DOUBTED = "chưa khớp"
BLANK = "{}"

Run = tuple[str, Figure | Target | None]
"""A text, and the figure or target whose text it is: it stands out."""
Words = tuple[Run, ...]


def lead(report: Report, catalogue: Catalogue, *, doubted: Collection[Location]) -> Words:
    """The lead of a report's bulletin; empty where there is nothing to tell. `doubted` is where doubtful figures
    stand."""
    sentences = told(report, catalogue, doubted=doubted)
    if sentences:
        befores = (None, *sentences[:-1])
        pairs = zip(befores, sentences, strict=True)
        return _spaced([_sentence(report, before, here) for before, here in pairs])
    found = aims(report, catalogue, doubted=doubted)
    return _spaced([_aims(report, found)]) if found else ()


def plain_text(words: Words) -> str:
    """The words without emphasis."""
    return "".join(text for text, _ in words)


def _spaced(sentences: list[Words]) -> Words:
    runs: list[Run] = []
    for sentence in sentences:
        (first, figure), *others = sentence
        runs += [(upper_first(first), figure), *(run for run in others if run[0]), _plain(". ")]
    return *runs[:-1], _plain(".")


def _sentence(report: Report, before: Sentence | None, here: Sentence) -> Words:
    same_time = before is not None and before.time == here.time
    time = "" if same_time else f"{here.time.time_phrase}, "
    subject = _subject(report, here, follows=before is not None and _is_at(before))
    runs = _runs(here.clauses)
    several = any(len(run) > 1 for run in runs)
    return _plain(time + subject), *_joined([_together(run) for run in runs], semicolons=True, always=several)


def _together(run: Sequence[Told | Shares]) -> Words:
    """Clauses of one ending, which the last one says for all: «đạt 95,8 điểm và xếp hạng 1 về Chỉ số …»."""
    *others, last = run
    return tuple(_joined([*(_clause(clause, but=_ending(clause)) for clause in others), _clause(last)]))


def _runs(clauses: Sequence[Told | Shares]) -> list[list[Told | Shares]]:
    """The clauses, those of one ending that stand side by side together."""
    runs: list[list[Told | Shares]] = []
    for clause in clauses:
        if runs and _ending(clause) and _ending(clause) == _ending(runs[-1][-1]):
            runs[-1].append(clause)
        else:
            runs.append([clause])
    return runs


def _ending(clause: Told | Shares) -> str:
    """What a clause about an index says after its figure: « về Chỉ số …»; nothing of other clauses."""
    if isinstance(clause, Shares) or clause.figure.indicator.kind not in _OF_AN_INDEX:
        return ""
    return clause.figure.indicator.phrase.partition(BLANK)[2]


def _subject(report: Report, here: Sentence, *, follows: bool) -> str:
    """Who a sentence is about, up to its verb; `follows` is whether the sentence before was about the place itself."""
    scope, place = here.slice.scope, report.place_name
    office = next((member for member in here.slice.members if BLANK in member.phrase), None)
    others = [member for member in here.slice.members if member != office]
    alone = f"riêng {listed(lower_first(member.label) for member in others)}, " if others else ""
    if BLANK in (phrase := office.phrase if office else scope.phrase):
        return f"{alone}{phrase.replace(BLANK, place)} "
    if not scope.phrase:
        return f"{alone}{here.slice.scope_label} ({place}) "
    return f"{scope.phrase}, {alone}" + ("" if follows else f"{place} ")


def _is_at(sentence: Sentence) -> bool:
    """Whether the place itself is what a sentence is about, and its scope says where."""
    phrase = sentence.slice.scope.phrase
    return bool(phrase) and BLANK not in phrase


def _clause(clause: Told | Shares, *, but: str = "") -> Words:
    """A clause without the ending that the next one says for both."""
    if isinstance(clause, Shares):
        return _plain("có "), *_joined([_share(rate) for rate in clause.rates]), _plain(_remark(clause.base, False))
    figure = clause.figure
    if figure.is_share:
        base = _remark(figure.base, clause.doubted)
        return _plain(f"có {lower_first(figure.indicator.label)} là "), _strong(figure), _plain(base)
    phrase = figure.indicator.phrase.removesuffix(but)
    said = (*_filled(figure, phrase), _plain(_remark(None, clause.doubted)))
    if clause.shares:
        shares = [(*_share(rate.figure), _plain(_remark(None, rate.doubted))) for rate in clause.shares]
        return *said, _plain(", trong đó "), *_joined(shares)
    return *said, *_parts(clause)


def _parts(total: Told) -> Words:
    """What a total consists of; parts that are told by themselves elsewhere are no outcomes of it."""
    if not total.parts:
        return ()
    own = (part.figure.indicator for part in total.parts if part.figure.indicator != total.figure.indicator)
    word = "gồm" if any(indicator.phrase for indicator in own) else "trong đó"
    return _plain(f", {word} "), *_joined([_part(part, total) for part in total.parts])


def _part(part: Told, total: Told) -> Words:
    """A part among its siblings: «trước hạn 7.565», «331 toàn trình», «tiếp nhận 11.405 (trực tuyến 7.000 và …)»."""
    figure = part.figure
    if figure.slice != total.figure.slice:
        return _filled(figure, f"{BLANK} {lower_first(figure.slice.members[-1].label)}", across=True)
    said = _filled(figure, figure.indicator.part_phrase)
    if not part.parts:
        return said
    return *said, _plain(" ("), *_joined([_part(below, part) for below in part.parts]), _plain(")")


def _share(rate: Figure) -> Words:
    return _filled(rate, rate.indicator.part_phrase or rate.indicator.phrase)


def _filled(figure: Figure, phrase: str, *, across: bool = False) -> Words:
    """A phrase with the figure in it; `across` is whether the phrase names the figure's slice."""
    value = value_of(figure)
    none = f"không có {lower_first(figure.indicator.label)}"
    if value.is_none:  # «tiếp nhận không có» is no sentence, «không có hồ sơ tiếp nhận» is
        return (_plain(phrase.replace(BLANK, none) if across else none),)
    before, after = phrase.split(BLANK)
    if value.kind is Kind.RANK and value.text[0].isdecimal():
        before = f"{before}thứ "
    among = f" trong số {figure.among}" if figure.among else ""
    return _plain(before), _strong(figure), _plain(among + _without_unit(after, value, figure.indicator))


def _without_unit(after: str, value: Value, indicator: Indicator) -> str:
    """What follows the figure, without the unit that is printed with it."""
    unit = indicator.unit
    said = unit and value.text.endswith(unit) and after.lstrip().startswith(unit)
    return after.lstrip().removeprefix(unit) if said else after


def _remark(base: Indicator | None, doubted: bool) -> str:
    """« (trên số hồ sơ đến hạn; chưa khớp)»."""
    remarks = [f"trên số {lower_first(base.label)}"] if base else []
    remarks += [DOUBTED] if doubted else []
    return f" ({'; '.join(remarks)})" if remarks else ""


def _aims(report: Report, found: Aims) -> Words:
    time, within = _time_of(report.period, found), _scope_of(found)
    stated = [target.basis for target, _ in found.targets if target.basis]
    every = len(stated) == len(found.targets)
    bases = f" theo {listed(map(_basis, dict.fromkeys(stated)))}" if every else ""
    due = f"thời hạn: {found.due}" if found.due else ""
    limits = f"{_aside(within)}{bases}{_aside(due)}" if bases else _aside(within, due)
    opening = f"{report.place_name} đặt chỉ tiêu{time}{limits}: "
    named = [_aim(target, doubted, scoped=not within) for target, doubted in found.targets]
    return _plain(opening), *_joined(named, semicolons=True)


def _time_of(period: Period, found: Aims) -> str:
    """For when targets are set, which is not when they were: plans of a year are made before it."""
    return "" if found.due else f" {period.name}" if period.opens else f" cho {period.name}"


def _scope_of(found: Aims) -> str:
    """The slice of all targets, where it is one and need not be said at each."""
    slices = {target.slice.id: target.slice for target, _ in found.targets}
    return lower_first(next(iter(slices.values())).label) if len(slices) == 1 < len(found.targets) else ""


def _aside(*notes: str) -> str:
    """Notes in brackets after a word; nothing where there are none."""
    said = "; ".join(note for note in notes if note)
    return f" ({said})" if said else ""


def _aim(target: Target, doubted: bool, *, scoped: bool) -> Words:
    quotes = ("«", "»") if target.value.number is None else ("", "")
    within = f" ({lower_first(target.slice.label)})" if scoped else ""
    named = listed(lower_first(indicator.label) for indicator in target.indicators)
    name = f"{named}{within} {quotes[0]}"
    return _plain(name), (target.text, target), _plain(quotes[1] + _remark(None, doubted))


def _basis(basis: LegalBasis) -> str:
    return lower_first(basis.title) + (f" ngày {date_text(basis.issued)}" if basis.issued else "")


def _joined(clauses: Sequence[Words], *, semicolons: bool = False, always: bool = False) -> Words:
    """Clauses as a sentence lists them; semicolons part them always, or if they may and one has commas of its own."""
    by_semicolons = semicolons and (always or any(", " in plain_text(clause) for clause in clauses))
    joined: list[Run] = []
    for index, clause in enumerate(clauses):
        if index:
            last = index == len(clauses) - 1 and not by_semicolons
            joined.append(_plain(" và " if last else "; " if by_semicolons else ", "))
        joined += clause
    return tuple(joined)


def _plain(text: str) -> Run:
    return text, None


def _strong(figure: Figure) -> Run:
    return figure.text, figure
