"""Where a row comes from: codes, places, eras, decisions, sources."""

import re
from datetime import date
from enum import IntEnum

from bantin.editors.procedures.cells import Placed, Plain
from bantin.editors.procedures.columns import Column, Row
from bantin.places import Level, finding
from bantin.vietnamese import date_text, parse_date, slug

_WHOLE_COUNTRY = "toan-quoc"
_NUMBER = re.compile(r"[^\s()]*/[^\s()]*[^\s().,;]")
_SIGNED = re.compile(r"ngày\s+(\d{1,2}/\d{1,2}/\d{4})")
_ISSUER = re.compile(r"\(((?:UBND|Ủy ban nhân dân|Chủ tịch|Bộ|Thủ tướng)[^)]*)\)")
_GITHUB = re.compile(r"github:(?P<repository>[^:\s]+/[^:\s]+):(?P<file>\S+)(?:\s+\((?P<note>.*)\))?")
_ADDRESS = re.compile(r"https?://[^\s<>\"…]+")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
PORTAL = "Cổng Dịch vụ công quốc gia"


class Era(IntEnum):
    """Before or after districts ended on 30/06/2025; what does not say comes first."""

    UNKNOWN = 0
    BEFORE = 1
    AFTER = 2


def era_of(row: Row) -> Era:
    """The era that a row names."""
    begin = slug(row[Column.ERA]).split("-")[0]
    return {"truoc": Era.BEFORE, "sau": Era.AFTER}.get(begin, Era.UNKNOWN)


def folder_of(row: Row) -> str | None:
    """The folder of the province that a row is about; «» where it is about the whole country, None where none is."""
    place = re.sub(r"\(.*?\)", "", row[Column.PLACE]).strip()
    if slug(place).startswith(_WHOLE_COUNTRY):
        return ""
    name = place.rsplit(",", 1)[-1].strip()
    found = [unit.path for unit in finding.named(name) if unit.level is Level.PROVINCE] if name else []
    spelt = [path for path in found if slug(name).endswith(path)]  # «Thừa Thiên Huế» ends as «Huế» does
    return max(spelt, key=len) if spelt else next(iter(found), None)


def decision_in(cell: str) -> Placed[dict[str, Plain]]:
    """The decision that a cell names: its number, and its issuer and day where it prints them."""
    number = _NUMBER.search(cell)
    if not number:
        return Placed({}, (f"không thấy số quyết định trong «{cell}».",) if cell else ())
    said: dict[str, Plain] = {"Quyết định": number[0]}
    issuer, signed = _ISSUER.search(cell), _SIGNED.search(cell)
    if issuer:
        said["Cơ quan"] = re.sub(r"^UBND\b", "Ủy ban nhân dân", issuer[1])
    if signed and (day := parse_date(signed[1])):
        said["Ngày"] = date_text(day)
    doubtful = () if "QĐ" in number[0] else (f"«{number[0]}» có vẻ không phải là số của một quyết định.",)
    return Placed(said, doubtful)


def day_of(row: Row) -> date | None:
    """The day of a row's source."""
    found = _ISO.search(row[Column.SOURCE_DAY])
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else parse_date(row[Column.SOURCE_DAY])
    except ValueError:
        return None


def source_of(row: Row, *, id: str) -> dict[str, Plain]:
    """A row's source, as files name sources."""
    cell, day = row[Column.SOURCE], day_of(row)
    github, address = _GITHUB.match(cell), _ADDRESS.search(cell)
    is_of_portal = "DVCQG" in f"{row[Column.PLACE]} {cell}" or "dichvucong.gov.vn" in cell
    link = f"https://github.com/{github['repository']}/blob/HEAD/{github['file']}" if github else ""
    host = address[0].split("/")[2] if address else ""
    added = re.search(r"\((ngày đưa vào kho)\)", row[Column.SOURCE_DAY])
    said = {
        "Mã": id,
        "Tên": f"Bản ghi thủ tục {row[Column.CODE] or row[Column.NAME]}",
        "Cơ quan": PORTAL if is_of_portal else host or row[Column.PLACE] or cell,
        "Ngày": date_text(day) if day else "",
        "Địa chỉ": link or (address[0] if address else ""),
        "Ghi chú": "Ngày ghi ở đây là ngày bản chụp được đưa vào kho dữ liệu" if added else "",
    }
    return {key: value for key, value in said.items() if value}
