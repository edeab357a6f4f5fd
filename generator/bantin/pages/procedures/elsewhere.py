"""What provinces say of a procedure: a row for each, on the page of the procedure."""

from dataclasses import dataclass

from bantin.model import Archive
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.addresses import procedure_path
from bantin.pages.around import titled, unit_at
from bantin.pages.page import Link
from bantin.pages.procedures.answers import Answer
from bantin.pages.procedures.records import Record


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What one province says of a procedure."""

    province: Link
    page: Link
    answer: Answer
    """The version that holds; where none does, the newest."""


def elsewhere(archive: Archive, record: Record) -> Elsewhere | None:
    """The row of a province's file; None of a national record, and of a file without a version."""
    procedure, told = record.procedure, record.answer or next(iter(record.told), None)
    if not (procedure.province and told):
        return None
    has_own_page = archive.outline.procedures.has_national(procedure.code.core)
    path = f"{procedure.address}/" if has_own_page else procedure_path(procedure.code.core)
    unit = unit_at(archive, procedure.province)
    return Elsewhere(Link(titled(unit), f"{unit.path}/{ADDRESS}/"), Link(procedure.code.text, path), told)
