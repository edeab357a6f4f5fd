"""The workflows of docs/ci/, run here as their hosts would: each job in a clone of its own, artifacts copied between them.

Only what these files use is known; anything else fails, so that no key or action comes in that nobody has tried.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import small_country
import yaml

FOLDER = Path(__file__).parents[1] / "docs/ci"
_EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
_LEFT_OUT = shutil.ignore_patterns(".*")
"""Uploads leave hidden files out."""


@dataclass
class Host:
    """What a host keeps from job to job, and from run to run."""

    origin: Path
    """The repository."""
    store: Path
    published: Path
    """The folder whose files the public gets."""
    url: str = ""
    said: dict[str, str] = field(default_factory=dict)
    """What each job of the last run printed."""
    failed: str = ""
    """The job with which the last run ended."""

    def clone(self, name: str) -> Path:
        """A fresh clone for a job, always at the same path, as hosts have it."""
        root = self.store / "work"
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run(["git", "clone", "--quiet", str(self.origin), str(root)], check=True)
        self.said.setdefault(name, "")
        return root

    def shell(self, name: str, script: str, root: Path, environment: Mapping[str, str]) -> bool:
        """Whether a script of a job ended well, run as hosts run it."""
        tools = {"PATH": f"{self.store / 'bin'}{os.pathsep}{os.environ['PATH']}"}
        others = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI_"))}
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], cwd=root, env=others | tools | environment, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        self.said[name] += done.stdout
        if done.returncode:
            self.failed = name
        return done.returncode == 0

    def keep(self, key: str, root: Path, paths: list[str]) -> None:
        """Put folders away for later runs."""
        target = self.store / "cache" / key
        shutil.rmtree(target, ignore_errors=True)
        for path in paths:
            if (root / path).exists():
                shutil.copytree(root / path, target / path)

    def restore(self, key: str, root: Path, paths: list[str]) -> None:
        """Bring back the newest of what was put away under a beginning."""
        found = sorted((self.store / "cache").glob(f"{key}*"), key=lambda kept: kept.stat().st_mtime_ns)
        for path in paths:
            if found and (found[-1] / path).exists():
                shutil.copytree(found[-1] / path, root / path)


@contextmanager
def host(folder: Path, origin: Path) -> Iterator[Host]:
    """A host with `bantin` of this tree in the small country, `pip` that installs nothing, and no patience."""
    tools = folder / "bin"
    tools.mkdir()
    small_country.write_tables(folder / "bang")
    words = (sys.executable, *small_country.program("bantin", folder / "bang"))
    program = " ".join(f"'{word}'" for word in words)
    for name, line in {
        "bantin": f'exec {program} "$@"',
        "pip": 'while [ $# -gt 0 ]; do if [ "$1" = -r ]; then test -f "$2"; fi; shift; done',
        "sleep": ":",
    }.items():
        (tools / name).write_text(f"#!/bin/bash\nset -e\n{line}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    published = folder / "dang"
    published.mkdir()
    with _served(published) as url:
        yield Host(origin, folder, published, url)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def parsed(name: str) -> dict[str, Any]:
    """A workflow, every scalar as text («on» is a key)."""
    found: dict[str, Any] = yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def _known(thing: Mapping[str, Any], *keys: str) -> None:
    assert not thing.keys() - set(keys), f"nobody has tried {thing.keys() - set(keys)}"


# GitHub


def github(host: Host, name: str, *, event: str, run: int) -> bool:
    """Whether a run of a workflow for GitHub ended well."""
    host.said.clear()
    host.failed = ""
    jobs, done = parsed(name)["jobs"], dict[str, bool]()
    while left := [job for job in jobs if job not in done]:
        job = next(job for job in left if jobs[job].get("needs", job) in {*done, job})
        wanted = _is_wanted(jobs[job].get("if", ""), event) and done.get(jobs[job].get("needs"), True)
        done[job] = wanted and all(_github_job(host, jobs, job, str(part), run) for part in _parts(jobs[job]))
    return not host.failed


def _is_wanted(condition: str, event: str) -> bool:
    return {
        "": True,
        "github.event_name == 'pull_request'": event == "pull_request",
        "github.event_name != 'pull_request'": event != "pull_request",
    }[condition]


def _parts(job: Mapping[str, Any]) -> list[str]:
    found: list[str] = job.get("strategy", {"matrix": {"part": ["1"]}})["matrix"]["part"]
    return found


def _github_job(host: Host, jobs: Mapping[str, Any], name: str, part: str, run: int) -> bool:
    job = jobs[name]
    _known(
        job,
        "name",
        "if",
        "needs",
        "runs-on",
        "timeout-minutes",
        "permissions",
        "environment",
        "outputs",
        "strategy",
        "steps",
    )
    values = {
        "matrix.part": part, "strategy.job-total": str(len(_parts(job))), "github.run_id": str(run),
        "needs.publish.outputs.page_url": host.url,
    }  # fmt: skip

    def filled(text: str) -> str:
        return _EXPRESSION.sub(lambda found: values[found[1]], text)

    root, after = host.store / "work", list[Callable[[], None]]()
    for step in job["steps"]:
        _known(step, "id", "name", "uses", "with", "env", "run")
        said = {key: filled(value) for key, value in step.get("with", {}).items()}
        if "run" in step:
            environment = {key: filled(value) for key, value in step.get("env", {}).items()}
            if not host.shell(name, filled(step["run"]), root, environment | {"GITHUB_ACTIONS": "true"}):
                return False
        else:
            after += _ACTIONS[step["uses"]](host, name, root, said)
    for each in after:
        each()
    return True


Action = Callable[[Host, str, Path, dict[str, str]], list[Callable[[], None]]]
"""What an action does, and what is left to do when its job has ended well."""


def _checkout(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _known(said, "persist-credentials")
    assert host.clone(name) == root
    return []


def _python(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _known(said, "python-version", "cache")
    return []


def _restore(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _known(said, "path", "key", "restore-keys")
    host.restore(said["restore-keys"], root, said["path"].split())
    return []


def _cache(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _restore(host, name, root, said)
    return [lambda: host.keep(said["key"], root, said["path"].split())]


def _upload(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _known(said, "name", "path", "if-no-files-found", "retention-days")
    target = host.store / "artifacts" / said["name"]
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(root / said["path"], target, ignore=_LEFT_OUT)
    return []


def _download(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _known(said, "pattern", "path", "merge-multiple")
    for artifact in sorted((host.store / "artifacts").glob(said["pattern"])):
        shutil.copytree(artifact, root / said["path"], dirs_exist_ok=True)
    return []


def _upload_pages(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _known(said, "path")
    return _upload(host, name, root, {"name": "github-pages", "path": said["path"]})


def _deploy(host: Host, name: str, root: Path, said: dict[str, str]) -> list[Callable[[], None]]:
    _publish(host, host.store / "artifacts/github-pages")
    return []


def _publish(host: Host, site: Path) -> None:
    for old in host.published.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(site, host.published, dirs_exist_ok=True)


_ACTIONS: Mapping[str, Action] = {
    "actions/checkout@v5": _checkout,
    "actions/setup-python@v6": _python,
    "actions/cache@v4": _cache,
    "actions/cache/restore@v4": _restore,
    "actions/upload-artifact@v4": _upload,
    "actions/download-artifact@v5": _download,
    "actions/upload-pages-artifact@v4": _upload_pages,
    "actions/deploy-pages@v4": _deploy,
}

# GitLab


def gitlab(host: Host, name: str, *, event: str) -> bool:
    """Whether a pipeline for GitLab ended well."""
    host.said.clear()
    host.failed = ""
    said = parsed(name)
    branch = {"CI_PIPELINE_SOURCE": event, "CI_DEFAULT_BRANCH": "main"} | (
        {"CI_COMMIT_BRANCH": "main"} if event == "push" else {}
    )
    shutil.rmtree(host.store / "artifacts", ignore_errors=True)
    for stage in said["stages"]:
        jobs = {key: job for key, job in said.items() if isinstance(job, dict) and job.get("stage") == stage}
        for key, job in jobs.items():
            if "rules" in job and event != "push":
                assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
                continue
            total = int(job.get("parallel", 1))
            for index in range(1, total + 1):
                shared = {"CI_NODE_INDEX": str(index), "CI_NODE_TOTAL": str(total), "CI_PAGES_URL": host.url}
                if not _gitlab_job(host, key, said["default"]["before_script"], job, branch | shared):
                    return False
    return True


def _gitlab_job(
    host: Host, name: str, before: list[str], job: Mapping[str, Any], environment: Mapping[str, str]
) -> bool:
    _known(
        job,
        "stage",
        "rules",
        "cache",
        "parallel",
        "script",
        "artifacts",
        "resource_group",
        "interruptible",
        "dependencies",
    )
    root = host.clone(name)
    if "dependencies" not in job and (host.store / "artifacts").is_dir():
        shutil.copytree(host.store / "artifacts", root, dirs_exist_ok=True)
    cache = job.get("cache", {"key": "none", "paths": []})
    host.restore(cache["key"], root, cache["paths"])
    done = host.shell(name, "\n".join((*before, *job["script"])), root, environment)
    if done and cache.get("policy") != "pull":
        host.keep(cache["key"], root, cache["paths"])
    artifacts = job.get("artifacts", {})
    if done or artifacts.get("when") == "always":
        for report in artifacts.get("reports", {}).values():
            shutil.copyfile(root / report, host.store / report)
    if done:
        for path in artifacts.get("paths", []):
            shutil.copytree(root / path, host.store / "artifacts" / path, dirs_exist_ok=True)
    if done and name == "pages":
        _publish(host, root / "public")
    return done
