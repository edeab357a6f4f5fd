"""The pieces of a JSON Schema: texts, days, choices, lists, groups, and blocks with known keys.

`errorMessage`, `patternErrorMessage` and `defaultSnippets` are words of yaml-language-server; others pass them over.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from bantin.editors.spellings import literal, spellings
from bantin.reading import FOUR_DIGITS, PATTERNS, Key, Keys, KeyShape
from bantin.vietnamese import listed

Schema = dict[str, Any]

NO_GROUP = "Xuống dòng, thụt vào, rồi ghi mỗi mục một dòng."


def to(definition: str) -> Schema:
    """What a definition of the file says."""
    return {"$ref": f"#/definitions/{definition}"}


# What is named as a type is proposed as a value, and nobody means «true» by a name: hence «not not».
ANY_TEXT: Schema = {
    "anyOf": [
        {"type": ["string", "number"], "errorMessage": "Ghi một giá trị sau dấu hai chấm, hoặc xóa cả mục."},
        {"not": {"not": {"type": "boolean"}}},
    ]
}
"""The definition «chu», which every file has."""
TEXT = to("chu")


def group(value: Schema) -> Schema:
    """A mapping with any keys."""
    return {"type": "object", "minProperties": 1, "errorMessage": NO_GROUP, "additionalProperties": value}


def list_of(single: Schema) -> Schema:
    """A list; its type is one too, or yaml-language-server would complain in English of what is no list."""
    return {"type": ["array"], "minItems": 1, "errorMessage": NO_GROUP, "items": single}


def one_or_more(single: Schema, *first_keys: str) -> Schema:
    """One thing or a list of them; the keys are what a new list begins with."""
    several: Schema = {"anyOf": [single, list_of(single)]}
    if first_keys:
        body = [_snippet(first_keys)]
        several["defaultSnippets"] = [{"label": f"- {first_keys[0]}: …", "body": body, "sortText": "~"}]
    return several


def any_name(block: Schema, title: str, *first_keys: str) -> Schema:
    """A mapping in which any name leads to a block."""
    body = {f"${{1:{title}}}": _snippet(first_keys, start=2)}
    return group(block) | {"defaultSnippets": [{"label": f"{title}: …", "body": body}]}


def _snippet(keys: Iterable[str], *, start: int = 1) -> dict[str, str]:
    return {key: f"${number}" for number, key in enumerate(keys, start)}


def matching(pattern: str, message: str) -> Schema:
    """A text of a pattern."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": message, "errorMessage": message}


def choice(words: Iterable[str]) -> Schema:
    """One of the words, in any spelling that folds to it."""
    words = list(words)
    message = f"Ghi một trong các từ: {listed(words, 'hoặc')}."
    return {"anyOf": [{"enum": words, "errorMessage": message}, matching(f"^{spellings(*words)}$", message)]}


def _whole(shape: KeyShape) -> str:
    return f"^{PATTERNS[shape]}$"


_SHAPES: dict[KeyShape, Schema] = {
    KeyShape.TEXT: TEXT,
    KeyShape.TEXTS: one_or_more(TEXT),
    KeyShape.INDICATOR: to("ten-chi-so"),
    KeyShape.DAY: matching(
        r"^\s*(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|1[0-2])/[0-9]{4}\s*$", "Ghi ngày/tháng/năm, ví dụ 20/08/2023."
    ),
    KeyShape.YEAR: {
        "anyOf": [matching(_whole(KeyShape.YEAR), FOUR_DIGITS), {"type": "integer", "minimum": 1000, "maximum": 2999}]
    },
    KeyShape.HOUR: matching(_whole(KeyShape.HOUR), "Ghi giờ:phút, ví dụ 15:39."),
    KeyShape.WEB_ADDRESS: matching(r"^[hH][tT][tT][pP][sS]?://\S+$", "Địa chỉ bắt đầu bằng https:// hoặc http://."),
    KeyShape.PAGE_ADDRESS: matching(
        _whole(KeyShape.PAGE_ADDRESS), "Ghi phần đứng sau tên miền: kien-giang/2022, thu-tuc/1.013225."
    ),
    KeyShape.PHRASE: matching(
        _whole(KeyShape.PHRASE), "Câu cần đúng một chỗ {} để đặt con số vào: tiếp nhận {} hồ sơ."
    ),
}


def block(keys: Keys, groups: Mapping[str, Schema] | None = None) -> Schema:
    """A mapping with the keys of a table; what stands after some of them is told in `groups`."""
    properties = {
        key.name: {"description": key.description} | ((groups or {}).get(key.name) or _of(key)) for key in keys
    }
    schema: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": properties,
        "patternProperties": {f"^(?!{literal(name)}$){spellings(name)}$": known for name, known in properties.items()},
        "additionalProperties": False,
        "errorMessage": f"Ở đây ghi các mục, mỗi mục một dòng: {listed(properties)}.",
    }
    needed = [_one_is_there(key.name, key.instead) for key in keys if key.required]
    return schema | {"allOf": needed} if needed else schema


def required(keys: Keys) -> list[str]:
    """The names of the keys that must be there."""
    return [key.name for key in keys if key.required]


def _of(key: Key[Any]) -> Schema:
    if not key.choices:
        return _SHAPES[key.shape]
    one = choice(key.choices)
    return one_or_more(one) if key.shape is KeyShape.CHOICES else one


def _one_is_there(name: str, instead: Iterable[str]) -> Schema:
    """`required`, for keys in any spelling: where no key is one of these, the first is missing."""
    names = [name, *instead]
    message = f"Còn thiếu mục {listed([f'«{key}»' for key in names], 'hoặc')}."
    return {
        "if": {"propertyNames": {"not": {"pattern": f"^{spellings(*names)}$"}}},
        "then": {"required": [name], "errorMessage": message},
    }
