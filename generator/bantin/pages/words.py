"""Facts in words: the last step before a template prints them. Nothing decides anything by these words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from urllib.parse import quote

from bantin.model import (
    Asking,
    Correction,
    Direction,
    Indicator,
    Kind,
    LegalBasis,
    Period,
    Question,
    Report,
    Source,
    Target,
)
from bantin.pages.cards import Card, Change
from bantin.pages.cells import Cell, Said
from bantin.pages.cited import Cited, Portion
from bantin.pages.comparisons import Misfit, Reason, Remark, Verdict
from bantin.pages.histories import Break
from bantin.pages.lives import Fate, Inside
from bantin.pages.measures import Measures, measures_of
from bantin.pages.notes import Note
from bantin.pages.place_tables import PlaceTable
from bantin.pages.tables import Group, Matrix, Table
from bantin.places import Unit
from bantin.vietnamese import date_text, listed, lower_first, number, upper_first, weekday_text

_WORDS = {
    Verdict.MET: "đạt",
    Verdict.MISSED: "chưa đạt",
    Verdict.UNKNOWN: "chưa rõ",
    Direction.HIGHER: "Càng cao càng tốt",
    Direction.LOWER: "Càng nhỏ càng tốt",
    Fate.UNCHANGED: "giữ nguyên, không sáp nhập",
    Fate.MADE_OF: "được lập từ",
    Fate.IS_LARGER: "mở rộng, hợp nhất với",
    Fate.GREW: "sau đó mở rộng, hợp nhất với",
    Fate.RENAMED: "nay là",
    Fate.WENT_INTO: "nay thuộc",
    Question.DOSSIERS: "Hồ sơ tiếp nhận",
    Question.ON_TIME: "Giải quyết đúng hạn",
    Question.LATE: "Trễ hạn",
    Question.PROCEDURES: "Thủ tục hành chính",
    Break.UNIT: "có kỳ là của đơn vị khác cùng tên",
    Break.MEASURE: "có kỳ tính theo cách khác",
    Break.LENGTH: "các kỳ dài ngắn khác nhau",
}
_ASKED = {
    Question.DOSSIERS: "Nơi đã công bố có bao nhiêu hồ sơ",
    Question.ON_TIME: "Nơi đã công bố bao nhiêu đúng hạn",
    Question.LATE: "Nơi đã công bố bao nhiêu trễ hạn",
    Question.PROCEDURES: "Nơi đã công bố có bao nhiêu thủ tục",
}
_REASONS = {
    Reason.NO_RESULTS: "Nơi này mới công bố chỉ tiêu, chưa công bố kết quả nên chưa có gì để so với chỉ tiêu.",
    Reason.NO_YEAR_BEFORE: "Chưa so được với cùng kỳ năm trước: kỳ đó chưa có số liệu ở đây.",
    Reason.OTHER_UNIT_THEN: "Chưa so được với cùng kỳ năm trước: kỳ đó là của đơn vị khác cùng tên.",
    Reason.ONLY_TARGETS_THEN: "Chưa so được với cùng kỳ năm trước: kỳ đó mới có chỉ tiêu, chưa có kết quả ở đây.",
    Reason.NOTHING_ALIKE: "Chưa so được với cùng kỳ năm trước: kỳ đó không có con số nào cùng chỉ số, cùng phạm vi và "
    "cùng mẫu số.",
    Reason.NO_TARGETS: "Chưa so được với chỉ tiêu: chỉ tiêu năm {year} chưa có ở đây.",
}
_MISFITS = {
    Misfit.UNIT: "là của đơn vị khác cùng tên nên không so được",
    Misfit.YEAR: "không phải của năm liền trước nên không so được",
    Misfit.LENGTH: "dài ngắn khác nhau nên không so được",
    Misfit.PART: "dài bằng kỳ này nhưng không phải cùng kỳ năm trước",
}

_NOT_IN_MAIL = re.compile(r"[^\w.,:/@-]")


def words(fact: Verdict | Direction | Fate | Question | Break) -> str:
    """A verdict as a table says it; which direction is good, as a line by itself; what became of a territory; what
    people ask; why a line of history breaks."""
    return _WORDS[fact]


def asked(question: Question) -> str:
    """What places were counted for: those that answer a question."""
    return _ASKED[question]


def sentences(remark: Remark) -> str:
    """Why a page compares nothing."""
    known = (f"Các kỳ đã có ({_names(periods)}) {_MISFITS[misfit]}." for misfit, periods in remark.others)
    return " ".join([_REASONS[remark.reason].format(year=remark.year), *known])


def caption(table: Table | Matrix) -> str:
    """What a table is about: a slice, split or not; of several slices the area."""
    if isinstance(table, Matrix):
        return f"{table.slice.label}, theo {lower_first(table.breakdown.label)}"
    return table.groups[0].slice.label if len(table.groups) == 1 else table.area.label


def place_caption(table: PlaceTable) -> str:
    """What a table about many places is about."""
    labels = dict.fromkeys(cell.figure.slice.label for cell in table.every_cell)  # which differ by the kind of a place
    named = upper_first(listed(map(lower_first, labels)))
    return f"{named}, xếp hạng trong số {table.among}" if table.among else named


def note(table: Table | Matrix) -> str:
    """The unit of a table, where it has one, and its time; small print under the caption."""
    unit = unit_note(table.measures)
    return f"{unit}; {table.time.name}" if unit else table.time.title


def group_note(table: Table, group: Group) -> str:
    """The unit and the time of a group of rows, where its table says neither of all."""
    unit = "" if table.measures.common else unit_note(group.measures)
    time = "" if group.time.is_same_time(table.time) else group.time.name
    return "; ".join(filter(None, (unit, time)))


def unit_note(measures: Measures) -> str:
    """The unit that a table says of all its figures; nothing where it says none, or several."""
    return f"Đơn vị tính: {measures.common}" if measures.common else ""


def remarks(noted: Cell | Note) -> tuple[str, ...]:
    """What the source or the editor says about a figure, one short text each."""
    return remarks_of(noted.said)


def remarks_of(said: Said) -> tuple[str, ...]:
    """What is said of a figure, one short text each."""
    base = on_base(said.base) if said.base else ""
    fits = f"khớp khi chia cho số {lower_first(said.fitting.label)}; nguồn không nêu mẫu số" if said.fitting else ""
    most = f"tối đa {number(said.maximum)} điểm" if said.maximum else ""
    among = f"trong số {said.among}" if said.among else ""
    time = said.time.name if said.time else ""
    was = corrected(said.corrections)
    return tuple(text for text in (base, fits, most, among, time, said.change, said.note, was) if text)


def corrected(corrections: Sequence[Correction]) -> str:
    """«đã đính chính ngày 12/10/2026, trước ghi 321»; nothing of what never was."""
    if not corrections:
        return ""
    if len(corrections) == 1:
        return f"đã đính chính ngày {date_text(corrections[0].on)}, trước ghi {corrections[0].was}"
    return f"đã đính chính {listed(f'ngày {date_text(one.on)} (trước ghi {one.was})' for one in corrections)}"


def on_base(base: Indicator) -> str:
    """«trên số hồ sơ tiếp nhận»."""
    return f"trên số {lower_first(base.label)}"


def portion(named: Portion) -> str:
    """«Hồ sơ trễ hạn», «Hồ sơ trễ hạn (Đất đai, Hộ tịch)», «Hồ sơ tiếp nhận («gần 15.200»)»."""
    parts = (
        " ".join([*([within.label] if within else ()), *([f"«{text}»"] if text else ())])
        for within, text in named.parts
    )
    label = listed(indicator.label for indicator in named.indicators)
    return f"{label} ({'; '.join(parts)})" if named.parts else label


def portions(source: Cited) -> str:
    """What is from a source, as a sentence names it."""
    return listed(portion(named) for named in source.portions)


def source_name(source: Source) -> str:
    """A source as the words under a table name it: «Cổng Thông tin điện tử Chính phủ, 20/08/2023»."""
    return f"{source.publisher}, {date_text(source.published)}" if source.published else source.publisher


def source_in_full(source: Source) -> str:
    """The same with its title, and its address where it has one."""
    address = f", {source.address}" if source.address else ""
    return f"{source_name(source)}: «{source.title}»{address}"


def cited_names(found: Iterable[Cited]) -> str:
    """All sources of a table, as a sentence names them."""
    return "; ".join(dict.fromkeys(source_name(one) for source in found for _, one in source.numbered))


def in_mail(text: str) -> str:
    """A text in the address of an e-mail to be written; letters stay letters, which browsers encode by themselves."""
    return _NOT_IN_MAIL.sub(lambda found: quote(found[0].replace("\n", "\r\n")), text)


def card_remarks(card: Card) -> str:
    """What a card says of its figure besides: of which offices, on which base, of what time."""
    return upper_first("; ".join([*([card.figure.slice.label] if card.scoped else ()), *remarks_of(card.said)]))


def grown(change: Change) -> str:
    """«tăng 120 hồ sơ so với cùng kỳ năm trước (1.090)», «cùng kỳ năm trước: hạng 5/63»."""
    before, by = change.before, change.by
    if by is None:
        return f"cùng kỳ năm trước: {before.text}"
    if not by:
        return f"bằng cùng kỳ năm trước ({before.text})"
    unit = "điểm phần trăm" if before.indicator.kind is Kind.PERCENT else before.indicator.unit
    return f"{'tăng' if by > 0 else 'giảm'} {number(abs(by))} {unit} so với cùng kỳ năm trước ({before.text})"


def went(change: Change) -> str:
    """The same in short, without a number that nobody published: «tăng từ 1.090 cùng kỳ năm trước»."""
    if not change.by:
        return grown(change)
    return f"{'tăng' if change.by > 0 else 'giảm'} từ {change.before.text} cùng kỳ năm trước"


def aim_remarks(target: Target) -> tuple[str, ...]:
    """What the source or the editor says about a target."""
    return tuple(text for text in (target.due, target.note) if text)


def basis_line(basis: LegalBasis) -> str:
    """«Quyết định số 435/QĐ-UBND ngày 31/01/2023 của Ủy ban nhân dân huyện … về việc ban hành …»."""
    issued = f" ngày {date_text(basis.issued)}" if basis.issued else ""
    issuer = f" của {basis.issuer}" if basis.issuer else ""
    return f"{basis.title}{issued}{issuer}" + (f" về việc {lower_first(basis.summary)}" if basis.summary else "")


def place_name(report: Report) -> str:
    """The place of a report as a table names it, with the kind it had then; marked where it has ended."""
    return upper_first(report.place_name) + (" (cũ)" if not report.place.is_current else "")


def lifetime(unit: Unit) -> str:
    """«từ 01/07/2025», «đến 30/06/2025»; nothing of what was always there."""
    ends = ("từ", unit.since), ("đến", unit.until)
    return " ".join(f"{word} {date_text(end)}" for word, end in ends if end)


def next_day(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


def divisions(inside: Inside) -> str:
    """«85 xã, 14 phường và 3 đặc khu»."""
    return listed(f"{count} {kind}" for kind, count in inside.counts)


def reached_at(asking: Asking) -> str:
    """«mailto:…» or a page where opinions are sent; «» where that is a desk."""
    words = asking.to.strip()
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", words, re.ASCII):
        return f"mailto:{words}"
    return words if re.fullmatch(r"https?://\S+", words) else ""


def _names(periods: Iterable[Period]) -> str:
    return listed(period.name for period in periods)


FILTERS: Mapping[str, Callable[..., object]] = {
    "words": words,
    "asked": asked,
    "sentences": sentences,
    "caption": caption,
    "place_caption": place_caption,
    "note": note,
    "group_note": group_note,
    "measures": measures_of,
    "unit_note": unit_note,
    "portion": portion,
    "portions": portions,
    "source_name": source_name,
    "cited_names": cited_names,
    "in_mail": in_mail,
    "remarks": remarks,
    "corrected": corrected,
    "on_base": on_base,
    "card_remarks": card_remarks,
    "grown": grown,
    "went": went,
    "aim_remarks": aim_remarks,
    "place_name": place_name,
    "basis": basis_line,
    "alone": upper_first,
    "lower_first": lower_first,
    "lifetime": lifetime,
    "next_day": next_day,
    "divisions": divisions,
    "number": number,
    "weekday": weekday_text,
    "reached_at": reached_at,
}
"""What templates make words with."""
