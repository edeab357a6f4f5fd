"""Both doors, `mkdocs` and `bantin`, as their users go through them: what is shown, what is refused, what stays.

The sites here are of a small country, so that a build takes two seconds and not nine.
"""

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import small_country
from bs4 import BeautifulSoup
from built import ROOT, called, eventually
from conftest import SOUND
from owned import PLUGINS

BULLETIN = "kien-giang/huyen-vinh-thuan/2023-6-thang/"


def program(module: str, folder: Path) -> list[str]:
    """How Python runs a program for a site in the small country, whose tables lie beside the site."""
    return small_country.program(module, folder.parent / "bang")


def mkdocs(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """MkDocs as a user would call it."""
    return called(*program("mkdocs", folder), *arguments, folder=folder)


def bantin(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Our command as a user would call it."""
    return called(*program("bantin", folder), *arguments, folder=folder)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path) -> Iterator[Callable[[str], str]]:
    """A server of the folder's site on loopback, ended at the end; gives a function that fetches a page."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, *program("mkdocs", folder), "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def fetch(address: str) -> str:
        try:
            with opener.open(f"http://127.0.0.1:{port}/{address}", timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    try:
        yield fetch
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site: the lists of ours, one bulletin, one page and a look of its own that changes nothing."""
    root = tmp_path / "trang"
    shutil.copytree(SOUND, root)
    small_country.write_tables(tmp_path / "bang")
    (root / "theme_overrides/partials").mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "content/gioi-thieu.md").write_text("# Giới thiệu\n\nTrang mẫu.\n", encoding="utf-8")
    return root


def settings(folder: Path, **changed: str) -> None:
    """The settings of the site with other lines."""
    path = folder / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in changed.items():
        text = f"{text}\n{old}: {new}\n" if f"\n{old}:" not in text else re.sub(rf"\n{old}:.*", f"\n{old}: {new}", text)
    path.write_text(text, encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_slip_while_serving_keeps_the_last_good_pages_and_is_shown_on_them(folder: Path):
    file = folder / f"data/{BULLETIN.rstrip('/')}.yml"
    page = folder / "content/gioi-thieu.md"
    sound = file.read_text(encoding="utf-8")

    with serving(folder) as fetch:
        assert eventually(lambda: "1.210" in fetch(BULLETIN))
        assert "livereload(" in fetch(BULLETIN)  # a script that no policy of ours could know
        assert "Content-Security-Policy" not in fetch(BULLETIN) + fetch("khong-co/")
        time.sleep(1)  # the watcher starts after the first page can be had
        file.write_text(sound.replace("1.210", "1.21", 1), encoding="utf-8")
        page.write_text("# Giới thiệu\n\nTrang sửa. [a](khong-co.md)\n", encoding="utf-8")
        assert eventually(lambda: "[number-ambiguous]" in fetch(BULLETIN))
        assert "1.210" in fetch(BULLETIN)
        assert "[link-unknown]" in fetch("")
        assert "Trang mẫu." in fetch("gioi-thieu/")
        file.write_text(sound.replace("1.210", "4.321", 1), encoding="utf-8")
        page.write_text("# Giới thiệu\n\nTrang sửa.\n", encoding="utf-8")
        assert eventually(lambda: "4.321" in fetch(BULLETIN) and "Trang sửa." in fetch("gioi-thieu/"))
        assert "[number-ambiguous]" not in fetch(BULLETIN)


# The folder of the site, by both doors

DOORS = {
    "mkdocs": lambda folder, site: mkdocs("build", "-d", str(site), folder=folder),
    "bantin": lambda folder, site: bantin("build", "--site-dir", str(site), folder=folder),
}
both_doors = pytest.mark.parametrize("door", DOORS.values(), ids=list(DOORS))
Door = Callable[[Path, Path], subprocess.CompletedProcess[str]]


@both_doors
def test_a_folder_of_other_things_is_left_as_it_was(folder: Path, tmp_path: Path, door: Door):
    webroot = tmp_path / "webroot"
    (webroot / "uploads").mkdir(parents=True)
    (webroot / "uploads/van-ban.pdf").write_bytes(b"pdf")
    (webroot / "index.html").write_text("default", encoding="utf-8")
    before = tree(webroot)

    done = door(folder, webroot)

    assert done.returncode
    assert f"«{webroot}»" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(webroot) == before


def _shown(found: dict[str, str]) -> dict[str, str]:
    """Without what begins with a dot: a check keeps there what may be deleted at any time."""
    return {path: held for path, held in found.items() if "/." not in f"/{path}"}


@both_doors
@pytest.mark.parametrize("inside", [".", "data", "content/kien-giang", "theme_overrides"])
def test_the_project_itself_is_never_the_site(folder: Path, inside: str, door: Door):
    (folder / "index.html").write_text("chuyển", encoding="utf-8")
    before = tree(folder)

    done = door(folder, folder / inside)

    assert done.returncode
    assert "Traceback" not in done.stderr
    assert _shown(tree(folder)) == _shown(before)


@both_doors
def test_what_a_host_adds_stays_and_is_named(folder: Path, tmp_path: Path, door: Door):
    webroot = tmp_path / "webroot"
    assert door(folder, webroot).returncode == 0
    added = {".well-known/acme/x": b"token", "CNAME": b"cchc.example", "uploads/van-ban.pdf": b"pdf", ".htaccess": b"x"}
    for name, content in added.items():
        (webroot / name).parent.mkdir(parents=True, exist_ok=True)
        (webroot / name).write_bytes(content)
    (folder / "content/gioi-thieu.md").unlink()

    done = door(folder, webroot)

    assert done.returncode == 0, done.stderr
    for name in ("CNAME", ".well-known/", "uploads/", ".htaccess"):
        assert name in done.stdout + done.stderr
    assert added.items() <= tree(webroot).items()
    assert not (webroot / "gioi-thieu/index.html").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")] == []


@both_doors
def test_a_dead_link_in_the_finished_site_leaves_the_old_one(folder: Path, door: Door):
    site = folder / "site"
    assert door(folder, site).returncode == 0
    before = tree(site)
    (folder / "theme_overrides/partials/path.html").write_text('<a href="/khong-co/">x</a>', encoding="utf-8")

    done = door(folder, site)

    assert done.returncode == 1
    assert "[link-unknown]" in done.stdout + done.stderr
    assert "khong-co" in done.stdout + done.stderr
    assert tree(site) == before


@both_doors
def test_a_script_in_a_tag_of_an_own_template_leaves_the_old_site(folder: Path, door: Door):
    """Its policy would stop it in every reader's browser."""
    path = folder / "theme_overrides/partials/logo.html"
    path.write_text('<button onclick="lam()">Về đầu trang</button>', encoding="utf-8")

    done = door(folder, folder / "site")

    assert done.returncode == 1
    assert "index.html:1:1: lỗi [link-unknown] Trang chủ có mã lệnh viết thẳng trong thẻ, ở «onclick»" in (
        done.stdout + done.stderr
    )
    assert not (folder / "site").exists()


@both_doors
def test_an_anchor_that_only_the_finished_site_knows_is_told_in_its_file(folder: Path, door: Door):
    (folder / "content/gioi-thieu.md").write_text(
        "# Giới thiệu\n\nXem\n[số](kien-giang/huyen-vinh-thuan/2023-6-thang.md#khong-co).\n", encoding="utf-8"
    )
    done = door(folder, folder / "site")

    assert done.returncode == 1
    assert "content/gioi-thieu.md:4:1: lỗi [link-unknown]" in done.stdout + done.stderr


def test_strict_mkdocs_with_warnings_publishes_nothing(folder: Path):
    (folder / "hook.py").write_text(
        "import logging\ndef on_env(env, config, files): logging.getLogger('mkdocs.plugins').warning('sai')\n",
        encoding="utf-8",
    )
    settings(folder, hooks="[hook.py]")

    assert mkdocs("build", "--strict", folder=folder).returncode == 1
    assert not (folder / "site").exists()
    assert mkdocs("build", folder=folder).returncode == 0
    assert bantin("build", "--strict", folder=folder).returncode == 1
    assert "sai" in bantin("build", folder=folder).stderr, "a warning is heard where it stops nothing"
    settings(folder, strict="true")
    done = bantin("build", folder=folder)
    assert done.returncode == 1, "strict in the settings is followed"
    assert "sai" in done.stderr


# Settings are followed, or refused in a sentence


@both_doors
def test_flat_addresses_are_refused(folder: Path, door: Door):
    settings(folder, use_directory_urls="false")
    done = door(folder, folder / "site")

    assert done.returncode == 1
    assert "use_directory_urls" in done.stderr
    assert not (folder / "site").exists()


def test_the_plugin_that_makes_addresses_flat_is_refused_in_either_order(folder: Path):
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    for order in ("  - material/offline\n  - bantin\n", "  - bantin\n  - material/offline\n"):
        (folder / "mkdocs.yml").write_text(text.replace("  - bantin\n", order), encoding="utf-8")
        for door in DOORS.values():
            assert "offline" in door(folder, folder / "site").stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize("arguments", [("build", "--dirty"), ("serve", "--dirty")])
def test_a_dirty_build_is_refused(folder: Path, arguments: tuple[str, ...]):
    done = mkdocs(*arguments, folder=folder)

    assert done.returncode == 1
    assert "--dirty" in done.stderr
    assert not (folder / "site").exists()


def test_a_site_whose_data_is_missing_is_not_replaced_by_an_empty_one(folder: Path):
    for door in DOORS.values():
        assert door(folder, folder / "site").returncode == 0
    before = tree(folder / "site")
    (folder / "data").rename(folder / "so-lieu")

    for door in DOORS.values():
        done = door(folder, folder / "site")
        assert done.returncode
        assert "Không thấy thư mục data (số liệu)" in done.stderr
    assert tree(folder / "site") == before


@pytest.fixture
def elsewhere(folder: Path) -> Path:
    """The site with its settings in a folder of their own, under another name, which inherit the rest."""
    shutil.copytree(folder / "theme_overrides", folder / "look")
    (folder / "content").rename(folder / "bai-viet")
    (folder / "data").rename(folder / "so-lieu")
    (folder / "conf").mkdir()
    shutil.move(folder / "mkdocs.yml", folder / "conf/chung.yml")
    text = (folder / "conf/chung.yml").read_text(encoding="utf-8")
    text = text.replace("theme: bantin\n", "theme:\n  name: bantin\n  custom_dir: ../look\n")
    text = text.replace("  - bantin\n", "  - bantin:\n      data_dir: ../so-lieu\n").replace("docs_dir: content\n", "")
    (folder / "conf/chung.yml").write_text(text, encoding="utf-8")
    (folder / "conf/trang.yml").write_text(
        "INHERIT: chung.yml\ndocs_dir: ../bai-viet\nsite_dir: ../ra\n", encoding="utf-8"
    )
    return folder


def test_folders_are_found_by_the_settings_for_both_doors(elsewhere: Path):
    settings = ("-f", "conf/trang.yml")
    done = mkdocs("build", "--strict", *settings, folder=elsewhere)
    assert done.returncode == 0, done.stderr
    by_plugin = tree(elsewhere / "ra")
    assert f"{BULLETIN}index.html" in by_plugin
    done = bantin("build", "--strict", *settings, folder=elsewhere)
    assert done.returncode == 0, done.stderr
    assert tree(elsewhere / "ra") == by_plugin

    file = elsewhere / f"so-lieu/{BULLETIN.rstrip('/')}.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("1.210", "1.21", 1), encoding="utf-8")
    for said in (
        bantin("check", *settings, folder=elsewhere).stdout,
        mkdocs("build", *settings, folder=elsewhere).stderr,
    ):
        assert f"../so-lieu/{BULLETIN.rstrip('/')}.yml:" in said


def test_settings_may_be_called_mkdocs_yaml(folder: Path):
    (folder / "mkdocs.yml").rename(folder / "mkdocs.yaml")

    assert bantin("build", folder=folder).returncode == 0
    assert mkdocs("build", folder=folder).returncode == 0


def test_settings_that_two_people_changed_are_one_sentence(folder: Path):
    settings(folder)
    path = folder / "mkdocs.yml"
    path.write_text("<<<<<<< HEAD\nsite_name: a\n=======\nsite_name: b\n>>>>>>> x\n", encoding="utf-8")
    done = bantin("check", folder=folder)

    assert done.returncode == 2
    assert "Hai người cùng sửa tệp" in done.stderr


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("theme: material", "«theme: bantin»"),
        ("theme: readthedocs", "«theme: bantin»"),
        ("theme:\n  name: material\n  custom_dir: theme_overrides", "«theme: bantin»"),
        ("theme: bantin\nnav:\n  - gioi-thieu.md", "nav"),
        (
            "theme: bantin\nmarkdown_extensions:\n  - toc:\n      slugify: !!python/name:bantin.vietnamese.slug",
            "slugify",
        ),
    ],
)
@both_doors
def test_settings_that_our_pages_cannot_follow_are_refused_in_a_sentence(
    folder: Path, said: str, word: str, door: Door
):
    (folder / "mkdocs.yml").write_text(f"site_name: Mẫu\ndocs_dir: content\nplugins: [bantin]\n{said}\n", "utf-8")
    done = door(folder, folder / "site")

    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()


@both_doors
def test_a_look_that_calls_elsewhere_is_built_and_told_of(folder: Path, door: Door):
    font = "{name: bantin, font: {text: Roboto, code: Roboto Mono}}"
    settings(folder, theme=font, site_url="https://cchc.example/cchc/")
    said = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(said.replace("plugins:\n  - bantin\n", PLUGINS), encoding="utf-8")
    done = door(folder, folder / "site")

    assert done.returncode == 0, done.stderr
    assert "1.210" in (folder / "site" / BULLETIN / "index.html").read_text(encoding="utf-8")
    assert "cảnh báo [link-unknown] Trang chủ gọi tệp từ trang khác" in done.stdout + done.stderr


@both_doors
def test_a_site_changes_of_the_look_only_what_it_wants_otherwise(folder: Path, door: Door):
    (folder / "theme_overrides/partials/logo.html").write_text("<b>riêng</b>", encoding="utf-8")
    assert door(folder, folder / "site").returncode == 0

    page = (folder / "site" / BULLETIN / "index.html").read_text(encoding="utf-8")
    assert "<b>riêng</b>" in page
    assert "chan-trang" in page


def test_what_a_site_says_of_the_checks_of_mkdocs_is_followed(folder: Path):
    settings(folder, validation="{nav: {omitted_files: warn}}")

    assert 'not included in the "nav"' in mkdocs("build", folder=folder).stderr


# Other plugins, and what the system refuses


@both_doors
def test_braces_in_data_reach_readers_as_braces(folder: Path, door: Door):
    """A plugin that runs every page as a template, as mkdocs-macros does, finds nothing to run."""
    (folder / "hook.py").write_text(
        "from jinja2 import Template\n"
        "def on_page_markdown(markdown, page, config, files): return Template(markdown).render()\n",
        encoding="utf-8",
    )
    settings(folder, hooks="[hook.py]")
    file = folder / f"data/{BULLETIN.rstrip('/')}.yml"
    text = file.read_text(encoding="utf-8")
    braces = "{{ 7*6 }} {% raw %} {# x #}"
    file.write_text(re.sub("Tên: (.*)", f'Tên: "{braces} \\1"', text, count=1), encoding="utf-8")
    done = door(folder, folder / "site")
    assert done.returncode == 0, done.stderr + done.stdout

    page = BeautifulSoup((folder / "site" / BULLETIN / "index.html").read_text("utf-8"), "html.parser")
    assert braces in page.get_text()


def test_titles_are_not_run_either(folder: Path):
    """mkdocs-macros asks each page whether it may run its text and its title."""
    (folder / "hook.py").write_text(
        "def on_page_markdown(markdown, page, config, files):\n"
        "    assert page.meta['render_macros'] is False, page.file.src_uri\n",
        encoding="utf-8",
    )
    settings(folder, hooks="[hook.py]")

    assert mkdocs("build", folder=folder).returncode == 0


EVENTS = """
def on_page_markdown(markdown, page, config, files):
    assert len(markdown) < 50, markdown
    return markdown + "\\n\\n*thêm*\\n" if page.url == "gioi-thieu/" else markdown
def on_page_content(html, page, config, files):
    assert "<h1" in html, html
    return html + "<p>Của plugin.</p>"
def on_page_context(context, page, config, nav):
    assert len(page.content) < 100 and not page.toc, page.content
    page.content += "<p>Thêm sau.</p>"
def on_post_page(output, page, config):
    assert "<h1" in output and "data-cho" not in output and "data-search-exclude" not in output
    return output.replace("</html>", "<!-- hết --></html>")
"""


@both_doors
def test_other_plugins_see_the_html_of_a_page_where_they_may_change_it(folder: Path, door: Door):
    (folder / "hook.py").write_text(EVENTS, encoding="utf-8")
    settings(folder, hooks="[hook.py]")
    done = door(folder, folder / "site")
    assert done.returncode == 0, done.stderr + done.stdout

    page = (folder / "site" / BULLETIN / "index.html").read_text(encoding="utf-8")
    assert "<p>Của plugin.</p><p>Thêm sau.</p>" in page
    assert page.rstrip().endswith("<!-- hết --></html>")
    assert "<p><em>thêm</em></p><p>Của plugin.</p>" in (folder / "site/gioi-thieu/index.html").read_text("utf-8")
    assert "Của plugin." in (folder / "site/tim-kiem/doan/gioi-thieu.js").read_text("utf-8")


def test_markdown_in_a_template_of_the_site_is_converted(folder: Path):
    (folder / "theme_overrides/bantin").mkdir()
    (folder / "theme_overrides/bantin/bulletin.md").write_text(
        '{% extends "bantin/bulletin.md" %}{% block opening %}{{ super() }}\n\n'
        "Xem [*tra cứu*]({{ to('tra-cuu/index.md') }}) và [mục](#nguon).\n{% endblock %}",
        encoding="utf-8",
    )
    done = mkdocs("build", "--strict", folder=folder)
    assert done.returncode == 0, done.stderr

    page = (folder / "site" / BULLETIN / "index.html").read_text(encoding="utf-8")
    assert '<p>Xem <a href="../../../tra-cuu/"><em>tra cứu</em></a> và <a href="#nguon">mục</a>.</p>' in page
    assert "1.210" in page


@both_doors
def test_the_search_of_the_theme_is_refused_and_not_shipped(folder: Path, door: Door):
    assert door(folder, folder / "site").returncode == 0
    assert not (folder / "site/search").exists()
    assert not any("lunr" in path.as_posix() or "workers" in path.as_posix() for path in (folder / "site").rglob("*"))
    assert "data-search-exclude" not in (folder / "site" / BULLETIN / "index.html").read_text(encoding="utf-8")

    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text.replace("plugins:\n", "plugins:\n  - search\n"), encoding="utf-8")
    refused = door(folder, folder / "site")
    assert refused.returncode == 1
    assert "không cần plugin «search»" in refused.stderr + refused.stdout


