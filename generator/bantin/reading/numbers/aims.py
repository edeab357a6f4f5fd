"""What is aimed at in words, where a number might stand: «duy trì và nâng cao thứ hạng», «thuộc nhóm 10 tỉnh đầu»."""

import re

from bantin.model import Kind
from bantin.reading.numbers.cells import doubt_of_cell
from bantin.reading.numbers.misprints import Misprint
from bantin.reading.numbers.printed import folded
from bantin.reading.numbers.values import parse
from bantin.vietnamese import normalise

_FEWEST_WORDS, _LONGEST = 2, 200
_STRIVING = re.compile("(?:phấn đấu|tiếp tục|từng bước)(?: để)? ")
_OPENINGS = (
    *("duy trì", "nâng cao", "nâng", "cải thiện", "giữ", "tăng", "giảm", "thuộc", "nằm trong", "trong nhóm"),
    *("trong tốp", "trong top", "trong số", "đứng trong", "vào nhóm", "vào tốp", "vào top", "lọt vào"),
    *("cao hơn", "thấp hơn"),
)
_AIM = re.compile(rf"(?:{'|'.join(_OPENINGS)}) ")


def is_in_words(text: str, kind: Kind) -> bool:
    """Whether a text that is no value of a kind says in words what is aimed at: any words without a number, and those
    that begin as an aim does («duy trì …», «thuộc nhóm …») with one."""
    words = folded(normalise(text))
    if len(words) > _LONGEST or len(words.split(" ")) < _FEWEST_WORDS or doubt_of_cell(words, kind):
        return False
    with_number = any(c.isnumeric() for c in words)
    if with_number and (kind is Kind.POINTS or not _AIM.match(_STRIVING.sub("", words, count=1))):
        return False  # «giảm 1.5 điểm phần trăm» is a misprint
    return isinstance(parse(text, kind), Misprint)
