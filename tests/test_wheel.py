"""A site outside this repository, made by the package as others get it: a wheel in an environment of its own."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import small_country
from built import ROOT, called
from conftest import SOUND

SETTINGS = """\
site_name: Bản tin Cải cách hành chính
site_description: Số liệu cải cách hành chính các địa phương đã công bố, in đúng như nguồn, ghi rõ nguồn.
docs_dir: content
theme: bantin
plugins: [bantin]
"""


def alone() -> dict[str, str]:
    """The variables of a program that finds no package but those of its own environment."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return environment | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}


def run(*command: str | Path, folder: Path) -> None:
    """A program that ends well, and that finds no package but those of its own environment."""
    done = subprocess.run(
        command, cwd=folder, env=alone(), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel, and with what the running one has besides."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(
        ROOT / "generator/bantin", source / "generator/bantin", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    offline = ("--no-deps", "--no-index")
    run(*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", folder, source, folder=folder)
    (wheel,) = folder.glob("bantin-*.whl")

    run(sys.executable, "-m", "venv", "--without-pip", "fresh", folder=folder)
    bin_dir = folder / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    python = bin_dir / "python"
    run(*pip, "--python", python, "install", *offline, wheel, folder=folder)
    # A path in a .pth file adds the packages that lie there, and not our own, which are there by a .pth file too.
    place = subprocess.check_output([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True)
    (Path(place.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    shutil.rmtree(source)
    return bin_dir


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Figures and texts with five lines of settings, and nothing else; beside them the tables of a small country."""
    root = tmp_path / "trang"
    shutil.copytree(SOUND, root)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    small_country.write_tables(tmp_path / "bang")
    return root


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_five_lines_of_settings_and_the_wheel_make_the_pages_that_this_repository_makes(programs: Path, folder: Path):
    plugin, command = (small_country.program(name, folder.parent / "bang") for name in ("mkdocs", "bantin"))
    run(programs / "python", *plugin, "build", "--strict", folder=folder)
    by_plugin = tree(folder / "site")
    run(programs / "python", *command, "build", "--strict", "--site-dir", "khac", folder=folder)
    by_command = tree(folder / "khac")

    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides")
    done = called(*plugin, "build", "--strict", "--site-dir", "ours", folder=folder)
    assert done.returncode == 0, done.stderr
    ours = tree(folder / "ours")
    assert len(ours) > 50
    for theirs in (by_plugin, by_command):
        assert theirs.keys() == ours.keys()
        differ = [path for path, content in theirs.items() if content != ours[path]]
        assert differ == ["build-info.json"]  # the settings say the same in other words


def test_the_wheel_holds_every_file_of_the_package(programs: Path):
    place = subprocess.check_output(
        [programs / "python", "-c", "import bantin; print(bantin.__path__[0])"], text=True, env=alone()
    )

    assert tree(Path(place.strip())) == tree(ROOT / "generator/bantin")


def test_the_package_outside_the_repository_is_that_of_the_wheel(programs: Path, folder: Path):
    said = "import bantin, sys; sys.exit(not bantin.__file__.startswith(sys.prefix))"
    run(programs / "python", "-c", said, folder=folder)
    run(programs / "bantin", "check", folder=folder)
