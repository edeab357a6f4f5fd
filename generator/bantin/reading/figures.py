"""The figures and targets of a report, every name resolved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bantin.model import (
    Catalogue,
    Figure,
    Indicator,
    Kind,
    LegalBasis,
    Period,
    Slice,
    Source,
    State,
    Target,
    Value,
    indicator_at,
    parts_of,
)
from bantin.problems import Problem, Text, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block, Pairs, items
from bantin.reading.dates import hint
from bantin.reading.differences import difference_of
from bantin.reading.keys import Keys
from bantin.reading.numbers import Misprint, is_in_words, parse
from bantin.reading.scores import highest_of
from bantin.reading.slices import Slices
from bantin.reading.sources import all_named_by, named_by
from bantin.reading.times import parse_as_of, until_published
from bantin.reading.trees import Entries, Node


class Said(NamedTuple):
    """What a file says of an indicator in a slice."""

    slice: Slice
    indicator: Indicator
    key: Text
    """The name that the indicator was given."""
    node: Node
    part: Text
    """The name that the slice was given."""


@dataclass(frozen=True)
class Values:
    """Reads the values of one file, which name that file's sources and legal bases."""

    report: Block
    catalogue: Catalogue
    sources: tuple[Source, ...]
    bases: tuple[LegalBasis, ...]
    period: Period
    """The report's."""
    slices: Slices
    """The slices that the file names."""

    def by_slice(self, key: str) -> Iterator[Said]:
        """Every indicator of a section, in each of its slices."""
        named: dict[str, dict[str, Text]] = {}
        for part in self.slices.parts(key):
            for said in self.indicators(part.pairs, named.setdefault(part.id, {})):
                if part.slice:
                    yield Said(part.slice, *said, part.name)

    def targets(self) -> Iterator[Target]:
        """Every target, one of «A + B» once."""
        named: dict[str, dict[str, Text]] = {}
        for part in self.slices.parts("Chỉ tiêu"):
            for name, node in part.pairs:
                known = self.catalogue.indicator(name.value)
                parts = tuple((text, node) for text in ((name,) if known else parts_of(name, "+")))
                found = tuple(said[0] for said in self.indicators(parts, named.setdefault(part.id, {})))
                if part.slice and found:
                    target = self.target(Said(part.slice, found[0], name, node, part.name), found)
                    yield from () if target is None else (target,)

    def indicators(self, pairs: Pairs, named: dict[str, Text]) -> Iterator[tuple[Indicator, Text, Node]]:
        """Every indicator of one slice, each once; `named` are those of it that stood elsewhere, and grows."""
        for word, value in pairs:
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

    def figures(self, said: Said) -> Iterator[Figure]:
        """The figures of an indicator: one, or one of each source that prints it otherwise."""
        within, indicator, _, node, name = said
        if isinstance(node, Text) and node.value and len(self.sources) == 1:  # most figures; the same as below
            plain = parsed(self.report, node, indicator=indicator)
            if plain is not None:
                self.slices.hold(within, name, self.period)
                yield Figure(indicator, within, plain, self.sources[0], node.at, self.default_base(indicator))
            return
        for variant, single in enumerate(items(node), start=1):
            block = self.value_block(said._replace(node=single), vocabulary.FIGURE)
            value, sources = _state_or_value(block, indicator), all_named_by(block, "Nguồn", choices=self.sources)
            base, time = self.stated_base(block), self.own_time(block)
            if value is not None and sources:
                change, as_of = block.text("Thay đổi"), _until_printed(time, sources) if time else None
                self.slices.hold(within, name, as_of or self.period)
                yield Figure(
                    indicator=indicator,
                    slice=within,
                    value=value,
                    source=sources[0],
                    also=sources[1:],
                    at=block.at_key("Giá trị"),
                    base=base or self.default_base(indicator),
                    change=change,
                    as_of=as_of,
                    difference=difference_of(change, indicator, time or self.period) if change else None,
                    highest=highest_of(block, indicator.kind),
                    among=block.text("Trong số"),
                    note=block.text("Ghi chú"),
                    accepted=block.text("Chấp nhận"),
                    variant=variant,
                )

    def target(self, said: Said, together: tuple[Indicator, ...]) -> Target | None:
        """The target of an indicator, or of several at once."""
        block = self.value_block(said, vocabulary.TARGET)
        value, sources = _aim_of_all(block, together), all_named_by(block, "Nguồn", choices=self.sources)
        basis = named_by(block, "Căn cứ", choices=self.bases) if self.bases or "Căn cứ" in block.nodes else None
        if isinstance(value, State):
            message = f"{excerpt(said.key.value)} là chỉ tiêu, không thể là «{value}»."
            help = "Ghi mức phải đạt, ví dụ: tối thiểu 98%; nguồn không nêu mức thì bỏ chỉ tiêu này."
            block.note(Problem(block.at_key("Giá trị"), "target-without-value", message, help))
        if not isinstance(value, Value) or not sources:
            return None
        self.slices.hold(said.slice, said.part, self.period)
        return Target(
            indicator=said.indicator,
            slice=said.slice,
            value=value,
            source=sources[0],
            also=sources[1:],
            together=together if len(together) > 1 else (),
            at=block.at_key("Giá trị"),
            basis=basis,
            due=block.text("Thời hạn"),
            note=block.text("Ghi chú"),
            accepted=block.text("Chấp nhận"),
        )

    def value_block(self, said: Said, keys: Keys) -> Block:
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

    def own_time(self, block: Block) -> Period | None:
        """The time that a figure speaks of, where it is not the report's."""
        text = block.scalar("Tính đến")
        time = parse_as_of(text.value, self.period) if text else None
        if text and not time:
            message = f"Không đọc được thời điểm {excerpt(text.value)}."
            help = f"{hint(text.value)} Ghi như: {vocabulary.TIME.example}.".lstrip()
            block.note(Problem(text.at, "date-unreadable", message, help))
        return time if time and not time.is_same_time(self.period) else None

    def default_base(self, indicator: Indicator) -> Indicator | None:
        return self.catalogue.indicators.get(indicator.base) if indicator.base else None


