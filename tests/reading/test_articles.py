"""Articles and the references to figures inside them."""

import unicodedata
from datetime import date
from pathlib import PurePosixPath

import pytest

from bantin.model.indicators import ReformArea
from bantin.model.references import Reference, references
from bantin.model.texts import Article, is_article
from bantin.problems import Location, Problem
from bantin.reading.articles import article_of
from bantin.reading.text_names import misnamed
from bantin.vietnamese import slug

PATH = PurePosixPath("content/kien-giang/huyen-vinh-thuan/2026-11-22-bai-mau.md")
LINES = {
    "Tiêu đề": '"Huyện Mẫu: nửa đầu năm"',
    "Tóm tắt": "Bài đặt ra để kiểm thử.",
    "Ngày": "22/11/2026",
    "Tác giả": "Ban biên tập",
    "Nguồn": "{Tên: Báo cáo mẫu, Cơ quan: Huyện Mẫu}",
}


def text(body: str = "Một đoạn.\n", **lines: str | None) -> str:
    """An article whose front matter has other lines, or lacks them where they are None."""
    front = {**LINES, **lines}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items() if value is not None) + f"---\n{body}"


AREAS = tuple(
    ReformArea(slug(label), label, Location("noi-dung.yml"))
    for label in ("Cải cách thể chế", "Cải cách tài chính công")
)


def loaded(content: str, path: PurePosixPath = PATH) -> tuple[Article | None, list[str]]:
    found, problems = article_of(content.encode(), path, AREAS)
    return found, [p.code for p in problems if p.code != "not-nfc"]


def article(content: str) -> Article:
    found, problems = loaded(content)
    assert problems == []
    assert found
    return found


def mentions(body: str) -> list[Reference | Problem]:
    return list(references(article(text(body))))


# Front matter


def test_the_front_matter_says_what_the_article_is():
    found = article(text("Một đoạn.\n", **{"Chủ đề": "[cải cách thể chế, Cai cach tai chinh cong]"}))

    assert (found.title, found.lead, found.author) == (
        "Huyện Mẫu: nửa đầu năm",
        "Bài đặt ra để kiểm thử.",
        "Ban biên tập",
    )
    assert (found.published, found.body, found.sources[0].title) == (date(2026, 11, 22), "Một đoạn.\n", "Báo cáo mẫu")
    assert found.topics == AREAS


def test_the_path_says_whom_the_article_is_about():
    found = article(text())

    assert (found.place, found.slug, found.path) == (
        "kien-giang/huyen-vinh-thuan", "bai-mau", "kien-giang/huyen-vinh-thuan/bai-mau",
    )  # fmt: skip


def test_an_article_may_be_about_a_province():
    found, problems = loaded(text(), PurePosixPath("content/kien-giang/2026-11-22-bai-mau.md"))

    assert found
    assert (found.place, problems) == ("kien-giang", [])


def test_images_have_caption_credit_and_a_text_for_those_who_do_not_see_them():
    image = "{Tệp: quay-mot-cua.jpg, Chú thích: Quầy, Nguồn ảnh: Báo Mẫu, Mô tả: Người dân ở quầy}"
    (found,) = article(text(Ảnh=f"[{image}]")).images

    assert (found.file, found.caption, found.credit, found.alt) == (
        "quay-mot-cua.jpg",
        "Quầy",
        "Báo Mẫu",
        "Người dân ở quầy",
    )


ASKED = "{Cơ quan: Huyện Mẫu, Văn bản: Dự thảo, Đến ngày: 30/11/2026, Gửi về: vanphong@mau.example}"


def test_an_article_may_say_its_hour_and_ask_for_opinions():
    found = article(text(Giờ="8:05", **{"Lấy ý kiến": ASKED}))

    assert found.hour == "08:05"
    assert found.asking
    assert (found.asking.document, found.asking.until, found.asking.to) == (
        "Dự thảo", date(2026, 11, 30), "vanphong@mau.example",
    )  # fmt: skip


@pytest.mark.parametrize("hour", ["24:00", "15h39", "15:60", "sáng"])
def test_what_is_no_hour_is_a_problem(hour: str):
    assert loaded(text(Giờ=hour))[1] == ["hour-unreadable"]


def test_opinions_need_a_last_day_that_is_not_before_the_article():
    assert loaded(text(**{"Lấy ý kiến": ASKED.replace("30/11", "21/11")}))[1] == ["deadline-before-article"]
    assert loaded(text(**{"Lấy ý kiến": ASKED.replace(", Đến ngày: 30/11/2026", "")}))[1] == ["key-missing"]


