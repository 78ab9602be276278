"""What is carried along while the stories of a Word file are read."""

from dataclasses import dataclass, field, replace

from reviewtui.exchange.word.reading.left_out import LeftOut
from reviewtui.exchange.word.reading.numbering import ListCounters
from reviewtui.exchange.word.reading.paragraph import Paragraph, RunPosition, TrackedChange
from reviewtui.exchange.word.reading.styles import Styles


@dataclass
class ReadingState:
    """What all stories of a file share: styles, lists, links, counts, and what has been read so far."""

    styles: Styles
    numbering: ListCounters
    left_out: LeftOut
    paragraphs: list[Paragraph] = field(default_factory=list)
    starts: dict[str, RunPosition] = field(default_factory=dict)
    ends: dict[str, RunPosition] = field(default_factory=dict)
    references: dict[str, RunPosition] = field(default_factory=dict)
    """Where comments begin, end, and have their sign, by id."""
    borders: set[RunPosition] = field(default_factory=set)
    """The places at which a comment begins or ends, so that runs are not joined over them."""
    tables: int = 0


@dataclass(frozen=True, slots=True)
class EnclosingChanges:
    """What holds for all that stands inside: who inserted and deleted it, where it leads."""

    inserted: TrackedChange | None = None
    deleted: TrackedChange | None = None
    link: str = ""

    @property
    def is_undone(self) -> bool:
        """Whether whoever put it in took it out again."""
        return self.inserted is not None and self.deleted is not None and self.inserted.author == self.deleted.author

    def within(self, change: TrackedChange) -> "EnclosingChanges":
        """Return what holds inside of one more change."""
        if change.kind in {"insert", "move-to"}:
            return replace(self, inserted=change)
        return replace(self, deleted=change)


NO_CHANGES = EnclosingChanges()
"""What holds at the top of a story."""
