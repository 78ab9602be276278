"""The policy's files: from a commit by blob id, from the index, or from the work tree as it lies there."""

import os
import shlex
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reviewtui.domain.policy.policy import Text
from reviewtui.domain.record.record import Problem
from reviewtui.domain.settings.review_home import RECORDS
from reviewtui.store.files.durable import read_head, read_regular
from reviewtui.store.files.file_names import folded_name
from reviewtui.store.git.objects import blob_id, cut_folder, entry_at, list_tree, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import SUBMODULE, TreeEntry
from reviewtui.store.policy.eol import changed_on_checkout

MAX_SECTION_BYTES = 16 * 1024 * 1024
MAX_POLICY_BYTES = 16 * 1024 * 1024
"""Bytes of all sections together, counted before any is read; the small ones come first."""
MAX_LINE_BYTES = 1024 * 1024
MAX_SECTIONS = 5_000
_MOST_TOLD = 20
"""Submodules of one folder that are named."""
_MARKDOWN = (".md", ".markdown")
_MACHINERY = frozenset({"node_modules", "venv", "__pycache__"})
_PAPERS = frozenset(
    ("changelog", "code_of_conduct", "contributing", "contributors", "copying", "licence", "license", "maintainers")
)
"""What a repository says about itself, in its root. Only names that no policy gives a section."""


@dataclass(frozen=True, slots=True)
class PolicyFiles:
    """The texts of a policy folder by path from the root, and what could not be read as text.

    `gone` are the paths that HEAD holds and the work tree does not.
    """

    texts: Mapping[str, Text]
    problems: tuple[Problem, ...] = ()
    gone: tuple[str, ...] = ()


def is_markdown(path: str) -> bool:
    """Say whether `path` names a Markdown file."""
    return path.lower().endswith(_MARKDOWN)


def is_section(path: str, folder: str = ".") -> bool:
    """Say whether the file at `path` (from the root) can be a section of the policy in `folder`.

    It is Markdown, and neither record nor machinery: nothing in hidden folders below `folder`, and nothing of what a
    repository says about itself in its root. A README is text, since it often is all the text there is.
    """
    at_root = folder in {"", "."}
    if not is_markdown(path) or not (at_root or path.startswith(f"{folder}/")):
        return False
    *folders, name = _inside(path, folder)
    paper = at_root and not folders and name.rpartition(".")[0].casefold() in _PAPERS
    record = folded_name(path.partition("/")[0]) == RECORDS
    return not (paper or record or any(_is_machinery(part) for part in folders))


def _inside(path: str, folder: str) -> list[str]:
    """The names of the way from `folder` to `path`, which lies below it; both are from the root."""
    return (path if folder in {"", "."} else path[len(folder) + 1 :]).split("/")


def _is_machinery(name: str) -> bool:
    return name.startswith(".") or name in _MACHINERY


def files_of_commit(repository: Repository, commit: str, folder: str) -> PolicyFiles:
    """Return the policy as `commit` holds it."""
    listed = list_tree(repository.git, commit, folder)
    readable, problems = _sorted_out([entry for entry in listed if is_section(entry.path, folder)])
    problems += _unread_parts(repository, commit, folder, listed)
    blobs = read_blobs(repository.git, (entry.object_id for entry in readable), MAX_SECTION_BYTES)
    texts = {
        entry.path: _text(entry.path, blobs[entry.object_id], entry.object_id)
        for entry in readable
        if entry.object_id in blobs
    }
    problems += [_long_line(path) for path in texts if _has_long_line(blobs[texts[path].blob])]
    texts = {path: text for path, text in texts.items() if not _has_long_line(blobs[text.blob])}
    missing = [entry for entry in readable if entry.object_id not in blobs]
    problems += [
        Problem("text", e.path, "its text is missing in this clone; clone anew", repair="git fsck") for e in missing
    ]
    return PolicyFiles(texts, tuple(problems))


