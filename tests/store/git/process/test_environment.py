"""What git's children are told besides their arguments wins over whatever a repository's configuration says."""

import os
import subprocess
from pathlib import Path

import pytest

from reviewtui.store.git.process.environment import child_environment
from reviewtui.store.git.repository import open_repository
from tests.acting import program_at
from tests.conftest import Clone

PINNED = {
    "core.fsmonitor": ("program", "false"),
    "core.hooksPath": ("/hooks", os.devnull),
    "core.quotePath": ("true", "false"),
    "diff.orderFile": ("/order", os.devnull),
    "core.excludesFile": ("/excludes", os.devnull),
    "core.fsync": ("none", "added"),
    "core.splitIndex": ("true", "false"),
    "log.mailmap": ("true", "false"),
    "log.date": ("nonsense", "default"),
    "format.pretty": ("nonsense", "medium"),
    "log.follow": ("true", "false"),
    "log.showSignature": ("true", "false"),
    "log.showRoot": ("false", "true"),
    "i18n.logOutputEncoding": ("latin-1", "UTF-8"),
    "i18n.commitEncoding": ("latin-1", "UTF-8"),
    "merge.directoryRenames": ("true", "false"),
    "protocol.ext.allow": ("always", "never"),
    "transfer.bundleURI": ("true", "false"),
    "safe.bareRepository": ("all", "explicit"),
    "gc.auto": ("1", "0"),
    "maintenance.auto": ("true", "false"),
}
"""What a repository may say, and what counts."""


@pytest.mark.parametrize("key", PINNED)
def test_a_pin_wins_over_the_repository(clone: Clone, key: str) -> None:
    """Git itself answers with our value, not with the one in the repository's configuration."""
    theirs, ours = PINNED[key]
    clone.git("config", key, theirs)
    assert clone.git("config", "--get", key) == theirs
    asked = ["git", "config", "--get", key]
    answer = subprocess.run(asked, cwd=clone.path, env=child_environment(), capture_output=True, check=True)
    assert answer.stdout.decode("utf-8").strip() == ours


def test_no_hook_and_no_monitor_is_started(policy: Clone, tmp_path: Path) -> None:
    """A status and a moved reference, for which git itself starts both, start neither."""
    marks = tmp_path / "marks"
    trap = program_at(tmp_path / "trap", f'echo "$0" >> "{marks}"')
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "reference-transaction").symlink_to(trap)
    policy.git("config", "core.fsmonitor", str(trap))
    policy.git("config", "core.hooksPath", str(hooks))
    git = open_repository(policy.path).git
    git.run("status", "--porcelain")
    git.run("update-ref", "refs/heads/other", "HEAD")
    assert not marks.exists()
    policy.git("status", "--porcelain", check=False)
    policy.git("update-ref", "refs/heads/third", "HEAD")
    started = marks.read_text("utf-8").split()
    assert {str(trap), str(hooks / "reference-transaction")} <= set(started)


def test_only_listed_variables_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that names another repository, a program or a configuration reaches no child."""
    for name in ("GIT_DIR", "GIT_SSH_COMMAND", "GIT_EXEC_PATH", "LD_PRELOAD", "GIT_CONFIG_PARAMETERS", "GIT_TRACE"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("TMPDIR", "/tmp/mine")  # noqa: S108
    found = child_environment({"GIT_INDEX_FILE": "own"})
    assert "/elsewhere" not in found.values()
    assert (found["TMPDIR"], found["GIT_INDEX_FILE"]) == ("/tmp/mine", "own")  # noqa: S108
    assert found["GIT_CONFIG_COUNT"] == str(len(PINNED))
