"""The texts that one file has had."""

from collections.abc import Iterator

from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES
from reviewtui.store.policy.text_history import blobs_at

_MOST = 400


def file_versions(repository: Repository, head: str, path: str) -> tuple[tuple[str, str], ...]:
    """Return the newest commits up to `head` that changed file `path`, newest first, each with the blob it left."""
    asked = ("log", f"--max-count={_MOST}", "--no-renames", "--format=%H", head, "--", f":(top,literal){path}")
    commits = repository.git.text(*asked).split()
    blobs = blobs_at(repository, [(commit, path) for commit in commits])
    return tuple((commit, blob) for commit, blob in zip(commits, blobs, strict=True) if blob is not None)


def texts_of(repository: Repository, blobs: Iterator[str] | tuple[str, ...]) -> dict[str, str]:
    """Return the text of each blob that is there and not too large, what is not UTF-8 replaced."""
    contents = read_blobs(repository.git, tuple(dict.fromkeys(blobs)), MAX_SECTION_BYTES)
    return {blob: content.decode("utf-8", "replace") for blob, content in contents.items()}


def commits_on(repository: Repository, folder: str, head: str, since: str = "") -> list[str]:
    """Return the commits up to `head` and not before `since` that changed a file in `folder`, oldest first."""
    asked = f"{since}..{head}" if since else head
    where = ":(top)" if folder in {"", "."} else f":(top,literal){folder}"
    output = repository.git.text("log", "--reverse", "--no-renames", "--format=%H", asked, "--", where)
    return output.split()
