"""A finished site's dead links: what is found, what is left alone, how it is told, and in what time."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.publishing.finished import DeadLink, Reason, dead_links, missing_pages, naming, sentence

Make = Callable[[dict[str, str | bytes]], Path]
HOME = {"index.html": "trang chủ"}


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A folder of files."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / "site" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "site"

    return write


def test_a_missing_page_is_found_with_the_nearest_beside_it(make: Make):
    site = make(HOME | {"kien-giang/index.html": '<a href="../an-giag/">', "an-giang/index.html": ""})

    assert dead_links(site) == [DeadLink("kien-giang", "../an-giag/", Reason.MISSING, ("an-giang/",))]


def test_a_missing_file_is_found_with_the_nearest_beside_it(make: Make):
    site = make(
        HOME | {"bao-cao/index.html": '<img src="bieu-d-1.png"><a href="khac.pdf">', "bao-cao/bieu-do-1.png": ""}
    )

    assert dead_links(site) == [
        DeadLink("bao-cao", "bieu-d-1.png", Reason.MISSING, ("bao-cao/bieu-do-1.png",)),
        DeadLink("bao-cao", "khac.pdf", Reason.MISSING),
    ]


def test_a_folder_that_is_misspelt_is_proposed_with_the_rest(make: Make):
    site = make({"index.html": '<a href="kien-gian/vinh-thuan/"><a href="kien-gian/2020/">',
                 "kien-giang/index.html": "", "kien-giang/vinh-thuan/index.html": ""})  # fmt: skip

    assert dead_links(site) == [
        DeadLink("", "kien-gian/2020/", Reason.MISSING, ("kien-giang/",)),
        DeadLink("", "kien-gian/vinh-thuan/", Reason.MISSING, ("kien-giang/vinh-thuan/",)),
    ]


def test_a_file_is_no_folder(make: Make):
    assert dead_links(make({"index.html": '<a href="tep.pdf/">', "tep.pdf": ""})) == [
        DeadLink("", "tep.pdf/", Reason.MISSING, ("tep.pdf",))
    ]


def test_a_page_is_not_proposed_for_the_folder_it_shares(make: Make):
    site = make(HOME | {"mot-tinh-dai/index.html": '<a href="xyz/">', "mot-tinh-dai/abc/index.html": ""})

    assert dead_links(site) == [DeadLink("mot-tinh-dai", "xyz/", Reason.MISSING)]


def test_a_missing_anchor_is_found_with_the_nearest_id(make: Make):
    site = make(
        {"index.html": '<a href="a/#ket-quaa"><a href="#khac"><b id="__nav">', "a/index.html": '<h2 id="ket-qua">'}
    )

    assert dead_links(site) == [
        DeadLink("", "#khac", Reason.NO_ANCHOR),
        DeadLink("", "a/#ket-quaa", Reason.NO_ANCHOR, ("#ket-qua",)),
    ]


@pytest.mark.parametrize("near_anchor", [
    '<!-- <h2 id="muc"> -->', '<script>var x = " id=muc "</script>', "<p> id=muc </p>", '<meta name="muc">',
    '<input name="muc">', '<p data-id="muc">', "<title> <b id=muc> </title>", '<p title="<b id=muc>">', '<b id="muc"',
])  # fmt: skip
def test_what_looks_like_an_anchor_is_none(make: Make, near_anchor: str):
    assert [link.reason for link in dead_links(make({"index.html": f'<a href="#muc"></a>{near_anchor}'}))] == [
        "no-anchor"
    ]


@pytest.mark.parametrize("anchor", ['<h2 ID="muc">', "<p id=muc>", "<p class='a'id='muc'>", '<a name="muc">', "<p id = muc>", "<svg><g id='muc'/></svg>", '<p id="&#109;uc">'])  # fmt: skip
def test_every_way_to_write_an_anchor_counts(make: Make, anchor: str):
    assert dead_links(make({"index.html": f'<a href="#muc"></a>{anchor}'})) == []


@pytest.mark.parametrize(("html", "target"), [
    ('<script src="https://a.vn/x.js"></script>', "https://a.vn/x.js"),
    ('<script src="//a.vn/x.js"></script>', "//a.vn/x.js"),
    ('<IMG SRC="HTTP://a.vn/x.png">', "HTTP://a.vn/x.png"),
    (r'<img src="https:\\a.vn\x.png">', r"https:\\a.vn\x.png"),
    ('<img rel="canonical" src="//a.vn/x.png">', "//a.vn/x.png"),
    ('<img srcset="data:image/png;base64,AA 1x, https://a.vn/2.png 2x">', "https://a.vn/2.png"),
    ('<link rel="stylesheet" href="https://a.vn/x.css">', "https://a.vn/x.css"),
    ('<link rel="alternate stylesheet" href="https://a.vn/x.css">', "https://a.vn/x.css"),
    ('<link rel="preconnect" href="https://a.vn">', "https://a.vn"),
    ('<link rel="preload" as="image" imagesrcset="https://a.vn/x.png 2x">', "https://a.vn/x.png"),
    ('<iframe src="https://a.vn/">', "https://a.vn/"),
    ('<video poster="https://a.vn/x.png">', "https://a.vn/x.png"),
    ('<object data="https://a.vn/x.pdf">', "https://a.vn/x.pdf"),
    ('<input type="image" src="https://a.vn/x.png">', "https://a.vn/x.png"),
    ('<svg><image href="https://a.vn/x.png"/></svg>', "https://a.vn/x.png"),
    ('<svg><use xlink:href="https://a.vn/x.svg#y"/></svg>', "https://a.vn/x.svg#y"),
    ("<style>p { background: url( '//a.vn/x.png' ) }</style>", "//a.vn/x.png"),
    ('<p style="background: url(//a.vn/x.png)">', "//a.vn/x.png"),
])  # fmt: skip
def test_what_a_page_loads_from_elsewhere_is_foreign(make: Make, html: str, target: str):
    assert dead_links(make({"index.html": html})) == [DeadLink("", target, Reason.FOREIGN)]


@pytest.mark.parametrize(("html", "target"), [
    ('<button onclick="lam()">', "onclick"),
    ("<BODY ONLOAD=lam()>", "onload"),
    ("<p\nonPointerDown = 'lam()'>", "onpointerdown"),
    ("<svg/onload=lam()>", "onload"),
    ('<img src="a.png" onerror="lam()">', "onerror"),
    ('<a href="javascript:lam()">', "javascript:lam()"),
    ('<a id="x" href=" \x01JavaScript:lam()">', "\x01JavaScript:lam()"),
    ('<a href="java&#10;script&colon;lam()">', "java\nscript:lam()"),
    ('<area href="javascript:lam()">', "javascript:lam()"),
    ('<form action="javascript:lam()">', "javascript:lam()"),
    ('<button formaction="javascript:lam()">', "javascript:lam()"),
    ('<input type="submit" formaction="javascript:lam()">', "javascript:lam()"),
    ('<iframe src="javascript:lam()">', "javascript:lam()"),
    ('<svg><a xlink:href="javascript:lam()"></svg>', "javascript:lam()"),
])  # fmt: skip
def test_a_script_in_a_tag_or_an_address_is_found(make: Make, html: str, target: str):
    assert dead_links(make({"index.html": html, "a.png": ""})) == [DeadLink("", target, Reason.SCRIPT)]


@pytest.mark.parametrize("html", [
    '<p data-onclick="lam()">', "<p>onclick=&quot;lam()&quot; javascript:lam()</p>", '<p title="onclick=lam()">',
    "<!-- <a onclick=lam()> -->", "<script>x.onclick = lam</script>", "<textarea><b onclick=lam()></textarea>",
    '<a href="#javascript:x" id="javascript:x">', '<option on="1">',
])  # fmt: skip
def test_what_looks_like_a_script_in_a_tag_is_none(make: Make, html: str):
    assert dead_links(make({"index.html": html})) == []


def test_a_script_in_a_tag_is_told_with_what_to_do():
    assert sentence(DeadLink("gioi-thieu", "onclick", Reason.SCRIPT)) == (
        "Trang «gioi-thieu/» có mã lệnh viết thẳng trong thẻ, ở «onclick»: trình duyệt của người đọc sẽ chặn. Xin đưa mã "
        "ấy vào một tệp .js của trang, ghi tệp ở extra_javascript trong tệp cài đặt."
    )


@pytest.mark.parametrize(("css", "target"), [
    ("p { background: url(https://a.vn/x.png) }", "https://a.vn/x.png"),
    ("p { background: URL( '//a.vn/x.png' ) }", "//a.vn/x.png"),
    ('@import "https://a.vn/x.css";', "https://a.vn/x.css"),
    ("@import'//a.vn/x.css';", "//a.vn/x.css"),
    ("@import url(https://a.vn/x.css);", "https://a.vn/x.css"),
])  # fmt: skip
def test_what_a_style_sheet_loads_from_elsewhere_is_foreign(make: Make, css: str, target: str):
    assert dead_links(make(HOME | {"assets/x.css": css})) == [DeadLink("assets/x.css", target, Reason.FOREIGN)]


@pytest.mark.parametrize("css", [
    "/* url(https://a.vn/x.png) */", "/* url(https://a.vn/x.png)", '@namespace url("http://www.w3.org/2000/svg");',
    "p { background: url(x.png) }", "p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>\") }",
])  # fmt: skip
def test_a_style_sheet_that_loads_nothing_from_elsewhere_is_fine(make: Make, css: str):
    assert dead_links(make(HOME | {"x.css": css, "index.html": f"<style>{css}</style>"})) == []


@pytest.mark.parametrize("html", [
    '<a href="">', '<a href="#">', '<a href="#top">', '<a href="#TOP">', '<a href="#:~:text=nghi">', '<a href="#co:~:text=nghi">',
    '<a href="#__search">', '<a href="?q=1">', '<a href="a/?q=1#co">', '<a href="a">', '<a href=".">', '<a href="./a/">',
    '<a href="a/index.html">', '<a href=" a/ ">', '<a href="b%E1%BA%A3n%20tin.pdf">', '<a href="bản tin.pdf">',
    '<a href="a/#m%E1%BB%A5c">', '<a href="a/#mục">', '<a href="a/#100%25">', '<a href="mailto:a@b.vn">', '<a href="tel:113">',
    '<a href="https://a.vn/x">', '<a href="//a.vn/x">', '<img src="data:image/png;base64,AA">',
    '<link rel="canonical" href="https://a.vn/">', '<link rel="alternate" href="https://a.vn/feed.xml">', '<link href="https://a.vn/">',
    '<meta http-equiv="refresh" content="0; url=a/">', '<meta http-equiv="Refresh" content="0;URL=\'a/#co\'">',
    '<meta http-equiv="refresh" content="60">', '<meta property="og:image" content="https://a.vn/x.png">',
    '<form action="https://a.vn/tim">', '<img srcset="x.png 1x, x.png 2x, data:image/png;base64,AA 3x">', '<img srcset="x.png, x.png 2x">',
    '<a data-href="khong-co/">', '<a href="..ten/">',
])  # fmt: skip
def test_links_that_are_fine(make: Make, html: str):
    site = make({"index.html": f'{html}<i id="co"></i>', "a/index.html": '<i id="co"></i><i id="mục"></i><i id="100%"></i>',
                 "bản tin.pdf": "", "x.png": "", "..ten/index.html": ""})  # fmt: skip

    assert dead_links(site) == []


@pytest.mark.parametrize(("html", "target"), [
    ('<meta http-equiv="refresh" content="0; url=moi/">', "moi/"), ('<meta http-equiv="refresh" content="0;URL = \'moi/\'">', "moi/"),
    ('<meta content="0, moi/" http-equiv=REFRESH>', "moi/"), ('<a href="../">', "../"),
    ('<a href="trong/">', "trong/"), ('<a href="file:///C:/bao-cao.docx">', "file:///C:/bao-cao.docx"),
    (r'<img src="C:\anh.png">', r"C:\anh.png"), ('<a href="ftp://[x">', "ftp://[x"), ('<form action="tim/">', "tim/"),
    ('<img srcset="tep.pdf, x.png 2x">', "x.png"), ('<svg><a xlink:href="moi/"></a></svg>', "moi/"),
])  # fmt: skip
def test_links_that_lead_nowhere(make: Make, html: str, target: str):
    assert dead_links(make({"index.html": html, "tep.pdf": "", "trong/x.txt": ""})) == [
        DeadLink("", target, Reason.MISSING)
    ]


@pytest.mark.parametrize("base", ["/cchc/", "cchc", "/c%63hc"])
def test_addresses_below_the_base_are_the_sites(make: Make, base: str):
    site = make({"index.html": '<a href="/cchc/an-giang/"><a href="/cchc/an-giag/"><a href="/cchc"><a href="/khac/"><a href="/">'
                               '<a href="/cchcx/"><a href="/cchc/../khac/"><a href="../cchc/an-giang/"><a href="../khac/">',
                 "an-giang/index.html": ""})  # fmt: skip

    assert dead_links(site, base=base) == [
        DeadLink("", "../khac/", Reason.MISSING),
        DeadLink("", "/cchc/an-giag/", Reason.MISSING, ("an-giang/",)),
    ]


def test_the_page_for_what_is_not_found_is_read_from_the_root(make: Make):
    html = '<a href="/a/"><a href="a/"><a href="/b/"><a href="c/"><a href="#co"><a href="#khong"><i id="co">'
    site = make(HOME | {"a/index.html": "", "404.html": html})

    assert dead_links(site) == [
        DeadLink("404.html", "#khong", Reason.NO_ANCHOR),
        DeadLink("404.html", "/b/", Reason.MISSING, ()),
        DeadLink("404.html", "c/", Reason.MISSING, ()),
    ]


def test_a_folder_may_be_named_like_a_file(make: Make):
    assert dead_links(make(HOME | {"a.html/index.html": '<a href="#co"><i id="co"></i>'})) == []


def test_missing_pages_are_those_without_an_index(make: Make):
    site = make(HOME | {"a/index.html": "", "b/x.txt": "", "c.html": ""})

    assert missing_pages(site, ["c", "a", "b", "", "a/d"]) == ["a/d", "b", "c"]


@pytest.mark.parametrize(("link", "said"), [
    (DeadLink("a/b", "../c/", Reason.MISSING), "Trang «a/b/» dẫn đến «../c/», nhưng không có trang hay tệp nào ở địa chỉ ấy."),
    (DeadLink("", "c/", Reason.MISSING, ("d/",)), "Trang chủ dẫn đến «c/», nhưng không có trang hay tệp nào ở địa chỉ ấy. Có phải là «d/»?"),
    (DeadLink("404.html", "c/", Reason.MISSING, ("d/", "e/")), "Trang «404.html» dẫn đến «c/», nhưng không có trang hay tệp nào ở địa chỉ ấy. Có phải là «d/» hoặc «e/»?"),
    (DeadLink("a", "#x", Reason.NO_ANCHOR, ("#y",)), "Trang «a/» dẫn đến «#x»: có trang ấy, nhưng không có đề mục ấy. Có phải là «#y»?"),
    (DeadLink("a", "//x/y.js", Reason.FOREIGN), "Trang «a/» gọi tệp từ trang khác: «//x/y.js». Mỗi trang phải tự đủ; trình duyệt sẽ chặn tệp ấy."),
    (DeadLink("x/a.css", "//x/y.png", Reason.FOREIGN), "Tệp «x/a.css» gọi tệp từ trang khác: «//x/y.png». Mỗi trang phải tự đủ; trình duyệt sẽ chặn tệp ấy."),
])  # fmt: skip
def test_a_dead_link_is_told_in_a_sentence(link: DeadLink, said: str):
    assert sentence(link) == said


def test_dead_links_come_in_order_and_once(make: Make):
    html = '<a href="z/"><a href="b/"><img src="b/"><a href="b/"><a href="#z"><a href="#z">'
    site = make(
        {"index.html": html, "k/index.html": '<a href="y/">', "a/index.html": '<a href="y/">', "a.css": "a{b:url(//x)}"}
    )

    found = dead_links(site)

    assert [(link.page, link.target) for link in found] == [
        ("", "#z"),
        ("", "b/"),
        ("", "z/"),
        ("a", "y/"),
        ("a.css", "//x"),
        ("k", "y/"),
    ]
    assert dead_links(site) == found


def test_bytes_that_are_no_utf_8_stop_nothing(make: Make):
    site = make(
        {
            "index.html": b'\xff\xfe<a href="\xff/">\xe1</a><p class="\xff" id="\xc3\xa0">',
            "x.css": b"\xff a{b:url(//x)}",
        }
    )

    assert [link.target for link in dead_links(site)] == ["\ufffd/", "//x"]


def test_what_leads_out_of_the_folder_is_not_followed(make: Make, tmp_path: Path):
    site = make(HOME | {"index.html": '<a href="noi.html">'})
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai/index.html").write_text('<a href="khong/">', encoding="utf-8")
    (site / "thu-muc").symlink_to(tmp_path / "ngoai", target_is_directory=True)
    (site / "noi.html").symlink_to(tmp_path / "ngoai/index.html")
    (site / "dut.html").symlink_to(tmp_path / "khong-co.html")
    (site / "vong").symlink_to(site, target_is_directory=True)

    assert dead_links(site) == [DeadLink("", "noi.html", Reason.MISSING)]


HOSTILE = ["<a ", "<!--", "<!-", "<", "</", "</a ", '<a href="', "<a href='x", "<a\n", "<a = ", "\"'", "<script>", "<script ", "<title",
           "<style>/*", "/*", "<a a=b", " href", "-", "--", "<style>@import ", "url(", "&amp", '<img srcset=",', ", ",
           '<meta http-equiv="refresh" content="', "<svg><style/>", "</script", "<p id=x>", '<a href="#', "%", "../"]  # fmt: skip


def test_no_page_takes_long_whatever_stands_in_it(make: Make):
    size = 200_000
    pages: dict[str, str | bytes] = {f"{number}.html": (part * size)[:size] for number, part in enumerate(HOSTILE)}
    pages |= {f"b{number}.html": ("<a href='" + part * size)[:size] + "'>" for number, part in enumerate(HOSTILE)}
    pages |= {f"c{number}.css": (part * size)[:size] for number, part in enumerate(HOSTILE)}
    pages |= {f"s{number}.html": "<title>" + ("<script>" + part * size)[:size] for number, part in enumerate(HOSTILE)}
    slowest = {}
    for name, content in pages.items():
        assert isinstance(content, str)
        site = make({"x.html": content, "x.css": content if name.endswith(".css") else ""})
        start = time.process_time()
        for link in dead_links(site):
            sentence(link)
        slowest[name] = time.process_time() - start

    assert max(slowest.values()) < 2, max(slowest, key=lambda name: slowest[name])


def test_the_own_site_has_no_dead_link(site_dir: Path):
    assert dead_links(site_dir) == []


def test_pages_that_may_lead_to_a_heading_are_named(tmp_path: Path):
    pages = {
        "a.html": '<a href="../b/#xong">',
        "b.html": "<a href='#xong'>",
        "c.html": '<a href="c/#xo%6eg">',
        "d.html": '<a href="c/#xo&#110;g">',
        "e.html": '<a href="c/#khac"><p>xong #1</p>',
        "g.html": '<p id="xong">100% xong &amp; khác</p>',
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert naming(tmp_path, pages, {"xong", "khong"}) == ["a.html", "b.html", "c.html", "d.html"]


def test_headings_that_stood_before_are_not_looked_up_again(tmp_path: Path):
    (tmp_path / "b.html").write_text('<p id="co">', encoding="utf-8")
    (tmp_path / "a.html").write_text('<a href="b.html#co"><a href="b.html#cu"><a href="b.html#moi">', encoding="utf-8")
    (tmp_path / "cu").write_text('<a href="b.html#cu">', encoding="utf-8")

    found = dead_links(tmp_path, among=["a.html"], earlier={"a.html": tmp_path / "cu"})

    assert [link.target for link in found] == ["b.html#moi"]
