"""Small pieces of the model for tests: an archive is built in Python, without files."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from io import BytesIO

from PIL import Image

from bantin.model.archive import Archive
from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Breakdown, Indicator, Member, ReformArea, Scope, Slice
from bantin.model.periods import Period
from bantin.model.reports import Figure, Report, Source, Target
from bantin.model.values import Direction, Kind, State, Value
from bantin.pages import Page, doubts_by_file, plans_of
from bantin.places.unit import Level, Unit
from bantin.problems import Location, Problem
from bantin.reading.numbers import parse
from bantin.reading.times import parse_period
from bantin.vietnamese import slug

PROCEDURES = ReformArea("cai-cach-thu-tuc-hanh-chinh", "Cải cách thủ tục hành chính", Location("noi-dung.yml"))
DISTRICT_LEVEL = Scope("cap-huyen", "Cấp huyện", "", Location("pham-vi.yml"), "ở cấp huyện")
COMMUNE_LEVEL = Scope("cap-xa", "Cấp xã", "", Location("pham-vi.yml"), "ở cấp xã")
WHOLE = Scope("toan-huyen", "Toàn huyện", "", Location("pham-vi.yml"), "trên toàn huyện", ("cap-huyen", "cap-xa"))
LAND = Member("dat-dai", "Đất đai", "linh-vuc", Location("linh-vuc.yml"))
CIVIL = Member("ho-tich", "Hộ tịch", "linh-vuc", Location("linh-vuc.yml"))
FIELDS = Breakdown("linh-vuc", "Lĩnh vực", "", True, (LAND, CIVIL), Location("linh-vuc.yml"))
SOURCE = Source("Báo cáo", "Ủy ban nhân dân huyện", Location("x.yml"), date(2023, 8, 20))
DISTRICT = Unit(Level.DISTRICT, "910", "huyện", "Vĩnh Thuận", "kien-giang/huyen-vinh-thuan", None, date(2025, 6, 30))


def indicator(label: str, kind: Kind = Kind.COUNT, unit: str = "", **others: object) -> Indicator:
    unit = unit or ("%" if kind is Kind.PERCENT else "hồ sơ")
    return Indicator(slug(label), label, unit, kind, PROCEDURES, "", Location("chi-so.yml"), **others)


RECEIVED = indicator("Hồ sơ tiếp nhận", phrase="tiếp nhận {} hồ sơ", sums=(("truc-tuyen", "truc-tiep"),))
ONLINE = indicator("Trực tuyến")
IN_PERSON = indicator("Trực tiếp")
RESOLVED = indicator("Hồ sơ giải quyết", phrase="giải quyết {} hồ sơ")
LATE = indicator("Hồ sơ trễ hạn", phrase="{} hồ sơ trễ hạn", better=Direction.LOWER)
EARLY_RATE = indicator(
    "Tỷ lệ trước hạn", Kind.PERCENT, phrase="{} trước hạn", better=Direction.HIGHER, numerators=("hoan-thanh",)
)
LATE_RATE = indicator("Tỷ lệ trễ hẹn", Kind.PERCENT, phrase="{} trễ hẹn", better=Direction.LOWER)
ONLINE_RATE = indicator(
    "Tỷ lệ trực tuyến", Kind.PERCENT, numerators=("truc-tuyen",), bases=("ho-so-tiep-nhan", "ho-so-den-han")
)
DUE = indicator("Hồ sơ đến hạn")
DONE = indicator("Hoàn thành", unit="nhiệm vụ")
SCORE = indicator("Điểm", Kind.SCORE, "điểm", highest=Decimal(10))
ALL = (RECEIVED, ONLINE, IN_PERSON, RESOLVED, LATE, EARLY_RATE, LATE_RATE, ONLINE_RATE, DUE, DONE, SCORE)
CATALOGUE = Catalogue(
    {known.id: known for known in ALL},
    {scope.id: scope for scope in (WHOLE, DISTRICT_LEVEL, COMMUNE_LEVEL)},
    (FIELDS,),
)

FILE = f"data/{DISTRICT.path}/2023-6-thang.yml"
_lines = iter(range(1, 100_000))


def figure(what: Indicator, text: str, scope: Scope = DISTRICT_LEVEL, *members: Member, **others: object) -> Figure:
    value = parse(text, what.kind, unit=what.unit)
    assert isinstance(value, Value | State), value
    return Figure(what, Slice(scope, members), value, SOURCE, Location(FILE, next(_lines)), **others)


def target(what: Indicator, text: str, scope: Scope = DISTRICT_LEVEL, **others: object) -> Target:
    value = parse(text, what.kind, unit=what.unit)
    assert isinstance(value, Value), value
    return Target(what, Slice(scope), value, SOURCE, Location(FILE, next(_lines)), **others)


def period(name: str) -> Period:
    found = parse_period(name)
    assert found
    return found


def report(*figures: Figure, when: str = "2023-6-thang", targets: tuple[Target, ...] = ()) -> Report:
    at = Location(f"data/{DISTRICT.path}/{when}.yml")
    return Report(DISTRICT, period(when), at, (SOURCE,), (), figures, targets)


def archive(*reports: Report) -> Archive:
    return Archive(CATALOGUE, reports)


def png(width: int = 8, height: int = 6) -> bytes:
    """A small picture."""
    return _picture(width, height, "PNG")


def jpg(width: int = 8, height: int = 6) -> bytes:
    """A small photo."""
    return _picture(width, height, "JPEG")


def _picture(width: int, height: int, format: str) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), (200, 30, 40)).save(out, format)
    return out.getvalue()


def page_of(archive: Archive, path: str, problems: Iterable[Problem] = ()) -> Page:
    """The page at an address alone, with the doubts among the problems."""
    plan = next(plan for plan in plans_of(archive.outline, archive.catalogue) if plan.path == path)
    return plan.make(archive, doubts_by_file(problems))
