"""Where comments begin and end and where words go and come, paragraph by paragraph, as the body is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reviewtui.exchange.word.layout.sent_moves import SentMove
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, Stretch
from reviewtui.exchange.word.layout.sent_remarks import SentChange, SentRemark
from reviewtui.exchange.word.writing.run_xml import ChangedBy


@dataclass(frozen=True, slots=True)
class NumberedComment:
    """One comment of the file: its number, the number of the one that it answers (-1: none), and what it says."""

    number: int
    answers: int
    author: str
    at: datetime
    body: str
    resolved: bool


@dataclass(frozen=True, slots=True)
class NumberedMove:
    """One move of the file: its number, by which its two ends are one, and who asks for it."""

    number: int
    move: SentMove
    by: ChangedBy


@dataclass
class ParagraphMarks:
    """All that stands on the paragraphs: changes, and the ends of comments by paragraph and character."""

    comments: list[NumberedComment] = field(default_factory=list)
    of_changes: set[int] = field(default_factory=set)
    """The numbers of the comments that are about a change, so that what it puts in stands in their range."""
    changes: dict[int, list[tuple[SentChange, ChangedBy]]] = field(default_factory=lambda: defaultdict(list))
    going: dict[int, list[NumberedMove]] = field(default_factory=lambda: defaultdict(list))
    coming: dict[int, list[NumberedMove]] = field(default_factory=lambda: defaultdict(list))
    starts: dict[int, dict[int, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    ends: dict[int, dict[int, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def cuts(self, index: int, length: int) -> list[int]:
        """Return the places at which the runs of a paragraph are cut."""
        places = {0, length, *self.starts[index], *self.ends[index]}
        for change, _ in self.changes[index]:
            places |= {change.about.start, change.about.end}
        places |= {place for going in self.going[index] if going.move.runs for place in _ends_of(going.move)}
        places |= {coming.move.at for coming in self.coming[index] if coming.move.runs}
        return sorted(place for place in places if 0 <= place <= length)


def marks_of(remarks: Sequence[SentRemark], paragraphs: Sequence[SentParagraph]) -> ParagraphMarks:
    """Return the marks of remarks; each answer has the range of what it answers, else Word drops it."""
    marks = ParagraphMarks()
    signs = {
        (paragraph.path, run.note): (i, paragraph)
        for i, paragraph in enumerate(paragraphs)
        for run in paragraph.runs
        if run.note
    }
    for remark in remarks:
        if remark.change is not None:
            by = ChangedBy(remark.author, remark.thread.root.at)
            marks.changes[remark.change.about.first].append((remark.change, by))
        if remark.move is not None:
            _add_move(marks, remark)
        about = _outside_of_notes(remark.about, paragraphs, signs)
        first = -1
        for entry in remark.entries:
            number = len(marks.comments)
            resolved = not remark.thread.is_open
            marks.comments.append(NumberedComment(number, first, entry.author, entry.at, entry.body, resolved))
            marks.of_changes |= {number} if remark.change or remark.move else set()
            first = number if first < 0 else first
            marks.starts[about.first][about.start].append(number)
            marks.ends[about.last][about.end].append(number)
    return marks


def _ends_of(move: SentMove) -> tuple[int, int]:
    return move.about.start, move.about.end


def _add_move(marks: ParagraphMarks, remark: SentRemark) -> None:
    if remark.move is None:
        return
    number = sum(len(moves) for moves in marks.coming.values()) + 1
    numbered = NumberedMove(number, remark.move, ChangedBy(remark.author, remark.thread.root.at))
    for index in range(remark.move.about.first, remark.move.about.last + 1):
        marks.going[index].append(numbered)
    marks.coming[remark.move.behind].append(numbered)


def _outside_of_notes(
    about: Stretch, paragraphs: Sequence[SentParagraph], signs: dict[tuple[str, str], tuple[int, SentParagraph]]
) -> Stretch:
    """Word ignores comments in footnotes, so they stand at the mark of the footnote."""
    paragraph = paragraphs[about.first]
    sign = signs.get((paragraph.path, paragraph.label)) if paragraph.kind == "note" else None
    if sign is None:
        return about
    index, holder = sign
    run = next(run for run in holder.runs if run.note == paragraph.label)
    shown = holder.shown(run.start, run.end) or (0, 0)
    return Stretch(index, shown[0], index, shown[1])
