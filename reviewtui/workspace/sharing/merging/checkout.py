"""What going on to another commit means for the index and the work tree, in which a person may be at work.

What is not committed yet stays: an incoming change of the same file is put into the person's text, sentence by
sentence, in the index and in the file each by itself. Where that does not fit, nothing is done.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.store.commit.journal import MAX_BYTES, NO_FILE, Step, work_tree_id
from reviewtui.store.files import durable
from reviewtui.store.files.file_names import require_usable_names
from reviewtui.store.git.index import index_entries
from reviewtui.store.git.objects import blob_id, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import REGULAR
from reviewtui.store.git.trees import Difference, differences, write_blobs
from reviewtui.store.policy.policy_files import is_left_out
from reviewtui.store.record.event_paths import is_record_folder
from reviewtui.text.merge.three_way import conflicts, merge_texts, settled

_UNDO = "commit or undo that first, then try again. Nothing was changed."


def steps_between(repository: Repository, old: str, new: str) -> tuple[Step, ...]:
    """Return what becomes of each file when HEAD goes from commit `old` to `new`.

    Raises:
        Conflict: something that is not committed stands in the way.
        Refused: a file may not be made here.
    """
    changed = differences(repository.git, old, new)
    require_usable_names(change.path for change in changed)
    _require_record(changed)
    entries = index_entries(repository, tuple(change.path for change in changed))
    return tuple(_Place(repository, change, entries.get(change.path, "")).step() for change in changed)


def _require_record(changed: Iterable[Difference]) -> None:
    """Refuse a link, a file or a repository of its own where a folder of the record lies: all events would be gone."""
    for change in changed:
        if change.new and is_record_folder(change.path):
            what = "file" if _mode(change.new) in REGULAR else "link"
            raise Refused(
                f"What comes in puts a {what} where a folder of the record lies ('{change.path}'), so it is not taken; "
                "ask whoever did that to put the folder back. Nothing was changed."
            )


@dataclass(frozen=True, slots=True)
class _Place:
    """One file that a commit changes, and its entry in the index."""

    repository: Repository
    change: Difference
    entry: str

    def step(self) -> Step:
        """Return what becomes of it."""
        before = work_tree_id(self.repository, self.change.path)
        return Step(
            path=self.change.path,
            before=before or NO_FILE,
            after=self._after(before),
            index_before=self.entry,
            index_after=self._index(),
            mode=_mode(self.change.new) or "100644",
        )

    def _index(self) -> str | None:
        old, new = self.change.old, self.change.new
        if self.entry == new:
            return None
        if self.entry == old:
            return new
        if not (old and new and self.entry):
            raise self._in_the_way("a staged change")
        content = self._merged(_blob(self.entry), "staged")
        return f"{_mode(new)} {write_blobs(self.repository, [content])[content]}"

    def _after(self, before: str | None) -> str | None:
        old, new = _blob(self.change.old), _blob(self.change.new)
        if new and _mode(self.change.new) not in REGULAR:
            return None  # a link or a repository of its own is never made or followed here
        if before is None:
            raise self._in_the_way("a link or a folder")
        if before == new:
            return None
        if before == old:
            return new
        if before == NO_FILE and is_left_out(self.repository, self.change.path):
            return new
        if before == NO_FILE:
            raise self._in_the_way("a deletion that is not committed")
        turned = self._turned(old, new)
        if turned is not None:
            return turned
        if not (old and new):
            raise self._in_the_way("a file of yours" if new else "an edit that is not committed")
        content = self._merged(before, "uncommitted")
        return write_blobs(self.repository, [content])[content]

    def _turned(self, old: str, new: str) -> str | None:
        """The new bytes with the line ends that git gave the file on check-out, where nothing else differs."""
        content = durable.read_regular(self.repository.work_tree / self.change.path, MAX_BYTES) or b""
        if b"\r\n" not in content or blob_id(content.replace(b"\r\n", b"\n"), self.repository.object_format) != old:
            return None
        if not new:
            return NO_FILE
        plain = read_blobs(self.repository.git, [new], MAX_BYTES).get(new, b"")
        turned = plain.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        return write_blobs(self.repository, [turned])[turned]

    def _merged(self, mine: str, what: str) -> bytes:
        """The incoming change put into my own text of the file, which is the blob `mine` or lies in the work tree."""
        held = read_blobs(self.repository.git, [_blob(self.change.old), mine, _blob(self.change.new)], MAX_BYTES)
        if mine not in held:
            held[mine] = durable.read_regular(self.repository.work_tree / self.change.path, MAX_BYTES) or b""
        try:
            base, ours, theirs = (
                held[blob].decode("utf-8") for blob in (_blob(self.change.old), mine, _blob(self.change.new))
            )
        except (KeyError, UnicodeDecodeError):
            raise self._in_the_way(f"an {what} edit" if what[0] == "u" else f"a {what} edit") from None
        parts = merge_texts(base, ours, theirs)
        text = settled(parts)
        if text is None:
            conflict = conflicts(parts)[0]
            raise Conflict(
                f"You have {what} edits of the same words in '{self.change.path}'; {_UNDO}",
                base=conflict.base,
                theirs=conflict.theirs,
                ours=conflict.ours,
            )
        return text.encode("utf-8")

    def _in_the_way(self, what: str) -> Conflict:
        return Conflict(f"{what.capitalize()} stands where '{self.change.path}' is changed; {_UNDO}")


def _mode(entry: str) -> str:
    return entry.partition(" ")[0]


def _blob(entry: str) -> str:
    return entry.partition(" ")[2]