def _until_printed(time: Period, sources: Iterable[Source]) -> Period:
    """A time that runs «đến nay» until the first of its sources was published."""
    return until_published(time, min((source.published for source in sources if source.published), default=None))


def _state_or_value(block: Block, indicator: Indicator) -> Value | State | None:
    if "Trạng thái" not in block.nodes:
        return _value(block, indicator)
    if "Giá trị" in block.nodes:
        message = f"{excerpt(block.name)} có cả «Giá trị» và «Trạng thái»."
        block.note(Problem(block.at_key("Trạng thái"), "state-and-value", message, "Chỉ giữ một trong hai."))
    # The state as it is spelt: a choice is known without its tone marks, a value is not.
    state = block.choice(vocabulary.STATE)
    return parsed(block, Text(state, block.at_key("Trạng thái")) if state else None, indicator=indicator)


def _value(block: Block, indicator: Indicator) -> Value | State | None:
    return parsed(block, block.scalar("Giá trị") if block.is_complete() else None, indicator=indicator)


def _aim_of_all(block: Block, together: tuple[Indicator, ...]) -> Value | State | None:
    """What several indicators are to reach; the problem of the first that cannot be so much."""
    text, found = block.scalar("Giá trị") if block.is_complete() else None, None
    for indicator in together:
        found = _aim(block, text, indicator)
        if found is None:
            break
    return found


def _aim(block: Block, text: Text | None, indicator: Indicator) -> Value | State | None:
    """What is to be reached: a value, or words alone («duy trì và nâng cao thứ hạng»)."""
    if text and is_in_words(text.value, indicator.kind):
        return Value(text.value, Kind.STATEMENT)
    return parsed(block, text, indicator=indicator)


def parsed(block: Block, text: Text | None, *, indicator: Indicator) -> Value | State | None:
    """What a text says of an indicator; None, and a problem of the block, where that is nothing it can be."""
    if text is None:
        return None
    value = parse(text.value, indicator.kind, unit=indicator.unit, of_hundred=indicator.of_hundred)
    if isinstance(value, Misprint):
        length = max(1, value.length) if text.as_typed else 1
        block.note(Problem(text.at_letter(value.offset), value.code, value.message, value.help, length=length))
        return None
    return value