def test_the_button_to_mend_a_page_leads_to_the_file_an_editor_wrote(folder: Path):
    settings(folder, repo_url="https://git.example/x/y", edit_uri="edit/main/content/")
    assert mkdocs("build", folder=folder).returncode == 0

    page = (folder / "site" / BULLETIN / "index.html").read_text(encoding="utf-8")
    assert f'<a href="https://git.example/x/y/edit/main/data/{BULLETIN.rstrip("/")}.yml" rel="edit">' in page
    assert 'rel="edit"' not in (folder / "site/tra-cuu/index.html").read_text(encoding="utf-8")


def test_a_plugin_that_ends_the_program_is_told_of(folder: Path):
    (folder / "hook.py").write_text("def on_files(*a, **k): exit(100)\n", encoding="utf-8")
    settings(folder, hooks="[hook.py]")
    done = bantin("build", folder=folder)

    assert done.returncode == 1
    assert "Bộ dựng trang, hoặc một plugin, gặp lỗi" in done.stderr


def test_the_blog_plugin_is_refused_before_it_writes_anything(folder: Path):
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        text.replace("  - bantin\n", "  - bantin\n  - material/blog\n"), encoding="utf-8"
    )
    before = tree(folder / "content")

    for door in DOORS.values():
        assert "Plugin «material/blog» không dùng được" in door(folder, folder / "site").stderr
    assert tree(folder / "content") == before


