"""The lists that the package's own site ships, and figures by the labels in them."""

from pathlib import Path

from conftest import edition
from making import figure

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator
from bantin.model.reports import Figure

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
