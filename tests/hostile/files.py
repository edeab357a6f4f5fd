"""Hostile files: bytes that no editor means, YAML against its reader, wrong shapes, odd names.

All of it is made here, the same on every run, so that nothing large or odd lies in the repository.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hostile.texts import HIDDEN, SLOW

from bantin.reading.letters.characters import MAX_BYTES

REPORT = "data/kien-giang/huyen-vinh-thuan/2021.yml"
ARTICLE = "content/kien-giang/huyen-vinh-thuan/2026-01-03-bai-la.md"
INDICATORS, SCOPES = "data/danh-muc/chi-so.yml", "data/danh-muc/pham-vi.yml"
MEMBERS = "data/danh-muc/phan-to/la.yml"
ANY = "*"
HIDE, FORM, TAG = "control-character", "yaml-syntax", "anchor-or-tag"


@dataclass(frozen=True)
class Hostile:
    """A file, and what must come of it."""

    name: str
    content: bytes = field(repr=False)
    code: str | None = None
    """A problem among those found, ANY for whichever, «» for no error; None where either is right."""
    path: str = REPORT


def report(figures: str = "    Hồ sơ trực tiếp: 5\n", rest: str = "") -> str:
    """A sound report around some figures of Cấp xã."""
    return f"Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Huyện\n    Ngày: 05/01/2022\nSố liệu:\n  Cấp xã:\n{figures}{rest}"


def value(text: str) -> str:
    """A report with one figure."""
    return report(f"    Hồ sơ trực tiếp: {text}\n")


def article(body: str = "Lời.", front: str = "") -> str:
    """A sound article around a text."""
    head = "Tiêu đề: Bài\nTóm tắt: Lời\nNgày: 03/01/2026\nTác giả: Ban\nNguồn:\n  - Tên: Báo\n    Cơ quan: Tòa soạn\n"
    return f"---\n{head}{front}---\n{body}\n"


def indicator(name: str, more: str = "") -> str:
    """An entry of chi-so.yml."""
    rest = "  Đơn vị: hồ sơ\n  Loại: số lượng\n  Nội dung: Cải cách thủ tục hành chính\n  Giải thích: Lời\n"
    return f"{name}:\n{rest}{more}"


def many(unit: str, room: int = MAX_BYTES - 1_000) -> str:
    """The unit as often as a file has room for it."""
    return unit * (room // len(unit.encode()))


def numbered(form: str, room: int = MAX_BYTES - 1_000) -> str:
    """The form with 0, 1, 2 … in it, as often as a file has room for it."""
    return "".join(form.format(number) for number in range(room // len(form.format(99_999).encode())))


def hostile_files(sound: dict[str, str]) -> tuple[Hostile, ...]:
    """The corpus; `sound` holds the lists that some files add to."""
    made = [*_bytes(), *_yaml(), *_bombs(), *_values(), *_shapes(), *_lists(sound), *_articles(), *_references()]
    assert len({hostile.name for hostile in made}) == len(made)
    return tuple(made)


def _bytes() -> Iterator[Hostile]:
    sound = report()
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"):
        yield Hostile(encoding, sound.encode(encoding), ANY)
    for name, content, code in (
        ("bom", sound.encode("utf-8-sig"), ""), ("bom-twice", b"\xef\xbb\xbf" * 2 + sound.encode(), HIDE),
        ("windows-1258", "Tên: Đất\n".encode("cp1258", "replace"), "not-utf8"), ("tcvn3", b"T\xaan: H\xe5\n", "not-utf8"),
        ("overlong-slash", b"a: \xc0\xaf\n", "not-utf8"), ("overlong-nul", b"a: \xc0\x80\n", "not-utf8"),
        ("surrogates", b"a: \xed\xa0\xbd\xed\xb8\x80\n", "not-utf8"), ("beyond-unicode", b"a: \xf4\x90\x80\x80\n", "not-utf8"),
        ("late-byte", sound.encode() + b"\xff", "not-utf8"), ("gzip", b"\x1f\x8b\x08\x00\x00", "not-utf8"),
        ("zip", b"PK\x03\x04\x14\x00", HIDE), ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not-utf8"), ("nothing", b"", "file-empty"),
        ("only-bom", b"\xef\xbb\xbf", "file-empty"), ("only-comments", b"# x\n# y\n", "file-empty"), ("only-tab", b"\t", FORM),
        ("zeros", b"\x00" * 4_096, HIDE), ("line-ends-cr", sound.replace("\n", "\r").encode(), ""),
        ("line-ends-nel", sound.replace("\n", "\x85").encode(), HIDE), ("line-ends-ls", sound.replace("\n", "\u2028").encode(), HIDE),
        ("html", b"<!DOCTYPE html><script>alert(1)</script>", ANY), ("csv", b"Ten,Gia tri\na,1\n", ANY),
        ("merge-conflict", b"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", ANY),
    ):  # fmt: skip
        yield Hostile(name, content, code)
    for text in HIDDEN:
        yield Hostile(f"hidden-{text!a:.30}", f"a: {text}\n".encode(), HIDE)
        yield Hostile(f"hidden-escaped-{text!a:.30}", f'a: "{escaped(text)}"\n'.encode(), HIDE)


def escaped(text: str) -> str:
    """Every sign as YAML writes it in quotation marks."""
    return "".join(f"\\U{ord(sign):08x}" for sign in text)


def _yaml() -> Iterator[Hostile]:
    for number, (content, code) in enumerate((
        ("a: &x b\nc: *x\n", TAG), ("a: *x\n", TAG), ("a: &x [*x]\n", TAG), ("*x : b\n", TAG), ("*", TAG), ("a: &", TAG),
        ("a: &x {b: c}\nd:\n  <<: *x\n", TAG), ("<<: {a: b}\n", ANY), ("!!python/object/apply:os.system ['id']\n", TAG),
        ("a: !!binary aGVsbG8=\n", TAG), ("a: !<\n", TAG), ("a: !ENV [HOME]\n", TAG), ("a: !include /etc/passwd\n", TAG), ("!", TAG),
        ("%YAML 9.9\n---\na: b\n", ANY), ("%TAG ! tag:x,2000:\n---\na: b\n", ANY), ("%x\n---\na: b\n", ANY),
        ("a: b\n---\nc: d\n", "several-documents"), ("---\n" * 1_000, ANY), (report() + "...\n", ""), (report() + "...\nabc\n", ANY),
        ("--- |\n  abc\n", "wrong-shape"), ("? - a\n  - b\n: c\n", "wrong-shape"), ("[a]: b\n", "wrong-shape"), (": b\n", ANY),
        ('"": b\n', "wrong-shape"), ("a" * 1_025 + ": b\n", ANY), ("a" * 100_000 + ": b\n", ANY), ('"a\\nb\\n/ c": d\n', ANY),
        ("Hòa: 1\nHoà: 2\n", "duplicate-key"), ("Nguồn: 1\nNguo\u0302\u0300n: 2\n", "duplicate-key"), ("a:\n\tb: c\n", FORM),
        ('a: "b\n', FORM), ('a: "b" c\n', FORM), ('a: "b\n---\nc"\n', FORM), ("a: [b\n", FORM), ("a: {b\n", FORM), ("a: ]\n", FORM),
        ("a: [,,]\n", FORM), ("a: @b\n", FORM), ("a: %b\n", FORM), ("a: >95%\n", FORM), ("a: |99\n  b\n", FORM), ("a: |", ANY),
        ("a: b: c\n", FORM), ("a: - b\n", FORM), ("a\nb: c\n", FORM), ("- a\nb: c\n", FORM), ("a:\n    b: c\n  d: e\n", FORM),
        (":", ANY), ("-", "wrong-shape"), ("?", ANY), ("[]", ANY), ('"', FORM), ("|", ANY), ('a: "\\q"\n', FORM), ('a: "\\u12"\n', FORM),
        ('a: "\\ud83d\\ude00"\n', FORM), ('a: "\\U00110000"\n', FORM), ('a: "\\0"\n', HIDE), ('a: "\\N\\L\\P"\n', HIDE),
        ("yes: no\nnull: ~\n.inf: .nan\n0x1: 0o7\n", ANY), (report(rest="  ////:\n    x: 5\n"), ANY),
        (report(rest="  " + "a/" * 400 + ":\n    x: 5\n"), ANY), (report("    Hồ sơ\u200b trực tiếp: 5\n"), HIDE),
        (report("    Hồ sơ trựс tiếp: 5\n"), "unknown-indicator"), (report("    Ｈồ sơ trực tiếp: 5\n"), None),
        (report("    Ho\u0302\u0300 so\u031b trực tiếp: 5\n"), ""),
    )):  # fmt: skip
        yield Hostile(f"yaml-{number}-{content!a:.30}", content.encode(), code)


def _bombs() -> Iterator[Hostile]:
    """Small texts that make a reader work, grow or sink; each as large as a file may be."""
    laughs = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    note = report("    Hồ sơ trực tiếp:\n      Giá trị: 5\n      Ghi chú: ")
    for name, content, code in (
        ("laughs", laughs, TAG), ("aliases", f"a: &x b\nc: [{many('*x,')}]\n", TAG), ("tags", many("!"), TAG), ("directives", many("%x\n"), ANY),
        *((f"nested-{unit}", many(unit) + "a\n", "too-deep") for unit in ("[", "{a: ", "[{a: ", "- ", "? ", "? - ")),
        ("nested-block", "".join(" " * depth + "a:\n" for depth in range(400)), "too-deep"), ("nested-colons", many(": "), ANY),
        ("nested-closed", "[" * 20_000 + "]" * 20_000, "too-deep"), ("ten-megabytes", note + "x" * 10_000_000, "file-too-large"),
        ("ten-megabytes-of-comment", "#" * 10_000_000, "file-too-large"), ("just-small-enough", f"{report()}#".ljust(MAX_BYTES - 200, "#"), ""),
        ("keys", numbered("k{}: 1\n", 90_000), ANY), ("keys-alike", many("a: 1\n", 90_000), ANY), ("items", many("- a\n"), ANY),
        ("indicators", report(numbered("    Hồ sơ trực tiế{}: 1\n", 90_000)), ANY), ("slices", report(rest=numbered("  k{} / m:\n    x: 1\n", 90_000)), ANY),
        ("sources", report().replace("Số liệu", many("  - Tên: a\n    Cơ quan: b\n") + "Số liệu"), ANY), ("assessments", report(rest="Nhận định:\n" + numbered("  a{}: b\n", 9_000)), ""),
        ("assessment", report(rest=f"Nhận định:\n  a: {many('từ ngữ ')}\n"), "file-too-large"), ("brackets", report(rest=f"Nhận định:\n  a: '{many('[')}'\n"), "file-too-large"),
        ("note", note + many("x "), ""), ("note-escapes", f'{note}"{many(chr(92) + "x41")}"', ""), ("note-ligatures", note + many("\ufdfa"), None), ("digits", value(many("1")), ANY), ("points", value(many("1.")), ANY), ("slashes", value(many("1/")), ANY),
        ("key-slashes", report(rest=f"  ? {many('a/', 60_000)}\n  : {{Hồ sơ trực tiếp: 5}}\n"), ANY), ("title", report().replace("Báo cáo", many("x")), ""),
        ("line", f"a: {many('b')}", ANY), ("quotes", f"a: {many(chr(39))}", ANY), ("comment-lines", many("# x\n"), "file-empty"),
    ):  # fmt: skip
        yield Hostile(f"bomb-{name}", content.encode(), code)


def _values() -> Iterator[Hostile]:
    for text in (
        "Infinity", "NaN", "1e999999999", "0x7f", "1_000", "--5", "1..2", "1/0", "0/0", "1//2", "9999999999999999", "1/999999999999999", "trên trên 5",
        "0,000000000000001 nghìn", "5 hồ sơ hồ sơ", "hạng 0", "<b>5</b>", "${5}", "=5+5", "12:30", "2023-01-01", "１２", "١٢", "1²", "Ⅻ", "1½", "5‰",
        "1O", "З", "1\u200c2", "1\u034f2", "1\ue0002", "1\U000e00412",
    ):  # fmt: skip
        yield Hostile(f"value-{text!a}", value(f"'{text}'").encode())
    for text in ("00/00/0000", "31/02/2023", "01/01/0001", "1/1/10000", "２０/０８/２０２３", "9" * 400):
        yield Hostile(f"date-{text!a:.20}", report().replace("05/01/2022", f'"{text}"').encode())
    for text in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//ngoai.example",
        "http://[",
        "https://a\\b",
        "https://",
        "java\tscript:alert(1)",
    ):
        address = report().replace("    Ngày", f"    Địa chỉ: '{text}'\n    Ngày")
        yield Hostile(f"address-{text!a}", address.encode(), "address-unreadable")


SHAPES = ("abc", "[a, b]", "{a: b}", "[[a], [[b]]]", "[{a: b}, {c: [d]}]", "''")


def _shapes() -> Iterator[Hostile]:
    for shape in SHAPES:
        for section in ("Kỳ", "Căn cứ", "Chỉ tiêu", "Nhận định"):
            yield Hostile(f"{section}-{shape}", f"{report()}{section}: {shape}\n".encode())
        for key in ("Cấp xã", "Hồ sơ trực tiếp", "Tên", "Nguồn", "Số liệu"):
            lines = report().split("\n")
            at = next(number for number, line in enumerate(lines) if f"{key}:" in line)
            depth = len(lines[at]) - len(lines[at].lstrip(" -"))
            rest = next(
                (n for n in range(at + 1, len(lines)) if len(lines[n]) - len(lines[n].lstrip(" -")) <= depth),
                len(lines),
            )
            changed = [*lines[:at], f"{lines[at].split(':')[0]}: {shape}", *lines[rest:]]
            yield Hostile(f"{key}-{shape}", "\n".join(changed).encode())
        for path in (INDICATORS, SCOPES, MEMBERS):
            yield Hostile(f"{path}-{shape}", shape.encode(), ANY, path)
        yield Hostile(f"images-{shape}", article(front=f"Ảnh: {shape}\n").encode(), ANY, ARTICLE)


def _lists(sound: dict[str, str]) -> Iterator[Hostile]:
    for name, added, code in (
        ("sum-of-itself", indicator("A", "  Bằng tổng: A\n"), None),
        ("sum-in-a-ring", indicator("A", "  Bằng tổng: B\n") + indicator("B", "  Bằng tổng: A\n"), None),
        ("sum-of-many", indicator("A", f"  Bằng tổng: {' + '.join(['Hồ sơ trực tiếp'] * 1_000)}\n"), None),
        ("rate-of-itself", indicator("A", "  Tử số: A\n  Mẫu số: A\n"), None),
        ("id-path", indicator("A", '  Mã: "../../../x"\n'), ""), ("id-index", indicator("A", "  Mã: index\n"), "name-taken"),
        ("id-long", indicator("A", f"  Mã: {'x' * 900}\n"), ""), ("id-signs", indicator("A", '  Mã: "!!!"\n'), ""),
        ("name-twice", indicator("Hồ sơ trực tiếp"), "duplicate-key"), ("aliases", indicator("A", f"  Tên khác: [{numbered('b{}, ', 90_000)}]\n"), None),
        ("phrase-attribute", indicator("A", '  Câu: "{0.__class__}"\n'), "phrase-without-place"),
        ("phrase-nested", indicator("A", '  Câu: "{{}}"\n'), "phrase-without-place"), ("year", indicator("A", "  Từ năm: ２０２０\n"), "date-unreadable"),
    ):  # fmt: skip
        yield Hostile(f"indicator-{name}", (sound[INDICATORS] + added).encode(), code, INDICATORS)
    for name, added, code in (
        ("of-itself", "A:\n  Giải thích: b\n  Gồm: A\n", None), ("of-unknown", "A:\n  Giải thích: b\n  Gồm: Lạ\n", "unknown-scope"),
        ("in-a-ring", "A:\n  Giải thích: b\n  Gồm: B\nB:\n  Giải thích: b\n  Gồm: A\n", None), ("slash", "A / B:\n  Giải thích: b\n", None),
    ):  # fmt: skip
        yield Hostile(f"scope-{name}", (sound[SCOPES] + added).encode(), code, SCOPES)
    for name in ("a b", "<script>", "x" * 200, "%2e%2e", "CON", "-", "{{7*7}}", "\u202e"):
        yield Hostile(
            f"list-{name!a:.20}", "Tên: a\nThành viên:\n  Riêng:\n".encode(), None, f"data/danh-muc/phan-to/{name}.yml"
        )


def _articles() -> Iterator[Hostile]:
    sound, picture = article(), "Ảnh:\n  - Tệp: {}\n    Chú thích: a\n    Nguồn ảnh: b\n    Mô tả: c\n"
    for name, content, code in (
        ("empty", "", "front-matter-missing"), ("open", "---\nTiêu đề: a\n", "front-matter-missing"), ("comment", "---\n# x\n---\nx\n", "front-matter-missing"),
        ("late", "\n" + sound, "front-matter-missing"), ("twice", sound + sound, ""), ("cr", sound.replace("\n", "\r"), ""),
        ("alias", sound.replace("Lời", "*x", 1), TAG), ("nul", sound + "\x00", HIDE), ("bidi", sound + "a\u202eb", HIDE),
        ("day", sound.replace("03/01/2026", "04/01/2026"), "date-differs"), ("keys", f"---\n{numbered('k{}: 1' + chr(10), 90_000)}---\nx\n", ANY),
        *((f"image-{file:.20}", article(front=picture.format(file)), "image-name")
          for file in ("../../../etc/passwd.jpg", "/etc/passwd", "https://ngoai.example/a.jpg", "a" * 300 + ".jpg", "..jpg", "a%2f.jpg")),
        ("image-missing", article(front=picture.format("khac.jpg")), "image-missing"), ("long", article(many("x ")), "file-too-large"),
        ("marks", article(f"a{many(chr(0x301), 70_000)}"), "control-character"), ("slashes", article('{{ so_lieu("2022", "' + "a/" * 14_000 + '", "b") }}'), ANY),
        *((f"slow-{number}", article(text), None) for number, text in enumerate(SLOW)),
    ):  # fmt: skip
        yield Hostile(f"article-{name}", content.encode(), code, ARTICLE)


def _references() -> Iterator[Hostile]:
    for call in (
        "{{ 7 * 7 }}", "{{ ''.__class__.__mro__[1].__subclasses__() }}", '{{ mo_tep("2022", "Cấp xã", "Hồ sơ trực tiếp") }}', "{{",
        '{{ so_lieu("2022", "Cấp xã", "{{ so_lieu() }}") }}', '{{ so_lieu("2022", "Cấp xã", "Hồ sơ trực tiếp") | safe }}', '{{ so_lieu("", "", "") }}',
        '{{ so_lieu("../../etc/passwd", "Cấp xã", "Hồ sơ trực tiếp") }}', '{{ so_lieu("2022", "Cấp xã", "Hồ sơ trực tiếp", noi="../../etc") }}',
        '{{ so_lieu("<script>", "<img src=x onerror=y>", "<b>") }}',
    ):  # fmt: skip
        yield Hostile(f"reference-{call}", article(call).encode(), ANY, ARTICLE)


_PLACE, _NEWS = "data/kien-giang", "content/kien-giang"
NAMES = (
    *(f"{_PLACE}/{name}.yml" for name in (
        "2021 ", " 2021", "2021.yml", "2021.", "2021 (1)", "Bản sao của 2021", "...", "..%2f2021", "%2e%2e", "2021%00", "2021;", "2021|", "2021*", "2021:",
        "..\\2021", '"2021"', "`id`", "$(id)", "-rf", "--help", "{{7*7}}", "{% x %}", "<script>alert(1)<", "<img src=x onerror=y>", "CON", "nul", "index",
        "README", "２０２１", "2021\u0301", "20\u202e21", "20\u200b21", "2021\u00a0", "năm 2021", "20\n21", "20\t21", "\x1b[31m2021", "2021\x7f", "\x9b31m",
        "0000", "10000", "2021-13-thang", "2021-quy-5", "den-2021-02-30", "2021-02-30_2021-03-01", "2021-03-01_2021-02-01", "x" * 240,
    )),
    *(f"data/{folder}/2021.yml" for folder in (
        "Kiên Giang", "kie\u0302n-giang", "KIEN-GIANG", "kien-giang ", "kien-giang.", "kien_giang", "%2e%2e", "...", "..\\..", "~root", "--", "$HOME", "<script>",
        "{{7*7}}", "CON", "DANH-MUC", "danh-muc", "danh-muc/phan-to/x", "kien-giang/ap/xom", "kien-giang/2021.yml", "an-giang/huyen-vinh-thuan", "x" * 240,
        "/".join("a" * 40), "kien-giang/\u202e", "\x1b]0;x\x07", "'; --", "\ufeffkien-giang",
    )),
    *(f"{_NEWS}/2026-01-03-{name}.md" for name in (
        "", "A", "a b", "a_b", "-a", "a-", "bài", "a\n", "a\u202e", "..%2fx", "index", "{{7*7}}", "<b>", "<img src=x>",
    )),
    "data/2021.yml", "data/danh-muc/2021.yml", "data/danh-muc/CHI-SO.yml", "data/kien-giang/2021.yaml", "data/kien-giang/2021.YML",
    f"{_NEWS}/2026-13-03-a.md", f"{_NEWS}/2026-02-30-a.md", "content/la/2026-01-03-a.md", "content/<script>/2026-01-03-a.md",
    "content/%2e%2e/2026-01-03-a.md", "content/kien-giang/lạ/2026-01-03-a.md",
)  # fmt: skip
"""Names of sound files that no editor means; each is refused, or hidden and not read."""
