"""One report file as a `Report`: what a place published for a period, every name resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

from bantin.model import (
    MAX_LETTERS,
    MAX_LINES,
    Assessment,
    Catalogue,
    Figure,
    Indicator,
    LegalBasis,
    Period,
    Report,
    Slice,
    Source,
    State,
    Target,
    Value,
    indicator_at,
    is_too_long,
    slice_at,
)
from bantin.places import Unit
from bantin.problems import Found, Location, Problem, Text, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block, items
from bantin.reading.keys import Keys
from bantin.reading.misprints import Misprint
from bantin.reading.numbers import parse
from bantin.reading.times import parse_as_of
from bantin.reading.trees import Entries, Node
from bantin.vietnamese import date_text, lower_first, slug

IdentifiedT = TypeVar("IdentifiedT", Source, LegalBasis)


def report_of(root: Node, place: Unit, *, period: Period, catalogue: Catalogue) -> Found[Report]:
    """The report that a file's tree holds; what cannot be read of it is a problem and left out."""
    block = Block(root, vocabulary.REPORT)
    at = Location(root.at.source)
    if "Kỳ" in block.nodes:
        period = _stated_period(block.inner(block.nodes["Kỳ"], vocabulary.PERIOD, name="Kỳ"), period)
    sources = sources_of(block)
    bases = tuple(_basis(block.inner(node, vocabulary.BASIS, name="Căn cứ")) for node in block.items("Căn cứ"))
    block.note(*_shared_ids("Căn cứ", bases))
    values = _Values(block, catalogue, sources, bases)
    report = Report(
        place=place,
        period=period,
        at=at,
        sources=sources,
        bases=bases,
        figures=tuple(figure for said in values.by_slice("Số liệu") for figure in values.figures(said)),
        targets=tuple(target for said in values.by_slice("Chỉ tiêu") if (target := values.target(said))),
        assessments=_assessments(block),
    )
    if "Số liệu" not in block.nodes and "Chỉ tiêu" not in block.nodes and block.is_group:
        message = "Tệp chưa có số liệu hay chỉ tiêu nào."
        block.note(Problem(at, "report-empty", message, "Thêm mục «Số liệu» hoặc «Chỉ tiêu»."))
    return Found(report, block.problems)


def sources_of(block: Block) -> tuple[Source, ...]:
    """The sources listed in a block; having none is a problem, for no figure stands without one."""
    if "Nguồn" not in block.nodes and block.is_group:
        help = "Thêm mục «Nguồn» với «Tên» và «Cơ quan» đã công bố."
        block.note(Problem(block.at, "source-missing", "Tệp chưa ghi nguồn.", help))
    found = tuple(_source(block.inner(node, vocabulary.SOURCE, name="Nguồn")) for node in block.items("Nguồn"))
    block.note(*_shared_ids("Nguồn", found))
    return found


def _shared_ids(key: str, choices: Sequence[IdentifiedT]) -> Iterator[Problem]:
    owners: dict[str, IdentifiedT] = {}
    for choice in choices:
        owner = owners.setdefault(slug(choice.id), choice) if choice.id else choice
        if owner.at != choice.at:
            message = f"Mã {excerpt(choice.id)} đã dùng cho mục «{key}» ở dòng {owner.at.line}."
            yield Problem(choice.at, "id-taken", message, "Đặt cho mỗi mục một mã riêng.")


def _source(block: Block) -> Source:
    block.is_complete()
    address = block.text("Địa chỉ")
    if address and not is_web_address(address):
        message = f"{excerpt(address)} không phải là địa chỉ trang."
        help = "Địa chỉ bắt đầu bằng https:// hoặc http://; không có thì bỏ dòng này."
        block.note(Problem(block.at_key("Địa chỉ"), "address-unreadable", message, help))
        address = ""
    return Source(
        title=block.text("Tên"),
        publisher=block.text("Cơ quan"),
        at=block.at,
        published=block.day("Ngày"),
        author=block.text("Tác giả"),
        number=block.text("Số hiệu"),
        address=address,
        note=block.text("Ghi chú"),
        id=block.text("Mã"),
    )


