"""JSON Schemas of the data files, from the model's tables of keys and the names in the site's own lists.

They are for the programs that editors write in: names and words are proposed, keys explained, slips underlined while
somebody types. The check is the authority: a schema accepts whatever the check accepts, and does not try to find all it
finds. So a key counts in every spelling that folds to it, the names of indicators and scopes are proposed and never
demanded, and text may be what plain YAML makes of it: 1.210 a number, «no» a truth value. Only null is refused: it is a
key with nothing after it, and nobody means the word.

Draft 7, because yaml-language-server has read it for years (newer drafts since 1.20); check-jsonschema reads them all.
`errorMessage`, `patternErrorMessage` and `defaultSnippets` are words of yaml-language-server; others pass them over.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bantin.folders import Folders
from bantin.model import Catalogue, Indicator, Named, Scope
from bantin.places import naming
from bantin.reading import (
    AREAS,
    BASIS_KEYS,
    BREAKDOWN_KEYS,
    DIRECTIONS,
    FIGURE_KEYS,
    INDICATOR_KEYS,
    KIND_CHANGE_KEYS,
    KINDS,
    MEMBER_KEYS,
    MOVE_KEYS,
    PERIOD_KEYS,
    REPORT_KEYS,
    SCOPE_KEYS,
    SOURCE_KEYS,
    STATES,
    TARGET_KEYS,
    YES_NO,
)
from bantin.vietnamese import listed, slug
from bantin.writing import write_whole

FOLDER = "data/schema"

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_NO_GROUP = "Xuống dòng, thụt vào, rồi ghi mỗi mục một dòng."
_MADE = "Tệp này do lệnh «bantin schema» viết ra; xin đừng sửa tay."


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """The text of every schema by the name of its file, for a site with these lists."""
    files = {
        "bao-cao.json": _report(catalogue),
        "chi-so.json": _indicators(catalogue),
        "pham-vi.json": _scopes(catalogue),
        "phan-to.json": _breakdown(),
        "don-vi.json": _kind_changes(),
        "dia-chi.json": _moves(),
    }
    return {name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for name, schema in files.items()}


def write(catalogue: Catalogue, folders: Folders) -> list[Path]:
    """Put the schemas into the site's folder of data; their paths."""
    files = {Path(folders.path(f"{FOLDER}/{name}")): text for name, text in schemas(catalogue).items()}
    for path, text in files.items():
        write_whole(path, text)
    return list(files)


def _report(catalogue: Catalogue) -> Schema:
    return _file(
        "Số liệu của một nơi trong một kỳ",
        _block(
            REPORT_KEYS,
            {
                "Kỳ": _block(PERIOD_KEYS, {"Từ": _DAY, "Đến": _DAY}),
                "Nguồn": _one_or_more(_to("nguon"), "Tên", "Cơ quan", "Ngày"),
                "Căn cứ": _one_or_more(_to("can-cu"), "Tên", "Ngày", "Cơ quan"),
                "Số liệu": _to("so-lieu"),
                "Chỉ tiêu": _to("chi-tieu"),
                "Nhận định": _group(_TEXT),
            },
            needed=(("Nguồn",), ("Số liệu", "Chỉ tiêu")),
        ),
        {
            "chu": _ANY_TEXT,
            "ten-chi-so": _name_of(catalogue.indicators.values()),
            "nguon": _block(SOURCE_KEYS, {"Ngày": _DAY, "Địa chỉ": _ADDRESS}, needed=(("Tên",), ("Cơ quan",))),
            "can-cu": _block(BASIS_KEYS, {"Ngày": _DAY}, needed=(("Tên",),)),
            "so-lieu": _map_of(_to("so-lieu-cua-pham-vi"), "pham-vi"),
            "so-lieu-cua-pham-vi": _map_of(_to("con-so"), "chi-so"),
            "con-so": {
                "anyOf": [
                    _TEXT,
                    {"enum": list(STATES)},
                    _to("mot-con-so"),
                    _list({"anyOf": [_TEXT, _to("mot-con-so")]}),
                ],
            },
            "mot-con-so": _block(
                FIGURE_KEYS,
                {"Trạng thái": _choice(STATES), "Mẫu số": _to("ten-chi-so")},
                needed=(("Giá trị", "Trạng thái"),),
            ),
            "chi-tieu": _map_of(_to("chi-tieu-cua-pham-vi"), "pham-vi"),
            "chi-tieu-cua-pham-vi": _map_of(_to("muc-tieu"), "chi-so"),
            "muc-tieu": {"anyOf": [_TEXT, _block(TARGET_KEYS, needed=(("Giá trị",),))]},
            "pham-vi": _slices(catalogue),
            "chi-so": {"properties": _names(catalogue.indicators.values(), _AFTER_COLON)},
        },
    )


