"""What one file tells of a procedure, as pages show it: its versions, and how they stand on the site's day."""

from collections.abc import Sequence
from dataclasses import dataclass

from bantin.model import Archive, Source
from bantin.model.procedures import Procedure, Standing
from bantin.pages.procedures.answers import Answer, answers


@dataclass(frozen=True, slots=True)
class Record:
    """One file's procedure, on the site's day."""

    procedure: Procedure
    name: str
    """Of a province's file that leaves it to the national record, that record's."""
    standing: Standing
    told: tuple[Answer, ...]
    """All versions, newest first."""

    @property
    def answer(self) -> Answer | None:
        """The version that holds; None where none does, or nobody can say which."""
        return next((one for one in self.told if one.standing is Standing.IN_FORCE), None)

    @property
    def others(self) -> tuple[Answer, ...]:
        """The other versions."""
        return tuple(one for one in self.told if one is not self.answer)


def record_of(archive: Archive, procedure: Procedure, sources: Sequence[Source]) -> Record:
    """What a file tells; its sources are counted among those of the page."""
    directory = archive.outline.procedures
    return Record(
        procedure,
        procedure.name or directory.name_of(procedure.code.core) or procedure.code.text,
        directory.standing_of(procedure.address),
        answers(procedure, directory.standings_of(procedure.address), sources),
    )
