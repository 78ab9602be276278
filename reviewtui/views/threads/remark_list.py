"""Remarks as a list to go through: each with what became of it, in the author's own words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from reviewtui.domain.record.thread import Thread, in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.inline_change import gist_line
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Look, Styled, StyledLine, line
from reviewtui.views.threads.card.event_lines import left_to_do
from reviewtui.views.threads.thread_rows import where_it_stands
from reviewtui.views.time_in_words import day_words

_LONGEST = 110
_LOOKS: dict[str, Look] = {
    "open": "alarm",
    "contested": "bad",
    "accepted": "good",
    "accepted-with-changes": "good",
    "noted": "good",
    "declined": "strong",
    "deferred": "strong",
}


def remark_entries(
    draft: Draft, threads: Iterable[Thread], today: date, *, without: Literal["", "names", "place"] = ""
) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    """Yield an entry for each thread: name, kind and state, whose it is, how old, what it says, and the answer.

    What stands above the list of all of them is left out.
    """
    for thread in threads:
        organisation = draft.settings.organisation_name(thread.root.organisation)
        who = "" if without == "names" else f"{draft.called(thread.by)}, {organisation} \u00b7 "
        where = "" if without == "place" else f" \u00b7 {_where(draft, thread)}"
        yield thread.id, tuple(_lines(draft, thread, f"{who}{day_words(thread.root.at.date(), today)}{where}"))


def _where(draft: Draft, thread: Thread) -> str:
    section = draft.section_of(thread.id)
    return section.title if section is not None else where_it_stands(draft, thread)


def _lines(draft: Draft, thread: Thread, about: str) -> Iterator[StyledLine]:
    flags = "".join(f" \u00b7 {flag}" for flag in draft.flags_in_words(thread))
    weight = Styled(" \u00b7 blocking", "bad") if thread.blocking else Styled("")
    yield line(
        Styled(draft.review.name_of(thread.id), "strong"),
        Styled(f" {thread.kind} \u00b7 ", "muted"),
        Styled(thread.state_in_words, _LOOKS.get(thread.state, "muted")),
        weight,
        Styled(f"{flags} \u00b7 {about}", "muted"),
    )
    yield line("  ", *gist_line(thread, _LONGEST))
    yield from _answer(draft, thread)


def _answer(draft: Draft, thread: Thread) -> Iterator[StyledLine]:
    """Yield what the author decided, in their words, and what is still to be done about it."""
    if thread.decision is None:
        return
    reason = f": {clipped(thread.decision_words, _LONGEST)}" if thread.decision_words else ""
    yield line(
        Styled(f"  \u21b3 {in_words(thread.decision.verdict)}", _LOOKS.get(thread.state, "muted")), Styled(reason)
    )
    left = left_to_do(draft, thread)
    if left:
        yield line(Styled(f"  {left}", "alarm"))
