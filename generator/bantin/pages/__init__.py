"""Which pages a site has, and what each one says: facts of an archive, ready for a template.

| module | holds |
|---|---|
| `page` | what every page has |
| `headings` | its sections |
| `plans` | the list of all |
| `home` | the home page |
| `province` | a province |
| `lives` | the territories that bore a province's name, and what each has to do with those of other times |
| `units` | what units were made of and became |
| `namesakes` | two communes of one folded name |
| `place` | a place |
| `bulletin` | a report |
| `texts` | what people wrote |
| `published` | who has published an indicator |
| `indicator` | the indicators |
| `quality` | what the checks found |
| `corrections` | what was corrected |
| `lookup_page` | looking up what a place became |
| `lookup` | the files behind that page |
| `search_page` | searching |
| `design` | what all pages are made of |
| `specimen` | the figures that it shows, which nobody published |
| `procedures` | procedures, and lists of them: a room of its own |
| `opinions` | documents on which bodies ask for opinions |
| `around` | links, trails and menus |
| `addresses` | where each page stands |
| `doubts` | what is doubtful in a report |
| `cards` | a few figures in large |
| `cells` | one figure in a table |
| `cited` | the sources of a table |
| `measures` | the units of a table |
| `notes` | what is said under a cross table |
| `columns` | the columns of a matrix |
| `tables` | figures as tables |
| `place_tables` | tables about many places |
| `figure_rows` | all that a bulletin prints, as the file that readers take along |
| `spreadsheets` | tables as files that spreadsheets open |
| `figure_charts` | the chart beside a table |
| `charts` | their geometry |
| `lines` | lines through time |
| `strips` | dots of places that compare |
| `maps` | maps of provinces: what each says |
| `value_maps` | the map of an indicator |
| `dots` | the communes as dots on them |
| `leads` | what the lead of a bulletin tells |
| `sentences` | that lead in words |
| `comparisons` | figures against targets and the past |
| `first_answers` | what people ask of a place first |
| `goals` | which targets of a place were met |
| `listed_bulletins` | bulletins as the page of their place lists them |
| `histories` | what a place published time after time |
| `tones` | colours by meaning |
| `words` | facts in words |
"""

from bantin.pages.addresses import indicator_path, unit_anchor
from bantin.pages.around import home_title, menu_of
from bantin.pages.doubts import Doubts, doubt_count, doubted_in, doubts_by_file
from bantin.pages.indicator import is_cut
from bantin.pages.lookup import lookup_files
from bantin.pages.page import Page
from bantin.pages.plans import Plan, plans_of
from bantin.pages.procedures import procedure_files
from bantin.pages.words import FILTERS

__all__ = [
    "FILTERS",
    "Doubts",
    "Page",
    "Plan",
    "doubt_count",
    "doubted_in",
    "doubts_by_file",
    "home_title",
    "indicator_path",
    "is_cut",
    "lookup_files",
    "menu_of",
    "plans_of",
    "procedure_files",
    "unit_anchor",
]
