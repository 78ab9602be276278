"""How an author settles suggestions for the same words: one is taken, each of the others gets a line of its own."""

import re
from typing import get_args

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.record.events import Verdict
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.threads.acceptance_preview import words_now
from reviewtui.views.threads.queue import QueueItem

_LINE = re.compile(r"(?P<name>[0-9a-z]+)\s+(?P<verdict>[a-z-]+)\s*:?\s*(?P<why>.*)", re.DOTALL)
_OUTCOMES: tuple[Verdict, ...] = ("declined", "noted", "deferred", "duplicate")


def overlap_form(draft: Draft, item: QueueItem, taken: Thread) -> ComposeForm:
    """Begin to settle an overlap with the words of `taken`; one line says what becomes of each of the others."""
    name = draft.review.name_of
    others = [thread for thread in item.threads if thread.id != taken.id]
    lines = "\n".join(f"{name(thread.id)} declined: the words of {name(taken.id)} were taken." for thread in others)
    start = FormContent(lines, taken.replacement or "")
    title = f"Settle {len(item.threads)} suggestions with the words of {name(taken.id)}, as they are or edited"
    hint = "Each of the others: declined, noted, deferred or duplicate, and why"
    return ComposeForm("settle", title, hint, taken.id, passage=words_now(draft, taken), start=start)


def overlap_commands(made: ComposeForm, content: FormContent) -> tuple[Decide, ...]:
    """Return the decision on the words that were taken, and one on each of the others.

    Raises:
        Refused: a line does not say what becomes of which suggestion.

    """
    taken = Decide(made.thread, "accepted", words=content.replacement)
    others = (_decision(line.strip(), made.thread) for line in content.body.splitlines() if line.strip())
    return (taken, *others)


def _decision(line: str, taken: str) -> Decide:
    found = _LINE.fullmatch(line)
    verdict = next((known for known in get_args(Verdict) if found and known == found["verdict"]), None)
    if found is None or verdict not in _OUTCOMES:
        raise Refused(f"\u201c{line[:40]}\u201d: write a name, then {', '.join(_OUTCOMES)}, a colon and the reason.")
    return Decide(found["name"], verdict, found["why"], of=taken if verdict == "duplicate" else "")