def files_of_draft(repository: Repository, head: str, folder: str) -> PolicyFiles:
    """Return the policy as the work tree holds it, each text compared with the one that `head` holds."""
    entries = list_tree(repository.git, head, folder)
    committed = {entry.path: entry for entry in entries if is_section(entry.path, folder)}
    walked: set[str] = set()
    texts: dict[str, Text] = {}
    problems = _unread_parts(repository, head, folder, entries)
    if (repository.work_tree / folder).is_symlink() and _no_folder(folder) not in problems:
        problems.append(_no_folder(folder))
    paths = tuple(_walk(repository.work_tree, folder))
    fitting = _fitting({path: _size(repository.work_tree / path) for path in paths})
    for path in paths:
        walked.add(path)
        content = read_regular(repository.work_tree / path, MAX_SECTION_BYTES) if path in fitting else None
        if content is None:
            problems.append(_not_a_text(path))
            continue
        if _has_long_line(content):
            problems.append(_long_line(path))
            continue
        own = blob_id(content, repository.object_format)
        texts[path] = _text(path, content, own, dirty=path not in committed or committed[path].object_id != own)
    # Where git itself turned the bytes on check-out, the committed text is what is under review.
    differing = {path: committed[path].object_id for path, text in texts.items() if text.dirty and path in committed}
    turned = changed_on_checkout(repository, differing, MAX_SECTION_BYTES)
    blobs = read_blobs(repository.git, turned.values(), MAX_SECTION_BYTES)
    texts |= {path: _text(path, blobs[blob], blob) for path, blob in turned.items() if blob in blobs}
    return PolicyFiles(texts, tuple(problems), tuple(path for path in committed if path not in walked))


def heads_as_they_lie(repository: Repository, folder: str, size: int) -> dict[str, Text]:
    """Return how the texts of the work tree begin, at most `size` bytes of each, by path."""
    root = repository.work_tree
    return {path: _text(path, read_head(root / path, size), "") for path in _walk(root, folder)}


def text_as_it_lies(repository: Repository, path: str) -> Text:
    """Return a text of the work tree without a look at what is committed; empty when it cannot be read."""
    return _text(path, read_regular(repository.work_tree / path, MAX_SECTION_BYTES) or b"", "")


def is_left_out(repository: Repository, path: str) -> bool:
    """Say whether a sparse checkout leaves the file at `path` out of the work tree (git-sparse-checkout(1))."""
    row = repository.git.run("ls-files", "-z", "-t", "--", f":(top,literal){path}")
    return row.startswith(b"S ")


def markdown_folders(repository: Repository, commit: str) -> dict[str, int]:
    """Return how many Markdown files each folder of `commit` holds directly."""
    counts: dict[str, int] = {}
    for entry in list_tree(repository.git, commit):
        if is_section(entry.path) and entry.is_regular:
            folder = str(PurePosixPath(entry.path).parent)
            counts[folder] = counts.get(folder, 0) + 1
    return counts


def texts_of(repository: Repository, blobs: Iterable[str]) -> dict[str, str]:
    """Return the text of each blob that is there and not too large, what is not UTF-8 replaced."""
    contents = read_blobs(repository.git, tuple(dict.fromkeys(blobs)), MAX_SECTION_BYTES)
    return {blob: decode_text(content)[0] for blob, content in contents.items()}


def decode_text(content: bytes) -> tuple[str, bool]:
    """Return the text of a file and whether bytes that are not UTF-8 had to be replaced in it."""
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace"), True


def _text(path: str, content: bytes, object_id: str, *, dirty: bool = False) -> Text:
    text, lossy = decode_text(content)
    return Text(path, text, object_id, dirty=dirty, lossy=lossy)


