"""Where each page stands."""

from bantin.model import Indicator
from bantin.places import Unit, gazetteer


def indicator_path(indicator: Indicator) -> str:
    """The page of an indicator."""
    return f"chi-so/{indicator.id}/"


UNITS = "don-vi"
"""The last part of the address of a province's page of units."""


def unit_address(unit: Unit) -> str:
    """Where the site tells of a unit of any era, whether or not it has figures: its province's page of units.

    An old commune stands there with its district.
    """
    told = unit if unit.is_current else gazetteer.district_of(unit) or unit
    province, _, folder = told.path.partition("/")
    return f"{province}/{UNITS}/#{folder}" if folder else f"{province}/"
