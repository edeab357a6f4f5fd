"""The files of a search: what changes in a site changes what it must, and nothing else; the bytes are those of a whole index."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bantin.search import Document, Family, Index, family_of, write_index
from bantin.search.scripts import script_of, text_in


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def document(
    address: str, text: str = "", kind: str = "bulletin", updated: str = "2023-08-20", **more: object
) -> Document:
    return Document(kind, address, more.pop("title", "Tên"), text=text, updated=updated, **more)  # type: ignore[arg-type]


def lines(folder: Path, name: str) -> list[str]:
    return text_in((folder / f"tim-kiem/{name}.js").read_text("utf-8")).split("\n")


def test_a_script_hands_over_any_text():
    for text in ("", 'a"b\\c\n\t', "</script>\u2028", "đ ò"):
        assert text_in(script_of("x/y", text)) == text


def test_words_lead_to_documents_newest_first(tmp_path: Path):
    write_index(
        [
            document("a/b/1/", "đất đai", updated="2023-01-02"),
            document("a/b/2/", "Đất", title="Đai"),
            document("c/1/", "đai"),
        ],
        tmp_path,
    )

    assert lines(tmp_path, "tu/da") == ["a-2023\tdai 0-1|0\tdat 0-1", "c-2023\tdai 0"]
    assert [json.loads(line)[0] for line in lines(tmp_path, "doan/a-2023")] == ["a/b/2/", "a/b/1/"]
    assert lines(tmp_path, "trang") == ["/", ">a-2023|2|2023-08-20", ">c-2023|1|2023-08-20", "&da te"]


def test_a_document_is_shown_with_where_it_belongs(tmp_path: Path):
    write_index([document("a/b/1/", "x", around="B, A", headings=(("m", "Mục"),))], tmp_path)

    assert [json.loads(line) for line in lines(tmp_path, "doan/a-2023")] == [
        ["a/b/1/", "Tên", "x", [["m", "Mục"]], "B, A"]
    ]
    assert lines(tmp_path, "tu/mu") == ["a-2023\tmuc 0|0"]


def test_the_list_of_a_site_says_of_which_indicators_much_is_published(tmp_path: Path):
    write_index(
        [document("chi-so/x/", kind="indicator", title="X", updated="", rows=rows) for rows in (0, 1, 9)], tmp_path
    )

    assert lines(tmp_path, "trang")[1:-2] == ["c|X|chi-so/x/|", "c|X|chi-so/x/||1", "c|X|chi-so/x/||4"]


def test_the_list_of_a_site_has_its_titles_and_units(tmp_path: Path):
    pages = [
        document(
            "thu-tuc/1.1/", kind="procedure", title="Đăng ký | khai sinh", also=("giấy khai sinh", "a;b"), updated=""
        ),
        document("chi-so/x/", kind="indicator", title="X", updated=""),
        document("", kind="page", updated=""),
        document("gioi-thieu/", kind="page", title="Giới thiệu", updated=""),
        document("an-giang/", kind="province", updated=""),
        document("kien-giang/huyen-vinh-thuan/", kind="place"),
    ]
    write_index(pages, tmp_path)
    found = lines(tmp_path, "trang")

    assert found[1:4] == [
        "c|X|chi-so/x/|", "g|Giới thiệu|gioi-thieu/|", "t|Đăng ký / khai sinh|thu-tuc/1.1/|giấy khai sinh;a,b",
    ]  # fmt: skip
    assert found[0].startswith("/0,")
    assert not any("vinh" in line for line in found if line[0] != "&")


def test_of_many_procedures_those_with_other_names_are_in_the_list(tmp_path: Path):
    pages = [document(f"thu-tuc/{n}/", kind="procedure", also=("x",) * (n == 7), updated="") for n in range(401)]
    write_index(pages, tmp_path)

    assert [line for line in lines(tmp_path, "trang") if line[0] == "t"] == ["t|Tên|thu-tuc/7/|x"]


def test_a_family_with_many_pages_is_cut(tmp_path: Path):
    write_index([document(f"a/{number:03}/", "x") for number in range(501)], tmp_path)

    assert [line for line in lines(tmp_path, "trang") if line[0] == ">"] == [
        ">a-2023|250|2023-08-20", ">a-2023-2|250|2023-08-20", ">a-2023-3|1|2023-08-20"]  # fmt: skip
    assert lines(tmp_path, "tu/x") == ["a-2023\tx 0-249", "a-2023-2\tx 0-249", "a-2023-3\tx 0"]


# An index that is made of one that stands

ADDRESSES = ("a/", "a/b/", "b/1/", "b/2/", "thu-tuc/1.1/", "")
SITES = st.dictionaries(
    st.sampled_from(ADDRESSES),
    st.builds(
        lambda text, day, kind, title: document("", text, kind, day, title=title),
        st.sampled_from(["", "đất đai", "đất", "hồ sơ đất", '"\t|']),
        st.sampled_from(["", "2022-01-01", "2023-01-01", "2023-08-20"]),
        st.sampled_from(["bulletin", "procedure", "page"]),
        st.sampled_from(["Tên", "Đất|đai"]),
    ),
)


def made_of(
    site: Mapping[str, Document], folder: Path, known: Mapping[str, Family], before: Path
) -> tuple[dict[str, Family], dict[str, str]]:
    """The families of a site's index and its files, where one may stand."""
    families: dict[str, list[Document]] = {}
    for address, found in site.items():
        at = Document(found.kind, address, found.title, text=found.text, updated=found.updated)
        families.setdefault(family_of(address, at.updated), []).append(at)
    digests = {name: repr(sorted(found, key=repr)) for name, found in families.items()}
    asked: list[str] = []

    def documents(name: str) -> Iterable[Document]:
        asked.append(name)
        return families[name]

    now, files = Index(folder, before, known).update(digests, documents)
    assert all(known.get(name, Family("", (), frozenset(), ())).digest != digests[name] for name in asked)
    written = tree(folder)
    assert {*written} <= {*files}
    return now, {path: written.get(path) or (before / path).read_text("utf-8") for path in files}


@given(st.lists(SITES, min_size=1, max_size=4))
def test_an_index_made_of_another_is_that_of_the_whole_site(tmp_path_factory, sites):
    folder = tmp_path_factory.mktemp("muc")
    known: dict[str, Family] = {}
    before = folder / "rong"
    for number, site in enumerate(sites):
        known, files = made_of(site, folder / f"{number}", known, before)
        whole, wanted = made_of(site, folder / f"{number}-moi", {}, folder / "rong")

        assert files == wanted
        assert known == whole
        before = folder / f"{number}-trang"
        for path, text in files.items():
            (before / path).parent.mkdir(parents=True, exist_ok=True)
            (before / path).write_text(text, "utf-8")


def test_one_changed_page_writes_its_part_and_its_words(tmp_path: Path):
    site = {
        "a/1/": document("", "đất"),
        "a/2/": document("", "nhà", updated="2022-01-01"),
        "b/1/": document("", "đất đai"),
    }
    known, files = made_of(site, tmp_path / "1", {}, tmp_path)
    for path, text in files.items():
        (tmp_path / "s" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "s" / path).write_text(text, "utf-8")
    made_of(site | {"a/1/": document("", "rừng")}, tmp_path / "2", known, tmp_path / "s")

    assert {*tree(tmp_path / "2")} == {
        f"tim-kiem/{name}.js" for name in ("trang", "doan/a-2023", "tu/da", "tu/ru", "tu/te")
    }
