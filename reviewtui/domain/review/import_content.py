"""What an importer finds in a file that somebody sent back."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from reviewtui.domain.record.events import Cover, RemarkKind

ActKind = Literal["comment", "suggestion", "move", "reply"]
UNMARKED = "unmarked"
"""What stands for the id of what was sent out in a file that we did not send out."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever speaks in a file, as the file names them; `address` is empty where it tells none."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class BroughtPlace:
    """Where an act stands in a text that was sent out: from `start` to `end`, or the section as a whole."""

    path: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class BroughtAct:
    """One remark, suggestion or reply of a file.

    `item` is what names it in the file as often as that is saved anew; `to` names what a reply answers, as an item of
    the file or as a thread of the review; `thread` is the thread that it is in the record already; `note` says what the
    author should know about it; `resolved` that its writer's side marked it as dealt with.
    """

    act: ActKind
    item: str
    voice: Voice
    body: str = ""
    place: BroughtPlace | None = None
    replacement: str | None = None
    at: datetime | None = None
    to: str = ""
    thread: str = ""
    kind: RemarkKind = "general"
    note: str = ""
    resolved: bool = False
    quote: str = ""
    """The words of the file that it is about, for the report."""
    also: tuple[BroughtPlace, ...] = ()
    """Other passages that a comment is about besides."""
    target: BroughtPlace | None = None
    """The gap in which the passage of a move is to stand."""
    behind: str = ""
    """The words before that gap, as people see them."""

    @property
    def digest(self) -> str:
        """What is the same when the same person says the same words, by the name that the file gives them."""
        parts = [self.voice.name, self.act, self.body, "" if self.replacement is None else f"={self.replacement}"]
        parts += [str(self.target)] if self.target is not None else []
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def as_comment(self, why: str) -> "BroughtAct":
        """Return a suggestion as a remark that tells its words, for the reason `why`."""
        if self.act == "move":
            told = f"Move this to behind “…{self.behind}”."
            return replace(self, act="comment", body=f"{self.body}\n\n{told}".strip(), target=None, note=why)
        suggested = f"Suggested words: “{self.replacement}”" if self.replacement else "Suggested: delete this."
        body = "\n\n".join(part for part in (self.body, suggested) if part)
        return replace(self, act="comment", body=body, replacement=None, note=why)


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file holds: acts in reading order, the texts that it was made from, and what was read of it.

    `export` is the id of what was sent out, `version` the commit of it, both empty for a file that is not from here;
    `read` says what of the file was taken in, `left_out` what was not and why.
    """

    format: str
    export: str = ""
    version: str = ""
    acts: tuple[BroughtAct, ...] = ()
    texts: tuple[Cover, ...] = ()
    read: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    details: dict[str, object] = field(default_factory=dict)
    """What a format tells of its file besides, as JSON gives it."""
    digest: str = ""
    """The digest of the file, on which rests that whoever wrote in it has read its texts."""

    enclosed: tuple["Incoming", ...] = ()
    """The files that came inside of this one, as those attached to a mail."""

    def each(self) -> "Iterator[Incoming]":
        """Give this file and those inside of it."""
        yield self
        for inner in self.enclosed:
            yield from inner.each()

    def voices(self) -> tuple[Voice, ...]:
        """Return whoever says something that is not in the record yet, in reading order."""
        return tuple(dict.fromkeys(act.voice for file in self.each() for act in file.acts if not act.thread))


@dataclass(frozen=True, slots=True)
class BegunReview:
    """A review that was begun with a document: its files, what was said and committed, the remarks that came in.

    `told` says in sentences what of the document was not kept.
    """

    sections: tuple[str, ...]
    told: tuple[str, ...]
    message: str
    commit: str
    threads: tuple[str, ...]
