"""A procedure's file: its path is its code, and the province that speaks of it."""

from pathlib import PurePosixPath

from bantin.folders import PROCEDURES
from bantin.model import Catalogue
from bantin.model.procedures import Code, Procedure
from bantin.problems import Found, Problem, Text
from bantin.reading.blocks import Block
from bantin.reading.file_names import folder_at
from bantin.reading.procedures import keys
from bantin.reading.procedures.codes import code_in, doubts_of
from bantin.reading.procedures.versions import version_of
from bantin.reading.sources import is_web_address, sources_of
from bantin.reading.trees import Node


def procedure_of(root: Node, path: PurePosixPath, code: Code, catalogue: Catalogue) -> Found[Procedure]:
    """The procedure that a file's tree tells of."""
    block = Block(root, keys.PROCEDURE)
    block.is_complete(but="Nguồn")
    folder = folder_at(str(path))
    province = "" if folder == PROCEDURES else folder
    _named(block, is_national=not province)
    sources = sources_of(block)
    found = [block.inner(node, keys.VERSION, name="Phiên bản") for node in block.items("Phiên bản")]
    versions = tuple(version_of(version, sources) for version in found)
    newest = max((version.read_on for version in versions if version.read_on), default=None)
    block.note(*doubts_of(code, root.at, province=province, on=newest))
    shared = block.scalar("Của thủ tục")
    known = code_in(block, shared) if shared else None
    return Found(
        Procedure(
            code=code,
            at=root.at,
            name=block.text("Tên"),
            field=field_of(block, catalogue),
            province=province,
            aliases=tuple(text.value for text in block.texts("Tên khác")),
            shared=known.core if known else "",
            portal=_portal(block),
            sources=sources,
            versions=versions,
        ),
        block.problems,
    )


def field_of(block: Block, catalogue: Catalogue) -> str:
    """The field that a block names, as the lists call it; as it is written where they do not know it."""
    written = block.text("Lĩnh vực")
    member = catalogue.member(written) if written else None
    return member.label if member else written


def _named(block: Block, *, is_national: bool) -> None:
    """A problem where a national record has no name; a province may leave that to it."""
    missing = [key for key in ("Tên", "Lĩnh vực") if key not in block.nodes]
    if is_national and missing and block.is_group:
        message = f"Tệp này còn thiếu mục «{missing[0]}»."
        block.note(Problem(block.at, "key-missing", message, f"Thêm dòng «{missing[0]}: …»."))


def _portal(block: Block) -> str:
    address = block.scalar("Cổng") or Text("", block.at)
    if not address.value or is_web_address(address.value):
        return address.value
    help = "Địa chỉ bắt đầu bằng https://; không có thì bỏ dòng này."
    block.note(Problem(address.at, "address-unreadable", f"«{address.value}» không phải là địa chỉ trang.", help))
    return ""
