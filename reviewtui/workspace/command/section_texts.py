"""One section as HEAD, the index and the work tree hold it, and what an edit makes of the three."""

from reviewtui.domain.policy.editing import TextEdit, Three
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.store.commit.commits import PathChange
from reviewtui.store.files import durable
from reviewtui.store.git.index import files_of_index
from reviewtui.store.git.objects import list_tree, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import TreeEntry
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES


def three_of(repository: Repository, head: str, path: str) -> Three:
    """Return the three texts of file `path`.

    Raises:
        Conflict: HEAD does not hold it, so that nothing can be put into it.
        Refused: one of them is not UTF-8.
    """
    entry = _in_head(repository, head, path)
    index = files_of_index(repository, (path,)).get(path)
    wanted = [entry.object_id, *([index.object_id] if index else [])]
    blobs = read_blobs(repository.git, wanted, MAX_SECTION_BYTES)
    if entry.object_id not in blobs:
        raise Refused(f"'{path}' is larger than {MAX_SECTION_BYTES} bytes, or its text is not in this clone.")
    work_tree = durable.read_regular(repository.work_tree / path, MAX_SECTION_BYTES)
    return Three(
        head=_decoded(path, blobs[entry.object_id]),
        index=_decoded(path, blobs[index.object_id]) if index and index.object_id in blobs else None,
        work_tree=_decoded(path, work_tree) if work_tree is not None else None,
    )


def change_of(repository: Repository, head: str, edit: TextEdit) -> PathChange:
    """Return the change of one file that `edit` amounts to."""
    before = durable.read_regular(repository.work_tree / edit.path, MAX_SECTION_BYTES)
    result = edit.result
    return PathChange(
        path=edit.path,
        committed=result.head.encode("utf-8"),
        index=result.index.encode("utf-8") if result.index is not None else None,
        work_tree=result.work_tree.encode("utf-8") if result.work_tree is not None else None,
        work_tree_before=before,
        mode=_in_head(repository, head, edit.path).mode,
    )


def no_utf8(path: str) -> Refused:
    """Return what is said of a file that is no UTF-8, which may be so on purpose (gitattributes(5))."""
    return Refused(
        f"'{path}' is not valid UTF-8; save it as UTF-8 and commit that first. Where .gitattributes gives it a "
        "working-tree-encoding, take that out of it, and git writes it as UTF-8: git checkout -- FILE. "
        "Nothing was changed."
    )


def _in_head(repository: Repository, head: str, path: str) -> TreeEntry:
    entries = [entry for entry in list_tree(repository.git, head) if entry.path == path and entry.is_regular]
    if not entries:
        raise Conflict(f"'{path}' is not in the committed text; commit it first. Nothing was changed.")
    return entries[0]


def _decoded(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise no_utf8(path) from error
