"""Files into the model: each reader returns what it could read, and a problem for what it could not.

| module | holds |
|---|---|
| `file_names` | what the name of a file says, and which was meant |
| `strays` | files that are neither read nor published |
| `listing` | the names of a site's files |
| `contents` | their bytes, each read once, with digests |
| `letters` | bytes as text, and what is wrong with their letters |
| `slips` | slips in YAML, by what libyaml says |
| `trees` | YAML as texts, lists and groups with their places |
| `keys` | a key: its name, what stands after it, how it is explained |
| `vocabulary` | all keys, and the words they choose from |
| `blocks` | a group, read key by key |
| `indentation` | parts that do not stand below what they belong to |
| `numbers` | the grammar of figures |
| `dates` | how to write a date that was written otherwise |
| `period_names` | which period was meant by a name that states none |
| `times` | the grammar of periods |
| `places` | folders as units |
| `lists` | areas, indicators, scopes, breakdowns |
| `changes` | kinds of units and addresses that changed |
| `shipped` | the lists that come with the package, and what a site adds to them |
| `catalogues` | all files of data/danh-muc/ together |
| `sources` | sources and legal bases |
| `differences` | the grammar of printed changes |
| `scores` | the most points that a score can have |
| `slices` | slices of a report, and whether they may stand there |
| `figures` | the figures and targets of a report |
| `by_place` | tables about many places |
| `corrections` | corrections of figures |
| `reports` | one report |
| `text_names` | which files of content/ are texts |
| `articles` | articles and pages |
| `attached` | pictures and documents as they are published |
| `published` | the list of addresses that were published |
| `procedures` | procedures, and lists of them |
| `records` | the figures that were published |
| `provinces` | what the files of one province hold, or some of them |
| `leaves` | which files of a folder are read together |
| `archive` | the files of a site |
"""

from bantin.reading import vocabulary
from bantin.reading.archive import archive_of, load
from bantin.reading.catalogues import Lists, lists_of
from bantin.reading.contents import Contents
from bantin.reading.file_names import folder_at, is_of_system
from bantin.reading.keys import FOUR_DIGITS, PATTERNS, Key, Keys, KeyShape
from bantin.reading.leaves import Leaves, Told
from bantin.reading.letters.characters import with_line_ends
from bantin.reading.listing import Listing, content, listing_of
from bantin.reading.numbers import NOTHING
from bantin.reading.provinces import Province, report_in
from bantin.reading.published import PublishedList, published_list
from bantin.reading.records import records_path, records_text
from bantin.reading.shipped import LISTS, entries_of
from bantin.reading.text_names import pages_collide
from bantin.reading.times import FORMS as PERIOD_FORMS
from bantin.reading.times import meant_periods, parse_period
from bantin.reading.trees import Entries, Items, Node, tree_of

__all__ = [
    "FOUR_DIGITS",
    "LISTS",
    "NOTHING",
    "PATTERNS",
    "PERIOD_FORMS",
    "Contents",
    "Entries",
    "Items",
    "Key",
    "KeyShape",
    "Keys",
    "Leaves",
    "Listing",
    "Lists",
    "Node",
    "Province",
    "PublishedList",
    "Told",
    "archive_of",
    "content",
    "entries_of",
    "folder_at",
    "is_of_system",
    "listing_of",
    "lists_of",
    "load",
    "meant_periods",
    "pages_collide",
    "parse_period",
    "published_list",
    "records_path",
    "records_text",
    "report_in",
    "tree_of",
    "vocabulary",
    "with_line_ends",
]