@pytest.mark.parametrize("event", ["on_files", "on_page_markdown", "on_post_build"])
def test_what_another_plugin_raises_is_one_sentence(folder: Path, event: str):
    (folder / "hook.py").write_text(f"def {event}(*a, **k): raise ValueError('hỏng')\n", encoding="utf-8")
    settings(folder, hooks="[hook.py]")
    done = bantin("build", folder=folder)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "hỏng" in done.stderr
    assert "trang cũ được giữ nguyên" in done.stderr
    assert "Traceback" in bantin("build", "--debug", folder=folder).stderr
    assert "Traceback" in bantin("--debug", "build", folder=folder).stderr
    assert not (folder / "site").exists()


def test_a_broken_template_of_the_site_is_one_sentence(folder: Path):
    (folder / "theme_overrides/bantin").mkdir()
    (folder / "theme_overrides/bantin/bulletin.md").write_text("<p>\n{% if %}</p>\n", encoding="utf-8")
    done = bantin("build", folder=folder)

    assert done.returncode == 1
    assert "bulletin.md" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_one_sentence(folder: Path):
    """The disk is full for a folder of 1 MB, mounted where nobody else sees it."""
    unshare = shutil.which("unshare")
    if not unshare or os.geteuid() != 0:
        pytest.skip("only root may mount")
    (folder / "site").mkdir()
    script = (
        f"mount -t tmpfs -o size=1m tmpfs site && exec {sys.executable} {shlex.join(program('bantin', folder))} build"
    )
    done = subprocess.run([unshare, "-m", "sh", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
    if "mount" in done.stderr and "permitted" in done.stderr:
        pytest.skip("this machine mounts nothing")

    assert done.returncode == 1
    assert "ổ đĩa đã đầy" in done.stderr
    assert "Traceback" not in done.stderr