def _indicators(catalogue: Catalogue) -> Schema:
    indicator = _block(
        INDICATOR_KEYS,
        {
            "Loại": _choice(KINDS),
            "Nội dung": _choice(AREAS),
            "Chiều tốt": _choice(DIRECTIONS),
            "Cộng dồn": _choice(YES_NO),
            "Bằng tổng": _TEXTS,
            "Tử số": _to("ten-chi-so"),
            "Mẫu số": _to("ten-chi-so"),
            "Câu": _PHRASE,
            "Tên khác": _TEXTS,
            "Từ năm": _YEAR,
            "Đến năm": _YEAR,
        },
        needed=(("Đơn vị",), ("Loại",), ("Nội dung",), ("Giải thích",)),
    )
    return _file(
        "Danh mục chỉ số",
        _any_name(_to("chi-so"), "Chỉ số mới", ("Đơn vị", "Loại", "Nội dung", "Giải thích")),
        {"chu": _ANY_TEXT, "ten-chi-so": _name_of(catalogue.indicators.values()), "chi-so": indicator},
    )


def _scopes(catalogue: Catalogue) -> Schema:
    parts = _one_or_more(_name_of(catalogue.scopes.values()))
    return _file(
        "Danh mục phạm vi",
        _any_name(_to("pham-vi"), "Phạm vi mới", ("Giải thích", "Câu")),
        {
            "chu": _ANY_TEXT,
            "pham-vi": _block(SCOPE_KEYS, {"Gồm": parts, "Tên khác": _TEXTS}, needed=(("Giải thích",),)),
        },
    )


def _breakdown() -> Schema:
    member = _block(MEMBER_KEYS, {"Tên khác": _TEXTS})
    del member["minProperties"]  # a name alone will do
    members = _group(member | {"type": ["object", "null"]})
    return _file(
        "Danh mục phân tổ: một cách chia",
        _block(
            BREAKDOWN_KEYS,
            {"Trọn bộ": _choice(YES_NO), "Từ năm": _YEAR, "Đến năm": _YEAR, "Thành viên": members},
            needed=(("Tên",), ("Thành viên",)),
        ),
        {"chu": _ANY_TEXT},
    )


def _kind_changes() -> Schema:
    change = _block(
        KIND_CHANGE_KEYS,
        {"Từ ngày": _DAY, "Loại": _choice(naming.KINDS)},
        needed=(("Đơn vị",), ("Từ ngày",), ("Loại",)),
    )
    return _file(
        "Đơn vị đã đổi loại",
        _one_or_more(_to("doi-loai"), "Đơn vị", "Từ ngày", "Loại"),
        {"chu": _ANY_TEXT, "doi-loai": change},
    )


def _moves() -> Schema:
    address = _matching(r"^[a-z0-9-]+(?:/[a-z0-9-]+)*$", "Ghi phần đứng sau tên miền: kien-giang/2022.")
    move = _block(MOVE_KEYS, dict.fromkeys(MOVE_KEYS, address), needed=(("Cũ",), ("Mới",)))
    return _file(
        "Trang đã chuyển địa chỉ", _one_or_more(_to("chuyen"), "Cũ", "Mới"), {"chu": _ANY_TEXT, "chuyen": move}
    )


