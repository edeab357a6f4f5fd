"""The workflows of docs/ci/ publish a site, say afterwards what is published, and show what a change gets wrong."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import workflows
from conftest import SOUND
from trying import THOROUGH
from workflows import Host, github, gitlab, host, parsed

from bantin.publishing import build_info_in

REPOSITORY = Path(__file__).parents[1]
REPORT = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
SETTINGS = "site_name: Bản tin\ndocs_dir: content\ntheme: bantin\nplugins: [bantin]\n"
GITHUB = ("github-actions.yml", "github-actions-parts.yml")
GITLAB = ("gitlab-ci.yml", "gitlab-ci-parts.yml")
WORKFLOWS = (*GITHUB, *GITLAB)
Run = Callable[..., bool]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small site as a province would keep it."""
    folder = tmp_path / "kho"
    shutil.copytree(SOUND, folder)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for name in (".gitignore", "requirements.txt"):
        shutil.copyfile(REPOSITORY / name, folder / name)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> str:
    person = ("-c", "user.name=A", "-c", "user.email=a@vi.du", "-c", "init.defaultBranch=main")
    return subprocess.run(
        ["git", *person, "-C", str(folder), *arguments], check=True, capture_output=True, text=True
    ).stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Số liệu")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def at(tmp_path: Path, repository: Path) -> Iterator[Host]:
    (tmp_path / "may-chu").mkdir()
    with host(tmp_path / "may-chu", repository) as found:
        yield found


def pushed(at: Host, name: str, run: int = 1) -> bool:
    return github(at, name, event="push", run=run) if name in GITHUB else gitlab(at, name, event="push")


def asked(at: Host, name: str) -> bool:
    if name in GITHUB:
        return github(at, name, event="pull_request", run=1)
    return gitlab(at, name, event="merge_request_event")


def change(folder: Path, old: str, new: str) -> str:
    file = folder / REPORT
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return commit(folder)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_each_push_is_published_and_read_back(at: Host, repository: Path, name: str):
    """The second with what the first has kept; and a mistake in the third leaves the second where it is."""
    assert pushed(at, name), at.said
    assert "mọi tệp đã đọc đều đúng như lúc dựng" in at.said["verify"]
    if "parts" in name and not THOROUGH:
        return

    second = change(repository, "87,6/100", "87,7/100")
    assert pushed(at, name, run=2), at.said
    assert build_info_in(at.published).commit == second
    assert "Đó đúng là commit đang có ở đây" in at.said["verify"]
    if "parts" not in name:
        built = at.said["build" if name in GITHUB else "pages"]
        assert "giữ nguyên" in built, built

    change(repository, "87,7/100", "1.23")
    assert not pushed(at, name, run=3)
    assert at.failed in ("check", "build")
    assert build_info_in(at.published).commit == second


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_change_is_checked_and_nothing_published(at: Host, repository: Path, name: str):
    assert asked(at, name), at.said
    assert list(at.said) == ["check"]
    assert not list(at.published.iterdir())

    change(repository, "87,6/100", "1.23")
    assert not asked(at, name)
    assert at.failed == "check"
    if name in GITHUB:
        assert f"::error file={REPORT},line=" in at.said["check"]
    else:
        (problem,) = json.loads((at.store / "gl-code-quality-report.json").read_text(encoding="utf-8"))
        assert (problem["location"]["path"], problem["severity"]) == (REPORT, "major")
        assert f"{REPORT}:" in at.said["check"]


def test_another_site_than_the_one_that_was_built_is_noticed(at: Host, monkeypatch: pytest.MonkeyPatch):
    """A host that says it had published, and did not."""
    monkeypatch.setattr(workflows, "_publish", lambda *_: None)

    assert not pushed(at, GITHUB[0])
    assert at.failed == "verify"


def test_all_workflows_read_back_by_the_same_commands():
    of_github = {parsed(name)["jobs"]["verify"]["steps"][-1]["run"] for name in GITHUB}
    of_gitlab = {parsed(name)["verify"]["script"][-1].replace("$CI_PAGES_URL", "$URL") for name in GITLAB}

    assert len(of_github | of_gitlab) == 1


@pytest.mark.parametrize("name", GITHUB)
def test_only_the_job_that_publishes_may_do_more_than_read(name: str):
    said = parsed(name)
    allowed = {job: settings["permissions"] for job, settings in said["jobs"].items() if "permissions" in settings}

    assert said["permissions"] == {"contents": "read"}
    assert allowed == {"publish": {"pages": "write", "id-token": "write"}}
    assert "pull_request" in said["on"]
    assert "pull_request_target" not in said["on"]
    assert not any("run" in step for step in said["jobs"]["publish"]["steps"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_publishings_do_not_cross(name: str):
    said = parsed(name)
    if name in GITHUB:
        assert said["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"
    else:
        assert said["pages"]["resource_group"] == "pages"
        assert said["pages"]["interruptible"] == "false"
