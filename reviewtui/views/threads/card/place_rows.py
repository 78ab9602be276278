"""Where a thread's passages were read and where they stand now, as rows that every front end sets in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.decided_place import shown_places
from reviewtui.domain.review.draft import Draft
from reviewtui.text.placement.place_values import Placement
from reviewtui.views.threads.card.lost_passage import lost_lines

AROUND = "what it is part of says something else now"
"""What is said where the sentence, list or heading around a passage changed in what it says."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a thread.

    `words` are the passage, what stands before a gap, or the topic; `now` is what stands at its place in the text at
    hand; `lost` says where a passage without a known place was read, and what may be it. `as_decided` where its words
    are those that the thread's own decision put there: no alarm tells them.
    """

    about: Literal["policy", "topic", "section", "passage", "gap"]
    words: str = ""
    path: str = ""
    placement: Placement | None = None
    now: str = ""
    lost: tuple[str, ...] = ()
    as_decided: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether other words stand there now; how they are wrapped is the same."""
        placed = self.placement is not None and self.placement.is_placed
        return placed and self.about == "passage" and self.now.split() != self.words.split()


def place_rows(draft: Draft, thread: Thread) -> Iterator[PlaceRow]:
    """Yield a row for each place of a thread; the whole policy is one too."""
    if not thread.anchors:
        yield PlaceRow("policy")
    for anchor, placement in shown_places(draft, thread):
        yield _as_decided(draft, thread, _row(draft, anchor, placement))


def _row(draft: Draft, anchor: Anchor, placement: Placement | None) -> PlaceRow:
    if anchor.topic and not anchor.path:
        return PlaceRow("topic", anchor.topic)
    if placement is None or not anchor.is_passage:
        return PlaceRow(_about(anchor), anchor.exact or anchor.prefix, anchor.path, placement)
    lost = () if placement.is_placed else tuple(lost_lines(draft, anchor, placement))
    words = anchor.exact or anchor.prefix
    return PlaceRow(_about(anchor), words, anchor.path, placement, _words_at(draft, placement), lost)


def _as_decided(draft: Draft, thread: Thread, row: PlaceRow) -> PlaceRow:
    """Return a row without alarms about words that the decision of its thread put into the text."""
    placement = row.placement
    if placement is None or thread.decision is None:
        return row
    around = placement.context_change
    if around is not None and draft.is_as_decided(thread, around.before, around.after):
        row = replace(row, placement=replace(placement, context_change=None))
    if row.is_changed and row.placement is not None and draft.is_as_decided(thread, row.words, row.now):
        return replace(row, placement=replace(row.placement, meaning_changed=False, reason=""), as_decided=True)
    return row


def _about(anchor: Anchor) -> Literal["section", "passage", "gap"]:
    if not anchor.is_passage:
        return "section"
    return "passage" if anchor.exact else "gap"


def _words_at(draft: Draft, placement: Placement) -> str:
    text = draft.policy.texts.get(placement.path) if placement.is_placed and placement.path is not None else None
    return text.text[placement.start : placement.end] if text else ""
