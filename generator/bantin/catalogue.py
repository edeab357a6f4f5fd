"""The lists in data/danh-muc/: indicators, scopes and breakdowns, and the names they go by.

A name resolves by its slug, so that tone marks, their placing and capitals do not matter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from bantin import gazetteer
from bantin.model import Breakdown, Indicator, Member, ReformArea, Scope, Slice
from bantin.places import KindChange, Unit
from bantin.problems import Location, Problem, excerpt
from bantin.reading import Block, Entries, Node, Text, entries, is_empty, items, offered, unknown
from bantin.values import Direction, Kind
from bantin.vietnamese import listed, slug

INDICATOR_KEYS = {
    "Mã": "Tên ngắn trong địa chỉ trang, khi muốn khác với tên chỉ số",
    "Đơn vị": "Đơn vị tính: hồ sơ, thủ tục, %, hạng …",
    "Loại": "số lượng, tỷ lệ, xếp hạng, điểm, tiền, điểm phần trăm, mức hoặc phát biểu",
    "Nội dung": "Nội dung cải cách hành chính mà chỉ số thuộc về",
    "Giải thích": "Một, hai câu để người dân hiểu chỉ số đếm cái gì",
    "Chiều tốt": "tăng hoặc giảm, khi biết chắc",
    "Bằng tổng": "Các chỉ số cộng lại thành chỉ số này: A + B + C",
    "Tử số": "Chỉ số ở tử số của một tỷ lệ",
    "Mẫu số": "Chỉ số ở mẫu số của một tỷ lệ",
    "Câu": "Cách nói trong câu dẫn của bản tin, với {} ở chỗ của con số",
    "Tên khác": "Những cách gọi khác của cùng chỉ số",
    "Cộng dồn": "có, khi con số đếm từ đầu năm nên không thể giảm trong năm",
    "Từ năm": "Năm đầu tiên chỉ số được dùng",
    "Đến năm": "Năm cuối cùng chỉ số được dùng",
}
SCOPE_KEYS = {
    "Giải thích": "Phạm vi này gồm những cơ quan nào",
    "Câu": "Cách nói trong câu dẫn của bản tin: ở cấp huyện",
    "Gồm": "Các phạm vi cộng lại thành phạm vi này",
    "Tên khác": "Những cách gọi khác của cùng phạm vi",
}
BREAKDOWN_KEYS = {
    "Tên": "Tên của cách chia: Lĩnh vực",
    "Giải thích": "Chia theo cái gì",
    "Trọn bộ": "có, khi các phần cộng lại thành toàn bộ; không, khi còn phần khác",
    "Từ năm": "Năm đầu tiên cách chia được dùng",
    "Đến năm": "Năm cuối cùng cách chia được dùng",
    "Thành viên": "Từng phần của cách chia",
}
KIND_CHANGE_KEYS = {
    "Đơn vị": "Thư mục của đơn vị: dong-nai",
    "Từ ngày": "Ngày đầu tiên mang loại mới: 30/04/2026",
    "Loại": "Loại mới: thành phố, phường …",
    "Căn cứ": "Tên và số hiệu văn bản",
}
MOVE_KEYS = {
    "Cũ": "Địa chỉ đã đăng, không có dấu gạch chéo ở đầu và cuối: kien-giang/huyen-vinh-thuan/2023-quy-2",
    "Mới": "Địa chỉ nay có trang ấy",
}
MEMBER_KEYS = {"Giải thích": "Phần này gồm những gì", "Tên khác": "Những cách gọi khác của cùng phần"}

KINDS = {
    "số lượng": Kind.COUNT,
    "tỷ lệ": Kind.PERCENT,
    "xếp hạng": Kind.RANK,
    "điểm": Kind.SCORE,
    "tiền": Kind.MONEY,
    "điểm phần trăm": Kind.POINTS,
    "mức": Kind.GRADE,
    "phát biểu": Kind.STATEMENT,
}
DIRECTIONS: dict[str, Direction] = {"tăng": "higher", "giảm": "lower"}
YES_NO = {"có": True, "không": False}
AREAS = {str(area): area for area in ReformArea}
_LONGEST_ID = 100  # it is the name of a file


class Named(Protocol):
    """Anything of the catalogue that a file refers to by name."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def at(self) -> Location: ...


