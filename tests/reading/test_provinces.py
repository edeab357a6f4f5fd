"""A site's folders as one archive, and every problem met on the way."""

import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import SITES, SOUND, Site
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.checks import rules
from bantin.folders import Folders
from bantin.keeping import FOLDER
from bantin.model.archive import Archive
from bantin.model.names import MAX_HINTS
from bantin.places.unit import Level
from bantin.reading.archive import load

REPORT = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
ARTICLE = "content/kien-giang/huyen-vinh-thuan/2026-11-22-nua-dau-nam.md"
SMALL = "Nguồn: {Tên: Báo cáo mẫu, Cơ quan: Huyện Mẫu}\nSố liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 12\n"


def codes(site: Site) -> list[str]:
    return [problem.code for problem in load(Folders.of(site.root))[1]]


def test_the_path_says_place_and_period(site: Site):
    report = site.archive().by_address["kien-giang/huyen-vinh-thuan/2023-6-thang"]

    assert report
    assert (report.place.full_name, report.place.level) == ("huyện Vĩnh Thuận", Level.DISTRICT)
    assert (report.period.name, report.path) == ("6 tháng đầu năm 2023", "kien-giang/huyen-vinh-thuan/2023-6-thang")


def test_a_province_has_reports_of_its_own(site: Site):
    archive = site.archive()

    assert [report.period.slug for report in archive.reports_of("kien-giang")] == ["2022"]
    assert [article.slug for article in archive.articles_of("kien-giang/huyen-vinh-thuan")] == ["nua-dau-nam"]
    assert archive.articles_of("kien-giang") == ()


def test_a_folder_that_two_provinces_have_had_is_the_one_of_the_period(site: Site):
    whole = SMALL.replace("Cấp huyện", "Toàn tỉnh")
    site.write("data/gia-lai/2024.yml", whole)
    site.write("data/gia-lai/2025-quy-3.yml", whole)

    old, new = site.archive().reports_of("gia-lai")

    assert codes(site) == []
    assert (old.place.code, old.place.until) == ("64", date(2025, 6, 30))
    assert (new.place.code, new.place.since) == ("52", date(2025, 7, 1))


def test_a_period_of_two_eras_belongs_to_the_place_of_its_last_day(site: Site):
    site.write("data/gia-lai/2025.yml", SMALL.replace("Cấp huyện", "Toàn tỉnh"))

    assert [report.place.code for report in site.archive().reports_of("gia-lai")] == ["52"]


@pytest.mark.parametrize(("period", "found"), [("2025-6-thang", []), ("2025-quy-3", ["place-not-then"])])
def test_a_district_has_no_report_after_its_end(site: Site, period: str, found: list[str]):
    site.write(f"data/kien-giang/huyen-vinh-thuan/{period}.yml", SMALL)

    assert codes(site) == found


def test_reports_come_by_place_and_time(site: Site):
    for period in ("2024", "2022-quy-4", "2022", "2023-thang-1"):
        site.write(f"data/kien-giang/huyen-vinh-thuan/{period}.yml", SMALL)

    assert [report.path.removeprefix("kien-giang/") for report in site.archive().reports] == [
        "2022",
        "huyen-vinh-thuan/2022",
        "huyen-vinh-thuan/2022-quy-4",
        "huyen-vinh-thuan/2023-thang-1",
        "huyen-vinh-thuan/2023-6-thang",
        "huyen-vinh-thuan/2024",
    ]


def test_articles_come_newest_first(site: Site):
    text = (SOUND / ARTICLE).read_text(encoding="utf-8")
    site.write(ARTICLE.replace("22-nua-dau-nam", "23-sau-do"), text.replace("22/11/2026", "23/11/2026"))

    assert [article.slug for article in site.archive().articles] == ["sau-do", "nua-dau-nam"]


def test_a_report_compares_with_the_same_stretch_a_year_before(site: Site):
    for period in ("2022-6-thang", "2022", "2022-5-thang"):
        site.write(f"data/kien-giang/huyen-vinh-thuan/{period}.yml", SMALL)
    archive = site.archive()
    report = archive.by_address["kien-giang/huyen-vinh-thuan/2023-6-thang"]

    assert report
    before = archive.report_a_year_before(report)
    assert before
    assert before.period.slug == "2022-6-thang"
    assert archive.report_a_year_before(before) is None


