"""Where each page stands."""

from bantin.model import Indicator
from bantin.places import Unit, era_of, gazetteer, province_path
from bantin.vietnamese import slug

HOME, INDICATORS, QUALITY, LOOKUP, SEARCH, PROCEDURES = "", "chi-so", "chat-luong", "tra-cuu", "tim-kiem", "thu-tuc"
CORRECTIONS, OPINIONS = "dinh-chinh", "lay-y-kien"
"""The addresses that every site has besides those of provinces and indicators; of procedures and opinions where it has
some."""
FIELDS, EVENTS, LISTS = f"{PROCEDURES}/linh-vuc", f"{PROCEDURES}/viec", "danh-muc"
GUIDE, DESIGN = "huong-dan", "huong-dan/giao-dien"
"""The guide that a site may have among its own texts, and what is shown below it."""
UNITS = "don-vi"
"""The last part of the address of a province's page of units."""


def indicator_path(indicator: Indicator) -> str:
    """The page of an indicator."""
    return f"{INDICATORS}/{indicator.id}/"


def procedure_path(core: str) -> str:
    """The page of a procedure, by the core of its code."""
    return f"{PROCEDURES}/{core.lower()}/"


def field_path(field: str) -> str:
    """The page of a field of procedures."""
    return f"{FIELDS}/{slug(field)}/"


def tier_path(tier: str) -> str:
    """The page of what offices of a tier handle."""
    return f"{PROCEDURES}/{slug(tier)}/"


def province_field_path(province: str, field: str) -> str:
    """The page of a field in a province whose lists name much."""
    return f"{province}/{FIELDS}/{slug(field)}/"


def unit_address(unit: Unit) -> str:
    """Where the site tells of a unit of any era, whether or not it has figures: its province's page of units.

    An old commune stands there with its district.
    """
    told = unit if unit.is_current else gazetteer.district_of(unit) or unit
    anchor = unit_anchor(told)
    return f"{province_path(told.path)}/{UNITS}/#{anchor}" if anchor else f"{told.path}/"


def unit_anchor(unit: Unit) -> str:
    """Where the page of units tells of a unit: its folder, marked when a later one has it; «» for provinces."""
    folder = unit.path.partition("/")[2]
    is_last = unit.is_current or not folder or gazetteer.units(unit.path)[-1] == unit
    return folder if is_last else f"{folder}-{era_of(unit).mark}"
