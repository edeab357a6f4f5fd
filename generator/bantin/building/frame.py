"""All files of a site that are no pages: what pages load, show and link to, what stands at addresses of old."""

from collections.abc import Iterator

from bantin.building.ground import Bases, Ground
from bantin.building.parts import Folder
from bantin.inspection import Reading
from bantin.keeping import digest, packed
from bantin.model import Archive, files_used
from bantin.pages import lookup_files, procedure_files
from bantin.publishing import GivenFile, edition_files, redirects
from bantin.search import name_files


def basis_of(ground: Ground, bases: Bases) -> bytes:
    """A digest of all that these files rest on."""
    outline, once = ground.inspection.outline, ground.inspection.published.addresses
    attached = [(file.path, digest) for part in ground.parts.values() for file, digest in part.attached]
    around = (
        sorted(outline.places),
        ground.around.answer("procedures.everything", ""),
        outline.procedures.day,
        [address for _, address in once],
        attached,
        sorted(_used(ground)),
    )
    return digest(bases.of_files + packed(around, plain=True))


def files_of(ground: Ground, reading: Reading) -> Iterator[GivenFile]:
    """The files, those beside texts only where a text shows them or links to them."""
    catalogue = ground.inspection.catalogue
    archive = Archive(catalogue, whole=ground.inspection.outline)
    once = [address for _, address in ground.inspection.published.addresses]
    made = lookup_files(archive) | name_files() | procedure_files(archive) | redirects(once, catalogue.moves)
    for path, text in (made | edition_files(archive.outline.newest_day())).items():
        yield GivenFile(path, text)
    used = _used(ground)
    for name, part in ground.parts.items():
        shown = [file for file, _ in part.attached if file.path in used]
        folder = Folder(reading, name)
        yield from (GivenFile(*one) for file in shown for one in folder.attached(file.path))


def _used(ground: Ground) -> frozenset[str]:
    return files_used(link for part in ground.parts.values() for link in part.found.links)
