"""What a national site would otherwise be built with, each in a folder and an environment of its own.

Each function readies one peer and gives its command with the folder that it writes into. All read what `bantin render`
wrote, but for mkdocs-macros, which reads data/ itself and prints every figure of a report in one table.
"""

import shutil
import sys
import venv
from importlib import metadata
from pathlib import Path

from turns import Command, ran

REPOSITORY = Path(__file__).parent.parent
ENVIRONMENTS = REPOSITORY / ".cache/bench"
HUGO = "0.168.0"
MACROS = "1.5.0"
YAMLLINT = "1.38.0"
YAMLLINT_RULES = "{extends: default, rules: {document-start: disable, line-length: {max: 160}}}"

STOCK = """
site_name: Bản tin
site_url: ""
use_directory_urls: true
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [attr_list, md_in_html, toc]
validation:
  nav: {omitted_files: ignore, not_found: ignore}
  links: {not_found: ignore, absolute_links: ignore, unrecognized_links: ignore}
"""
"""Material as it comes. Without a `nav` its navigation holds every page."""
SMALL_NAVIGATION = "nav: [index.md]\n"

MACROS_SETTINGS = """
site_name: Bản tin
site_url: ""
theme:
  name: material
  font: false
plugins:
  - search
  - macros: {on_error_fail: true, include_dir: %s}
markdown_extensions: [tables, toc]
nav: [index.md]
validation:
  nav: {omitted_files: ignore}
"""
MACROS_MODULE = """
from pathlib import Path
import yaml

DATA = Path(%r)


def define_env(env):
    env.variables["reports"] = {
        path.relative_to(DATA).with_suffix("").as_posix(): yaml.load(path.read_bytes(), yaml.CBaseLoader)
        for path in DATA.rglob("20*.yml")
    }
"""
MACROS_TEMPLATE = """
| Phạm vi | Chỉ số | Giá trị |
|---|---|---:|
{% for slice, figures in report["Số liệu"].items() -%}
{% for indicator, value in figures.items() -%}
| {{ slice }} | {{ indicator }} | {{ value["Giá trị"] if value is mapping else value }} |
{% endfor -%}
{% endfor %}

{% for source in report["Nguồn"] %}
Nguồn: {{ source["Tên"] }}, {{ source["Cơ quan"] }}, {{ source["Ngày"] }}
{% endfor %}
"""

HUGO_SETTINGS = """
baseURL = "/"
languageCode = "vi"
title = "Bản tin"
disableKinds = ["taxonomy", "term", "RSS"]

[markup.goldmark.renderer]
unsafe = true
"""
HUGO_BASE = """<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body><main>{{ block "main" . }}{{ end }}</main></body>
</html>
"""
HUGO_PAGE = '{{ define "main" }}{{ .Content }}{{ end }}\n'


def stock(folder: Path, markdown: Path, *, small_navigation: bool) -> tuple[Command, Path]:
    """Stock MkDocs with Material over rendered Markdown."""
    nav = SMALL_NAVIGATION if small_navigation else ""
    _write(folder / "mkdocs.yml", f"{STOCK}{nav}docs_dir: {markdown}\n")
    return _mkdocs(Path(sys.executable), folder)


def macros(folder: Path, site: Path) -> tuple[Command, Path] | None:
    """MkDocs with Material and mkdocs-macros over data/; None where it cannot be installed."""
    material = f"mkdocs-material=={metadata.version('mkdocs-material')}"
    python = environment(f"mkdocs-macros-plugin=={MACROS}", f"mkdocs=={metadata.version('mkdocs')}", material)
    if not python:
        return None
    data = site / "data"
    reports = [path.relative_to(data).with_suffix("").as_posix() for path in data.rglob("20*.yml")]
    for report in reports:
        page = f'---\ntitle: {report}\n---\n{{% set report = reports["{report}"] %}}\n{{% include "report.md" %}}\n'
        _write(folder / f"docs/{report}/index.md", page)
    _write(folder / "docs/index.md", "# Bản tin\n")
    _write(folder / "templates/report.md", MACROS_TEMPLATE)
    _write(folder / "main.py", MACROS_MODULE % str(data))
    _write(folder / "mkdocs.yml", MACROS_SETTINGS % (folder / "templates"))
    return _mkdocs(python, folder)


def hugo(folder: Path, markdown: Path) -> tuple[Command, Path] | None:
    """Hugo with a theme of a few lines over rendered Markdown; None where it cannot be installed."""
    python = environment(f"hugo=={HUGO}")
    if not python:
        return None
    content = folder / "content"
    shutil.copytree(markdown, content)
    # What lies below a page in Hugo is a part of it, unless the page is a list.
    for page in content.rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    _write(folder / "hugo.toml", HUGO_SETTINGS)
    _write(folder / "layouts/baseof.html", HUGO_BASE)
    _write(folder / "layouts/all.html", HUGO_PAGE)
    program = next(python.parent.parent.rglob("hugo/binaries/hugo*"))
    site, cache = folder / "public", folder / "cache"
    return [program, "--source", folder, "--destination", site, "--cacheDir", cache, "--noBuildLock"], site


def yamllint(data: Path) -> Command | None:
    """Yamllint over a folder; None where it cannot be installed."""
    python = environment(f"yamllint=={YAMLLINT}")
    return [python, "-m", "yamllint", "--strict", "-d", YAMLLINT_RULES, data] if python else None


def environment(*wanted: str) -> Path | None:
    """The Python of an environment that holds these packages, made if need be; None where they cannot be had."""
    folder = ENVIRONMENTS / "_".join(wanted).replace("==", "-")
    python = folder / "bin/python"
    if not (folder / "complete").is_file():
        print(f"installing {', '.join(wanted)} under .cache/", file=sys.stderr, flush=True)
        venv.create(folder, clear=True, with_pip=True)
        _, code, said = ran((python, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *wanted))
        if code:
            print(f"they cannot be installed here, so this peer is left out:\n{said}", file=sys.stderr, flush=True)
            return None
        (folder / "complete").touch()
    return python


def _mkdocs(python: Path, folder: Path) -> tuple[Command, Path]:
    return [python, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml"], folder / "site"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
