"""Files whose parts do not stand below what they belong to, as in lines pasted from elsewhere: one problem only."""

from collections.abc import Callable
from itertools import pairwise

from bantin.model import Catalogue
from bantin.problems import Problem, Text
from bantin.reading import vocabulary
from bantin.reading.blocks import is_empty
from bantin.reading.keys import KeyShape
from bantin.reading.trees import Entries, Node
from bantin.vietnamese import slug

_GROUPS = {slug(key.name) for key in vocabulary.REPORT if key.shape is KeyShape.GROUP}
_KEYS = {slug(key.name) for key in vocabulary.REPORT}


def unindented(root: Node, catalogue: Catalogue) -> Problem | None:
    """The problem of a report with empty parts, and beside them what belongs below; of the rest little is true."""
    first = _first_beside(root, lambda owner: slug(owner) in _GROUPS, lambda key: slug(key) not in _KEYS)
    for _, section in root.pairs if isinstance(root, Entries) else ():
        first = first or _first_beside(section, catalogue.slice, lambda key: slug(key) in catalogue.indicators_by_name)
    if not first:
        return None
    message = "Từ dòng này, các mục không thụt vào dưới mục chứa chúng, nên không rõ mục nào thuộc mục nào."
    help = (
        "Mỗi mục con thụt vào thêm hai dấu cách: «Số liệu» sát lề, phạm vi như «Cấp huyện» sau hai dấu cách, chỉ số "
        "sau bốn dấu cách. Xin xem tệp mẫu trong data/README.md."
    )
    return Problem(first.at, "yaml-syntax", message, help, length=len(first.value))


def _first_beside(node: Node, holds: Callable[[str], object], belongs: Callable[[str], bool]) -> Text | None:
    """The first key beside the others of a group that belongs below one, where one that should hold such is empty."""
    pairs = node.pairs if isinstance(node, Entries) else ()
    for (owner, value), (following, _) in pairwise(pairs):
        if is_empty(value) and holds(owner.value) and belongs(following.value):
            return next(key for key, _ in pairs if belongs(key.value))
    return None
