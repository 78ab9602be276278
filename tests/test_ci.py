"""What CI runs is what a developer runs, in an environment that nobody's shell has touched."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "run"


@pytest.mark.skipif(not SCRIPT.is_file(), reason="a source distribution leaves the script of CI out")
def test_the_tests_start_in_a_bare_environment(tmp_path: Path) -> None:
    """Home, language, CI, what pip needs and settings of the Makefile are handed on as they are, nothing else is."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / "bin").mkdir()
    shutil.copy(SCRIPT, tmp_path / ".ci" / "run")
    make = tmp_path / "bin" / "make"
    make.write_text('#!/bin/sh\necho "$@" > called\nenv > seen\n', "utf-8")
    make.chmod(0o755)
    installer = tmp_path / "bin" / "apt-get"
    installer.write_text("#!/bin/sh\nexit 100\n", "utf-8")  # what cannot be installed keeps nothing from running
    installer.chmod(0o755)
    path = os.pathsep.join((str(tmp_path / "bin"), os.defpath))
    handed_on = {"HOME": "/a home", "LANG": "C", "CI": "true", "PIP_INDEX_URL": "it's $x", "https_proxy": "http://p:1"}
    dropped = {"PYTHONUNBUFFERED": "1", "EDITOR": "vi", "GIT_DIR": "/x", "PYTHONPATH": "/y", "MY_PIP_X": "1"}
    environment = {"PATH": path} | handed_on | dropped
    subprocess.run(["/bin/sh", ".ci/run", "WORKERS=7"], cwd=tmp_path, env=environment, check=True)
    seen = dict(line.split("=", 1) for line in (tmp_path / "seen").read_text("utf-8").splitlines())
    assert (tmp_path / "called").read_text("utf-8") == "test\n"
    assert {name: seen.get(name) for name in handed_on} == handed_on
    assert not seen.keys() & dropped.keys()
    assert (seen["PATH"], seen["WORKERS"]) == (path, "7")
