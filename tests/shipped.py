"""The lists that the package's own site ships, and figures by the labels in them."""

from datetime import date
from pathlib import Path

from conftest import edition
from making import figure

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator
from bantin.model.reports import Figure, Report
from bantin.places import Unit
from bantin.places.finding import find
from bantin.problems import Found
from bantin.reading.reports import report_of
from bantin.reading.times import parse_period
from bantin.reading.trees import read

REPOSITORY = Path(__file__).parents[1]


def shipped() -> Catalogue:
    """The shipped lists."""
    return edition(REPOSITORY).archive.catalogue


def named(label: str) -> Indicator:
    """The indicator of a label or another name."""
    found = shipped().indicator(label)
    assert found, label
    return found


def shipped_figures(printed: dict[str, str], **bases: str) -> list[Figure]:
    """Figures of one scope by their labels, the rates among them on stated bases."""
    scope = shipped().scopes["cap-huyen"]
    stated = {label: named(base) for label, base in bases.items()}
    return [figure(named(label), text, scope, base=stated.get(label)) for label, text in printed.items()]


def place_in(path: str, year: str) -> Unit:
    """The unit of a folder at the end of a year."""
    found = find(path, date(int(year), 12, 31))
    assert found, path
    return found


def report_in(place: Unit, when: str, text: str) -> Found[Report]:
    """What stands in a file of a place below its sources, read with the shipped lists."""
    root, _ = read(f"Nguồn: {{Tên: Báo cáo, Cơ quan: Ủy ban nhân dân}}\n{text}".encode(), "x.yml")
    period = parse_period(when)
    assert root
    assert period
    return report_of(root, place, period=period, catalogue=shipped())