def _to(definition: str) -> Schema:
    return {"$ref": f"#/definitions/{definition}"}


# What is named as a type is proposed as a value, and nobody means «true» by a name: hence «not not».
_ANY_TEXT: Schema = {
    "anyOf": [
        {"type": ["string", "number"], "errorMessage": "Ghi một giá trị sau dấu hai chấm, hoặc xóa cả mục."},
        {"not": {"not": {"type": "boolean"}}},
    ]
}
_TEXT = _to("chu")
# Both accept all; they say where the cursor goes after a name that was proposed and taken.
_AFTER_COLON: Schema = {"anyOf": [{}]}
_BELOW: Schema = {"properties": {}}


def _group(value: Schema) -> Schema:
    """A mapping with any keys."""
    return {"type": "object", "minProperties": 1, "errorMessage": _NO_GROUP, "additionalProperties": value}


def _list(single: Schema) -> Schema:
    # The type is a list, or yaml-language-server would complain in English of what is neither block nor list.
    return {"type": ["array"], "minItems": 1, "errorMessage": _NO_GROUP, "items": single}


_TEXTS: Schema = {"anyOf": [_TEXT, _list(_TEXT)]}


def _matching(pattern: str, message: str) -> Schema:
    return {"type": "string", "pattern": pattern, "patternErrorMessage": message, "errorMessage": message}


_DAY = _matching(
    r"^\s*(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{4}\s*$", "Ghi ngày/tháng/năm, ví dụ 20/08/2023."
)
_ADDRESS = _matching(r"^[hH][tT][tT][pP][sS]?://\S+$", "Địa chỉ bắt đầu bằng https:// hoặc http://.")
_PHRASE = _matching(r"^[^{}]*\{\}[^{}]*$", "Câu cần đúng một chỗ {} để đặt con số vào: tiếp nhận {} hồ sơ.")
_FOUR_DIGITS = "Ghi năm bằng bốn chữ số, ví dụ 2022."
_YEAR: Schema = {
    "anyOf": [_matching("^[12][0-9]{3}$", _FOUR_DIGITS), {"type": "integer", "minimum": 1000, "maximum": 2999}]
}


def _file(title: str, root: Schema, definitions: Mapping[str, Schema]) -> Schema:
    # As a title it would stand above the explanation of every key.
    return {"$schema": _DRAFT, "$comment": f"{title}. {_MADE}"} | root | {"definitions": definitions}


def _block(
    keys: Mapping[str, str], shapes: Mapping[str, Schema] | None = None, *, needed: Iterable[tuple[str, ...]] = ()
) -> Schema:
    """A mapping with the keys of a table, which are text unless `shapes` says more.

    Each of `needed` are keys of which one must be there.
    """
    properties = {key: {"description": keys[key]} | (shapes or {}).get(key, _TEXT) for key in keys}
    block: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": properties,
        "patternProperties": {f"^(?!{_literal(key)}$){_spellings(key)}$": properties[key] for key in keys},
        "additionalProperties": False,
        "errorMessage": f"Ở đây ghi các mục, mỗi mục một dòng: {listed(keys)}.",
    }
    return block | {"allOf": [_one_is_there(keys) for keys in needed]} if needed else block


def _one_is_there(keys: tuple[str, ...]) -> Schema:
    """`required`, for keys in any spelling: where no key is one of these, the first is missing."""
    message = f"Còn thiếu mục {listed([f'«{key}»' for key in keys], 'hoặc')}."
    return {
        "if": {"propertyNames": {"not": {"pattern": f"^{_spellings(*keys)}$"}}},
        "then": {"required": [keys[0]], "errorMessage": message},
    }