def _sorted_out(entries: list[TreeEntry]) -> tuple[list[TreeEntry], list[Problem]]:
    readable, problems = [], []
    fitting = _fitting({entry.path: entry.size for entry in entries[:MAX_SECTIONS] if entry.is_regular})
    for entry in entries[:MAX_SECTIONS]:
        if entry.path in fitting:
            readable.append(entry)
        else:
            problems.append(_not_a_text(entry.path))
    if len(entries) > MAX_SECTIONS:
        problems.append(
            Problem("text", "", f"the folder holds {len(entries)} files; the first {MAX_SECTIONS} are read")
        )
    return readable, problems


def _unread_parts(repository: Repository, commit: str, folder: str, entries: Sequence[TreeEntry]) -> list[Problem]:
    """What of the policy's folder in a commit is no text: no folder at all, other repositories in it, too many files.

    `entries` are all files that the folder holds there.
    """
    where = cut_folder(repository.git, commit, folder)
    # What is no folder is listed as itself, or not at all; one with too many files may show none of them either.
    only = not where and all(entry.path == folder for entry in entries)
    if only and folder not in {"", "."} and entry_at(repository.git, commit, folder) is not None:
        return [_no_folder(folder)]
    reason = "it is another repository (a submodule), and its texts are no part of the policy"
    problems = [
        Problem("advice", entry.path, reason, commit=commit)
        for entry in entries
        if entry.mode == SUBMODULE
        and entry.path.split("/")[0] != "reviews"
        and not any(_is_machinery(name) for name in _inside(entry.path, folder))
    ]
    reason = f"at {commit[:10]} it holds more files than can be listed, so not all of them are read"
    repair = f"git rm -r --cached --quiet {shlex.quote(where)} && git commit"
    return [*problems[:_MOST_TOLD], *([Problem("text", where, reason, commit=commit, repair=repair)] if where else [])]


def _no_folder(path: str) -> Problem:
    reason = "it is no folder but a link, another repository or a file, and is not followed"
    return Problem("text", path, reason, repair="put a folder with the texts there, or name theirs in the settings")


def _fitting(sizes: Mapping[str, int]) -> frozenset[str]:
    """The files that are read: each within its bound, and as many of the smallest as fit together."""
    left, fitting = MAX_POLICY_BYTES, []
    for path, size in sorted(sizes.items(), key=lambda row: row[1]):
        left -= size
        if left < 0 or not 0 <= size <= MAX_SECTION_BYTES:
            continue
        fitting.append(path)
    return frozenset(fitting)


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return -1


def _has_long_line(content: bytes) -> bool:
    return len(content) > MAX_LINE_BYTES and max(map(len, content.split(b"\n"))) > MAX_LINE_BYTES


def _long_line(path: str) -> Problem:
    reason = f"it has a line of more than {MAX_LINE_BYTES // 1024 // 1024} MiB and is not read"
    return Problem("text", path, reason, repair=f"break the line, or: git rm {shlex.quote(path)}")


def _not_a_text(path: str) -> Problem:
    return Problem(
        "text",
        path,
        "it is no plain file (a link, a device, or too large, by itself or with all others) and is not read",
        repair=f"git rm {shlex.quote(path)}",
    )


def _walk(root: Path, folder: str) -> Iterator[str]:
    base = root if folder in {"", "."} else root / folder
    if not _is_real_folder(root, base):
        return
    count = 0
    for here, folders, files in os.walk(base, followlinks=False):
        folders[:] = sorted(
            name
            for name in folders
            if not _is_machinery(name)
            and not (Path(here) / name / ".git").exists()
            and not (Path(here) / name / "HEAD").exists()
        )
        if Path(here) == root:
            folders[:] = [name for name in folders if name != "reviews"]
        for name in sorted(files):
            path = (Path(here) / name).relative_to(root).as_posix()
            if is_section(path, folder) and count < MAX_SECTIONS:
                count += 1
                yield path


def _is_real_folder(root: Path, base: Path) -> bool:
    """Whether `base` is a folder below `root` that no symbolic link leads to."""
    current = root
    for part in base.relative_to(root).parts:
        current = current / part
        try:
            if not stat.S_ISDIR(current.lstat().st_mode):
                return False
        except OSError:
            return False
    return True
