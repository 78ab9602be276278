"""A review begun where nothing was committed: git, where it is not there yet, the text, and the review; or nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

from reviewtui.domain.actions.commands import BeginReview
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.files import durable
from reviewtui.store.git.creation import begun_repository, made_repository
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES, is_markdown
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.workspace import Workspace

_MOST = 8
"""Beginnings that are offered."""
_DOCUMENTS = (".docx", ".odt")


def possible_texts(folder: Path) -> tuple[str, ...]:
    """Return the folders with Markdown and the Word documents that lie in `folder`, by name."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return ()
    folders = [entry.name for entry in entries if entry.is_dir() and any(_texts(entry))]
    documents = [entry.name for entry in entries if entry.is_file() and entry.suffix.lower() in _DOCUMENTS]
    here = ["."] if any(is_markdown(entry.name) and entry.is_file() for entry in entries) else []
    return (*here, *folders, *documents)[:_MOST]


def begin_in_folder(folder: Path, source: str) -> str:
    """Begin a review of `source` in the repository in `folder`, which is made or has no commit; return what was done.

    `source` is a folder with Markdown, whose files are committed, or a document, whose sections become files.

    Raises:
        ReviewError: it was not possible; no repository was made, and one that was there has no commit.
    """
    file = folder / source
    with begun_repository(folder) if (folder / ".git").exists() else made_repository(folder):
        workspace = Workspace.open(folder)
        if file.is_file():
            return workspace.documents.begin(file, "", "", ()).message
        _commit_texts(workspace.environment, source.strip("/") or ".")
        return Workspace.open(folder).carry_out(BeginReview(source)).message


def _commit_texts(environment: Environment, source: str) -> None:
    repository = environment.repository
    texts = sorted(_texts(repository.work_tree / source))
    if not texts:
        raise Refused(f"There is no Markdown in '{source}', and no document of that name; put a text (.md) there.")
    changes = []
    for path in texts:
        content = durable.read_regular(path, MAX_SECTION_BYTES)
        if content is None:
            raise Refused(f"'{path.name}' cannot be read, or is too large for a text.")
        changes.append(PathChange(path.relative_to(repository.work_tree).as_posix(), content, content, None, content))
    environment.commit_first(changes, "Bring in the first draft\n")


def _texts(folder: Path) -> Iterator[Path]:
    """Yield the Markdown files in a folder and below it, in no order; hidden ones and links are left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(here, name) for name in names if is_markdown(name) and not name.startswith("."))
        yield from (path for path in paths if path.is_file() and not path.is_symlink())
