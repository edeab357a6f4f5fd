"""What a site says of itself: the same bytes for the same site, read back only where it can be believed."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import fill

from bantin.publishing import build_info
from bantin.publishing.build_info import (
    BUILD_INFO,
    BuildInfo,
    Counts,
    Digest,
    build_info_in,
    digest_of,
    digests,
    input_digest,
    parsed,
    text_of,
    versions,
    write_build_info,
)
from bantin.writing import PublishError

FILES = {"index.html": "trang chủ", "kien-giang/index.html": "", "đường.html": "x", "a b.css": "y"}
KNOWN = {name: digest_of(text.encode()) for name, text in FILES.items()}
INFO = BuildInfo("0" * 40, {"bantin": "0.1.0"}, "f" * 64, Counts(4, 1, 0, 2), KNOWN)


def changed(**entries: object) -> bytes:
    return json.dumps({**json.loads(text_of(INFO)), **entries}).encode()


def test_what_is_written_is_read_back(tmp_path: Path):
    fill(tmp_path, FILES)
    write_build_info(tmp_path, replace(INFO, files=digests(tmp_path)))

    assert build_info_in(tmp_path) == INFO
    assert digests(tmp_path) == KNOWN


def test_it_has_the_same_bytes_in_whatever_order_things_were_found():
    turned = replace(INFO, files=dict(reversed(KNOWN.items())), versions={"z": "1", "bantin": "0.1.0"})
    again = replace(INFO, versions={"bantin": "0.1.0", "z": "1"})

    assert text_of(turned) == text_of(again)
    assert text_of(INFO).splitlines() == [
        "{",
        '"commit": "0000000000000000000000000000000000000000",',
        '"versions": {"bantin": "0.1.0"},',
        '"input": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",',
        '"counts": {"pages": 4, "reports": 1, "figures": 0, "doubts": 2},',
        '"files": {',
        *(
            f'{json.dumps(name)}: {{"sha256": "{KNOWN[name].sha256}", "size": {KNOWN[name].size}}}' + comma
            for name, comma in zip(sorted(FILES), [",", ",", ",", ""], strict=True)
        ),
        "}",
        "}",
    ]


def test_it_names_no_python():
    assert versions().keys() == {"bantin", "jinja2", "markdown", "mkdocs", "mkdocs-material"}


def test_a_folder_without_one_says_nothing(tmp_path: Path):
    assert build_info_in(tmp_path) is None
    (tmp_path / "that").write_text(text_of(INFO), encoding="utf-8")
    (tmp_path / BUILD_INFO).symlink_to("that")
    assert build_info_in(tmp_path) is None


LIES: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff\xfe{",
    "half of it": text_of(INFO).encode()[:-40],
    "no mapping": b"[]",
    "null": b"null",
    "deep": b"[" * 100_000,
    "twice": text_of(INFO).replace('"commit"', '"commit": "",\n"commit"').encode(),
    "a key too much": changed(extra=1),
    "a commit of a branch": changed(commit="main"),
    "a commit of bytes": changed(commit=7),
    "a short digest": changed(input="ff"),
    "versions in a list": changed(versions=["bantin"]),
    "a version with marks": changed(versions={"bantin": "<b>1</b>"}),
    "counts below zero": changed(counts={"pages": -1, "reports": 1, "figures": 1, "doubts": 1}),
    "counts that are true": changed(counts={"pages": True, "reports": 1, "figures": 1, "doubts": 1}),
    "counts of halves": changed(counts={"pages": 1.5, "reports": 1, "figures": 1, "doubts": 1}),
    "a count too few": changed(counts={"pages": 1}),
    **{
        f"a file at {path!r}": changed(files={path: {"sha256": "0" * 64, "size": 1}})
        for path in ("../a", "/etc/passwd", "a//b", "", "a/..", ".", "a\0b", BUILD_INFO, ".bantin-site", ".bantin/1")
    },
    "a file of text": changed(files={"a": "x"}),
    "a file without a size": changed(files={"a": {"sha256": "0" * 64}}),
    "a size below zero": changed(files={"a": {"sha256": "0" * 64, "size": -1}}),
    "a digest in capitals": changed(files={"a": {"sha256": "F" * 64, "size": 1}}),
}


@pytest.mark.parametrize("content", LIES.values(), ids=LIES)
def test_a_damaged_or_lying_one_is_refused_in_a_sentence(content: bytes):
    with pytest.raises(PublishError, match=r"^Tệp build-info\.json của trang .*, nên không tin được\.$"):
        parsed(content)


def test_one_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_build_info(tmp_path, INFO)
    monkeypatch.setattr(build_info, "LIMIT", 100)

    with pytest.raises(PublishError, match="lớn hơn"):
        build_info_in(tmp_path)


@given(st.binary() | st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_whatever_stands_there_is_refused_and_nothing_breaks(content: bytes | str):
    with pytest.raises(PublishError):
        parsed(content if isinstance(content, bytes) else content.encode())


@given(
    st.dictionaries(st.sampled_from(["commit", "versions", "input", "counts", "files"]), st.none() | st.text()),
    st.dictionaries(st.text(min_size=1), st.none() | st.integers() | st.text()),
)
def test_a_form_that_is_nearly_right_is_refused_too(entries: dict[str, Any], files: dict[str, Any]):
    try:
        parsed(changed(**entries, **({} if "files" in entries else {"files": files})))
    except PublishError:
        return
    assert not files
    assert entries.keys() <= {"commit"}


@pytest.mark.parametrize("name", FILES)
def test_what_is_known_is_not_read_again_unless_its_size_changed(tmp_path: Path, name: str):
    fill(tmp_path, FILES)
    lie = Digest("0" * 64, KNOWN[name].size)
    assert digests(tmp_path, {name: lie}) == {**KNOWN, name: lie}

    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("thêm")
    assert digests(tmp_path, {name: lie})[name] == digest_of(f"{FILES[name]}thêm".encode())


def test_it_tells_of_no_list_no_workshop_and_not_of_itself(tmp_path: Path):
    fill(tmp_path, {"index.html": "", ".bantin-site": "", ".bantin/1/new/a": "", BUILD_INFO: "", "a/.bantin-site": ""})
    if os.name == "posix":
        (tmp_path / "lien-ket").symlink_to("/")

    assert list(digests(tmp_path)) == ["a/.bantin-site", "index.html"]


def moved(files: dict[str, str]) -> dict[str, str]:
    names = sorted(files)
    return dict(zip(names, [files[name] for name in (*names[1:], names[0])], strict=True))


@pytest.mark.parametrize(
    "change",
    [
        moved,
        lambda files: {**files, "data/moi.yml": "0" * 64},
        lambda files: {name: digest for name, digest in files.items() if name != "data/a.yml"},
        lambda files: {f"{name}x": digest for name, digest in files.items()},
    ],
)
def test_another_input_has_another_digest(change: Callable[[dict[str, str]], dict[str, str]]):
    files = {f"data/{name}.yml": digest_of(name.encode()).sha256 for name in "abc"}

    assert input_digest(files.items()) == input_digest(reversed(files.items()))
    assert input_digest(change(files).items()) != input_digest(files.items())