NamedT = TypeVar("NamedT", bound=Named)


@dataclass(frozen=True, slots=True)
class Move:
    """A page, or a folder of pages, has another address than it was published at."""

    old: str
    new: str
    at: Location


@dataclass(frozen=True)
class Catalogue:
    """All indicators, scopes and breakdowns of a site, in the order of their files."""

    indicators: dict[str, Indicator] = field(default_factory=dict)
    scopes: dict[str, Scope] = field(default_factory=dict)
    breakdowns: tuple[Breakdown, ...] = ()
    kind_changes: tuple[KindChange, ...] = ()
    """Those that this site knows besides the gazetteer's."""
    moves: tuple[Move, ...] = ()

    def __post_init__(self) -> None:
        members = [member for breakdown in self.breakdowns for member in breakdown.members]
        object.__setattr__(self, "indicators_by_name", _by_name(self.indicators.values()))
        object.__setattr__(self, "scopes_by_name", _by_name(self.scopes.values()))
        object.__setattr__(self, "members_by_name", _by_name(members))

    indicators_by_name: dict[str, Indicator] = field(init=False, repr=False)
    scopes_by_name: dict[str, Scope] = field(init=False, repr=False)
    members_by_name: dict[str, Member] = field(init=False, repr=False)
    _slices: dict[str, Slice | None] = field(init=False, repr=False, default_factory=dict)

    def known(self, unit: Unit) -> Unit:
        """The unit with the kinds that this site knows it had."""
        return gazetteer.with_kind_changes(unit, self.kind_changes) if self.kind_changes else unit

    def indicator(self, name: str) -> Indicator | None:
        """The indicator that goes by this name."""
        return self.indicators_by_name.get(slug(name))

    def slice(self, name: str) -> Slice | None:
        """The slice that «Cấp huyện / Đất đai» names."""
        if name not in self._slices:
            self._slices[name] = self._slice(name)
        return self._slices[name]

    def _slice(self, name: str) -> Slice | None:
        scope, *members = (slug(part) for part in name.split("/"))
        found = [self.members_by_name[member] for member in members if member in self.members_by_name]
        if scope not in self.scopes_by_name or len(found) != len(members) or self.shared_breakdown(found):
            return None
        order = [breakdown.id for breakdown in self.breakdowns]  # whichever was written first
        return Slice(self.scopes_by_name[scope], tuple(sorted(found, key=lambda member: order.index(member.breakdown))))

    def shared_breakdown(self, members: list[Member]) -> Breakdown | None:
        """The breakdown that two of the members belong to: no figure counts only what is in both."""
        named = [member.breakdown for member in members]
        return next((breakdown for breakdown in self.breakdowns if named.count(breakdown.id) > 1), None)


def indicator_at(catalogue: Catalogue, name: Text, problems: list[Problem]) -> Indicator | None:
    """The indicator of this name, or None and a problem."""
    indicator = catalogue.indicator(name.value)
    if indicator is None:
        problems.append(
            _unknown_name(name, "unknown-indicator", "chỉ số", offered(catalogue.indicators_by_name.values(), problems))
        )
    return indicator


