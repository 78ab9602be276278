"""Where the files of a record lie: which paths are an event's, and whether an event may lie at its path."""

import re

from reviewtui.domain.identifier import ULID
from reviewtui.domain.record.event_kinds import EVENT_KINDS
from reviewtui.domain.record.events import TYPE_NAMES, AnyEvent, OutsideEvent, Root
from reviewtui.domain.record.record import Problem
from reviewtui.domain.settings.review_home import RECORDS, ReviewHome, home_of
from reviewtui.store.git.objects import entry_at, list_tree
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import TREE, TreeEntry
from reviewtui.store.record.event_codec import UnreadableEvent

_THREAD_FILE = re.compile(
    r"reviews/(?:policies/[a-z0-9-]+/)?threads/(?P<fan>[0-9a-z]{2})/(?P<thread>[0-9a-z]{26})/(?P<event>[0-9a-z]{26})\.toml\Z"
)
_OUTSIDE_FILE = re.compile(r"reviews/(?:policies/[a-z0-9-]+/)?(?P<room>[a-z]+)/(?P<event>[0-9a-z]{26})\.toml\Z")
_EVENT_ROOMS = frozenset({"threads", *(kind.room for kind in EVENT_KINDS.values() if kind.room)})
_FOLDER_OF_RECORD = re.compile(
    rf"reviews(?:/policies(?:/[^/]+)?)?(?:/(?:{'|'.join(sorted(_EVENT_ROOMS))}|threads/[0-9a-z]{{2}}(?:/[0-9a-z]{{26}})?))?\Z"
)


def event_path(home: ReviewHome, event: AnyEvent, thread: str) -> str:
    """Return where the file of `event` lies, from the repository's root; `thread` is empty outside threads."""
    if thread:
        return f"{home.record}/threads/{thread[-2:]}/{thread}/{event.id}.toml"
    return f"{home.record}/{EVENT_KINDS[type(event)].room}/{event.id}.toml"


def is_record_folder(path: str) -> bool:
    """Say whether the record of some review has a folder at `path`, where nothing else may lie."""
    return _FOLDER_OF_RECORD.match(path) is not None


def misplaced_record(repository: Repository, commit: str) -> Problem | None:
    """Say that `commit` holds something else where the record's folder has to lie; None where it does not."""
    for folder in (RECORDS, repository.home.record):
        entry = entry_at(repository.git, commit, folder)
        if entry is not None and entry.mode != TREE:
            reason = "it is no folder but a link, another repository or a file, so no record can be kept in it"
            return Problem("unreadable", folder, reason, commit, repair=f"git rm --cached {folder} && git commit")
    return None


def is_event_path(path: str) -> bool:
    """Say whether a file at `path` is taken for an event of some review: a `.toml` in one of its record's rooms.

    A room that is not known here may be a newer version's: what is named like an event in it is one, and is counted.
    """
    if not path.endswith(".toml") or not path.startswith(f"{RECORDS}/"):
        return False
    inside = path.removeprefix(f"{home_of(path).record}/").split("/")
    return len(inside) > 1 and (inside[0] in _EVENT_ROOMS or _OUTSIDE_FILE.match(path) is not None)


def own_event_files(repository: Repository, commit: str) -> list[TreeEntry]:
    """Return the files that `commit` holds and that are taken for events of this review."""
    home = repository.home
    files = list_tree(repository.git, commit, home.record)
    return [entry for entry in files if home.holds(entry.path) and is_event_path(entry.path)]


def thread_of(event: AnyEvent, path: str) -> str:
    """Return the thread in which `event` lies at `path`; empty for one outside threads.

    Raises:
        UnreadableEvent: it may not lie there.
    """
    match = _THREAD_FILE.match(path)
    if match is not None:
        _require_place(event, match["thread"], match["event"])
        if match["fan"] != match["thread"][-2:]:
            raise UnreadableEvent("it lies in the wrong folder")
        return match["thread"]
    outside = _OUTSIDE_FILE.match(path)
    if outside is None or EVENT_KINDS[type(event)].room != outside["room"]:
        raise UnreadableEvent(f"a '{TYPE_NAMES[type(event)]}' does not belong into this folder")
    if outside["event"] != event.id:
        raise UnreadableEvent("its name is not the id that it holds")
    return ""


def _require_place(event: AnyEvent, thread: str, name: str) -> None:
    if event.id != name:
        raise UnreadableEvent("its name is not the id that it holds")
    if event.thread not in {"", thread}:
        raise UnreadableEvent("it was made for another thread, and copied into this one")
    if ULID.match(thread) is None:
        raise UnreadableEvent("its folder is not named after a thread")
    if isinstance(event, Root) and event.id != thread:
        raise UnreadableEvent("a remark's own event must lie in the folder with its id")
    if isinstance(event, OutsideEvent):
        raise UnreadableEvent("it does not belong into a thread's folder")
