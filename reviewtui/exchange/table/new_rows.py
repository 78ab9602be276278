"""A row that somebody added to a commenting form, as a remark or a suggestion.

Its proposed change is a suggestion where it says which words become which, and those words stand at one place.
Everything else keeps its words and is put to its clause, or to the policy: never to a guess.
"""

import re
from dataclasses import replace

from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.clause_number import Clause, find_clause, quote_place
from reviewtui.exchange.formats.remark_text import without_signs
from reviewtui.exchange.table.commenting_form import FormRow, kind_of
from reviewtui.exchange.table.proposed_change import Wish, readings
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.rendered_text import rendered_text

_WITH_PERSON = re.compile(r"(?P<organisation>.*)\((?P<person>[^()]+)\)\s*", re.DOTALL)
_ON = re.compile(r"\s*On [“\"](?P<quote>.+?)[”\"]: ?(?P<body>.*)", re.DOTALL | re.IGNORECASE)

_UNUSED = (
    "its proposed change is no suggestion: it does not say which words become which, or the clause has these "
    "nowhere or several times"
)


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
    wishes = [(wish, place) for wish in readings(change) if (place := _wished_place(wish, policy, clause, line))]
    if len(wishes) != 1:
        return None
    wish, place = wishes[0]
    quote = _words_at(policy, place)
    return replace(
        _without_quote(act, policy, place), act="suggestion", place=place, replacement=wish.replacement, quote=quote
    )


def _wished_place(wish: Wish, policy: Policy, clause: Clause | None, line: int | None) -> BroughtPlace | None:
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
