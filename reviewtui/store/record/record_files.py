"""The record as files: read from HEAD and from the work tree, checked one by one, none silently left out."""

import hashlib
import os
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.record import Problem, Provenance, Record, Recorded
from reviewtui.domain.settings.review_home import NAMED
from reviewtui.store.cache.sealed_cache import event_cache
from reviewtui.store.files.durable import read_regular
from reviewtui.store.git.objects import blob_id, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.local.saved_here import SavedHere
from reviewtui.store.record.commit_graph import FileTouch, additions_behind
from reviewtui.store.record.committed_state_cache import CommittedState
from reviewtui.store.record.event_codec import NewerEvent, UnreadableEvent, decode_event
from reviewtui.store.record.event_paths import is_event_path, own_event_files, thread_of
from reviewtui.store.record.record_history import History
from reviewtui.store.record.toml_bounds import MAX_BYTES


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    blob: str
    content: bytes | None
    provenance: Provenance
    event: AnyEvent | None = None
    behind: tuple[str, ...] = ()


def committed_record(repository: Repository, head: str, history: History) -> Record:
    """Return every event that HEAD's history holds, and every file that had to be set aside.

    A committed event counts with the bytes with which it was first added: one that was changed or deleted since is
    named, and its first words still count.
    """
    cache = event_cache(repository.review_state_dir)
    known = cache.load()
    committed = _committed(repository, head, history, known)
    record = _without(committed.gone, history, _read(committed.files, committed.problems))
    by_path = {recorded.path: recorded.event for recorded in record.events}
    fresh = {file.blob: by_path[file.path] for file in committed.files if file.event is None and file.path in by_path}
    cache.keep(known | fresh, len(fresh))
    return record


def with_pending(repository: Repository, past: CommittedState, decoded: dict[str, AnyEvent]) -> Record:
    """Return the record as HEAD holds it, with what lies in the work tree besides.

    `decoded` holds the events of an earlier look by the digest of their bytes, and those of this look afterwards.
    """
    committed = past.record
    problems: list[Problem] = []
    files = [*_pending(repository, past, problems, decoded)]
    pending = _read(files, problems)
    digests = {file.path: file.blob for file in files}
    decoded.clear()
    decoded.update((digests[recorded.path], recorded.event) for recorded in pending.events)
    return Record((*committed.events, *pending.events), (*committed.problems, *pending.problems))


def _read(files: Iterable[_File], known: Iterable[Problem]) -> Record:
    problems = list(known)
    events: list[Recorded] = []
    for file in files:
        try:
            events.append(_recorded(file))
        except NewerEvent as error:
            problems.append(_set_aside("newer", file, str(error), "install a newer reviewtui"))
        except UnreadableEvent as error:
            problems.append(_set_aside("unreadable", file, str(error), _repair(file)))
    return Record(tuple(events), tuple(problems))


