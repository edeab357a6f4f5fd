"""Where each page stands."""

from bantin.model import Indicator
from bantin.places import Unit, gazetteer

HOME, INDICATORS, QUALITY, LOOKUP = "", "chi-so", "chat-luong", "tra-cuu"
"""The addresses that every site has besides those of provinces and indicators."""
UNITS = "don-vi"
"""The last part of the address of a province's page of units."""


def indicator_path(indicator: Indicator) -> str:
    """The page of an indicator."""
    return f"{INDICATORS}/{indicator.id}/"


def unit_address(unit: Unit) -> str:
    """Where the site tells of a unit of any era, whether or not it has figures: its province's page of units.

    An old commune stands there with its district.
    """
    told = unit if unit.is_current else gazetteer.district_of(unit) or unit
    province, _, folder = told.path.partition("/")
    return f"{province}/{UNITS}/#{folder}" if folder else f"{province}/"
