"""JSON Schemas of the data files, from the tables of keys and the names in the site's own lists.

They are for the programs that editors write in: names and words are proposed, keys explained, slips underlined while
somebody types. The check is the authority: a schema accepts whatever the check accepts, and does not try to find all it
finds. So a key counts in every spelling that folds to it, the names of indicators and scopes are proposed and never
demanded, and text may be what plain YAML makes of it: 1.210 a number, «no» a truth value. Only null is refused: it is a
key with nothing after it, and nobody means the word.

Draft 7, because yaml-language-server has read it for years (newer drafts since 1.20); check-jsonschema reads them all.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from bantin.editors.schema_procedures import of_procedures
from bantin.editors.shapes import (
    ANY_TEXT,
    NO_GROUP,
    TEXT,
    Schema,
    any_name,
    block,
    choice,
    group,
    list_of,
    one_or_more,
    required,
    to,
)
from bantin.folders import Folders
from bantin.model import Catalogue, Indicator, Named, Scope
from bantin.reading import vocabulary
from bantin.writing import write_whole

FOLDER = "data/schema"
_MOST_MEMBERS = 12
"""How many members of a breakdown are proposed with every scope: all would be thousands of names."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_MADE = "Tệp này do lệnh «bantin schema» viết ra; xin đừng sửa tay."


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """The text of every schema by the name of its file, for a site with these lists."""
    files = {
        "bao-cao.json": _report(catalogue),
        "chi-so.json": _indicators(catalogue),
        "noi-dung.json": _areas(),
        "pham-vi.json": _scopes(catalogue),
        "phan-to.json": _breakdown(),
        "don-vi.json": _kind_changes(),
        "dia-chi.json": _moves(),
    }
    files |= {name: _file(title, root, definitions=needed) for name, (title, root, needed) in of_procedures().items()}
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
        block(
            vocabulary.REPORT,
            {
                "Kỳ": block(vocabulary.PERIOD),
                "Nguồn": one_or_more(to("nguon"), "Tên", "Cơ quan", "Ngày"),
                "Căn cứ": one_or_more(to("can-cu"), "Tên", "Ngày", "Cơ quan"),
                "Số liệu": to("so-lieu"),
                "Chỉ tiêu": to("chi-tieu"),
                vocabulary.BY_PLACE.name: to("theo-don-vi"),
                "Đính chính": one_or_more(to("dinh-chinh"), "Ngày", "Lý do", "Văn bản"),
                "Nhận định": group(TEXT),
            },
        ),
        definitions={
            "ten-chi-so": _name_of(catalogue.indicators.values()),
            "nguon": block(vocabulary.SOURCE),
            "can-cu": block(vocabulary.BASIS),
            **_values(),
            **_corrections(),
            "pham-vi": _slices(catalogue),
            "chi-so-cua-noi": {"properties": _of_places(catalogue)},
            "chi-so": {"properties": _names(catalogue.indicators.values(), _AFTER_COLON)},
        },
    )


def _values() -> dict[str, Schema]:
    """What stands below «Số liệu» and «Chỉ tiêu»."""
    states, one = {"enum": list(vocabulary.STATES)}, to("mot-con-so")
    return {
        "so-lieu": _section("so-lieu-cua-pham-vi", "con-so"),
        "so-lieu-cua-pham-vi": _map_of(to("con-so"), "chi-so"),
        "con-so": {"anyOf": [TEXT, states, one, list_of({"anyOf": [TEXT, one]})]},
        "mot-con-so": block(vocabulary.FIGURE),
        "theo-don-vi": _map_of({"anyOf": [to("theo-don-vi-cua-pham-vi"), to("cac-bang")]}, "pham-vi", "chi-so-cua-noi"),
        "theo-don-vi-cua-pham-vi": _map_of(to("cac-bang"), "chi-so"),
        "cac-bang": one_or_more(to("bang-theo-don-vi")),
        "bang-theo-don-vi": block(vocabulary.BY_PLACE_COMMON) | group(to("con-so")),
        "chi-tieu": _section("chi-tieu-cua-pham-vi", "muc-tieu"),
        "chi-tieu-cua-pham-vi": _map_of(to("muc-tieu"), "chi-so"),
        "muc-tieu": {"anyOf": [TEXT, block(vocabulary.TARGET)]},
    }


def _corrections() -> dict[str, Schema]:
    """What stands below «Đính chính»."""
    groups = {"Số liệu": to("so-lieu-dinh-chinh"), vocabulary.BY_PLACE.name: group({"type": "object"})}
    return {
        "dinh-chinh": block(vocabulary.ERRATUM, groups),
        "so-lieu-dinh-chinh": _section("dinh-chinh-cua-pham-vi", "cu-moi"),
        "dinh-chinh-cua-pham-vi": _map_of(to("cu-moi"), "chi-so"),
        "cu-moi": block(vocabulary.CORRECTED),
    }


