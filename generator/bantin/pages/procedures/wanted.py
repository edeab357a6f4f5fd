"""Which pages of procedures a site has: by address and kind, with the addresses of what each shows."""

from collections.abc import Iterator

from bantin.model.procedures import Directory, Tier
from bantin.pages.addresses import EVENTS, PROCEDURES, field_path, procedure_path, tier_path
from bantin.pages.procedures.parts import paths_of
from bantin.pages.procedures.province_fields import field_pages


def wanted(directory: Directory) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The address of each page, its kind, and what is entered on its own that it shows."""
    if directory.cores():
        yield PROCEDURES, "procedures", ()
    for field in directory.fields():
        yield field_path(field).rstrip("/"), "procedure_field", ()
    for tier in Tier:
        if directory.in_tier(tier):
            yield tier_path(tier).rstrip("/"), "procedure_tier", ()
    for event in directory.life_events():
        yield f"{EVENTS}/{event.id}", "life_event", ()
    for core in directory.cores():
        files = (*directory.files_of(core), *directory.own_of(core))
        yield procedure_path(core).rstrip("/"), "procedure", tuple(sketch.address for sketch in files)
        yield from _of_provinces(directory, core)
    for province in directory.announcing():
        yield f"{province}/{PROCEDURES}", "province_procedures", ()
        yield from ((path, "province_field", ()) for path in field_pages(directory, province))
    for known in directory.lists:
        for path in paths_of(known.address, len(known.entries)):
            yield path, "announcement", (known.address,)


def _of_provinces(directory: Directory, core: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The pages of provinces that say something of what the whole country has."""
    files = directory.files_of(core)
    national = [sketch.address for sketch in files if not sketch.province]
    for sketch in files if national else ():
        if sketch.province:
            yield sketch.address, "procedure_here", (sketch.address, *national)