def slice_at(catalogue: Catalogue, name: Text, problems: list[Problem]) -> Slice | None:
    """The slice of this name, or None and a problem for the part that is not known."""
    found = catalogue.slice(name.value)
    if found:
        return found
    scope, *members = _parts(name)
    if slug(scope.value) not in catalogue.scopes_by_name:
        problems.append(
            _unknown_name(scope, "unknown-scope", "phạm vi", offered(catalogue.scopes_by_name.values(), problems))
        )
    strange = [member for member in members if slug(member.value) not in catalogue.members_by_name]
    for member in strange:
        members_offered = offered(catalogue.members_by_name.values(), problems)
        problems.append(_unknown_name(member, "unknown-member", "phân tổ", members_offered))
    known = [catalogue.members_by_name[slug(m.value)] for m in members if slug(m.value) in catalogue.members_by_name]
    if shared := catalogue.shared_breakdown(known):
        message = f"{excerpt(name.value)} ghi hai phần của cùng một phân tổ «{shared.label}»."
        help = "Chỉ giữ một phần; phần kia ghi thành một mục riêng."
        problems.append(Problem(members[0].at, "member-twice", message, help))
    return None


Names = dict[str, tuple[str, str]]
"""What goes by a name, by the slug of the name: the name as written, and the id."""


def indicators_of(root: Node, problems: list[Problem]) -> dict[str, Indicator]:
    """The indicators of chi-so.yml by id, with the sums and rates they take part in resolved to ids."""
    blocks = _blocks(root, INDICATOR_KEYS, problems)
    names = _names(blocks)
    found = [_indicator(key, block, names) for key, block in blocks]
    report_shared_names(found, problems)
    for taker in (indicator for indicator in found if indicator.id == "index"):
        message = "Tên «index» đã dùng cho trang của mọi chỉ số."
        problems.append(Problem(taker.at, "name-taken", message, "Đặt một «Mã» khác."))
    return {indicator.id: indicator for indicator in found}


def scopes_of(root: Node, problems: list[Problem]) -> dict[str, Scope]:
    """The scopes of pham-vi.yml by id."""
    blocks = _blocks(root, SCOPE_KEYS, problems)
    names = _names(blocks)
    found = {}
    for key, block in blocks:
        block.has("Giải thích")
        parts = [_resolve(part, names, "unknown-scope", "phạm vi", problems) for part in block.texts("Gồm")]
        found[slug(key.value)] = Scope(
            id=slug(key.value),
            label=key.value,
            explanation=block.text("Giải thích"),
            at=key.at,
            phrase=block.text("Câu"),
            parts=tuple(part for part in parts if part),
            aliases=_aliases(block),
        )
    report_shared_names(found.values(), problems)
    return found


def breakdown_of(root: Node, id: str, problems: list[Problem]) -> Breakdown | None:
    """The breakdown of one file of phan-to/, whose name is its id."""
    block = Block(root, BREAKDOWN_KEYS, problems)
    if not block.has("Tên", "Thành viên"):
        return None
    members = []
    for key, node in entries(block.nodes["Thành viên"], problems):
        nothing = Entries((), node.at) if is_empty(node) else node
        details = Block(nothing, MEMBER_KEYS, problems, name=key.value)
        members.append(Member(slug(key.value), key.value, id, key.at, details.text("Giải thích"), _aliases(details)))
    complete = block.choice("Trọn bộ", YES_NO) or False
    since, until = _year(block, "Từ năm"), _year(block, "Đến năm")
    return Breakdown(id, block.text("Tên"), block.text("Giải thích"), complete, tuple(members), root.at, since, until)


def kind_changes_of(root: Node, problems: list[Problem]) -> tuple[KindChange, ...]:
    """The changes of kind in don-vi.yml."""
    found = []
    for node in items(root):
        block = Block(node, KIND_CHANGE_KEYS, problems, name="Đơn vị")
        path, on = block.scalar("Đơn vị"), block.day("Từ ngày")
        kind = block.choice("Loại", {kind: kind for kind in gazetteer.KINDS})
        units = gazetteer.units(path.value) if path else ()
        if path and not units:
            problems.append(unknown_place(path.at, path.value))
        if block.has("Đơn vị", "Từ ngày", "Loại") and units and on and kind:
            found.append(KindChange(on, units[-1].code, kind, block.text("Căn cứ")))
    return tuple(found)