def is_web_address(text: str) -> bool:
    """Whether the text is an absolute http or https address without spaces or controls."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", text)


def _basis(block: Block) -> LegalBasis:
    block.is_complete()
    return LegalBasis(
        title=block.text("Tên"),
        at=block.at,
        issued=block.day("Ngày"),
        issuer=block.text("Cơ quan"),
        summary=block.text("Trích yếu"),
        id=block.text("Mã"),
    )


def _stated_period(block: Block, period: Period) -> Period:
    start, end, name = block.day("Từ"), block.day("Đến"), block.scalar("Tên")
    start, end = start or period.start, end or period.end
    if start > end:
        message = f"Ngày đầu kỳ ({date_text(start)}) đứng sau ngày cuối kỳ ({date_text(end)})."
        block.note(Problem(block.at, "period-reversed", message, "Kiểm tra lại «Từ» và «Đến»."))
        return period
    # A printed name with a capital («Năm 2023») reads on inside a sentence.
    stated = lower_first(name.value) if name else period.name
    return replace(period, start=start, end=end, name=stated, stated=True)


class _Said(NamedTuple):
    """What a file says of an indicator in a slice."""

    slice: Slice
    indicator: Indicator
    key: Text
    """The name that the indicator was given."""
    node: Node


@dataclass(frozen=True)
class _Values:
    """Reads the values of one file, which name that file's sources and legal bases."""

    report: Block
    catalogue: Catalogue
    sources: tuple[Source, ...]
    bases: tuple[LegalBasis, ...]

    def by_slice(self, key: str) -> Iterator[_Said]:
        """Every indicator of a section, in each of its slices."""
        seen: dict[str, Text] = {}
        for name, node in self.report.pairs_at(key):
            part = slice_at(self.catalogue, name)
            if isinstance(part, tuple):
                self.report.note(*part)
            elif part.id in seen:
                earlier = seen[part.id]
                message = f"{excerpt(name.value)} và {excerpt(earlier.value)} ở dòng {earlier.at.line} là một."
                self.report.note(Problem(name.at, "duplicate-key", message, "Gộp hai phần làm một."))
            else:
                seen[part.id] = name
            for said in self.indicators(node):
                if isinstance(part, Slice):
                    yield _Said(part, *said)

    def indicators(self, node: Node) -> Iterator[tuple[Indicator, Text, Node]]:
        """Every indicator of one slice, each once."""
        named: dict[str, Text] = {}
        for word, value in self.report.pairs_of(node):
            indicator = indicator_at(self.catalogue, word)
            if isinstance(indicator, Problem):
                self.report.note(indicator)
            elif indicator.id in named:
                earlier = named[indicator.id]
                message = f"{excerpt(word.value)} và {excerpt(earlier.value)} ở dòng {earlier.at.line} là một chỉ số."
                help = "Giữ một mục; hai nguồn in khác nhau thì ghi thành danh sách dưới một tên."
                self.report.note(Problem(word.at, "duplicate-key", message, help))
            else:
                named[indicator.id] = word
                yield indicator, word, value

    def figures(self, said: _Said) -> Iterator[Figure]:
        """The figures of an indicator: one, or one of each source that prints it otherwise."""
        part, indicator, _, node = said
        if isinstance(node, Text) and node.value and len(self.sources) == 1:  # most figures; the same as below
            plain = _parsed(self.report, node, indicator)
            if plain is not None:
                yield Figure(indicator, part, plain, self.sources[0], node.at, self.default_base(indicator))
            return
        for variant, single in enumerate(items(node), start=1):
            block = self.value_block(said._replace(node=single), vocabulary.FIGURE)
            value, source = _state_or_value(block, indicator), _by_id(block, "Nguồn", self.sources)
            base, as_of = self.stated_base(block), _as_of(block)
            if value is not None and source:
                yield Figure(
                    indicator=indicator,
                    slice=part,
                    value=value,
                    source=source,
                    at=block.at_key("Giá trị"),
                    base=base or self.default_base(indicator),
                    change=block.text("Thay đổi"),
                    as_of=as_of,
                    note=block.text("Ghi chú"),
                    accepted=block.text("Chấp nhận"),
                    variant=variant,
                )

    def target(self, said: _Said) -> Target | None:
        """The target of an indicator."""
        block = self.value_block(said, vocabulary.TARGET)
        value, source = _value(block, said.indicator), _by_id(block, "Nguồn", self.sources)
        basis = _by_id(block, "Căn cứ", self.bases) if self.bases or "Căn cứ" in block.nodes else None
        if isinstance(value, State):
            message = f"{excerpt(said.key.value)} là chỉ tiêu, không thể là «{value}»."
            help = "Ghi mức phải đạt, ví dụ: tối thiểu 98%; nguồn không nêu mức thì bỏ chỉ tiêu này."
            block.note(Problem(block.at_key("Giá trị"), "target-without-value", message, help))
        if not isinstance(value, Value) or not source:
            return None
        return Target(
            indicator=said.indicator,
            slice=said.slice,
            value=value,
            source=source,
            at=block.at_key("Giá trị"),
            basis=basis,
            due=block.text("Thời hạn"),
            note=block.text("Ghi chú"),
            accepted=block.text("Chấp nhận"),
        )

    def value_block(self, said: _Said, keys: Keys) -> Block:
        """A value as a block; one written short («1.210») as the block it stands for."""
        node = said.node
        if isinstance(node, Text):
            node = Entries(((Text("Giá trị", node.at), node),), node.at)
        return self.report.inner(node, keys, name=said.key.value)

    def stated_base(self, block: Block) -> Indicator | None:
        name = block.scalar("Mẫu số")
        base = indicator_at(self.catalogue, name) if name else None
        if not isinstance(base, Problem):
            return base
        block.note(base)
        return None

    def default_base(self, indicator: Indicator) -> Indicator | None:
        return self.catalogue.indicators.get(indicator.base) if indicator.base else None


