"""A site's folder with all its problems: read again only where something changed.

| module | holds |
|---|---|
| `reading` | one reading of a folder |
| `shelf` | what is known of the leaves of one folder of data/ and content/ |
| `whole` | what is wrong with the site as a whole |
| `findings` | what was found |
| `records` | the lists of the figures that were published |
| `moments` | the day, and when files were written |
"""

from bantin.inspection.findings import Findings, Inspection
from bantin.inspection.moments import clock, stamps
from bantin.inspection.reading import Reading, inspect, inspect_and_read
from bantin.inspection.records import renewed_records
from bantin.inspection.shelf import Shelf

__all__ = [
    "Findings",
    "Inspection",
    "Reading",
    "Shelf",
    "clock",
    "inspect",
    "inspect_and_read",
    "renewed_records",
    "stamps",
]
