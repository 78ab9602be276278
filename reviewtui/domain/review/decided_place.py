"""Where what a remark is about stands once it is decided: at the words that the decision put into the text."""

import re
from dataclasses import replace

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.placement.place_values import Placement


def shown_places(draft: Draft, thread: Thread) -> tuple[tuple[Anchor, Placement | None], ...]:
    """Return each anchor of a thread with where a reader finds it: decided words stand for what they replaced."""
    places = draft.places(thread)
    if len(places) != 1:
        return places
    anchor, placement = places[0]
    return ((anchor, _at_decided_words(draft, thread, placement) if placement is not None else None),)


def shown_place(draft: Draft, thread: Thread) -> Placement | None:
    """Return where a reader finds what a thread is about first; None for a remark on the whole policy or a topic."""
    return next((placement for _, placement in shown_places(draft, thread)), None)


def _at_decided_words(draft: Draft, thread: Thread, placement: Placement) -> Placement:
    """Return the place of the words that a decision put in, where they stand there once; else where the passage is."""
    edit = thread.decision.edit if thread.decision is not None else None
    text = draft.policy.texts.get(edit.path) if edit is not None else None
    if edit is None or text is None or not edit.after:
        return placement
    spans = [found.span() for found in re.finditer(re.escape(edit.after), text.text)]
    if placement.is_placed:
        spans = [span for span in spans if span[0] <= placement.end and placement.start <= span[1]]
    if len(spans) != 1 or (placement.is_placed and placement.path != edit.path):
        return placement
    state = placement.state if placement.is_placed else "edited"
    start, end = spans[0]
    return replace(placement, state=state, path=edit.path, start=start, end=end, candidates=(), likely=())
