"""From remarks to the rows of a commenting form."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.clause_number import PlaceNames
from reviewtui.exchange.formats.remark_text import sent_body, sent_observations, sent_replacement
from reviewtui.exchange.table.commenting_form import TYPES, FormRow
from reviewtui.exchange.table.proposed_change import change_in_words
from reviewtui.text.words.visible import visible
from reviewtui.views.rendered_text import rendered_text

LONGEST = 32_000
"""Characters of a cell; programs for tables take 32,767 at most."""
_LONGEST_QUOTE = 2_000


class SentRow(NamedTuple):
    """A remark and its row."""

    thread: Thread
    row: FormRow


def sent_rows(draft: Draft, threads: Iterable[Thread], *, plain: bool = False) -> list[SentRow]:
    """Return the rows of remarks, in the order of the text; those about no place come first.

    `plain` tells passages and suggested words as people see them, for a table that keeps the source beside its cells.
    """
    ranks = {section.name: rank for rank, section in enumerate(draft.policy.sections)}

    def place(thread: Thread) -> tuple[int, int, str]:
        section, placement = draft.section_of(thread.id), draft.placement(thread.id)
        if section is None or placement is None:
            return -1, 0, thread.id
        return ranks[section.name], placement.start, thread.id

    names = PlaceNames(draft.policy)
    return [SentRow(thread, _row(draft, thread, names, plain=plain)) for thread in sorted(threads, key=place)]


def _row(draft: Draft, thread: Thread, names: PlaceNames, *, plain: bool) -> FormRow:
    line, clause, paragraph = _where(draft, thread, names)
    organisation = draft.settings.organisation_name(thread.root.organisation)
    replacement = sent_replacement(thread)
    about = "" if replacement is not None and not thread.anchors[0].is_gap else passage_in_words(thread, plain=plain)
    row = FormRow(
        member=f"{organisation} ({thread.by.name})",
        line=line,
        clause=clause,
        paragraph=paragraph,
        type=TYPES[thread.kind],
        comments=f"{about}{sent_body(thread)}",
        change="" if replacement is None else change_in_words(thread.anchors[0], replacement, plain=plain),
        observations=sent_observations(draft, thread),
    )
    return FormRow(*(shown_cell(cell) for cell in row))


def passage_in_words(thread: Thread, *, plain: bool = False) -> str:
    """Return the beginning of a comment on a passage, which says on which words it is."""
    exact = thread.anchors[0].exact if len(thread.anchors) == 1 else ""
    exact = rendered_text(exact) if plain else exact
    return f"On “{exact}”: " if exact and len(exact) <= _LONGEST_QUOTE else ""


def shown_cell(words: str) -> str:
    """Return words as a cell shows them: nothing in them is invisible, nothing is longer than a cell."""
    shown = visible(words)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} … (the rest is in the record of the review)"


def _where(draft: Draft, thread: Thread, names: PlaceNames) -> tuple[str, str, str]:
    """Line, clause and paragraph of a remark, as far as it has them."""
    section, placement = draft.section_of(thread.id), draft.placement(thread.id)
    if section is None or placement is None or not thread.anchors:
        return "", "", ""
    if not placement.is_placed or not thread.anchors[0].is_passage:
        return "", section.title, ""
    line = names.line(section.path, placement.start)
    return str(line), names.clause(section, placement.start).name, names.paragraph(section, placement.start)
