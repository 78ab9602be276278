"""Where comments begin and end and where words go and come, paragraph by paragraph, as the body is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_remarks import SentChange, SentRemark, Stretch
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


@dataclass
class ParagraphMarks:
    """All that stands on the paragraphs: changes, and the ends of comments by paragraph and character."""

    comments: list[NumberedComment] = field(default_factory=list)
    changes: dict[int, list[tuple[SentChange, ChangedBy]]] = field(default_factory=lambda: defaultdict(list))
    starts: dict[int, dict[int, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    ends: dict[int, dict[int, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def cuts(self, index: int, length: int) -> list[int]:
        """Return the places at which the runs of a paragraph are cut."""
        places = {0, length, *self.starts[index], *self.ends[index]}
        for change, _ in self.changes[index]:
            places |= {change.about.start, change.about.end}
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
        about = _outside_of_notes(remark.about, paragraphs, signs)
        first = -1
        for entry in remark.entries:
            number = len(marks.comments)
            resolved = not remark.thread.is_open
            marks.comments.append(NumberedComment(number, first, entry.author, entry.at, entry.body, resolved))
            first = number if first < 0 else first
            marks.starts[about.first][about.start].append(number)
            marks.ends[about.last][about.end].append(number)
    return marks


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
