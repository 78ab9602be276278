"""Names that come in with somebody's commit and that no file here may have: the rules of git's own check-out.

Since files are written without git's check-out, what that refuses is refused here (git: verify_path in read-cache.c,
is_hfs_dotgit and is_ntfs_dotgit in path.c and utf8.c). A file below `.git` could be a program that git runs.
"""

import re
import sys
from collections.abc import Iterable

from reviewtui.domain.refusal import Refused

LONGEST_NAME = 255
"""Bytes of one name that every usual file system takes."""
LONGEST_PATH = 4000
"""Bytes of a path from the root of the repository."""
_UNSEEN = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
"""Characters that HFS+ leaves out of a name."""
_FORBIDDEN = frozenset({"", ".", "..", ".git", "git~1"})
_SEPARATORS = re.compile(r"[/\\]")


def require_usable_names(paths: Iterable[str]) -> None:
    """Refuse paths that lead out of the repository, into `.git`, or that a disk cannot hold."""
    for path in paths:
        why = path_fault(path)
        if why:
            raise Refused(
                f"The commit holds a file that is never made here, '{path[:200]}' ({why}); ask whoever made it to take "
                "it out of the history. Nothing was changed."
            )


def path_fault(path: str) -> str:
    """Return why no file here may be at `path`, from the root of the repository, or an empty string."""
    try:
        size = len(path.encode("utf-8"))
    except UnicodeEncodeError:
        return "its name is not UTF-8"
    if any(folded_name(name) in _FORBIDDEN for name in _SEPARATORS.split(path)):
        return "it leads out of the repository or into .git"
    if size > LONGEST_PATH or any(len(name.encode("utf-8")) > LONGEST_NAME for name in path.split("/")):
        return "its name is too long"
    if sys.platform == "win32" and re.search(r'[\\:*?"<>|]', path):
        return "its name has characters that cannot be used here"
    return "its name has a NUL" if "\0" in path else ""


def folded_name(name: str) -> str:
    """Return a name as file systems that fold it read it: without case, streams, and dots and spaces at its end."""
    bare = _UNSEEN.sub("", name).casefold()
    return bare if set(bare) <= {"."} else bare.partition(":")[0].rstrip(" .")
