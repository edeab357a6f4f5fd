"""The unit that a folder names, and the problem of a folder that names none."""

from datetime import date, timedelta
from functools import cache
from pathlib import PurePosixPath

from bantin.model import Period, Shape
from bantin.places import Unit, finding, gazetteer, lineage, province_path
from bantin.problems import Location, Problem
from bantin.vietnamese import date_text, listed

SOON = 60
"""How many days before a unit's first one its folder takes what was decided for it."""


def place_of(path: PurePosixPath, period: Period | None) -> Unit | Problem | None:
    """The unit of a report's folder at the end of its period; None where the period is not known."""
    folder = "/".join(path.parts[1:-1])
    known = gazetteer.units(folder)
    if not known:
        return unknown_place(Location(str(path)), folder)
    if not period:
        return None
    then = finding.find(folder, period.end) or _soon(known, period)
    return then or _not_then(Location(str(path)), known, period=period)


def made_for(place: Unit, period: Period, on: date) -> Unit | None:
    """The unit of a place's folder that begins on a day, where what a period says may have been made for it."""
    found = _soon(gazetteer.units(place.path), period)
    return found if found and found.since == on else None


def _soon(known: tuple[Unit, ...], period: Period) -> Unit | None:
    """The unit that begins soon after a day or a range of days: decisions are made before it for what is to be."""
    if period.shape is not Shape.RANGE and not (period.shape is Shape.AS_OF and period.end_known):
        return None
    last = period.end + timedelta(days=SOON)
    return next((unit for unit in known if unit.since and period.end < unit.since <= last), None)


@cache
def settled(folder: str) -> str:
    """The path under which the unit of a folder publishes: a folder may be named by a kind that it had before."""
    known = gazetteer.units(folder)
    return known[-1].path if known else folder


def bulletin_address(path: PurePosixPath) -> str:
    """The address of the bulletin of a report's file."""
    return f"{settled('/'.join(path.parts[1:-1]))}/{path.stem}"


def _not_then(at: Location, known: tuple[Unit, ...], *, period: Period) -> Problem:
    times = [f"{unit.full_name} {_lifetime(unit)}" for unit in known]
    when = f"kết thúc ngày {date_text(period.end)}" if period.end_known else f"là {period.name}"
    message = f"Kỳ này {when}, nhưng {listed(times)}."
    kin = (
        *lineage.successors(known[-1]),
        *lineage.predecessors(known[0]),
        *lineage.former_districts(known[0]),
    )
    then = dict.fromkeys(unit.path for unit in kin if unit.existed_on(period.end) and gazetteer.units(unit.path))
    after = f": {listed(then, 'hoặc')}" if then else ""
    return Problem(at, "place-not-then", message, f"Đặt tệp vào thư mục của đơn vị có trong kỳ này{after}.")


def _lifetime(unit: Unit) -> str:
    if unit.until:
        since = f"từ {date_text(unit.since)} " if unit.since else ""
        return f"chỉ tồn tại {since}đến {date_text(unit.until)}"
    return f"có từ {date_text(unit.since)}" if unit.since else "còn tồn tại"


def unknown_place(at: Location, folder: str) -> Problem:
    """The problem of a folder that names no unit, with the closest that do."""
    if not folder:
        help = "Đặt tệp vào thư mục của tỉnh, hoặc của đơn vị trong tỉnh."
        return Problem(at, "unknown-place", "Tệp chưa nằm trong thư mục của tỉnh nào.", help)
    if (path := settled(folder)) != folder:
        message = f"Thư mục «{folder}» mang loại đơn vị trước đây."
        return Problem(at, "unknown-place", message, f"Đặt bài viết vào thư mục {path}.")
    message = f"Không có đơn vị hành chính nào ứng với thư mục «{folder}»."
    if alike := finding.namesakes(folder):
        message = f"Thư mục «{folder}» có thể là {listed((unit.full_name for unit in alike), 'hoặc')}."
        hint = f"Đặt tên kèm mã: {listed(f'{unit.path} là {unit.full_name}' for unit in alike)}."
        return Problem(at, "unknown-place", message, hint)
    close = finding.nearest(folder)
    hint = f"Thư mục gần giống: {listed(close, 'hoặc')}." if close else "Xem data/README.md để biết cách đặt tên."
    province = next(iter(gazetteer.units(province_path(folder))), None)
    if province and province.until:
        today = lineage.today(province)[0]
        if today.path != province.path and any(path.startswith(f"{today.path}/") for path in close):
            changed = date_text(province.until + timedelta(days=1))
            hint = f"Từ {changed}, {province.full_name} nhập vào {today.full_name}. {hint}"
    return Problem(at, "unknown-place", message, hint)
