"""Meaning is compared, never objects: provinces that other processes read make the same site."""

import pickle
from functools import partial
from pathlib import Path

import pytest
from conftest import SOUND, TODAY, pages_of_data
from trying import THOROUGH

from bantin import site
from bantin.checks import rules
from bantin.folders import Folders
from bantin.model import Archive
from bantin.publishing import Renderer
from bantin.reading.archive import archive_of
from bantin.reading.catalogues import lists_of
from bantin.reading.leaves import Leaves
from bantin.reading.listing import content, listing_of
from bantin.site import Edition

OWN = Path(__file__).parent.parent


def read_elsewhere(folders: Folders) -> Archive:
    """What a site's files hold, every province read by itself and sent over as bytes."""
    listing, read = listing_of(folders), partial(content, folders)
    lists = lists_of(read, listing)
    provinces = [pickle.dumps(Leaves(read, listing, lists=lists, folder=name).all()) for name in listing.folders]
    return archive_of(pickle.loads(pickle.dumps(lists)), map(pickle.loads, provinces))


def assert_same_site(folders: Folders) -> None:
    here = site.check(folders, TODAY)
    elsewhere = read_elsewhere(folders)

    assert here.archive.reports
    assert rules.problems_of(elsewhere, TODAY) == rules.problems_of(here.archive, TODAY)
    assert markdown(Edition(here.problems, elsewhere), folders) == markdown(here, folders)


def markdown(edition: Edition, folders: Folders) -> dict[str, str]:
    """The pages; those of the gazetteer, which tell of figures no more than where some are, in `make thorough`."""
    renderer = Renderer(folders, {file.path: file for file in edition.archive.attached})
    return {page.path: renderer.markdown(page) for page in (edition.pages if THOROUGH else pages_of_data(edition))}


@pytest.mark.parametrize("root", [SOUND, OWN])
def test_provinces_that_other_processes_read_make_the_same_pages(root: Path):
    assert_same_site(Folders.of(root))
