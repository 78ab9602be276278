"""What was done to files of the record after they had been added: changed, deleted, added twice, or put away."""

import shlex

from reviewtui.domain.record.record import Problem
from reviewtui.store.record.commit_graph import FileTouch
from reviewtui.store.record.record_history import History


def tampered(what: str, path: str, history: History) -> Problem:
    """Return what is to be said of an event that was `edited` or `deleted` after it was added."""
    touches = history.changed.get(path, ())
    first = history.added[path][0]
    commit = touches[-1].commit if touches else ""
    by = _author(commit, history)
    reason = "it was deleted after it was added" if what == "deleted" else "it was changed after it was added"
    repair = f"git checkout {first.commit} -- {shlex.quote(path)} && git commit"
    return Problem(what, path, f"{reason}; its first words still count", commit, by, repair)


def clash(path: str, history: History) -> Problem:
    """Return what is to be said of an event that was added several times with different content."""
    touches = history.added[path]
    return Problem(
        "clash",
        path,
        f"it was added {len(touches)} times with different content; what others had before stays",
        touches[-1].commit,
        _author(touches[-1].commit, history),
        f"git log --full-history -- {shlex.quote(path)} shows who; restore the first",
    )


def put_away(path: str, history: History) -> Problem | None:
    """Return what is to be said of a file that was no event and is gone: history, when whoever may took it out.

    That is an author of the time, or the person who had added it. None where it was anybody else.
    """
    removals = [touch for touch in history.changed.get(path, ()) if touch.status == "D"]
    if not removals:
        return None
    last = history.provenance[removals[-1].commit, path]
    added = [_added_by(touch, path, history) for touch in history.added[path]]
    person = last.author
    if person is None or not (person.key in added or (last.roles is not None and last.roles.is_author(person))):
        return None
    reason = "it was no event that can be read, and was taken out again; it counts for nothing"
    return Problem("unreadable", path, reason, last.commit or "", str(person), settled=True)


def _added_by(touch: FileTouch, path: str, history: History) -> str:
    author = history.provenance[touch.commit, path].author
    return author.key if author is not None else ""


def _author(commit: str, history: History) -> str:
    return next((str(info.author) for info in history.commits if info.commit == commit), "")