def _one_or_more(single: Schema, *first_keys: str) -> Schema:
    """One thing or a list of them; the keys are what a new list begins with."""
    several: Schema = {"anyOf": [single, _list(single)]}
    if first_keys:
        body = [_snippet(first_keys)]
        several["defaultSnippets"] = [{"label": f"- {first_keys[0]}: …", "body": body, "sortText": "~"}]
    return several


def _snippet(keys: Iterable[str], *, start: int = 1) -> dict[str, str]:
    return {key: f"${number}" for number, key in enumerate(keys, start)}


def _any_name(block: Schema, title: str, first_keys: tuple[str, ...]) -> Schema:
    """A mapping in which any name leads to a block."""
    body = {f"${{1:{title}}}": _snippet(first_keys, start=2)}
    return _group(block) | {"defaultSnippets": [{"label": f"{title}: …", "body": body}]}


def _map_of(value: Schema, names: str) -> Schema:
    """A mapping to values of a kind; the names that a definition holds are proposed as keys."""
    return _group(value) | {"allOf": [_to(names)]}


def _slices(catalogue: Catalogue) -> Schema:
    """Each scope by its names, alone and with each member of a breakdown."""
    members = [member for breakdown in catalogue.breakdowns for member in breakdown.members]
    split = {
        f"{scope.label} / {member.label}": _BELOW | {"description": member.explanation or member.label}
        for scope in catalogue.scopes.values()
        for member in members
    }
    return {"properties": _names(catalogue.scopes.values(), _BELOW) | split}


def _names(things: Iterable[Indicator] | Iterable[Scope], value: Schema) -> dict[str, Schema]:
    """Every name of the things, explained; an alias shows the name that stands on the page."""
    return {
        name: value | {"title": thing.label, "description": thing.explanation}
        for thing in things
        for name in (thing.label, *thing.aliases)
    }


def _name_of(things: Iterable[Named]) -> Schema:
    """Any text; the labels of the things are proposed. As an `enum` all of them would stand in every explanation."""
    return {"anyOf": [_TEXT], "defaultSnippets": [{"label": thing.label, "body": thing.label} for thing in things]}


def _choice(words: Iterable[str]) -> Schema:
    """One of the words, in any spelling that folds to it."""
    words = list(words)
    message = f"Ghi một trong các từ: {listed(words, 'hoặc')}."
    return {"anyOf": [{"enum": words, "errorMessage": message}, _matching(f"^{_spellings(*words)}$", message)]}


def _literal(text: str) -> str:
    """A pattern for the text itself. `re.escape` writes more than JavaScript allows."""
    return re.sub(r"[\\^$.*+?()\[\]{}|]", r"\\\g<0>", text)


# A letter may be followed by its marks (NFD). What is neither letter nor mark is a sign, and folds to a dash.
_MARKS = r"[\u0300-\u036f]*"
_SIGN = r"[^0-9A-Za-z\u00c0-\u036f\u1e00-\u1eff]"
_MARKED = (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))


def _spellings(*names: str) -> str:
    """A pattern for what folds to one of the names: capitals, tones or none, NFC or NFD, other signs between words."""
    folded = (slug(name).split("-") for name in names)
    words = (f"{_SIGN}+".join("".join(map(_letter, word)) for word in name) for name in folded)
    return f"{_SIGN}*(?:{'|'.join(words)}){_SIGN}*"


@cache
def _letter(letter: str) -> str:
    """A pattern for the forms of a letter in Vietnamese words: «[Tt]», «[DdÐðĎ-đ]», «[YyÝý…Ỳ-ỹ]» and their marks."""
    if letter not in "adeiouy":
        return f"[{letter.upper()}{letter}]" if letter.isalpha() else letter
    marked = [code for code in _MARKED if slug(chr(code)) == letter]
    first = [chr(code) for code in marked if code - 1 not in marked]
    last = [chr(code) for code in marked if code + 1 not in marked]
    ranges = (start if start == end else f"{start}-{end}" for start, end in zip(first, last, strict=True))
    return f"[{letter.upper()}{letter}{''.join(ranges)}]{_MARKS if letter != 'd' else ''}"
