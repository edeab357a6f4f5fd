"""The schemas of procedures, of lists of them, and of the words that lead to them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bantin.editors.shapes import TEXT, Schema, any_name, block, choice, group, list_of, one_or_more, required, to
from bantin.reading import Key, Keys, procedures, vocabulary
from bantin.vietnamese import upper_first

_KEYS = procedures.keys
_BY_CASE: Schema = {"anyOf": [TEXT, group(TEXT)]}
"""One for all cases, or one by case."""

Whole = tuple[str, Schema, Mapping[str, Schema]]
"""The title of a file, what it holds, and the definitions that it needs besides."""


def of_procedures() -> dict[str, Whole]:
    """What each kind of file holds, by the name of its schema."""
    return {
        "thu-tuc.json": _procedure(),
        "cong-bo.json": _announcement(),
        "su-kien.json": ("Việc trong đời và thủ tục cần làm", _events(), {}),
        "tu-thuong-goi.json": ("Từ thường gọi và mã thủ tục", group(one_or_more(TEXT)), {}),
    }


def _procedure() -> Whole:
    root = block(
        _KEYS.PROCEDURE,
        {
            "Nguồn": one_or_more(to("nguon"), *required(vocabulary.SOURCE)),
            "Phiên bản": one_or_more(to("phien-ban"), "Quyết định", "Cấp", "Thời hạn"),
        },
    )
    paper = {"anyOf": [TEXT, block(_KEYS.PAPER)]}
    return (
        "Một thủ tục hành chính",
        root,
        {
            "nguon": block(vocabulary.SOURCE),
            "phien-ban": block(
                _KEYS.VERSION,
                {
                    "Cách nộp": _words(_KEYS.CHANNELS, {"anyOf": [choice(["có"]), to("cach-nop")]}),
                    "Giấy tờ": {"anyOf": [TEXT, list_of(to("giay-to")), group(one_or_more(to("giay-to")))]},
                    **_by_case(),
                },
            ),
            "cach-nop": block(_KEYS.ROUTE, _by_case()),
            "giay-to": paper,
        },
    )


def _announcement() -> Whole:
    # A list without its decision is none, a version may have been printed without one.
    keys = tuple(replace(key, required=True) if key.name == "Quyết định" else key for key in _KEYS.ANNOUNCEMENT)
    codes: Schema = {"anyOf": [TEXT, list_of(TEXT), group({"anyOf": [TEXT, to("muc")]})]}
    by_tier = _words(_KEYS.TIER.choices, codes)
    groups = {upper_first(word): by_tier for word in _KEYS.CHANGES}
    root = block(keys, {"Nguồn": one_or_more(to("nguon"), *required(vocabulary.SOURCE)), **groups})
    definitions = {"nguon": block(vocabulary.SOURCE), "muc": block(_KEYS.ENTRY, _by_case())}
    return "Danh mục thủ tục mà một tỉnh công bố", root, definitions


def _events() -> Schema:
    return any_name(block(_KEYS.EVENT), "Việc trong đời", *required(_KEYS.EVENT))


def _by_case() -> dict[str, Schema]:
    return {key.name: _BY_CASE for key in (_KEYS.DEADLINE, _KEYS.FEE)}


def _words(words: Iterable[str], value: Schema) -> Schema:
    """A group whose names are some words, each with the same behind it."""
    keys: Keys = tuple(Key(upper_first(word), upper_first(word)) for word in words)
    return block(keys, dict.fromkeys((key.name for key in keys), value))
