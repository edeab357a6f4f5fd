"""The sources and legal bases that a file lists, and which of them a value names."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar
from urllib.parse import urlsplit

from bantin.model import LegalBasis, Source
from bantin.problems import Problem, Text, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Block
from bantin.vietnamese import slug

IdentifiedT = TypeVar("IdentifiedT", Source, LegalBasis)


def sources_of(block: Block) -> tuple[Source, ...]:
    """The sources listed in a block; having none is a problem, for no figure stands without one."""
    if "Nguồn" not in block.nodes and block.is_group:
        help = "Thêm mục «Nguồn» với «Tên» và «Cơ quan» đã công bố."
        block.note(Problem(block.at, "source-missing", "Tệp chưa ghi nguồn.", help))
    found = tuple(_source(block.inner(node, vocabulary.SOURCE, name="Nguồn")) for node in block.items("Nguồn"))
    block.note(*_shared_ids("Nguồn", found))
    return found


def bases_of(block: Block) -> tuple[LegalBasis, ...]:
    """The legal bases listed in a block."""
    found = tuple(_basis(block.inner(node, vocabulary.BASIS, name="Căn cứ")) for node in block.items("Căn cứ"))
    block.note(*_shared_ids("Căn cứ", found))
    return found


def named_by(block: Block, key: str, *, choices: Sequence[IdentifiedT]) -> IdentifiedT | None:
    """The source or legal basis that a value names by its id; the only one when the file has only one."""
    name = block.scalar(key)
    found = _named(block, key, (name,) if name else (), choices=choices)
    return found[0] if found else None


def all_named_by(block: Block, key: str, *, choices: Sequence[IdentifiedT]) -> tuple[IdentifiedT, ...]:
    """The sources that a value names by their ids, each once; the only one when the file has only one."""
    return _named(block, key, block.texts(key), choices=choices)


def _named(block: Block, key: str, names: Sequence[Text], *, choices: Sequence[IdentifiedT]) -> tuple[IdentifiedT, ...]:
    if not names:
        if len(choices) > 1:
            message = f"Tệp có {len(choices)} mục «{key}», nhưng {excerpt(block.name)} chưa nói theo mục nào."
            help = f"Dưới tên chỉ số, ghi «Giá trị: …» một dòng và «{key}: mã» một dòng. {_ids(choices)}"
            block.note(Problem(block.at, "reference-missing", message, help))
        return tuple(choices[:1])
    by_id = {slug(choice.id): choice for choice in choices if choice.id}
    for name in (name for name in names if slug(name.value) not in by_id):
        message = f"Không có mục «{key}» nào mang mã {excerpt(name.value)} trong tệp này."
        new = f"{key} mới thì thêm vào mục «{key}» ở đầu tệp, kèm một dòng «Mã: …»."
        block.note(Problem(name.at, "reference-unknown", message, f"{_ids(choices)} {new}"))
    return tuple(dict.fromkeys(by_id[id] for name in names if (id := slug(name.value)) in by_id))


def is_web_address(text: str) -> bool:
    """Whether the text is an absolute http or https address without spaces or controls."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", text)


def web_address(block: Block) -> str:
    """The address of a page at the key for it; a problem where it is none."""
    address = block.text("Địa chỉ")
    if not address or is_web_address(address):
        return address
    message = f"{excerpt(address)} không phải là địa chỉ trang."
    help = "Địa chỉ bắt đầu bằng https:// hoặc http://; không có thì bỏ dòng này."
    block.note(Problem(block.at_key("Địa chỉ"), "address-unreadable", message, help))
    return ""


def _shared_ids(key: str, choices: Sequence[IdentifiedT]) -> Iterator[Problem]:
    owners: dict[str, IdentifiedT] = {}
    for choice in choices:
        owner = owners.setdefault(slug(choice.id), choice) if choice.id else choice
        if owner.at != choice.at:
            message = f"Mã {excerpt(choice.id)} đã dùng cho mục «{key}» ở dòng {owner.at.line}."
            yield Problem(choice.at, "id-taken", message, "Đặt cho mỗi mục một mã riêng.")


def _source(block: Block) -> Source:
    block.is_complete()
    return Source(
        title=block.text("Tên"),
        publisher=block.text("Cơ quan"),
        at=block.at,
        published=block.day("Ngày"),
        author=block.text("Tác giả"),
        number=block.text("Số hiệu"),
        address=web_address(block),
        note=block.text("Ghi chú"),
        id=block.text("Mã"),
    )


def _basis(block: Block) -> LegalBasis:
    block.is_complete()
    return LegalBasis(
        title=block.text("Tên"),
        at=block.at,
        issued=block.day("Ngày"),
        issuer=block.text("Cơ quan"),
        summary=block.text("Trích yếu"),
        id=block.text("Mã"),
    )


def _ids(choices: Sequence[IdentifiedT]) -> str:
    ids = [excerpt(choice.id) for choice in choices if choice.id]
    return (
        f"Các mã đã có: {', '.join(ids[:10])}{', …' if len(ids) > 10 else ''}."
        if ids
        else "Chưa mục nào có mã: thêm cho mỗi mục một dòng «Mã: …»."
    )
