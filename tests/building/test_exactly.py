"""Which pages one edit makes anew: those that it can affect, and no others, which stay the very same files."""

import json
from pathlib import Path

import pytest
import small_country
from built import called

HERE = "kien-giang/huyen-vinh-thuan"
AROUND = ("", HERE, f"{HERE}/2023-6-thang", f"{HERE}/nua-dau-nam")
"""What shows figures of the district: the home page, its own, an article."""
OF_RECEIVED = (
    "chi-so/ho-so-tiep-nhan", "chi-so/ho-so-truc-tuyen", "chi-so/ho-so-truc-tiep", "chi-so/ty-le-dung-han",
    "chi-so/ty-le-truc-tuyen", "chi-so/ty-le-truc-tiep",
)  # fmt: skip
"""The pages of indicators that definitions link with those received."""
BULLETINS = (
    f"{HERE}/2023-6-thang", "kien-giang/2022", "an-giang/2025",
    "an-giang/xa-vinh-thuan/2025", "an-giang/xa-vinh-binh/2025",
)  # fmt: skip
ALL = ("*",)
EDITS: dict[str, tuple[str, ...]] = {
    "figure": (*AROUND, "chi-so/ho-so-truc-tuyen", "chat-luong"),
    "target": (*AROUND, "chi-so/ty-le-dung-han"),
    "doubt": (*AROUND, "chi-so/ho-so-truc-tiep", "chat-luong"),
    "assessment": AROUND,
    "day of a source": (
        "", "an-giang", "chat-luong", "gioi-thieu", "kien-giang", "kien-giang/2022", f"{HERE}/nua-dau-nam",
    ),
    "doubt of the province": (
        "", "chat-luong", "chi-so/dich-vu-cong-truc-tuyen", "gioi-thieu", "kien-giang", "kien-giang/2022",
        f"{HERE}/nua-dau-nam",
    ),
    "doubt of the province > name of a period": (
        "", "an-giang", "chat-luong", "chi-so", "chi-so/dich-vu-cong-truc-tuyen", "chi-so/ho-so-tiep-nhan",
        "chi-so/xep-hang-cai-cach-hanh-chinh", "gioi-thieu", "kien-giang", "kien-giang/2022", f"{HERE}/nua-dau-nam",
    ),
    "correction": (*AROUND, "kien-giang", "an-giang", "chi-so/ho-so-truc-tuyen", "dinh-chinh"),
    "lines of a report": AROUND,
    "no picture shown": AROUND,
    "figure in a table": (
        "", "an-giang", "an-giang/2025", "an-giang/xa-vinh-thuan", "an-giang/xa-vinh-thuan/2025",
        "an-giang/xa-vinh-binh", "an-giang/xa-vinh-binh/2025", "chi-so/diem-cai-cach-hanh-chinh",
    ),
    "report": (
        "", "an-giang", "an-giang/xa-vinh-thuan", "an-giang/xa-vinh-thuan/2025", "an-giang/xa-vinh-thuan/2026-quy-1",
        HERE,  # where the rate may now be seen among others
        "chat-luong", "chi-so", "chi-so/ho-so-tiep-nhan", "chi-so/ty-le-dung-han",
    ),
    "report > report": (
        "", "an-giang", "an-giang/xa-vinh-thuan", "an-giang/xa-vinh-thuan/2025", HERE,
        "chat-luong", "chi-so", "chi-so/ho-so-tiep-nhan", "chi-so/ty-le-dung-han",
    ),
    "article": ("", "an-giang", "an-giang/2025", "an-giang/bai-moi", f"{HERE}/nua-dau-nam"),
    "article > title of an article": (*AROUND, "an-giang/bai-moi"),
    "opinions > newest report": (
        "", "an-giang", "an-giang/thu-tuc/1.001193", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-binh/2025",
        "an-giang/xa-vinh-binh/2026-quy-3", "chat-luong", "chi-so", "chi-so/ho-so-tiep-nhan", "lay-y-kien",
        f"{HERE}/nua-dau-nam", "thu-tuc", "thu-tuc/1.001193", "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich",
        "thu-tuc/viec/sinh-con",
    ),
    "text of a page": ("gioi-thieu",),
    "title of a page": ALL,
    "label of an indicator": (*AROUND, *OF_RECEIVED, "chi-so", "gioi-thieu", "kien-giang", "kien-giang/2022"),
    "label of a base": (*AROUND, "chi-so", "chi-so/ho-so-den-han", "chi-so/ty-le-nhiem-vu-hoan-thanh"),
    "scope's phrase": ALL,
    "template": BULLETINS,
    "lookup template": ("tra-cuu",),
    "template of indicators > name of a source": (
        "", "gioi-thieu", "kien-giang", "kien-giang/2022", f"{HERE}/nua-dau-nam",
        "chi-so/ho-so-tiep-nhan", "chi-so/dich-vu-cong-truc-tuyen", "chi-so/xep-hang-cai-cach-hanh-chinh",
    ),
    "name of a source": ("", "gioi-thieu", "kien-giang", "kien-giang/2022", f"{HERE}/nua-dau-nam"),
    "deadline of a procedure": (
        "an-giang/thu-tuc", "an-giang/thu-tuc/1.001193", "thu-tuc", "thu-tuc/1.001193",
        "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich", "thu-tuc/viec/sinh-con",
    ),
    "papers of a procedure": ("an-giang/thu-tuc/1.001193", "thu-tuc/1.001193"),
    "name of a procedure": (
        "an-giang", "an-giang/danh-muc/9-qd-ubnd", "an-giang/thu-tuc", "an-giang/thu-tuc/1.001193",
        "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan", "thu-tuc", "thu-tuc/1.001193", "thu-tuc/cap-xa",
        "thu-tuc/linh-vuc/ho-tich", "thu-tuc/viec/sinh-con",
    ),
    "field of a procedure": (
        "an-giang/thu-tuc", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan", "thu-tuc", "thu-tuc/1.000656",
        "thu-tuc/cap-xa", "thu-tuc/linh-vuc/bao-tro-xa-hoi", "thu-tuc/linh-vuc/ho-tich",
    ),
    "deadline in a province": (
        "an-giang/thu-tuc", "an-giang/thu-tuc/1.001193", "thu-tuc", "thu-tuc/1.001193", "thu-tuc/cap-xa",
    ),
    "deadline in a province as everywhere": (
        "an-giang", "an-giang/thu-tuc", "an-giang/thu-tuc/1.001193", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan",
        "thu-tuc", "thu-tuc/1.001193", "thu-tuc/cap-xa",
    ),
    "name of a source in a province": ("an-giang/thu-tuc/1.001193", "thu-tuc/1.001193"),
    "end of a procedure": (
        "an-giang/thu-tuc", "thu-tuc", "thu-tuc/1.000656", "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich",
    ),
    "tier of a procedure": (
        "an-giang/thu-tuc", "thu-tuc", "thu-tuc/1.000656", "thu-tuc/cap-tinh", "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich",
    ),
    "doubt of a procedure": ("", "an-giang/thu-tuc/1.001193", "chat-luong", "thu-tuc/1.001193"),
    "doubt in a province": ("", "an-giang/thu-tuc/1.001193", "chat-luong", "thu-tuc/1.001193"),
    "doubt of a list": (
        "", "an-giang/danh-muc/9-qd-ubnd", "an-giang/thu-tuc", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan",
        "chat-luong",
    ),
    "entry of a list": (
        "an-giang/danh-muc/9-qd-ubnd", "an-giang/thu-tuc", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan",
    ),
    "day of a list": (
        "an-giang/danh-muc/9-qd-ubnd", "an-giang/thu-tuc", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan",
    ),
    "event": ("thu-tuc", "thu-tuc/viec/sinh-con"),
    "newest report": (
        "", "an-giang", "an-giang/thu-tuc/1.001193", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-binh/2025",
        "an-giang/xa-vinh-binh/2026-quy-3", "chat-luong", "chi-so", "chi-so/ho-so-tiep-nhan", "thu-tuc",
        "thu-tuc/1.001193", "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich", "thu-tuc/viec/sinh-con",
    ),
    "correction > newest report": (
        "", "an-giang", "an-giang/thu-tuc/1.001193", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-binh/2025",
        "an-giang/xa-vinh-binh/2026-quy-3", "chat-luong", "chi-so", "chi-so/ho-so-tiep-nhan", "dinh-chinh",
        f"{HERE}/2023-6-thang", "thu-tuc", "thu-tuc/1.001193", "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich",
        "thu-tuc/viec/sinh-con",
    ),
    "procedure": (
        "an-giang/thu-tuc", "thu-tuc", "thu-tuc/1.004873", "thu-tuc/cap-xa", "thu-tuc/linh-vuc/ho-tich",
    ),
    "province's own procedure": (
        "an-giang/thu-tuc", "thu-tuc", "thu-tuc/1.000656", "thu-tuc/1.115737", "thu-tuc/cap-xa",
        "thu-tuc/linh-vuc/ho-tich",
    ),
    "list": ("kien-giang/danh-muc/8-qd-ubnd", "kien-giang/thu-tuc", "thu-tuc"),
    "list that names much": (
        "an-giang/danh-muc/8-qd-ubnd", "an-giang/danh-muc/8-qd-ubnd/trang-2", "an-giang/thu-tuc", "an-giang/thu-tuc/linh-vuc/chua-ro-linh-vuc",
        "an-giang/thu-tuc/linh-vuc/ho-tich", "an-giang/xa-vinh-binh", "an-giang/xa-vinh-thuan",
    ),
    "everyday words": ("an-giang/thu-tuc/1.001193", "thu-tuc/1.001193"),
    "partial": ALL,
    "icon": ALL,
    "name of the site": ALL,
    "owner": ALL,
    "published figures": (),
    "published figures > correction": (*AROUND, "kien-giang", "an-giang", "chi-so/ho-so-truc-tuyen", "dinh-chinh"),
    "style": (),
    "static file": (),
    "own word to servers": (),
    "lookup template > figure": (*AROUND, "chi-so/ho-so-truc-tuyen", "chat-luong"),
    "system's file": (),
    "remark": (),
}  # fmt: skip
"""The pages that each edit makes anew, by their addresses."""


@pytest.fixture(scope="module")
def became(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """What became of each edit."""
    folder = tmp_path_factory.mktemp("bang")
    small_country.write_tables(folder)
    program = small_country.program("edited_one_by_one", folder)
    done = called(*program, *EDITS, folder=Path(__file__).parent)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, list[str]]] = json.loads(done.stdout)
    return found


def test_every_edit_makes_what_a_build_from_nothing_makes(became: dict[str, dict[str, list[str]]]):
    assert {edit: found["differs"] for edit, found in became.items()} == {edit: [] for edit in EDITS}


def test_every_edit_makes_the_pages_anew_that_it_can_affect(became: dict[str, dict[str, list[str]]]):
    def shown(found: dict[str, list[str]]) -> list[str]:
        return ["*"] if len(found["made"]) == len(found["pages"]) else found["made"]

    assert {edit: shown(found) for edit, found in became.items()} == {
        edit: sorted(pages) for edit, pages in EDITS.items()
    }
