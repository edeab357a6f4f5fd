"""Programs that are copies of a process: a test cannot tell them from programs started afresh."""

import json
import os
from pathlib import Path

import pytest
from started import start

PROGRAM = """\
import json, os, sys
print(json.dumps([sys.argv, os.getcwd(), os.environ["THU"], sys.path[0], sys.stdin.read(), __name__, __file__, "ế"]))
os.environ["THU"] = "khác"
sys.modules["thu"] = sys
{end}
"""
ENDS = {"well": "", "code": "sys.exit(3)", "words": "sys.exit('hết')", "fault": "raise ValueError('hỏng')", "killed": "sys.stdout.flush(); os.kill(os.getpid(), 9)"}  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
@pytest.mark.parametrize("end", ENDS.values(), ids=list(ENDS))
@pytest.mark.parametrize("as_module", [False, True], ids=["file", "module"])
def test_a_copy_is_like_a_program_started_afresh(tmp_path: Path, end: str, as_module: bool):
    (tmp_path / "thu_may.py").write_text(PROGRAM.format(end=end), encoding="utf-8")
    arguments = [*(["-m", "thu_may"] if as_module else [str(tmp_path / "thu_may.py")]), "một", "-x"]
    variables = os.environ | {"THU": "1", "PYTHONIOENCODING": "utf-8"}
    afresh, first, second = (start(arguments, tmp_path, variables, as_copy=it) for it in (False, True, True))

    assert json.loads(afresh.stdout)[2] == "1"
    for copy in (first, second):
        assert (copy.returncode, copy.stdout) == (afresh.returncode, afresh.stdout)
        assert copy.stderr.splitlines()[-1:] == afresh.stderr.splitlines()[-1:]
        assert ("Traceback" in copy.stderr) == ("Traceback" in afresh.stderr)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no processes")
def test_a_copy_leaves_nothing_to_the_next(tmp_path: Path):
    (tmp_path / "mot.py").write_text("import sys, bantin\nsys.modules['thu'] = sys\nbantin.thu = 1\n", encoding="utf-8")
    (tmp_path / "hai.py").write_text(
        "import sys, bantin\nprint('thu' in sys.modules, hasattr(bantin, 'thu'))\n", encoding="utf-8"
    )

    start([str(tmp_path / "mot.py")], tmp_path, os.environ, as_copy=True)
    assert start([str(tmp_path / "hai.py")], tmp_path, os.environ, as_copy=True).stdout == "False False\n"
