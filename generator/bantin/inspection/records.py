"""The lists of the figures that were published, brought up to date: only those of places that print something new."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from bantin.folders import Folders
from bantin.inspection.reading import Reading
from bantin.model import Record
from bantin.reading import Province, records_path, records_text


@dataclass(frozen=True)
class Renewed:
    """The list of one place as it should be."""

    path: str
    """Its file, as reports name it."""
    text: str
    added: int
    """How many texts are new in it."""
    forgotten: tuple[str, ...]
    """The addresses that were to be forgotten, and are."""


def renewed_records(folders: Folders, today: date, *, forget: Collection[str] = ()) -> Iterator[Renewed]:
    """Every list that lacks something that its place prints.

    A list only grows: what is corrected stays, beside its correction. Only what is named in `forget` and not printed
    now leaves it: a page that is gone («kien-giang/2022»), or a fact («kien-giang/2022#toan-tinh-ho-so-tiep-nhan»).
    """
    reading = Reading(folders, today)
    named = {address.partition("#")[0].rpartition("/")[0] for address in forget}
    for name in reading.listing.folders:
        shelf = reading.shelf(name)
        for leaf, known in shelf.known.items():
            if not known.is_recorded or leaf in named:
                yield _renewed(leaf, shelf.leaves.province(leaf), forget)
        reading.contents.forget()


def _renewed(place: str, province: Province, forget: Collection[str]) -> Renewed:
    pages = {record.period for record in province.records}
    gone = {
        record: _names(place, record, of_page=record.period not in pages) & {*forget}
        for record in province.recorded - province.records
    }
    kept = {record for record in province.recorded if not gone.get(record)}
    forgotten = sorted(set[str]().union(*gone.values()))
    added = province.records - province.recorded
    return Renewed(records_path(place), records_text(kept | added), len(added), tuple(forgotten))


def _names(place: str, record: Record, *, of_page: bool) -> set[str]:
    """What a record may be called by to be forgotten: its fact, or its page where that is gone."""
    page = f"{place}/{record.period}"
    return {f"{page}#{record.anchor}", *([page] if of_page else [])}
