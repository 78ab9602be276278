"""Failures of git as sentences that say what to do."""

import pytest

from reviewtui.store.git.process.git_error import GitError

_GONE = "error: object directory /a b does not exist; check .git/objects/info/alternates\n"


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
            f"{_GONE}fatal: bad object HEAD\n",
            "in another folder, which is gone: /a b. Put it back",
        ),
        (
            "error: unable to normalize alternate object path: /a/objects\nfatal: not a tree object\n",
            "in another folder, which is gone: /a/objects. Put it back",
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
    assert "Nothing was changed" not in sentence


@pytest.mark.parametrize(
    ("stderr", "told"),
    [
        (
            f"{_GONE}fatal: write error: No space left on device\n",
            "the disk is full or cannot be written to: fatal: write error",
        ),
        (f"{_GONE}fatal: cannot lock ref\n", "failed: fatal: cannot lock ref"),
        ("fatal: bad config line 3 in blob 1234abcd\n", "failed: fatal: bad config line 3"),
        ("fatal: bad config line 3 in file /a/.gitmodules\n", "failed: fatal: bad config line 3"),
        ("remote: unknown date format x\nfatal: no\n", "failed: fatal: no"),
        ("remote: x\x85fatal: unknown date format x\nfatal: no\n", "failed: fatal: no"),
        ("remote: No space left on device\nfatal: no\n", "failed: fatal: no"),
        ("fatal: remote error: unknown date format x\n", "failed: fatal: remote error"),
        ("warning: invalid value for x\nfatal: no\n", "failed: fatal: no"),
    ],
)
def test_only_what_made_git_fail_is_its_cause(stderr: str, told: str) -> None:
    """Words of a server, of a committed file, and of errors that git went on after, are taken for no known cause."""
    assert told in str(GitError(["log"], 128, stderr))
