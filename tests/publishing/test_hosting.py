"""What servers are told: the same by every file, below whatever path, and nothing kept that may change."""

import re
from urllib.parse import unquote

import pytest

from bantin.publishing.hosting import APACHE, HEADERS, NGINX, has_digest, hosting_files
from bantin.publishing.policy import policy

LASTING = ("assets/javascripts/bundle.a5f9d56c.min.js", "assets/stylesheets/main.57a0d79d.min.css")
ALLOWED = frozenset(
    {("script-src", "'sha256-aaaa='"), ("style-src", "'unsafe-hashes'"), ("style-src", "'sha256-bbbb='")}
)
ASKED = ("", "index.html", "kien-giang/", "assets/bantin.css", "assets/javascripts/bundle.a5f9d56c.min.jsx",
         "khac/assets/javascripts/bundle.a5f9d56c.min.js", "assets/javascripts/bundleXa5f9d56c.min.js", *LASTING)  # fmt: skip


def netlify(text: str, path: str) -> dict[str, str]:
    """The headers of a file: those of all rules, joined where several name one."""
    found: dict[str, str] = {}
    for block in text.split("\n\n")[1:]:
        where, *lines = block.splitlines()
        where = unquote(where)
        if path == where or (where.endswith("*") and path.startswith(where[:-1])):
            for line in lines:
                name, value = line.removeprefix("  ").split(": ", 1)
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def nginx(text: str, path: str) -> dict[str, str]:
    said = dict(re.findall(r'^add_header (\S+) "?(.*?)"?(?: always)?;$', text, re.MULTILINE))
    (kept,) = re.findall(r'^set \$bantin_giu "(.*)";$', text, re.MULTILINE)
    for pattern, value in re.findall(r'^if \(\$uri ~ "(.*)"\) \{ set \$bantin_giu "(.*)"; \}$', text, re.MULTILINE):
        kept = value if re.search(pattern, path) else kept
    return {name: kept if value == "$bantin_giu" else value for name, value in said.items()}


def apache(text: str, path: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, where, inside in re.findall(r'<(Location|LocationMatch) "(.*?)">\n(.*?)</\1>', text, re.DOTALL):
        if path.startswith(where) if kind == "Location" else re.search(where, path):
            found |= dict(re.findall(r'^  Header (?:always )?set (\S+) "(.*)"$', inside, re.MULTILINE))
    return found


@pytest.mark.parametrize(("site_url", "base"), [
    ("", "/"), ("https://cchc.example", "/"), ("https://cchc.example/cchc", "/cchc/"), ("https://cchc.example/a/b/", "/a/b/"),
    ("https://cchc.example/c%E1%BB%9Bi+c/", "/cới+c/"),
])  # fmt: skip
def test_all_say_the_same_of_every_file(site_url: str, base: str):
    files = hosting_files(ALLOWED, reversed(LASTING), site_url)

    for path in ASKED:
        said = netlify(files[HEADERS], f"{base}{path}")
        for_ever = "public, max-age=31536000, immutable"
        assert said.get("Cache-Control") == (for_ever if path in LASTING else None), path
        said.setdefault("Cache-Control", "no-cache")  # what these hosts do by themselves
        assert nginx(files[NGINX], f"{base}{path}") == apache(files[APACHE], f"{base}{path}") == said
        assert said["Content-Security-Policy"] == policy(ALLOWED, in_header=True)
        assert said["X-Content-Type-Options"] == "nosniff"
        assert {"Referrer-Policy", "Permissions-Policy"} < said.keys()
    assert files == hosting_files(ALLOWED, LASTING, site_url)


def test_nothing_is_said_of_what_stands_beside_the_site():
    files = hosting_files(frozenset(), LASTING, "https://cchc.example/cchc/")

    assert netlify(files[HEADERS], "/khac/") == apache(files[APACHE], "/khac/") == {}
    assert apache(files[APACHE], "/cchc-khac/") == {}


@pytest.mark.parametrize("count", [0, 12, 13, 1_000])
def test_no_line_is_longer_than_hosts_take(count: int):
    allowed = frozenset(
        (name, f"'sha256-{number:044}'") for name in ("script-src", "style-src") for number in range(count)
    )

    assert max(map(len, hosting_files(allowed, LASTING, "")[HEADERS].splitlines())) <= 2_000


def test_a_site_without_lasting_files_keeps_none():
    files = hosting_files(frozenset(), (), "")

    assert [name for name, text in files.items() if "immutable" in text] == []
    assert {nginx(files[NGINX], "/a.js")["Cache-Control"], apache(files[APACHE], "/a.js")["Cache-Control"]} == {
        "no-cache"
    }


@pytest.mark.parametrize(("path", "has"), [
    *((path, True) for path in LASTING), ("fonts/chu.0123abcd.woff2", True), ("assets/bantin.css", False),
    ("tim-kiem/ten.js", False), ("a/0123abcd/b.css", False), ("a.0123abcd", False), ("a.0123ABCG.css", False),
])  # fmt: skip
def test_a_digest_in_a_name_is_told_from_other_names(path: str, has: bool):
    assert has_digest(path) is has
