"""The settings file as HEAD holds it, and whether it is the one by which everything is judged."""

import os

from reviewtui.domain.draft import Draft
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings import Settings
from reviewtui.store import durable, settings_file
from reviewtui.store.objects import list_tree, read_blobs
from reviewtui.store.policy_files import files_of_index
from reviewtui.store.repository import Repository

_COMMIT_THEM = f"git add {settings_file.PATH} && git commit"


def committed_bytes(repository: Repository, commit: str) -> bytes | None:
    """Return the settings file of `commit`; None where there is no plain file of a size that is read."""
    entries = [e for e in list_tree(repository.git, commit, "reviews") if e.path == settings_file.PATH and e.is_regular]
    found = read_blobs(repository.git, [entry.object_id for entry in entries], settings_file.MAX_BYTES)
    return next(iter(found.values()), None)


def committed_settings(repository: Repository, commit: str) -> Settings | None:
    """Return the settings that `commit` holds, in force or not; None where there are none that can be read."""
    content = committed_bytes(repository, commit)
    try:
        return settings_file.decode_settings(content) if content is not None else None
    except Refused:
        return None


def demand_in_force(repository: Repository, draft: Draft) -> Settings:
    """Return the settings in force, which HEAD and the work tree hold just like this.

    Raises:
        Refused: the file has edits of its own, or someone who is not an author changed it.

    """
    committed = committed_bytes(repository, draft.version.commit)
    now = durable.read_regular(repository.work_tree / settings_file.PATH, settings_file.MAX_BYTES)
    if now != committed:
        raise Refused(f"{settings_file.PATH} has edits that are not committed; commit or undo them first.")
    settings = committed_settings(repository, draft.version.commit)
    if settings is None or settings != draft.roles:
        raise Refused(
            f"{settings_file.PATH} was changed by someone who is not an author; 'reviewtui verify' says who. "
            "Set it right by hand and commit it first."
        )
    return settings


def demand_none(repository: Repository, head: str) -> None:
    """Refuse to begin a review where there are settings of any kind, readable or not.

    Raises:
        Refused: they lie in HEAD, in the index or in the work tree.

    """
    path = settings_file.PATH
    if any(entry.path == path or entry.path.startswith(f"{path}/") for entry in list_tree(repository.git, head)):
        raise Refused(f"This repository has a review already; its settings are in {path}.")
    if os.path.lexists(repository.work_tree / path) or files_of_index(repository, (path,)):
        raise Refused(uncommitted())


def why_not_in_force(repository: Repository, head: str) -> str:
    """Return the sentence for a review whose settings lie in the work tree and are not in force."""
    if committed_bytes(repository, head) is None:
        return uncommitted()
    return (
        f"The settings in {settings_file.PATH} are not in force, since nobody who may has committed them; "
        "'reviewtui verify' says who did."
    )


def uncommitted() -> str:
    """Return the sentence for settings that are not in HEAD yet."""
    return f"{settings_file.PATH} is here but not committed; to begin the review with it, commit it: {_COMMIT_THEM}"