def moves_of(root: Node, problems: list[Problem]) -> tuple[Move, ...]:
    """The moved addresses in dia-chi.yml."""
    found = []
    for node in items(root):
        block = Block(node, MOVE_KEYS, problems, name="Địa chỉ")
        old, new = _address(block, "Cũ"), _address(block, "Mới")
        if block.has(*MOVE_KEYS) and old and new:
            found.append(Move(old.value, new.value, old.at))
    return tuple(found)


def _address(block: Block, key: str) -> Text | None:
    text = block.scalar(key)
    if text and not re.fullmatch(r"[a-z0-9-]+(?:/[a-z0-9-]+)*", text.value):
        message = f"{excerpt(text.value)} không phải là địa chỉ trong trang này."
        help = "Ghi phần đứng sau tên miền, không có dấu gạch chéo ở đầu và cuối: kien-giang/2022."
        block.problems.append(Problem(text.at, "address-unreadable", message, help, length=len(text.value)))
        return None
    return text


def unknown_place(at: Location, folder: str) -> Problem:
    """The problem of a folder that names no unit, with the closest that do."""
    if not folder:
        help = "Đặt tệp vào thư mục của tỉnh, hoặc của đơn vị trong tỉnh."
        return Problem(at, "unknown-place", "Tệp chưa nằm trong thư mục của tỉnh nào.", help)
    message = f"Không có đơn vị hành chính nào ứng với thư mục «{folder}»."
    if alike := gazetteer.namesakes(folder):
        message = f"Thư mục «{folder}» có thể là {listed((unit.full_name for unit in alike), 'hoặc')}."
        hint = f"Đặt tên kèm mã: {listed(f'{unit.path} là {unit.full_name}' for unit in alike)}."
        return Problem(at, "unknown-place", message, hint)
    close = gazetteer.nearest(folder)
    hint = f"Thư mục gần giống: {listed(close, 'hoặc')}." if close else "Xem data/README.md để biết cách đặt tên."
    province = next(iter(gazetteer.units(folder.partition("/")[0])), None)
    today = gazetteer.successors(province) if province else ()
    if province and today and today[0].path != province.path and any(p.startswith(f"{today[0].path}/") for p in close):
        hint = f"Từ 01/07/2025, {province.full_name} nhập vào {today[0].full_name}. {hint}"
    return Problem(at, "unknown-place", message, hint)


def _blocks(root: Node, keys: dict[str, str], problems: list[Problem]) -> list[tuple[Text, Block]]:
    return [(key, Block(node, keys, problems, name=key.value)) for key, node in entries(root, problems)]


def _names(blocks: list[tuple[Text, Block]]) -> Names:
    """All names of a list; a label is never another's alias."""
    ids = [(slug(block.text("Mã")) or slug(key.value))[:_LONGEST_ID].strip("-") for key, block in blocks]
    labels = {slug(key.value): (key.value, id) for (key, _), id in zip(blocks, ids, strict=True)}
    aliases = {slug(a): (a, id) for (_, block), id in zip(blocks, ids, strict=True) for a in _aliases(block)}
    return labels | {alias: name for alias, name in aliases.items() if alias not in labels}


def _indicator(key: Text, block: Block, names: Names) -> Indicator:
    """The indicator of a block. What is missing is a problem, and a guess in its place keeps the name known."""
    block.has("Đơn vị", "Loại", "Nội dung", "Giải thích")
    numerator, base = block.scalar("Tử số"), block.scalar("Mẫu số")
    return Indicator(
        id=names[slug(key.value)][1],
        label=key.value,
        unit=block.text("Đơn vị"),
        kind=block.choice("Loại", KINDS) or Kind.STATEMENT,
        area=block.choice("Nội dung", AREAS) or ReformArea.STEERING,
        explanation=block.text("Giải thích"),
        at=key.at,
        better=block.choice("Chiều tốt", DIRECTIONS),
        sums=tuple(parts for text in block.texts("Bằng tổng") if (parts := _sum(text, names, block.problems))),
        numerator=_indicator_id(numerator, names, block.problems) if numerator else None,
        base=_indicator_id(base, names, block.problems) if base else None,
        phrase=_phrase(block),
        aliases=_aliases(block),
        since=_year(block, "Từ năm"),
        until=_year(block, "Đến năm"),
        cumulative=block.choice("Cộng dồn", YES_NO) or False,
    )