def _state_or_value(block: Block, indicator: Indicator) -> Value | State | None:
    if "Trạng thái" not in block.nodes:
        return _value(block, indicator)
    if "Giá trị" in block.nodes:
        message = f"{excerpt(block.name)} có cả «Giá trị» và «Trạng thái»."
        block.note(Problem(block.at_key("Trạng thái"), "state-and-value", message, "Chỉ giữ một trong hai."))
    # The state as it is spelt: a choice is known without its tone marks, a value is not.
    state = block.choice(vocabulary.STATE)
    return _parsed(block, Text(state, block.at_key("Trạng thái")) if state else None, indicator)


def _value(block: Block, indicator: Indicator) -> Value | State | None:
    return _parsed(block, block.scalar("Giá trị") if block.is_complete() else None, indicator)


def _parsed(block: Block, text: Text | None, indicator: Indicator) -> Value | State | None:
    if text is None:
        return None
    value = parse(text.value, indicator.kind, unit=indicator.unit)
    if isinstance(value, Misprint):
        length = max(1, value.length) if text.as_typed else 1
        block.note(Problem(text.at_letter(value.offset), value.code, value.message, value.help, length=length))
        return None
    return value


def _as_of(block: Block) -> Period | None:
    text = block.scalar("Tính đến")
    if not text:
        return None
    time = parse_as_of(text.value)
    if not time:
        message = f"Không đọc được thời điểm {excerpt(text.value)}."
        help = "Ghi 09/12/2021, tháng 7/2023, cuối tháng 7/2020 hoặc năm 2020."
        block.note(Problem(text.at, "date-unreadable", message, help))
    return time


def _by_id(block: Block, key: str, choices: Sequence[IdentifiedT]) -> IdentifiedT | None:
    """The source or legal basis that a value names by its id; the only one when the file has only one."""
    name = block.scalar(key)
    if not name:
        if len(choices) > 1:
            message = f"Tệp có {len(choices)} mục «{key}», nhưng {excerpt(block.name)} chưa nói theo mục nào."
            help = f"Dưới tên chỉ số, ghi «Giá trị: …» một dòng và «{key}: mã» một dòng. {_ids(choices)}"
            block.note(Problem(block.at, "reference-missing", message, help))
        return choices[0] if choices else None
    by_id = {slug(choice.id): choice for choice in choices if choice.id}
    if slug(name.value) not in by_id:
        message = f"Không có mục «{key}» nào mang mã {excerpt(name.value)} trong tệp này."
        block.note(Problem(name.at, "reference-unknown", message, _ids(choices)))
    return by_id.get(slug(name.value))


def _ids(choices: Sequence[IdentifiedT]) -> str:
    ids = [excerpt(choice.id) for choice in choices if choice.id]
    return (
        f"Các mã đã có: {', '.join(ids[:10])}{', …' if len(ids) > 10 else ''}."
        if ids
        else "Chưa mục nào có mã: thêm cho mỗi mục một dòng «Mã: …»."
    )


def _assessments(block: Block) -> tuple[Assessment, ...]:
    found = []
    for heading, node in block.pairs_at("Nhận định"):
        if text := block.scalar_of(node):
            found.append(Assessment(heading.value, text.value, text.at))
    if is_too_long("\n".join(assessment.text for assessment in found)):
        message = f"Các nhận định gộp lại dài hơn {MAX_LETTERS} chữ cái hoặc {MAX_LINES} dòng."
        help = "Rút gọn, hoặc viết thành một bài trong content/."
        block.note(Problem(block.at_key("Nhận định"), "file-too-large", message, help))
        return ()
    return tuple(found)