@pytest.mark.parametrize(
    "file",
    [
        "../a.jpg",
        "/a.jpg",
        "Ảnh.jpg",
        "a b.jpg",
        "a.pdf",
        "a.jpg.exe",
        ".jpg",
        "https://a.vn/a.jpg",
        "A.JPG",
        f"{'a' * 300}.jpg",
    ],
)
def test_an_image_lies_beside_its_article_under_a_plain_name(file: str):
    image = f"{{Tệp: '{file}', Chú thích: a, Nguồn ảnh: b, Mô tả: c}}"

    assert loaded(text(Ảnh=image))[1] == ["image-name"]


@pytest.mark.parametrize("key", ["Tiêu đề", "Tóm tắt", "Ngày", "Tác giả"])
def test_what_every_article_has_is_asked_for(key: str):
    assert loaded(text(**{key: None})) == (None, ["key-missing"])


def test_an_article_needs_a_source():
    assert loaded(text(Nguồn=None))[1] == ["source-missing"]


def test_all_problems_of_the_front_matter_are_told_at_once():
    assert loaded(text(**{"Ngày": "22/13/2026", "Tóm tắt": None, "Chủ đề": "Thể thao", "Ảnh": "{Tệp: a.jpg}"}))[1] == [
        "key-missing", "date-unreadable", "unknown-choice", "key-missing",
    ]  # fmt: skip


def test_the_day_is_that_of_the_file_name():
    assert loaded(text(Ngày="21/11/2026"))[1] == ["date-differs"]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "# Bài\n",
        "Tiêu đề: a\n---\n",
        "---\nTiêu đề: a\n",
        " ---\nTiêu đề: a\n---\n",
        "---\n---\n",
        "---\n# a\n---\n",
    ],
)
def test_an_article_without_front_matter_is_a_problem(content: str):
    assert loaded(content) == (None, ["front-matter-missing"])


def test_a_slip_in_the_front_matter_is_told_by_its_line_in_the_file():
    _, problems = article_of("---\nTiêu đề: a\nTóm tắt: b: c\n---\n".encode(), PATH)

    assert [str(problem.location) for problem in problems] == [f"{PATH}:3:11"]


def test_a_rule_in_the_body_does_not_end_the_front_matter_twice():
    assert article(text("Một.\n\n---\n\nHai.\n")).body == "Một.\n\n---\n\nHai.\n"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_body_comes_in_one_unicode_form(form: str):
    assert article(unicodedata.normalize(form, text("Đất đai ở xã.\n"))).body == "Đất đai ở xã.\n"


@pytest.mark.parametrize(
    "path", ["content/kien-giang/2026-11-22-a.md", "content/kien-giang/huyen-vinh-thuan/2026-11-22-bai-2.md"]
)
def test_a_file_with_a_day_and_a_slug_is_an_article(path: str):
    assert is_article(PurePosixPath(path))
    assert misnamed(PurePosixPath(path)) is None


@pytest.mark.parametrize(
    "path", ["content/huong-dan.md", "content/2026-11-22-a.md", "content/kien-giang/index.md", "content/kien-giang/2020-7-thang.md",
             "content/kien-giang/a/b/2026-11-22-a.md"]
)  # fmt: skip
def test_other_pages_are_no_articles(path: str):
    assert not is_article(PurePosixPath(path))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("22-11-2026-bai.md", "2026-11-22-bai.md"),
        ("2026.11.22-bai.md", "2026-11-22-bai.md"),
        ("20261122-bai.md", "2026-11-22-bai.md"),
        ("2026-11-22 Bài mới.md", "2026-11-22-bai-moi.md"),
        ("1-2-2026_bai.md", "2026-02-01-bai.md"),
        ("2026-11-22-Hồ_sơ.md", "2026-11-22-ho-so.md"),
        ("bai.md", "2026-11-22-bai.md"),
        ("index.md", "2026-11-22-index.md"),
    ],
)
def test_a_text_below_a_province_is_an_article_or_an_error(name: str, meant: str):
    problem = misnamed(PurePosixPath("content/kien-giang/huyen-vinh-thuan", name))

    assert problem
    assert problem.code == "article-name"
    assert f"«{meant}»" in problem.help


def test_an_article_one_folder_too_deep_is_told_where_it_belongs():
    problem = misnamed(PurePosixPath("content/kien-giang/huyen-vinh-thuan/anh/2026-11-22-bai.md"))

    assert problem
    assert "content/kien-giang/huyen-vinh-thuan, tên là «2026-11-22-bai.md»" in problem.help


@pytest.mark.parametrize(
    "name", ["2026-11-22-Bai-mau.md", "2026-11-22-bài-mẫu.md", "2026-11-22.md", "2026-11-22-a_b.md", "2026-11-22-a-.md",
             "2026-11-22-index.md", "２０２６-11-22-a.md"]
)  # fmt: skip
def test_a_name_that_is_almost_an_article_s_is_a_problem(name: str):
    problem = misnamed(PurePosixPath("content/kien-giang") / name)

    assert problem
    assert problem.code == "article-name"


