"""The settings file as HEAD holds it, and whether it is the one by which everything is judged."""

import os

from reviewtui.domain.record.record import Problem
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.review_home import ReviewHome
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.files import durable
from reviewtui.store.git.index import files_of_index
from reviewtui.store.git.objects import entry_at, list_tree, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.record import settings_file


def committed_bytes(repository: Repository, commit: str) -> bytes | None:
    """Return the settings file of `commit`; None where there is no plain file of a size that is read."""
    entry = entry_at(repository.git, commit, repository.home.settings)
    if entry is None or not entry.is_regular:
        return None
    return read_blobs(repository.git, [entry.object_id], settings_file.MAX_BYTES).get(entry.object_id)


def committed_settings(repository: Repository, commit: str) -> Settings | None:
    """Return the settings that `commit` holds, in force or not; None where there are none that can be read."""
    return settings_file.settings_or_none(committed_bytes(repository, commit))


def settings_at_hand(
    home: ReviewHome, content: bytes | None, committed: bytes | None, effective: Settings | None
) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings by which the text is read, and what is wrong with the file.

    They are those of the file's `content`; where it is gone or broken, those `effective` hold, so that nobody is locked
    out by it.

    Raises:
        NewerSettings: a newer version wrote them.
        MisunderstoodSettings: an edit that is not committed has a key or a value that is not understood.
        Refused: they cannot be read, and none are in force.
    """
    try:
        if content is not None:
            return settings_file.decode_settings(content, home.settings), ()
        reason = f"{home.settings} is gone, or is no plain file of at most {settings_file.MAX_BYTES // 1024} KiB."
    except settings_file.NewerSettings:
        raise
    except settings_file.MisunderstoodSettings as error:
        if effective is None or content != committed:
            raise
        reason = str(error)
    except Refused as error:
        if effective is None:
            raise
        reason = str(error)
    if effective is None:
        raise Refused(reason)
    problem = f"{reason.removeprefix(f'{home.settings} ').rstrip('.')}; the last settings in force hold"
    return effective, (Problem("settings", home.settings, problem, repair=_repair(home, content, committed)),)


def _repair(home: ReviewHome, content: bytes | None, committed: bytes | None) -> str:
    if content != committed and committed is not None:
        return f"git checkout -- {home.settings} gets the committed file back; or mend it"
    return "an author mends and commits it, or changes the settings with a command, which writes the file anew"


def settings_to_change(repository: Repository, draft: Draft) -> Settings:
    """Return the settings in force, for a command that writes the file anew; a broken or missing one is mended by that.

    Raises:
        Refused: the file has edits of its own, which would be lost, or someone who is not an author changed it.
    """
    committed = committed_bytes(repository, draft.version.commit)
    path = repository.work_tree / repository.home.settings
    now = durable.read_regular(path, settings_file.MAX_BYTES)
    if now is None and os.path.lexists(path):
        most = settings_file.MAX_BYTES // 1024
        raise Refused(f"{repository.home.settings} is no plain file of at most {most} KiB; mend and commit it first.")
    untouched = now in {committed, None}
    if untouched and draft.in_force and any(problem.path == repository.home.settings for problem in draft.problems):
        return draft.effective_settings
    return require_effective(repository, draft)


def require_effective(repository: Repository, draft: Draft) -> Settings:
    """Return the settings in force, which HEAD and the work tree hold just like this.

    Raises:
        Refused: the file has edits of its own, is broken, or someone who is not an author changed it.
    """
    committed = committed_bytes(repository, draft.version.commit)
    now = durable.read_regular(repository.work_tree / repository.home.settings, settings_file.MAX_BYTES)
    if now != committed:
        raise Refused(f"{repository.home.settings} has edits that are not committed; commit or undo them first.")
    if committed is None:
        raise Refused(f"{repository.home.settings} is gone, or is no plain file; mend and commit it first.")
    try:
        settings = settings_file.decode_settings(committed, repository.home.settings)
    except settings_file.NewerSettings:
        raise
    except Refused as error:
        raise Refused(f"{str(error).rstrip('.')}; mend and commit it first.") from error
    if not draft.in_force or settings != draft.effective_settings:
        raise Refused(
            f"{repository.home.settings} was changed by someone who is not an author; 'reviewtui verify' says who. "
            "Set it right by hand and commit it first."
        )
    return settings


def require_none(repository: Repository, draft: Draft) -> None:
    """Refuse to begin a review where there are settings, readable or not: in HEAD, index or work tree, or in force."""
    path, head = repository.home.settings, draft.version.commit
    if draft.in_force and committed_bytes(repository, head) is None:
        raise Refused(f"This repository has a review already; {path} is gone: get it back from an older commit.")
    if any(entry.path == path or entry.path.startswith(f"{path}/") for entry in list_tree(repository.git, head)):
        raise Refused(
            f"This repository has a review already; its settings are in {path}. To begin one of another policy in this "
            "repository name its folder: reviewtui init --policy DIR"
        )
    if os.path.lexists(repository.work_tree / path) or files_of_index(repository, (path,)):
        raise Refused(uncommitted(repository.home))


def why_not_effective(repository: Repository, head: str) -> str:
    """Return the sentence for a review whose settings lie in the work tree and are not in force."""
    if committed_bytes(repository, head) is None:
        return uncommitted(repository.home)
    return (
        f"The settings in {repository.home.settings} are not in force, since nobody who may has committed them; "
        "'reviewtui verify' says who did."
    )


def uncommitted(home: ReviewHome) -> str:
    """Return the sentence for settings that are not in HEAD yet."""
    return (
        f"{home.settings} is here but not committed; to begin the review with it, commit it: "
        f"git add {home.settings} && git commit"
    )
