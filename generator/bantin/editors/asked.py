"""The place and the period that somebody asks something for, as people write them.

A place is a folder («an-giang/xa-vinh-thuan») or a name with its province («xã Vĩnh Thuận, An Giang»); a period is the
name of a file («2026-quy-4») or what a bulletin says («quý 4/2026»). Whoever means several things is asked which.
"""

from collections.abc import Iterable, Sequence

from bantin.model import Period
from bantin.places import Unit, finding, gazetteer, province_path
from bantin.problems import excerpt
from bantin.reading import PERIOD_FORMS, meant_periods, parse_period
from bantin.vietnamese import date_text, listed, slug

_MOST = 5


class UnclearError(Exception):
    """Nobody can tell what was asked for; says what may be meant."""


def periods_asked(words: Sequence[str]) -> tuple[Period, ...]:
    """The periods that words name: one each, or all words together one («quý 4/2026» without quotation marks)."""
    together = parse_period(" ".join(words)) or _only_period(" ".join(words)) if len(words) > 1 else None
    found = [parse_period(word) or _only_period(word) for word in words]
    if None in found and together:
        return (together,)
    return tuple(dict.fromkeys(one or _unclear_period(word) for one, word in zip(found, words, strict=True)))


def _only_period(text: str) -> Period | None:
    names = meant_periods(text)
    return parse_period(names[0]) if len(names) == 1 else None


def _unclear_period(text: str) -> Period:
    meant = [period for name in meant_periods(text) if (period := parse_period(name))]
    if meant:
        choices = listed((f"{period.slug} ({period.name})" for period in meant), "hoặc")
        raise UnclearError(f"Chưa rõ {excerpt(text)} là kỳ nào: {choices}.")
    raise UnclearError(
        f"Không đọc được kỳ {excerpt(text)}. Mời ghi như tên tệp: {PERIOD_FORMS}; hoặc như «quý 4/2026»."
    )


def place_asked(text: str, period: Period) -> Unit:
    """The unit that a text names, in a period; it must be one that has a folder."""
    known = _of_path(text) or _of_name(text)
    then = [unit for unit in known if unit.existed_on(period.end)]
    if len(then) == 1:
        return then[0]
    if then:
        raise UnclearError(f"{excerpt(text)} có thể là: {_choices(then)}. Mời ghi tên thư mục ấy.")
    if known:
        raise UnclearError(f"Kỳ {period.name} kết thúc ngày {date_text(period.end)}, mà {_lifetimes(known)}.")
    near = [unit for path in finding.nearest(_as_path(text)) for unit in gazetteer.units(path)]
    near = [unit for unit in near if unit.existed_on(period.end)]
    meant = f" Có phải là {_choices(near)}?" if near else ""
    raise UnclearError(
        f"Không tìm thấy đơn vị {excerpt(text)}.{meant} Mời ghi loại, tên và tỉnh, như «xã Vĩnh Thuận, An Giang», hoặc "
        "tên thư mục, như «an-giang/xa-vinh-thuan»."
    )


def province_asked(text: str) -> Unit:
    """The province of today that a text names."""
    if found := finding.present_province(text):
        return found
    near = finding.nearest_provinces(text)
    meant = f" Có phải là {_choices(near)}?" if near else ""
    raise UnclearError(f"Nay không có tỉnh nào là {excerpt(text)}.{meant}")


def _of_path(text: str) -> tuple[Unit, ...]:
    return gazetteer.units(text.strip().strip("/").removeprefix("data/"))


def _of_name(text: str) -> tuple[Unit, ...]:
    """The units of a name that have folders; of those in the province that is named, where one is."""
    name, _, within = (part.strip() for part in text.partition(",")) if "," in text else (text, "", "")
    found = [unit for unit in finding.named(finding.without_committee(name)) if unit in gazetteer.units(unit.path)]
    if not within:
        return tuple(found)
    provinces = {unit.path for unit in finding.named(within.rpartition(",")[2]) if "/" not in unit.path}
    return tuple(unit for unit in found if province_path(unit.path) in provinces)


def _as_path(text: str) -> str:
    """A name with its province as a folder: «xa Vinh Thuan, An Giang» is an-giang/xa-vinh-thuan."""
    parts = text.split("," if "," in text else "/")
    return "/".join(map(slug, reversed(parts) if "," in text else parts))


def _choices(units: Iterable[Unit]) -> str:
    known = list(dict.fromkeys(units))
    shown = [f"{unit.full_name} ({unit.path})" for unit in known[:_MOST]]
    return f"{', '.join(shown)}, …" if len(known) > _MOST else listed(shown, "hoặc")


def _lifetimes(units: Iterable[Unit]) -> str:
    return listed(f"{unit.full_name} ({unit.path}) {_lifetime(unit)}" for unit in units)


def _lifetime(unit: Unit) -> str:
    return (
        f"chỉ có đến {date_text(unit.until)}" if unit.until else f"có từ {date_text(unit.since)}" if unit.since else ""
    )