# References


def test_a_reference_names_period_slice_and_indicator():
    (found,) = mentions('Có {{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ") }} hồ sơ.\n')

    assert isinstance(found, Reference)
    assert (found.kind, found.place) == ("so_lieu", "kien-giang/huyen-vinh-thuan")
    assert (found.period, found.slice, found.indicator) == ("2023-6-thang", "Cấp huyện", "Hồ sơ")


def test_a_reference_stands_where_it_stands():
    body = 'Đoạn một.\n\nỞ đây có {{ so_lieu("a", "b", "c") }} hồ sơ.\n'
    (found,) = mentions(body)

    assert isinstance(found, Reference)
    assert (found.at.line, found.at.column) == (10, 10)
    assert body[found.start : found.end] == '{{ so_lieu("a", "b", "c") }}'


def test_a_reference_may_lead_to_another_place():
    (found,) = mentions('{{ so_lieu("2022", "Toàn tỉnh", "Hồ sơ", noi="kien-giang") }}')

    assert isinstance(found, Reference)
    assert found.place == "kien-giang"


def test_a_target_has_a_name_of_its_own():
    (found,) = mentions('{{ chi_tieu("2023", "Cấp huyện", "Tỷ lệ") }}')

    assert isinstance(found, Reference)
    assert found.kind == "chi_tieu"


@pytest.mark.parametrize(
    "written",
    ['{{so_lieu("a","b","c")}}', "{{ so_lieu('a', 'b', 'c') }}", "{{ so_lieu(“a”, “b”, “c”) }}",
     '{{\n  so_lieu(\n    "a",\n    "b",\n    "c"\n  )\n}}', '{{ so_lieu ( "a" , \'b\' , “c” ) }}'],
)  # fmt: skip
def test_spaces_and_kinds_of_quotation_marks_do_not_matter(written: str):
    (found,) = mentions(written)

    assert isinstance(found, Reference)
    assert (found.period, found.slice, found.indicator) == ("a", "b", "c")


def test_an_apostrophe_may_stand_inside():
    (found,) = mentions('{{ so_lieu("2022", "Toàn huyện", "Hồ sơ ở Ea H\'leo") }}')

    assert isinstance(found, Reference)
    assert found.indicator == "Hồ sơ ở Ea H'leo"


@pytest.mark.parametrize(
    "written",
    ["{{ 7*7 }}", "{{ ''.__class__ }}", "{{ so_lieu.__globals__ }}", "{{ config }}", "{{}}", "{{ so_lieu }}", "{{ so_lieu() }}",
     '{{ so_lieu("a", "b") }}', '{{ so_lieu("a", "b", "c", "d") }}', '{{ so_lieu("a", "b", "c", noi=x) }}',
     '{{ so_lieu("a", "b", "c", ky="d") }}', '{{ so_lieu("a", "b", c) }}', '{{ so_lieu("a", "b", "c" ~ "d") }}',
     '{{ so_lieu("a", "b", "c") | safe }}', '{{ so_lieu("a", "b", "c")() }}', '{{ x.so_lieu("a", "b", "c") }}',
     '{{ gia_tri("a", "b", "c") }}', '{{ so_lieu("a", "b", f"{c}") }}', '{{ so_lieu("a", "b", "c") }', "{{", "{{ " + "(" * 10_000],
)  # fmt: skip
def test_anything_else_in_double_braces_is_a_problem_and_never_evaluated(written: str):
    (found,) = mentions(f"Đây: {written}")

    assert isinstance(found, Problem)
    assert (found.code, found.location.line, found.location.column) == ("reference-malformed", 8, 6)
    assert "\n" not in found.line()


@pytest.mark.parametrize("written", ["{% if x %}", "{# lời #}", "{ một }", "%{x}", "}}", "${x}"])
def test_other_signs_stay_text(written: str):
    assert mentions(f"Đây: {written}\n") == []


def test_references_come_in_the_order_of_the_text():
    found = mentions('{{ so_lieu("1", "b", "c") }} {{ 7*7 }}\n{{ so_lieu("2", "b", "c") }}')

    assert [r.period if isinstance(r, Reference) else r.code for r in found] == ["1", "reference-malformed", "2"]


def test_a_text_of_braces_is_read_in_one_go():
    assert len(mentions("{{" * 14_000)) == 1


@pytest.mark.parametrize("body", ["x" * 30_001, "x\n" * 2_001])
def test_an_article_longer_than_anybody_reads_is_refused(body: str):
    assert loaded(text(body)) == (None, ["file-too-large"])