@pytest.mark.parametrize(
    ("part", "indicator"), [("Cấp huyện", "Hồ sơ tiếp nhận"), ("ubnd huyen", "tong so ho so da tiep nhan")]
)
def test_four_names_lead_to_a_figure(site: Site, part: str, indicator: str):
    figures, targets = site.archive().mentioned("kien-giang/huyen-vinh-thuan", "2023-6-thang", part, indicator)

    assert ([figure.text for figure in figures], targets) == (["1.210"], [])


@pytest.mark.parametrize(
    "names",
    [("kien-giang", "2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận"), ("kien-giang", "2022", "Cấp tỉnh", "Hồ sơ tiếp nhận"),
     ("kien-giang", "2022", "Toàn tỉnh", "Cây xanh"), ("", "", "", "")],
)  # fmt: skip
def test_names_that_lead_nowhere_lead_to_nothing(site: Site, names: tuple[str, str, str, str]):
    assert site.archive().mentioned(*names) == ([], [])


# Files


@pytest.mark.parametrize("path", ["data/.nhap/x.yml", "data/kien-giang/.2022.yml.swp", "data/kien-giang/.a.yml", "content/.a/2026-11-22-Sai.md",
                                  "data/README.md", "data/kien-giang/Thumbs.db", "content/desktop.ini", "data/~$2022.xlsx", "content/.DS_Store"])  # fmt: skip
def test_files_of_the_system_do_not_count(site: Site, path: str):
    site.write(path, b"\xff: [")

    assert codes(site) == []


def test_a_site_without_folders_is_empty(tmp_path: Path):
    assert load(Folders.of(tmp_path)) == (Archive(), ())


def test_a_site_of_articles_needs_no_lists(tmp_path: Path):
    (tmp_path / "content").mkdir()

    assert load(Folders.of(tmp_path))[1] == ()


def test_a_link_leads_nowhere(site: Site, tmp_path: Path):
    outside = tmp_path / "outside.yml"
    outside.write_text(SMALL, encoding="utf-8")
    try:
        (site.root / "data/kien-giang/huyen-vinh-thuan/2022.yml").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no symbolic links")

    archive, problems = load(Folders.of(site.root))

    assert archive.by_address.get("kien-giang/huyen-vinh-thuan/2022") is None
    assert [problem.code for problem in problems] == ["symlink"]


def test_a_folder_may_be_named_like_a_file(site: Site):
    (site.root / "data/kien-giang/2021.yml").mkdir()

    assert codes(site) == []


def test_the_name_of_a_file_cannot_break_the_report(site: Site):
    try:
        site.write("data/kien-giang/2022\n::error::x\x1b.yml", SMALL)
    except OSError:
        pytest.skip("this system has no such names")

    assert [line.partition(": ")[0] for line in site.problems()] == [
        "data/kien-giang/2022\ufffd::error::x\ufffd.yml:1:1"
    ]


def test_a_list_in_the_wrong_folder_is_no_list(site: Site):
    site.write("data/danh-muc/cu/chi-so.yml", "Hồ sơ cũ:\n  Đơn vị: hồ sơ\n")

    assert codes(site) == ["unknown-catalogue"]
    assert site.archive().catalogue.indicator("Hồ sơ cũ") is None


# Problems


def test_a_list_that_cannot_be_read_is_one_problem(site: Site):
    site.write("data/danh-muc/chi-so.yml", "Hồ sơ: [\n")

    assert [line.partition(":")[0] for line in site.problems()] == ["data/danh-muc/chi-so.yml"]


def test_a_report_with_an_error_does_not_make_references_to_it_wrong(site: Site):
    report = (SOUND / REPORT).read_text(encoding="utf-8")
    site.write(REPORT, report.replace("1.210", "1.21"))

    assert [line.partition(":")[0] for line in site.problems()] == [REPORT]


def test_names_that_a_spoilt_list_may_hold_take_no_hint_from_others(site: Site):
    indicators = (site.root / "data/danh-muc/chi-so.yml").read_text(encoding="utf-8")
    site.write("data/danh-muc/chi-so.yml", indicators + "Lạ:\n  Đơn vị: hồ sơ\n")
    unknown = "".join(f"    Chỉ số {number}: 1\n" for number in range(MAX_HINTS))
    site.write(REPORT.replace("2023-6-thang", "2022"), f"{SMALL}{unknown}")
    site.write(REPORT, SMALL.replace("Cơ quan:", "Cơ quann:"))

    (line,) = [line for line in site.problems() if "unknown-key" in line]
    assert line.endswith("Có phải là «Cơ quan»?")