def _without(gone: Iterable[str], history: History, record: Record) -> Record:
    """`record` with what is to be said of the files that HEAD does not hold any more."""
    rubbish = {problem.path for problem in record.problems if problem.what == "unreadable"}
    problems = list(record.problems)
    for path in gone:
        settled = put_away(path, history) if path in rubbish else None
        if settled is None:
            problems.append(tampered("deleted", path, history))
        else:
            problems = [problem for problem in problems if problem.path != path] + [settled]
    return Record(record.events, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Committed:
    files: list[_File]
    problems: list[Problem]
    gone: tuple[str, ...]


def _committed(repository: Repository, head: str, history: History, known: Mapping[str, AnyEvent]) -> _Committed:
    now = {entry.path: entry for entry in own_event_files(repository, head)}
    first = {path: touches for path, touches in history.added.items() if is_event_path(path)}
    problems: list[Problem] = []
    for path, touches in first.items():
        blobs = sorted({touch.blob for touch in touches})
        if len(blobs) > 1:
            problems.append(clash(path, history))
        if path in now and now[path].object_id not in blobs:
            problems.append(tampered("edited", path, history))
    # What HEAD holds though no commit that is known here added it: a cut-off history.
    strays = {path: entry.object_id for path, entry in now.items() if path not in first}
    wanted = strays | {path: touch.blob for path, touches in first.items() for touch in touches if len(touches) == 1}
    contents = _contents(repository, {path: blob for path, blob in wanted.items() if blob not in known})
    several = {touch.blob for touches in first.values() if len(touches) > 1 for touch in touches}
    contents |= read_blobs(repository.git, several - known.keys(), MAX_BYTES)
    # Every commit that added a file is handed on: the fold takes the one that agrees with what the event says.
    behind = additions_behind(history.commits, first)
    files = [
        _File(
            path,
            touch.blob,
            contents.get(touch.blob),
            history.provenance[touch.commit, path],
            known.get(touch.blob),
            behind.get((touch.commit, path), ()),
        )
        for path, touches in first.items()
        for touch in touches
    ]
    unknown = Provenance(commit=None, known=False)
    files += [_File(path, blob, contents.get(blob), unknown, known.get(blob)) for path, blob in strays.items()]
    return _Committed(files, problems, tuple(path for path in first if path not in now))


def _contents(repository: Repository, blobs: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of each blob, by path: from the work tree where its file is exactly that blob, else from git."""
    contents: dict[str, bytes] = {}
    for path, blob in blobs.items():
        content = read_regular(repository.work_tree / path, MAX_BYTES)
        if content is not None and blob_id(content, repository.object_format) == blob:
            contents[blob] = content
    missing = set(blobs.values()) - contents.keys()
    return contents | read_blobs(repository.git, missing, MAX_BYTES)


def _pending(
    repository: Repository, past: CommittedState, problems: list[Problem], decoded: Mapping[str, AnyEvent]
) -> Iterable[_File]:
    saved = SavedHere(repository).read()
    links: list[Problem] = []
    walked = _walk(repository.work_tree, repository.home.record, links)
    new = [path for path in walked if path not in past.paths and is_event_path(path)]
    problems += sorted(links, key=lambda problem: problem.path)
    for path in sorted(new):
        content = read_regular(repository.work_tree / path, MAX_BYTES)
        digest = hashlib.sha256(content or b"").hexdigest()
        made_here = content is not None and saved.has(path, content)
        yield _File(path, digest, content, Provenance(roles=past.roles, made_here=made_here), decoded.get(digest))


def _walk(root: Path, record: str, problems: list[Problem]) -> Iterable[str]:
    """Every `.toml` below the folder `record`, by path from the root, in any order; links are named and not followed.

    The records of other reviews that lie in it are left out.

    It is asked of every folder at every load, so it builds strings, not paths.
    """
    above = (record, *(str(folder) for folder in PurePosixPath(record).parents if folder.name))
    link = next((folder for folder in reversed(above) if (root / folder).is_symlink()), None)
    if link is not None:
        problems.append(_link(link))
        return
    waiting = [record]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(f"{root}{os.sep}{folder}") as entries:
                for entry in entries:
                    path = f"{folder}/{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting += [path] if path != NAMED else []
                    elif path.endswith(".toml"):
                        yield path
                    elif entry.is_symlink():
                        problems.append(_link(path))
        except (FileNotFoundError, NotADirectoryError):
            continue


def _link(path: str) -> Problem:
    return Problem("unreadable", path, "it is a link and is not followed", repair=f"rm {shlex.quote(path)}")


def _recorded(file: _File) -> Recorded:
    event = file.event
    if event is None:
        if file.content is None:
            raise UnreadableEvent(f"it is no plain file of at most {MAX_BYTES} bytes")
        event = decode_event(file.content)
    return Recorded(event, thread_of(event, file.path), file.path, file.provenance, file.behind)


def _set_aside(what: str, file: _File, reason: str, repair: str) -> Problem:
    provenance = file.provenance
    by = str(provenance.author) if provenance.author else ""
    return Problem(what, file.path, reason, provenance.commit or "", by, repair)


def _repair(file: _File) -> str:
    if file.provenance.pending:
        return f"delete or mend {file.path}"
    way = f"git rm {shlex.quote(file.path)} && git commit"
    return f"it counts for nothing; whoever added it, or an author, takes it out: {way}"


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
