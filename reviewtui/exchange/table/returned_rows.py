"""From the rows of a commenting form that came back to what they bring in.

A row that says exactly what we sent is that remark. A remark of ours with other words is an answer to it. Any other
row is a remark of whoever filled it in.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.import_content import BroughtAct, Voice
from reviewtui.exchange.formats.remark_text import without_signs
from reviewtui.exchange.table.commenting_form import COLUMNS, FormRow, ReadRow, ReadTable
from reviewtui.exchange.table.new_rows import new_row_act
from reviewtui.exchange.table.row_matching import KnownRow, match_rows
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.excerpt import clipped

_MOST_BESIDE = 20


@dataclass(frozen=True, slots=True)
class RowsRead:
    """What the rows bring in, and what is said about those that bring nothing."""

    acts: tuple[BroughtAct, ...]
    left_out: tuple[str, ...]
    missing: tuple[str, ...] = ()
    """The remarks of ours that no row says."""


def read_rows(table: ReadTable, sent: Sequence[KnownRow], policy: Policy, reader: str) -> RowsRead:
    """Return what the rows of a table bring in.

    `policy` is the text as it was sent out, `reader` the name of whom it was sent to, who changed what is changed.
    """
    matches = match_rows(table.rows, sent)
    matched = matches.known
    members = Counter(without_signs(read.row.member) for read in table.rows)
    members.update(without_signs(known.row.member) for known in sent)
    acts: list[BroughtAct] = []
    left_out: list[str] = [f"The column {clipped(each, 300)}." for each in table.extra]
    left_out += _told_beside(table.beside)
    for read in table.rows:
        known = matched.get(read.number)
        if known is not None:
            acts.append(_known_act(known))
            acts += () if read.number in matches.brought else _answers(read.row, known, reader)
            left_out += (*_observed(read, known), *_recast(read, known))
            continue
        if not (read.row.comments.strip() or read.row.change.strip()):
            left_out += _wordless(
                read, alone=members[without_signs(read.row.member)] == 1 and read.row.member != reader
            )
            continue
        acts.append(new_row_act(read.row, matches.items[read.number], policy, reader))
        left_out += _observed(read, None)
    kept = (read for read in table.rows if read.number in matched)
    retyped = [str(read.number) for read in kept if _is_retyped(read.row, matched[read.number])]
    if retyped:
        rows = f"{counted(len(retyped), 'row')} of ours ({first_few(retyped, 10)})"
        left_out.append(f"{rows} with other quotation marks or dashes, and nothing else in other words.")
    taken = {known.thread for known in matched.values()}
    return RowsRead(tuple(acts), tuple(left_out), tuple(known.thread for known in sent if known.thread not in taken))


def _told_beside(beside: Sequence[str]) -> Iterator[str]:
    """What the file says around its rows."""
    for words in beside[:_MOST_BESIDE]:
        yield f"Beside the rows it says, which was not read: “{clipped(words, 200)}”"
    if len(beside) > _MOST_BESIDE:
        yield f"{counted(len(beside) - _MOST_BESIDE, 'more line')} beside the rows."


def _observed(read: ReadRow, known: KnownRow | None) -> Iterator[str]:
    """What somebody wrote into the last column of a row."""
    words = single_spaced(read.row.observations)
    if words and (known is None or words not in {single_spaced(known.row.observations), *known.said}):
        yield f"Row {read.number}: observations are the author's to write; not read: “{words[:200]}”"


def _recast(read: ReadRow, known: KnownRow) -> Iterator[str]:
    """What somebody wrote into the other columns of a row that the table keeps as it was sent."""
    for name, cell, before in zip(COLUMNS[:5], read.row, known.row, strict=False):
        if known.is_kept and without_signs(cell) != without_signs(before):
            told = f"“{clipped(single_spaced(cell), 100)}” in place of “{clipped(single_spaced(before), 100)}”"
            yield f"Row {read.number} says {told} in the column '{name}', which was not read."


def _wordless(read: ReadRow, *, alone: bool) -> Iterator[str]:
    """A row in which only the organisation is filled in already is an empty one; what stands nowhere else is none."""
    if any(cell.strip() for cell in read.row[1:]) or alone:
        words = " | ".join(single_spaced(cell) for cell in read.row if cell.strip())
        yield f"Row {read.number} holds neither a comment nor a proposed change: “{clipped(words, 200)}”"


def _is_retyped(row: FormRow, known: KnownRow) -> bool:
    """Whether a row of ours differs from what was sent only in signs that programs exchange by themselves."""
    pairs = [(row.comments, known.row.comments), (row.change, known.row.change)]
    return any(
        single_spaced(cell) != single_spaced(before)
        and single_spaced(cell) not in known.said
        and not _is_changed(cell, before, known)
        for cell, before in pairs
    )


def _is_changed(cell: str, before: str, known: KnownRow) -> bool:
    words = without_signs(cell)
    return words != without_signs(before) and words not in {without_signs(each) for each in known.said}


def _known_act(known: KnownRow) -> BroughtAct:
    act = BroughtAct("comment", known.thread, Voice(known.name), known.row.comments, thread=known.thread)
    return known.act or act


def _answers(row: FormRow, known: KnownRow, reader: str) -> Iterator[BroughtAct]:
    """What somebody wrote into a row of ours."""
    changed = [
        f"{name}: {cell}"
        for name, cell, before in zip(
            ("Comments", "Proposed change"),
            (row.comments, row.change),
            (known.row.comments, known.row.change),
            strict=True,
        )
        if _is_changed(cell, before, known)
    ]
    if changed:
        body = "\n\n".join(("In the table that came back this reads:", *changed))
        yield BroughtAct("reply", f"{known.thread}+", Voice(reader), body, to=known.thread)
