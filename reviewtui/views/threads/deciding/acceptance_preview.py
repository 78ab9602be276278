"""What accepting a suggestion would do to the text, before it is done."""

import re
from dataclasses import dataclass

from reviewtui.domain.actions.decisions.acceptance import accepted_change, beside_known_changes, insertions_of
from reviewtui.domain.actions.decisions.known_changes import KnownChanges, known_to
from reviewtui.domain.actions.decisions.move_acceptance import planned_move
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.domain.review.draft import Draft
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.section_context import lead_block
from reviewtui.text.markdown.seen_text import block_words, seen_around
from reviewtui.text.words.sentences import sentences_within

_SPACE = re.compile(r"\s+")
_AROUND = 240
"""So many characters on either side of a passage are shown with it."""


@dataclass(frozen=True, slots=True)
class AcceptancePreview:
    """The passage as it stands and as it would stand; `around` are some words on either side, as a reader sees them."""

    now: str
    then: str
    around: tuple[str, str] = ("", "")
    lead: str = ""
    """The words that lead to the list of which the passage is an item."""


def lead_over(text: str, start: int) -> str:
    """Return what leads to the list that a place of a text stands in, as a reader sees it; empty where nothing does."""
    block = lead_block(text, start)
    if block is None or block.kind != "paragraph":
        return ""
    words = " ".join(block_words(document_of(text), block).split())
    sentences = () if words.endswith((".", "!", "?")) else sentences_within(words, 0, len(words))
    return words[slice(*sentences[-1])] if sentences else ""


def words_now(draft: Draft, thread: Thread) -> str:
    """Return the words of a thread's passage as they stand now; those it was made on where it has no place."""
    placement = draft.placement(thread.id)
    if placement is None or placement.path is None or not placement.is_placed:
        return thread.anchors[0].exact if thread.anchors else ""
    return draft.policy.texts[placement.path].text[placement.start : placement.end]


def preview(draft: Draft, thread: Thread) -> AcceptancePreview | None:
    """Return what accepting `thread` as it is would change; None when it would change no words.

    Raises:
        Conflict: a person has to settle the words first.

    """
    placement = draft.placement(thread.id)
    if thread.is_move:
        return _moved(draft, thread)
    if thread.replacement is None or not thread.anchors:
        return None
    exact = thread.anchors[0].exact
    if placement is None or placement.path is None or not placement.is_placed:
        raise Conflict(
            "The passage has no one place in the text; put the remark to its place first, or decline it.",
            base=exact,
            theirs=thread.replacement,
        )
    text = draft.policy.texts[placement.path].text
    insertions = insertions_of(draft.review.threads.values())
    older = draft.texts_by_blob().get(thread.anchors[0].blob, "")
    known = known_to(thread, draft.review.threads.values())
    placement = beside_known_changes(thread, placement, text, KnownChanges(older, known))
    change = accepted_change(thread, text, placement, insertions)
    return preview_in(text, change.start, change.end, change.words)


def _moved(draft: Draft, thread: Thread) -> AcceptancePreview:
    """Return what stands where a move puts its passage."""
    plan = planned_move(thread, draft.policy.strings(), draft.placements[thread.id])
    path, change = plan.put
    text = draft.policy.texts[path].text
    left = plan.taken[1].applied(text) if plan.is_within else text
    return preview_in(left, change.start, change.end, change.words)


def preview_in(text: str, start: int, end: int, words: str) -> AcceptancePreview:
    """Return what putting `words` in the place of a passage of `text` changes, with what stands around it."""
    before, _, behind = seen_around(document_of(text), start, end)
    before, behind = _SPACE.sub(" ", before)[-_AROUND:], _SPACE.sub(" ", behind)[:_AROUND]
    return AcceptancePreview(text[start:end], words, (before, behind), lead_over(text, start))
