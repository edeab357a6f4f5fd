"""Meaning is compared, never objects: provinces that other processes read make the same site."""

import pickle
from functools import partial
from pathlib import Path

import pytest
from conftest import SOUND, TODAY

from bantin import site
from bantin.checks import rules
from bantin.folders import Folders
from bantin.model import Archive
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


def markdown(edition: Edition, folders: Folders) -> dict[str, str | bytes]:
    return {file.path: file.content() for file in site.markdown_of(edition, folders)}


@pytest.mark.parametrize("root", [SOUND, OWN])
def test_provinces_that_other_processes_read_make_the_same_pages(root: Path):
    assert_same_site(Folders.of(root))
