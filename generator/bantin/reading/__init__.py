"""Files into the model: each reader returns what it could read, and a problem for what it could not.

| module | holds |
|---|---|
| `listing` | the names of a site's files, and those that have a wrong one |
| `contents` | their bytes, each read once, with digests |
| `characters` | bytes as text |
| `garbled` | text that was garbled on its way, and what was meant |
| `slips` | slips in YAML, by what libyaml says |
| `trees` | YAML as texts, lists and groups with their places |
| `blocks` | a group with known keys |
| `numbers` | the grammar of figures |
| `times` | the grammar of periods |
| `places` | folders as units |
| `lists` | each of the files of data/danh-muc/ |
| `catalogues` | all of them together |
| `reports` | one report |
| `articles` | articles and pages |
| `pictures` | pictures as they are published |
| `documents` | documents as they are published |
| `published` | the list of addresses that were published |
| `provinces` | the files of one province |
| `archive` | the files of a site |
"""

from bantin.reading.archive import archive_of, load
from bantin.reading.articles import pages_collide, texts_of
from bantin.reading.catalogues import lists_of
from bantin.reading.contents import Contents
from bantin.reading.listing import CATALOGUE, Listing, content, folder_at, listing_of
from bantin.reading.lists import (
    AREAS,
    BREAKDOWN_KEYS,
    DIRECTIONS,
    INDICATOR_KEYS,
    KIND_CHANGE_KEYS,
    KINDS,
    MEMBER_KEYS,
    MOVE_KEYS,
    SCOPE_KEYS,
    YES_NO,
)
from bantin.reading.provinces import province_of
from bantin.reading.published import published_list
from bantin.reading.reports import BASIS_KEYS, FIGURE_KEYS, PERIOD_KEYS, REPORT_KEYS, SOURCE_KEYS, STATES, TARGET_KEYS

__all__ = [
    "AREAS",
    "BASIS_KEYS",
    "BREAKDOWN_KEYS",
    "CATALOGUE",
    "DIRECTIONS",
    "FIGURE_KEYS",
    "INDICATOR_KEYS",
    "KINDS",
    "KIND_CHANGE_KEYS",
    "MEMBER_KEYS",
    "MOVE_KEYS",
    "PERIOD_KEYS",
    "REPORT_KEYS",
    "SCOPE_KEYS",
    "SOURCE_KEYS",
    "STATES",
    "TARGET_KEYS",
    "YES_NO",
    "Contents",
    "Listing",
    "archive_of",
    "content",
    "folder_at",
    "listing_of",
    "lists_of",
    "load",
    "pages_collide",
    "province_of",
    "published_list",
    "texts_of",
]
