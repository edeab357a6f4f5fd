"""Which edition of a site this is: said on every page, and yet in one file, so that no page changes with it."""

from datetime import date

from bantin.vietnamese import date_text

EDITION = "assets/an-ban.css"
_SAYS = """\
@charset "utf-8";
.an-ban::before {{ content: "Ấn bản gồm các nguồn đến ngày {}. "; visibility: visible; }}
"""


def edition_files(day: date) -> dict[str, str]:
    """The file that puts the newest day of a site, its only clock, into the foot of its pages."""
    return {EDITION: _SAYS.format(date_text(day)) if day > date.min else ""}
