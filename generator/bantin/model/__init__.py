"""What was said, as types: values, times, indicators, reports, texts. Nothing here knows a file or YAML.

| module | holds |
|---|---|
| `intervals` | what may be said of two numbers that are not exactly known |
| `values` | what was printed, plus what it means |
| `periods` | stretches of time |
| `spans` | what is certainly known of two periods |
| `differences` | changes as they were printed |
| `corrections` | what a published figure was before it was corrected |
| `identity` | what makes two things one |
| `indicators` | what is counted, of whom, and split how |
| `catalogue` | all of these of one site, and the names they go by |
| `answers` | which indicators answer what readers ask first |
| `standing` | where and when a scope may stand, and which is meant where it may not |
| `names` | names that editors typed, as what they name |
| `reports` | what one place published for a period |
| `records` | what was ever published, figure by figure |
| `spreading` | what one body published about many places, as what is known of each |
| `texts` | articles, pages, and what lies beside them |
| `references` | figures that a text mentions |
| `markup` | Markdown of editors as harmless HTML |
| `links` | what a link in a text means |
| `attachments` | which files may lie beside a text |
| `procedures` | what offices do, and the lists of it: a room of its own, with its own door |
| `corrected` | the corrections of a site as its pages list them |
| `teasers` | articles as other pages tell of them |
| `outline` | what there is, by addresses |
| `archive` | everything together |
| `written` | the form of values, periods and units outside |
| `ways` | which ways of adding up an indicator count |
| `ledger` | the figures of one report, and the sums they make |
| `arithmetic` | what follows from counts and rates |
| `shares` | rates against counts, and against one another |
| `together` | all sums and rates of a report at once |
| `accounts` | what of them agrees, and what does not |
| `one_digit` | a slip of one digit that explains what does not |
"""

from bantin.model.accounts import Accounts, accounts_of
from bantin.model.answers import Question, answers_of, is_of_all
from bantin.model.archive import Archive, grouped
from bantin.model.arithmetic import Derived, base_beside, derived, percent, swapped_digits
from bantin.model.attachments import (
    DOCUMENTS,
    PICTURES,
    Fault,
    FileKind,
    called,
    kind_of,
    mismatch,
    name_problem,
    renaming,
    suffix_of,
)
from bantin.model.catalogue import PAGE_ADDRESS, Catalogue, Move, Named, moved_to
from bantin.model.corrected import Corrected, corrected_in
from bantin.model.corrections import Correction, Erratum
from bantin.model.differences import Difference
from bantin.model.indicators import Breakdown, Indicator, Member, ReformArea, Scope, Slice
from bantin.model.intervals import EXACTLY, sum_of
from bantin.model.ledger import Ledger, Sum, value_of
from bantin.model.links import AimKind, aim_of, files_used
from bantin.model.markup import (
    BLANKS,
    MAX_LETTERS,
    MAX_LINES,
    PREFIX,
    Lead,
    Led,
    Mention,
    editors_markdown,
    headings,
    is_too_long,
    prose,
    reached,
    without_mentions,
)
from bantin.model.names import hinted, indicator_at, parts_of, shared_names, slice_at, unknown
from bantin.model.one_digit import Slip, slips_of
from bantin.model.outline import (
    RECENT,
    Outline,
    Presence,
    Tally,
    is_recent,
    joined,
    outline_of,
    territories,
    territory_of,
)
from bantin.model.periods import Period, Shape, Stretch, month_end, next_week, range_name, week_name
from bantin.model.records import Departed, Record, meant_by_record, records_of, slice_key
from bantin.model.references import REFERENCES, Mentioned, Reference, blanked, references
from bantin.model.reports import (
    Assessment,
    Figure,
    LegalBasis,
    Line,
    Report,
    Source,
    Target,
    last_updated,
    newest_report,
)
from bantin.model.shares import Share, Shares, Tried
from bantin.model.spans import are_as_long, are_one, earliest_end, holds
from bantin.model.spreading import spread
from bantin.model.standing import meant_by, standing, was_there, whole_of
from bantin.model.teasers import Shelf, Teaser
from bantin.model.texts import (
    ARTICLE_FILE,
    Article,
    Asking,
    Attached,
    Image,
    Small,
    TextLink,
    Written,
    WrittenPage,
    address_of,
    is_article,
)
from bantin.model.values import Bound, Direction, Kind, State, Value, is_same, printed
from bantin.model.written import read_period, read_unit, read_value, written_period, written_unit, written_value

__all__ = [
    "ARTICLE_FILE",
    "BLANKS",
    "DOCUMENTS",
    "EXACTLY",
    "MAX_LETTERS",
    "MAX_LINES",
    "PAGE_ADDRESS",
    "PICTURES",
    "PREFIX",
    "RECENT",
    "REFERENCES",
    "Accounts",
    "AimKind",
    "Archive",
    "Article",
    "Asking",
    "Assessment",
    "Attached",
    "Bound",
    "Breakdown",
    "Catalogue",
    "Corrected",
    "Correction",
    "Departed",
    "Derived",
    "Difference",
    "Direction",
    "Erratum",
    "Fault",
    "Figure",
    "FileKind",
    "Image",
    "Indicator",
    "Kind",
    "Lead",
    "Led",
    "Ledger",
    "LegalBasis",
    "Line",
    "Member",
    "Mention",
    "Mentioned",
    "Move",
    "Named",
    "Outline",
    "Period",
    "Presence",
    "Question",
    "Record",
    "Reference",
    "ReformArea",
    "Report",
    "Scope",
    "Shape",
    "Share",
    "Shares",
    "Shelf",
    "Slice",
    "Slip",
    "Small",
    "Source",
    "State",
    "Stretch",
    "Sum",
    "Tally",
    "Target",
    "Teaser",
    "TextLink",
    "Tried",
    "Value",
    "Written",
    "WrittenPage",
    "accounts_of",
    "address_of",
    "aim_of",
    "answers_of",
    "are_as_long",
    "are_one",
    "base_beside",
    "blanked",
    "called",
    "corrected_in",
    "derived",
    "earliest_end",
    "editors_markdown",
    "files_used",
    "grouped",
    "headings",
    "hinted",
    "holds",
    "indicator_at",
    "is_article",
    "is_of_all",
    "is_recent",
    "is_same",
    "is_too_long",
    "joined",
    "kind_of",
    "last_updated",
    "meant_by",
    "meant_by_record",
    "mismatch",
    "month_end",
    "moved_to",
    "name_problem",
    "newest_report",
    "next_week",
    "outline_of",
    "parts_of",
    "percent",
    "printed",
    "prose",
    "range_name",
    "reached",
    "read_period",
    "read_unit",
    "read_value",
    "records_of",
    "references",
    "renaming",
    "shared_names",
    "slice_at",
    "slice_key",
    "slips_of",
    "spread",
    "standing",
    "suffix_of",
    "sum_of",
    "swapped_digits",
    "territories",
    "territory_of",
    "unknown",
    "value_of",
    "was_there",
    "week_name",
    "whole_of",
    "without_mentions",
    "written_period",
    "written_unit",
    "written_value",
]
