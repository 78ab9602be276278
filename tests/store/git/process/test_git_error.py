"""Failures of git as sentences that say what to do."""

import pytest

from reviewtui.store.git.process.git_error import GitError


@pytest.mark.parametrize(
    ("stderr", "told"),
    [
        (
            "fatal: bad boolean config value 'x' for 'core.bare'\n",
            "bad boolean config value 'x' for 'core.bare'. Mend it",
        ),
        ("error: malformed value for push.default: zz\nhint: one of ...\n", "push.default: zz. Mend it: git config"),
        ("fatal: bad config line 9 in file .git/config\n", "bad config line 9 in file .git/config. Mend it"),
        ("fatal: unknown repository extension found:\n\tfuture\n", "found: future. Install a newer git"),
        ("fatal: Expected git repo version <= 1, found 9\n", "found 9. Install a newer git"),
        (
            "error: object directory /a b/objects does not exist; check .git/objects/info/alternates\nfatal: bad\n",
            "in another folder, which is gone: /a b/objects. Put it back",
        ),
        ("fatal: could not fetch x from promisor remote\n", "partial one"),
        ("warning: y\nfatal: write error: No space left on device\n", "git log failed: the disk is full"),
        ("warning: y\nfatal: odd {braces}\n", "git log failed: fatal: odd {braces}"),
        ("", "git log failed: exit 128"),
    ],
)
def test_a_failure_is_one_line_with_what_to_do(stderr: str, told: str) -> None:
    """Causes that a person can mend are told with how; others in git's own line."""
    sentence = str(GitError(["log"], 128, stderr))
    assert told in sentence
    assert "\n" not in sentence
