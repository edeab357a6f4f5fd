"""What becomes of the public site, in sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bantin.comparing.changes import Change, Differences, How, OfBulletin, Pages, Printed
from bantin.model import Bound, Figure, Kind, Slip, Target, Value
from bantin.places import gazetteer
from bantin.problems import Location, Problem
from bantin.vietnamese import date_text, listed, lower_first, number, upper_first

_BOTH = {1: "", 2: "cả hai ", 3: "cả ba ", 4: "cả bốn ", 5: "cả năm "}
_HOW = {How.NEW: "mới", How.CHANGED: "sửa", How.GONE: "bỏ", How.TOLD_OTHERWISE: "đổi điều nói kèm"}
_MEASURED = {Kind.COUNT: "", Kind.PERCENT: " điểm phần trăm", Kind.SCORE: " điểm"}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about a place of a file."""

    text: str
    at: Location


@dataclass(frozen=True, slots=True)
class Block:
    """What is said under one heading."""

    title: str
    address: str
    """The page, where it is of one."""
    lines: tuple[Said, ...]


def blocks(found: Differences) -> Iterator[Block]:
    """Everything that is said, by bulletin, then of what is elsewhere and of pages."""
    for bulletin in found.bulletins:
        yield Block(_title(bulletin), bulletin.report.path, tuple(_of_bulletin(bulletin)))
    if found.elsewhere:
        yield Block("Ở tệp khác, vì thay đổi này", "", tuple(map(_problem, found.elsewhere)))
    if pages := tuple(Said(text, Location("")) for text in _pages(found.pages)):
        yield Block("Các trang", "", pages)


def summary(found: Differences, revision: str) -> str:
    """Everything in one or two sentences."""
    whole = "; ".join(filter(None, (_figures(found), _of_pages(found.pages), _of_lists(found))))
    said = f"So với {revision}: {whole}." if whole else _nothing(found, revision)
    if not found.errors:
        return said
    return f"{said} Còn {number(found.errors)} lỗi nên chưa đăng được; mời chạy «bantin check» để xem."


def _figures(found: Differences) -> str:
    hows = [change.how for bulletin in found.bulletins for change in bulletin.changes]
    counts = [f"{number(count)} con số {word}" for how, word in _HOW.items() if (count := hows.count(how))]
    touched = sum(bool(bulletin.changes) for bulletin in found.bulletins)
    return f"{listed(counts)} ở {number(touched)} bản tin" if counts else ""


def _of_pages(pages: Pages) -> str:
    kinds = ((pages.added, "mới"), (pages.gone, "mất"), (pages.moved, "đổi địa chỉ"), (pages.rewritten, "viết lại"))
    counts = [f"{number(len(of))} trang {word}" for of, word in kinds if of]
    return listed(counts) if counts else ""


def _of_lists(found: Differences) -> str:
    return "danh mục có thay đổi" if found.lists_changed else ""


def _nothing(found: Differences, revision: str) -> str:
    if found.bulletins:
        return f"So với {revision}: không con số nào đổi, chỉ đổi lời ở {number(len(found.bulletins))} bản tin."
    return f"So với {revision}, trang công khai không có gì đổi."


def _title(bulletin: OfBulletin) -> str:
    report = bulletin.report
    province = gazetteer.province_of(report.place)
    within = "" if province == report.place else f", {province.full_name_on(report.period.end)}"
    state = " (bản tin mới)" if bulletin.is_new else " (bỏ bản tin)" if bulletin.is_gone else ""
    return f"{upper_first(report.place_name)}{within}: {report.period.name}{state}"


def _of_bulletin(bulletin: OfBulletin) -> Iterator[Said]:
    at = bulletin.report.at
    if bulletin.is_unsure:
        yield Said("Tệp còn lỗi, hoặc đã có lỗi ở bản trước: con số nào không thấy có thể chỉ là chưa đọc được.", at)
    for change in bulletin.changes:
        yield Said(_change(change), change.after.at if change.after else at)
        yield from map(_problem, change.problems)
    if bulletin.text_changed:
        yield Said("Nguồn, tên kỳ hoặc nhận định có thay đổi.", at)
    yield from map(_problem, bulletin.problems)
    yield from (Said(_slip(slip), slip.figure.at) for slip in bulletin.slips)
    if bulletin.mended:
        yield Said(f"Hết {number(bulletin.mended)} lời nhắn đã có trước đây.", at)


def _change(change: Change) -> str:
    one, other, name = change.before, change.after, _name(change.printed)
    if one and other and change.how is How.TOLD_OTHERWISE:
        return f"Giữ {name}: {other.text}; đổi điều nói kèm (nguồn, mẫu số, thời gian, ghi chú hoặc đính chính)."
    if one and other:
        return f"Sửa {name}: {one.text} thành {other.text}{_by(one, other)}{_corrected(other)}{_past(change)}."
    if other:
        return f"Thêm {name}: {other.text}{_past(change)}."
    return f"Bỏ {name}: trước ghi {change.printed.text}."


def _name(printed: Printed) -> str:
    labels = listed(indicator.label for indicator in printed.indicators)
    aim = "chỉ tiêu " if isinstance(printed, Target) else ""
    return f"{aim}{labels} ({lower_first(printed.slice.label)})"


def _by(one: Printed, other: Printed) -> str:
    """« (giảm 9)» of two exact numbers of one measure; of ranks and words nothing."""
    before, after = _exact(one), _exact(other)
    if before is None or after is None or before == after or one.indicator.kind is not other.indicator.kind:
        return ""
    unit = _MEASURED[one.indicator.kind]
    return f" ({'tăng' if after > before else 'giảm'} {number(abs(after - before))}{unit})"


def _exact(printed: Printed) -> Decimal | None:
    value = printed.value
    is_exact = isinstance(value, Value) and value.bound is Bound.EXACT and value.kind in _MEASURED
    return value.number if is_exact and isinstance(value, Value) and value.kind is printed.indicator.kind else None


def _corrected(printed: Printed) -> str:
    if not isinstance(printed, Figure) or not printed.corrections:
        return ""
    return f"; có đính chính ngày {date_text(printed.corrections[-1].on)}"


def _past(change: Change) -> str:
    return f"; cùng kỳ năm trước là {change.a_year_before.text}" if change.a_year_before else ""


def _problem(problem: Problem) -> Said:
    kind = "Cảnh báo" if problem.warning else "Lỗi"
    return Said(f"{kind} mới: {problem.message}", problem.location)


def _slip(slip: Slip) -> str:
    count = len(slip.sums)
    sums = f"{_BOTH.get(count, f'cả {count} ')}phép cộng đang lệch"
    return (
        f"{number(slip.number)} làm khớp {sums}: {_name(slip.figure)} đang ghi {slip.figure.text}; xin xem lại nguồn."
    )


def _pages(pages: Pages) -> Iterator[str]:
    yield from (f"Thêm {address or 'trang chủ'}" for address in pages.added)
    yield from (f"Mất {address}: ai lưu địa chỉ này sẽ không tìm thấy." for address in pages.gone)
    yield from (f"Chuyển {old} sang {new}" for old, new in pages.moved)
    yield from (f"Viết lại {address or 'trang chủ'}" for address in pages.rewritten)


def lines_of(found: Iterable[Block]) -> Iterator[Said]:
    """Every sentence that is about a file."""
    return (said for block in found for said in block.lines if said.at.source)