def _phrase(block: Block) -> str:
    phrase = block.scalar("Câu")
    if not phrase:
        return ""
    if phrase.value.count("{}") != 1 or phrase.value.count("{") != 1 or phrase.value.count("}") != 1:
        message = f"{excerpt(phrase.value)} cần đúng một chỗ {{}} để đặt con số vào."
        block.problems.append(Problem(phrase.at, "phrase-without-place", message, "Ví dụ: tiếp nhận {} hồ sơ."))
        return ""
    return phrase.value


def _sum(text: Text, names: Names, problems: list[Problem]) -> tuple[str, ...]:
    """The ids of all parts; none when one of them is not known."""
    parts = [_indicator_id(Text(part.strip(), text.at), names, problems) for part in text.value.split(" + ")]
    return tuple(part for part in parts if part) if all(parts) else ()


def _indicator_id(name: Text, names: Names, problems: list[Problem]) -> str | None:
    return _resolve(name, names, "unknown-indicator", "chỉ số", problems)


def _resolve(name: Text, names: Names, code: str, noun: str, problems: list[Problem]) -> str | None:
    if slug(name.value) not in names:
        written = offered([written for written, _ in names.values()], problems)
        problems.append(unknown(name, noun, written, code=code))
        return None
    return names[slug(name.value)][1]


def _year(block: Block, key: str) -> int | None:
    text = block.scalar(key)
    if not text:
        return None
    if not re.fullmatch(r"[12][0-9]{3}", text.value):
        message = f"{excerpt(text.value)} không phải là một năm."
        block.problems.append(Problem(text.at, "date-unreadable", message, "Ghi năm bằng bốn chữ số, ví dụ 2022."))
        return None
    return int(text.value)


def _aliases(block: Block) -> tuple[str, ...]:
    return tuple(text.value for text in block.texts("Tên khác"))


def _by_name(things: Iterable[NamedT]) -> dict[str, NamedT]:
    return {slug(name): thing for thing in things for name in (*thing.aliases, thing.label)}


def report_shared_names(things: Iterable[Named], problems: list[Problem]) -> None:
    """A problem for every name, or id, that would lead to two things."""
    owners: dict[str, Named] = {}
    for thing in things:
        names = {slug(name): name for name in (thing.id, *thing.aliases, thing.label)}
        for folded, name in names.items():
            owner = owners.setdefault(folded, thing)
            if owner is not thing:
                message = f"Tên «{name}» đã dùng cho «{owner.label}» ở dòng {owner.at.line} của {owner.at.source}."
                help = "Mỗi tên chỉ dùng cho một chỉ số, một phạm vi hoặc một phân tổ; đặt tên khác cho một trong hai."
                problems.append(Problem(thing.at, "name-taken", message, help))


def _parts(name: Text) -> Iterator[Text]:
    """The names between the slashes, each where it stands."""
    for part in re.finditer(r"(?:^|/)\s*([^/]*)", name.value):
        yield Text(part[1].strip(), name.at_letter(part.start(1)), name.as_typed)


def _unknown_name(name: Text, code: str, noun: str, things: Iterable[Named]) -> Problem:
    known = list(things)
    names = [name for thing in known for name in (thing.label, *thing.aliases)]
    problem = unknown(name, noun, list(dict.fromkeys(names)), code=code)
    if problem.help or not known:
        return problem
    return replace(problem, help=f"Xem các tên đã có ở {known[0].at.source}, hoặc thêm tên mới vào đó.")
