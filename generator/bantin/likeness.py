"""Names like a misspelt one, and never one that means something else.

A word may hold a slip, but a different word is a different name: what is said to be late is never proposed as on time,
nor a commune's as a province's, nor 2022 as 2023. Where nothing may be proposed, nothing is.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bantin.vietnamese import slug

OPPOSED = (
    ("trước/sớm", "đúng", "trong hạn/trong thời hạn/còn hạn", "quá hạn/quá hẹn/trễ/muộn/chậm"),
    ("tăng", "giảm"),
    ("cao", "thấp"),
    ("trên", "dưới"),
    ("tối thiểu", "tối đa"),
    ("thu", "chi"),
    ("tốt", "xấu", "kém", "yếu"),
    ("đã", "đang", "chưa", "sẽ"),
    ("có", "không", "chưa"),
    ("tiếp nhận/nhận", "trả", "giải quyết/xử lý", "rút", "chuyển", "hủy/huỷ", "từ chối", "bổ sung", "đến hạn"),
    ("trực tuyến/qua mạng", "trực tiếp/tại quầy", "bưu chính/bưu điện"),
    ("toàn trình", "một phần"),
    ("điện tử/số hóa/ký số", "giấy"),
    ("liên thông",),
    ("tỉnh", "huyện", "quận", "xã", "phường", "thị trấn", "đặc khu", "thành phố", "thôn", "ấp", "tổ dân phố",
     "trung ương", "quốc gia", "cả nước"),
    ("toàn", "cấp", "ubnd/ủy ban nhân dân", "hđnd/hội đồng nhân dân", "trung tâm", "các", "từng"),
    ("tỷ lệ/tỉ lệ", "xếp hạng/thứ hạng/hạng", "điểm", "mức"),
    ("tử số", "mẫu số"),
    ("từ", "đến"),
    ("cũ", "mới"),
    ("đầu", "cuối"),
    ("trong", "ngoài"),
    ("thiếu", "thừa", "đủ"),
    ("ngày", "tuần", "tháng", "quý", "năm"),
    ("i", "ii", "iii", "iv", "v", "vi"),
)  # fmt: skip
"""Words of which no two mean the same, group by group; those between slashes do. A name without one is another name."""

_FILLERS = frozenset(
    ("so", "tong", "cac", "nhung", "duoc", "cua", "ve", "viec", "luong", "va", "tai", "o", "cho", "theo")
)
_PHRASES = tuple(
    (f"-{slug(phrase)}-", (group, meaning))
    for group, meanings in enumerate(OPPOSED)
    for meaning, phrases in enumerate(meanings)
    for phrase in phrases.split("/")
)
_OPPOSED_WORDS = frozenset(word for phrase, _ in _PHRASES for word in phrase.strip("-").split("-"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST, _MOST_ALIKE = 12, 8

Meaning = tuple[frozenset[tuple[int, int]], tuple[int, ...]]
"""Which of the opposed words a name holds, and its numbers."""


def nearest(name: str, candidates: Iterable[str], *, limit: int = 1) -> list[str]:
    """The candidates of which this name may be a misspelling, best first; none where they do not mean the same.

    Those that differ from it by slips alone come without those that say more.
    """
    by_slug = {slug(candidate): candidate for candidate in candidates}
    typed, known = slug(name), frozenset(word for candidate in by_slug for word in candidate.split("-"))
    readings = [(word, _readings(word, known)) for word in typed.split("-")]
    more = {candidate: words for candidate in by_slug if (words := _more(readings, candidate)) is not None}
    exact = [candidate for candidate, words in more.items() if words <= _FILLERS]
    found = difflib.get_close_matches(typed, exact or more, max(limit, _MOST_ALIKE), 0.6)
    return [by_slug[candidate] for candidate in found[:limit]] if len(set(map(meaning_of, found))) == 1 else []


@lru_cache(maxsize=10_000)
def meaning_of(name: str) -> Meaning:
    """What tells a name, by its slug, from names that mean something else."""
    words = f"-{name}-"
    said = frozenset(meaning for phrase, meaning in _PHRASES if phrase in words)
    return said, tuple(sorted(int(number) for number in re.findall("[0-9]{1,18}", words)))


def _readings(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The words, or two words run together, that a word stands for: itself where it is known, or like none."""
    if word in known or word in _OPPOSED_WORDS or not word.isalpha() or len(word) > _LONGEST:
        return (word,)
    halves = ((word[:place], word[place:]) for place in range(1, len(word)))
    joined = [f"{first}-{second}" for first, second in halves if first in known and second in known]
    return tuple(sorted(_slips(word) & known)) or tuple(joined) or (word,)


def _slips(word: str) -> set[str]:
    """What may be typed by one slip of the hand: a letter more, less or other, or two in each other's place."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    less = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    other = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    return less | swapped | other | {a + letter + b for a, b in cuts for letter in _LETTERS}


def _more(readings: list[tuple[str, tuple[str, ...]]], candidate: str) -> set[str] | None:
    """What the candidate says more than the name; None where it lacks a word of the name, or means something else."""
    left, said, lacked = Counter(candidate.split("-")), list[str](), False
    for typed, words in readings:
        word = next((word for word in words if all(left[part] for part in word.split("-"))), "")
        if not word and typed not in _FILLERS:
            return None
        left.subtract(word.split("-"))
        said.append(word or typed)
        lacked |= not word
    more = set(+left)
    # A word in the place of another is a different name, even where one of them is but «về».
    if lacked and not more <= _FILLERS:
        return None
    return more if meaning_of("-".join(said)) == meaning_of(candidate) else None
