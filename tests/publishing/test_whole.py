"""Whatever happens to a build, the site that is looked at is whole, the next build succeeds, and nothing is left over."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sites import run, signed, texts, workshop
from trying import tries

from bantin.publishing import publish, roll_back, verify_folder
from bantin.publishing.releases import releases

ALWAYS = {".gitignore", "counter", "lock", "published", "releases"}

AROUND = """
import errno, os, random, signal, sys, time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, {tests!r})
from sites import signed, texts, workshop
from bantin.publishing import publish, roll_back, verify_folder
from bantin.publishing.releases import releases
from bantin.writing import PublishError
NOW = datetime(2100, 1, 1, tzinfo=UTC)
site, foreign = Path({site!r}), {foreign!r}
def files(n):
    return {{"index.html": f"{{n}}", "a/index.html": f"{{n}}", f"a/{{n % 3}}/index.html": f"{{n}}", "a/b.css": "như nhau"}}
def whole(folder):
    found = verify_folder(folder, now=NOW)
    assert found.is_whole, found.faults
def clean():
    publish.begin(site, ()).abandon()
    left = {{path.name for path in workshop(site).iterdir()}} - {always!r}
    assert not left, left
    for release in releases(workshop(site)):
        whole(release.folder)
signed(site, files(0))
if foreign:
    (site / "CNAME").write_text("bantin.example")
"""

KILLED = """
def publish_for_ever(n):
    while True:
        n += 1
        with suppress(PublishError):  # a build that began later was published
            signed(site, files(n))
            if n % 3 == 0:
                roll_back(site, (), now=NOW)
def child(n):
    pid = os.fork()
    if not pid:
        try:
            publish_for_ever(n)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
    return pid
chance = random.Random(20261127)
for killing in range({times}):
    children = [child(1000 * killing + 500 * number) for number in range(1 + killing % 2)]
    time.sleep(chance.uniform(0.0, 0.08))
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        assert os.WIFSIGNALED(os.waitpid(pid, 0)[1])
    if foreign:
        assert (site / "index.html").is_file() and (site / "a/index.html").is_file()
        assert (site / "CNAME").read_text() == "bantin.example"
    else:
        whole(site)
    clean()
    signed(site, files(killing))
    whole(site)
    clean()
    assert (site / "index.html").read_text() == str(killing)
    assert len(releases(workshop(site))) <= 3
print("whole")
"""

FULL = """
free = lambda: os.statvfs(site.parent).f_bavail * os.statvfs(site.parent).f_frsize
outcomes = set()
for step in range(30):
    before = texts(site)
    room = step * 4096
    (site.parent / "day").write_bytes(b"x" * max(0, free() - room))
    try:
        signed(site, {{**files(step), "lon.html": "x" * 20000}})
        outcomes.add("published")
    except OSError as error:
        assert error.errno == errno.ENOSPC, error
        assert texts(site) == before
        outcomes.add("refused")
    (site.parent / "day").unlink()
    whole(site)
    clean()
    signed(site, files(step))
    whole(site)
assert outcomes == {{"published", "refused"}}, outcomes
print("whole")
"""

READ_ONLY = """
import subprocess
before = texts(site)
subprocess.run(["mount", "-o", "remount,ro", str(site.parent)], check=True)
for publishing in (lambda: signed(site, files(1)), lambda: roll_back(site, (), now=NOW)):
    try:
        publishing()
    except (OSError, PublishError) as error:
        assert isinstance(error, PublishError) or error.errno == errno.EROFS, error
    else:
        raise AssertionError("published")
    assert texts(site) == before
subprocess.run(["mount", "-o", "remount,rw", str(site.parent)], check=True)
whole(site)
clean()
signed(site, files(1))
whole(site)
print("whole")
"""


def around(site: Path, *, foreign: bool) -> str:
    return AROUND.format(tests=str(Path(__file__).parent), site=str(site), foreign=foreign, always=ALWAYS)


@pytest.mark.skipif(sys.platform != "linux", reason="children are forked and killed")
@pytest.mark.parametrize("foreign", [False, True], ids=["by one exchange", "file by file"])
def test_killed_at_any_moment(tmp_path: Path, foreign: bool):
    done = run(around(tmp_path / "site", foreign=foreign) + KILLED.format(times=tries(20)))

    assert (done.stdout, done.returncode) == ("whole\n", 0), done.stderr


def can_mount() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    with tempfile.TemporaryDirectory() as folder:
        tried = ["unshare", "-m", "mount", "-t", "tmpfs", "none", folder]
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="this account may not mount")
@pytest.mark.parametrize("foreign", [False, True], ids=["by one exchange", "file by file"])
@pytest.mark.parametrize("code", [FULL.replace("{{", "{").replace("}}", "}"), READ_ONLY], ids=["full", "read-only"])
def test_on_a_disk_that_takes_no_more(tmp_path: Path, foreign: bool, code: str):
    base = tmp_path / "nho"
    base.mkdir()
    mounted = f"import subprocess\nsubprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=600k', 'none', {str(base)!r}], check=True)\n"
    done = run(mounted + around(base / "site", foreign=foreign) + code, "unshare", "-m")

    assert (done.stdout, done.returncode) == ("whole\n", 0), done.stderr


@pytest.mark.parametrize("seconds", [0, 4e9], ids=["long ago", "to come"])
def test_whatever_the_clock_said(tmp_path: Path, seconds: float):
    site = tmp_path / "site"
    for text in "123":
        signed(site, {"index.html": text, "a/index.html": "như nhau"})
    for path in (site, workshop(site), *site.rglob("*"), *workshop(site).rglob("*")):
        os.utime(path, (seconds, seconds))

    replacement = publish.begin(site, ())
    assert replacement.remarks == ()
    assert replacement.reuse(["a/index.html", "index.html"]) == frozenset()
    replacement.publish()
    signed(site, {"index.html": "4"})
    assert {path.name for path in workshop(site).iterdir()} == ALWAYS
    roll_back(site, (), now=datetime.now(UTC))
    roll_back(site, (), now=datetime.now(UTC))

    assert texts(site)["index.html"] == "3"
    assert verify_folder(site, now=datetime.now(UTC)).is_whole
    assert len(releases(workshop(site))) == 3
