"""From the rows of a commenting form that came back to what they bring in.

A row that says exactly what we sent is that remark. A remark of ours with other words is an answer to it. Any other
row is a remark of whoever filled it in.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.clause_number import Clause, find_clause, quote_place
from reviewtui.exchange.formats.remark_text import without_signs
from reviewtui.exchange.table.commenting_form import COLUMNS, FormRow, ReadRow, ReadTable, kind_of
from reviewtui.exchange.table.proposed_change import PossibleChange, possible_changes
from reviewtui.exchange.table.row_matching import KnownRow, match_rows
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.excerpt import clipped
from reviewtui.views.rendered_text import rendered_text

_WITH_PERSON = re.compile(r"(?P<organisation>.*)\((?P<person>[^()]+)\)\s*", re.DOTALL)
_ON = re.compile(r"\s*On [“\"](?P<quote>.+?)[”\"]: ?(?P<body>.*)", re.DOTALL | re.IGNORECASE)

_UNUSED = (
    "its proposed change is no suggestion: it does not say which words become which, or the clause has these "
    "nowhere or several times"
)


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


def new_row_act(row: FormRow, item: str, policy: Policy, reader: str) -> BroughtAct:
    """Return what a row says that `item` names; `reader` is whom the table was sent to."""
    return _from_elsewhere(_act(row, item, policy), row, reader)


def _act(row: FormRow, item: str, policy: Policy) -> BroughtAct:
    clause = find_clause(policy, row.clause)
    line = int(row.line) if row.line.strip().isascii() and row.line.strip().isdigit() else None
    act = BroughtAct("comment", item, _voice(row.member), row.comments.strip(), kind=kind_of(row.type) or "general")
    if row.clause.strip() and clause is None:
        act = replace(act, note=f"there is no one clause '{' '.join(row.clause.split())[:60]}' in the text")
    else:
        if suggestion := _suggestion(act, row.change, policy, clause, line):
            return suggestion
        if not row.change.strip() and (comment := _on_quote(act, policy, clause, line)):
            return comment
        act = replace(_in_clause(act, policy, clause), note=_UNUSED if row.change.strip() else "")
    return _with_words(act, row, clause)


def _from_elsewhere(act: BroughtAct, row: FormRow, reader: str) -> BroughtAct:
    """A new row in the name of others than the table was sent to says so: nobody else may speak for them."""
    match = _WITH_PERSON.fullmatch(row.member)
    named = match["organisation"] if match else ""
    if not reader or not named or without_signs(named).casefold() == without_signs(reader).casefold():
        return act
    why = f"the table was sent to {reader}, this row names {single_spaced(named)}"
    return replace(act, note="; ".join(note for note in (act.note, why) if note))


def _suggestion(
    act: BroughtAct, change: str, policy: Policy, clause: Clause | None, line: int | None
) -> BroughtAct | None:
    """The proposed change as a suggestion, if it can mean one thing only."""
    wishes = [
        (wish, place) for wish in possible_changes(change) if (place := _wished_place(wish, policy, clause, line))
    ]
    if len(wishes) != 1:
        return None
    wish, place = wishes[0]
    quote = _words_at(policy, place)
    return replace(
        _without_quote(act, policy, place), act="suggestion", place=place, replacement=wish.replacement, quote=quote
    )


def _wished_place(wish: PossibleChange, policy: Policy, clause: Clause | None, line: int | None) -> BroughtPlace | None:
    if clause is not None and wish.where != "instead":
        # What a gap stands behind may begin before its clause.
        clause = replace(clause, start=clause.section.start, end=clause.section.end)
    place = quote_place(policy, wish.words, clause, line, by_end=wish.where == "after")
    if place is None or wish.where == "instead":
        return place
    at = place.end if wish.where == "after" else place.start
    return replace(place, start=at, end=at)


def _without_quote(act: BroughtAct, policy: Policy, place: BroughtPlace) -> BroughtAct:
    match = _ON.fullmatch(act.body)
    words = _words_at(policy, place)
    quotes_place = match is not None and match["quote"] in {words, rendered_text(words)}
    return replace(act, body=match["body"].strip()) if match is not None and quotes_place else act


def _on_quote(act: BroughtAct, policy: Policy, clause: Clause | None, line: int | None) -> BroughtAct | None:
    """A comment that says which words it is on, if these stand at one place."""
    match = _ON.fullmatch(act.body)
    place = quote_place(policy, match["quote"], clause, line) if match else None
    if match is None or place is None or not match["body"].strip():
        return None
    return replace(act, place=place, body=match["body"].strip(), quote=_words_at(policy, place))


def _in_clause(act: BroughtAct, policy: Policy, clause: Clause | None) -> BroughtAct:
    if clause is None:
        return act
    is_section = (clause.start, clause.end) == (clause.section.start, clause.section.end)
    if is_section:
        return replace(act, place=BroughtPlace(clause.section.path, clause.start, None))
    end = policy.texts[clause.section.path].text.find("\n", clause.start)
    place = BroughtPlace(clause.section.path, clause.start, end if end >= 0 else clause.end)
    return replace(act, place=place, quote=_words_at(policy, place))


def _words_at(policy: Policy, place: BroughtPlace) -> str:
    return policy.texts[place.path].text[place.start : place.end]


def _with_words(act: BroughtAct, row: FormRow, clause: Clause | None) -> BroughtAct:
    """Let a remark say all that its row says and its place does not."""
    where = [] if clause is not None else [("Clause", row.clause)]
    where += [("Paragraph", row.paragraph), ("Line", row.line)]
    where += [("Type", row.type)] if kind_of(row.type) is None else []
    columns = ", ".join(f"{name}: {' '.join(cell.split())}" for name, cell in where if cell.strip())
    change = f"Proposed change: {row.change.strip()}" if row.change.strip() else ""
    return replace(
        act, body="\n\n".join(part for part in (f"({columns})" if columns else "", act.body, change) if part)
    )


def _voice(member: str) -> Voice:
    """Whoever a row names: "Southmere Council (Pat Adviser)" is Pat Adviser."""
    match = _WITH_PERSON.fullmatch(member)
    return Voice(" ".join((match["person"] if match else member).split()))