def test_problems_come_by_file_line_and_column(site: Site):
    site.overlay(SITES / "broken/many-problems-in-many-files")
    problems = load(Folders.of(site.root))[1]

    assert list(problems) == sorted(problems, key=lambda problem: problem.location)
    assert len({problem.location.source for problem in problems}) > 4


def test_problems_of_all_files_come_in_one_run(site: Site):
    for period in ("2021", "2022"):
        site.write(f"data/kien-giang/huyen-vinh-thuan/{period}.yml", SMALL.replace("12", "1.2"))

    assert codes(site) == ["number-ambiguous"] * 2


# Forms of text


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def marked(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def decomposed(text: str) -> bytes:
    return unicodedata.normalize("NFD", text).encode()


FORMS = (crlf, marked, decomposed, lambda text: marked(unicodedata.normalize("NFD", text.replace("\n", "\r\n"))))


def rewrite(site: Site, form: Callable[[str], bytes]) -> None:
    for path in site.root.rglob("*.*"):
        if path.is_file() and FOLDER not in path.parts:
            path.write_bytes(form(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("form", FORMS, ids=["CRLF", "BOM", "NFD", "all"])
def test_line_ends_and_unicode_forms_do_not_matter(site: Site, form: Callable[[str], bytes]):
    before = site.archive()
    rewrite(site, form)
    after = site.archive()

    assert repr(after) == repr(before)
    assert [article.body for article in after.articles] == [article.body for article in before.articles]
    assert besides_the_form(site.problems()) == []


@pytest.mark.parametrize("form", FORMS, ids=["CRLF", "BOM", "NFD", "all"])
def test_line_ends_and_unicode_forms_do_not_change_the_report(site: Site, form: Callable[[str], bytes]):
    site.overlay(SITES / "broken/many-problems-in-many-files")
    before = site.problems()
    rewrite(site, form)

    assert besides_the_form(site.problems()) == before


def besides_the_form(problems: list[str]) -> list[str]:
    return [line for line in problems if "[not-nfc]" not in line]


# Whatever the files hold

ODD = ("", ":", "- ", "[]", "{}", "~", "[", "{", "'", '"', "\t", "\0", "\x85", "\ufeff", "\ud7ff", "&a ", "*a", "!a ", "|", ">", "? ", "---\n", "...\n",
       "# ", "12", "1.21", "31/02/2023", "x" * 5000, "\n", "  ", "\n  ", "{{ so_lieu(", "}}", "{% x %}", "<<: ", "Nguồn", "Giá trị: ", "\u0301", "/", "%")  # fmt: skip
TEXTS = {
    path.relative_to(SOUND).as_posix(): path.read_text(encoding="utf-8")
    for path in SOUND.rglob("*.*")
    if path.is_file() and FOLDER not in path.parts
}
words = st.one_of(st.sampled_from(ODD), st.text(max_size=8))


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, bytes]:
    """One file of the sound site with pieces put in place of others, or with nothing but a random text."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    if draw(st.integers(0, 5)) == 0:
        return name, draw(
            st.one_of(st.binary(max_size=80), st.lists(words, max_size=12).map(lambda w: "".join(w).encode()))
        )
    lines = TEXTS[name].splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        start, length = draw(st.integers(0, len(line))), draw(st.integers(0, 12))
        lines[at] = line[:start] + draw(words) + line[start + length :]
        if draw(st.booleans()):
            lines.insert(at, lines.pop(draw(st.integers(0, len(lines) - 1))))
    return name, "".join(lines).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("mutated") / "site")


@settings(max_examples=tries(250), derandomize=True, deadline=None, database=None)
@given(changed())
def test_whatever_a_file_holds_there_are_problems_and_no_crash(shared: Site, change: tuple[str, bytes]):
    name, content = change
    shared.write(name, content)
    try:
        archive, problems = load(Folders.of(shared.root))
        found = [*problems, *rules.problems_of(archive)]
    finally:
        shared.write(name, TEXTS[name])

    for problem in found:
        assert "\n" not in problem.line()
        assert problem.line().isprintable()
