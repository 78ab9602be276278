"""Files that differ from their blob only because git turned their bytes on check-out (gitattributes(5)).

Line ends (`eol`, `core.autocrlf`), another encoding (`working-tree-encoding`) and `ident` do that: `git status` is
clean, and nobody has edited anything.
"""

from collections.abc import Mapping

from reviewtui.store.files.durable import read_regular
from reviewtui.store.git.objects import blob_id, read_blobs
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.repository import Repository


def changed_on_checkout(repository: Repository, blobs: Mapping[str, str], max_bytes: int) -> dict[str, str]:
    """Return those of `blobs` (by path of the work tree) that git would make of their files, were it to add them.

    Programs that the repository's configuration names for that are not run; files that need one stay as they are.
    """
    left = {path: blob for path, blob in blobs.items() if not _only_line_ends(repository, path, blob, max_bytes)}
    named = [path for path in left if "\n" not in path]
    stored = dict(zip(named, _stored(repository, named), strict=False))
    return {path: blob for path, blob in blobs.items() if path not in left or stored.get(path) == blob}


def as_git_stores(repository: Repository, path: str, content: bytes) -> bytes:
    """Return `content` as git would store it at `path`: its line ends and encoding turned back, no program run."""
    if "\n" in path:
        return content
    arguments = ("hash-object", "-w", "--stdin", "--path", path)
    filters_off = repository.configuration.without_filters()
    blob = repository.git.run(*arguments, stdin=content, environment=filters_off).decode("ascii").strip()
    return read_blobs(repository.git, [blob], 4 * len(content) + 1)[blob]


def _only_line_ends(repository: Repository, path: str, blob: str, max_bytes: int) -> bool:
    content = read_regular(repository.work_tree / path, max_bytes) or b""
    return b"\r\n" in content and blob_id(content.replace(b"\r\n", b"\n"), repository.object_format) == blob


def _stored(repository: Repository, paths: list[str]) -> list[str]:
    """The blob that git would store for each file of the work tree; none where it cannot say it for all of them."""
    if not paths:
        return []
    asked = "".join(f"{path}\n" for path in paths).encode("utf-8", "surrogateescape")
    try:
        answer = repository.git.run(
            "hash-object", "--stdin-paths", stdin=asked, environment=repository.configuration.without_filters()
        ).decode("ascii", "replace")
    except GitError:
        return []
    rows = answer.split()
    return rows if len(rows) == len(paths) else []