def _areas() -> Schema:
    return _file(
        "Danh mục nội dung cải cách",
        any_name(to("noi-dung"), "Nội dung mới", "Giải thích"),
        definitions={"noi-dung": block(vocabulary.REFORM_AREA)},
    )


def _indicators(catalogue: Catalogue) -> Schema:
    names = [name for area in catalogue.own_areas for name in (area.label, *area.aliases)]
    return _file(
        "Danh mục chỉ số",
        any_name(to("chi-so"), "Chỉ số mới", *required(vocabulary.INDICATOR)),
        definitions={
            "ten-chi-so": _name_of(catalogue.indicators.values()),
            "chi-so": block(vocabulary.INDICATOR, {"Nội dung": choice(names)} if names else {}),
        },
    )


def _scopes(catalogue: Catalogue) -> Schema:
    parts = one_or_more(_name_of(catalogue.scopes.values()))
    return _file(
        "Danh mục phạm vi",
        any_name(to("pham-vi"), "Phạm vi mới", "Giải thích", "Câu"),
        definitions={
            "pham-vi": block(
                vocabulary.SCOPE,
                {"Gồm": parts, "Thay bằng": parts, vocabulary.BY_KIND.name: block(vocabulary.NAMES_BY_KIND)},
            )
        },
    )


def _breakdown() -> Schema:
    member = block(vocabulary.MEMBER, {vocabulary.BY_KIND.name: block(vocabulary.NAMES_BY_KIND)})
    del member["minProperties"]  # a name alone will do
    members = group(member | {"type": ["object", "null"]})
    return _file(
        "Danh mục phân tổ: một cách chia", block(vocabulary.BREAKDOWN, {"Thành viên": members}), definitions={}
    )


def _kind_changes() -> Schema:
    return _file(
        "Đơn vị đã đổi loại",
        one_or_more(to("doi-loai"), *required(vocabulary.KIND_CHANGE)),
        definitions={"doi-loai": block(vocabulary.KIND_CHANGE)},
    )


def _moves() -> Schema:
    return _file(
        "Trang đã chuyển địa chỉ",
        one_or_more(to("chuyen"), *required(vocabulary.MOVE)),
        definitions={"chuyen": block(vocabulary.MOVE)},
    )


def _file(title: str, root: Schema, *, definitions: Mapping[str, Schema]) -> Schema:
    # As a title it would stand above the explanation of every key.
    head = {"$schema": _DRAFT, "$comment": f"{title}. {_MADE}"}
    return head | root | {"definitions": {"chu": ANY_TEXT, **definitions}}


# Both accept all; they say where the cursor goes after a name that was proposed and taken.
_AFTER_COLON: Schema = {"anyOf": [{}]}
_BELOW: Schema = {"properties": {}}
_GROUP: Schema = {"type": "object", "errorMessage": NO_GROUP} | _BELOW


def _map_of(value: Schema, *names: str) -> Schema:
    """A mapping to values of a kind; the names that definitions hold are proposed as keys."""
    return group(value) | {"allOf": [to(name) for name in names]}


def _section(of_scope: str, alone: str) -> Schema:
    """Slices with what stands in each, and values of the place itself; names alone cannot tell these apart."""
    either = {"if": {"type": "object"}, "then": to(of_scope), "else": to(alone)}
    return _map_of(either, "pham-vi", "chi-so-cua-noi") | {"patternProperties": {"/": to(of_scope)}}


def _of_places(catalogue: Catalogue) -> dict[str, Schema]:
    """The indicators that stand without a scope, by their labels, explained."""
    found = [indicator for indicator in catalogue.indicators.values() if indicator.is_of_place]
    return {indicator.label: _AFTER_COLON | {"description": indicator.explanation} for indicator in found}


def _slices(catalogue: Catalogue) -> Schema:
    """Each scope by its names, alone and with each of the first members of a breakdown."""
    members = [member for breakdown in catalogue.breakdowns for member in breakdown.members[:_MOST_MEMBERS]]
    split = {
        f"{scope.label} / {member.label}": _BELOW | {"description": member.explanation or member.label}
        for scope in catalogue.scopes.values()
        for member in members
    }
    return {"properties": _names(catalogue.scopes.values(), _GROUP) | split}


def _names(things: Iterable[Indicator] | Iterable[Scope], value: Schema) -> dict[str, Schema]:
    """Every name of the things: the label explained, an alias with the name that stands on the page."""
    found: dict[str, Schema] = {}
    for thing in things:
        found |= dict.fromkeys(thing.aliases, value | {"title": thing.label})
        found[thing.label] = value | {"title": thing.label, "description": thing.explanation}
    return found


def _name_of(things: Iterable[Named]) -> Schema:
    """Any text; the labels of the things are proposed. As an `enum` all of them would stand in every explanation."""
    return {"anyOf": [TEXT], "defaultSnippets": [{"label": thing.label, "body": thing.label} for thing in things]}
