"""Where a thread's passages were read and where they stand now, as rows that every front end sets in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft, Standing
from reviewtui.views.threads.lost_passage import lost_lines


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place of a thread.

    `words` are the passage, what stands before a gap, or the topic; `now` is what stands at its place in the text at
    hand; `lost` says where a passage without a known place was read, and what may be it.
    """

    about: Literal["policy", "topic", "section", "passage", "gap"]
    words: str = ""
    path: str = ""
    standing: Standing | None = None
    now: str = ""
    lost: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether other words stand there now; how they are wrapped is the same."""
        placed = self.standing is not None and self.standing.is_placed
        return placed and self.about == "passage" and self.now.split() != self.words.split()


def place_rows(draft: Draft, thread: Thread) -> Iterator[PlaceRow]:
    """Yield a row for each place of a thread; the whole policy is one too."""
    if not thread.anchors:
        yield PlaceRow("policy")
    for anchor, standing in draft.places(thread):
        yield _row(draft, anchor, standing)


def _row(draft: Draft, anchor: Anchor, standing: Standing | None) -> PlaceRow:
    if anchor.topic and not anchor.path:
        return PlaceRow("topic", anchor.topic)
    if standing is None or not anchor.is_passage:
        return PlaceRow(_about(anchor), anchor.exact or anchor.prefix, anchor.path, standing)
    lost = () if standing.is_placed else tuple(lost_lines(draft, anchor, standing))
    words = anchor.exact or anchor.prefix
    return PlaceRow(_about(anchor), words, anchor.path, standing, _words_at(draft, standing), lost)


def _about(anchor: Anchor) -> Literal["section", "passage", "gap"]:
    if not anchor.is_passage:
        return "section"
    return "passage" if anchor.exact else "gap"


def _words_at(draft: Draft, standing: Standing) -> str:
    text = draft.policy.texts.get(standing.path) if standing.is_placed and standing.path is not None else None
    return text.text[standing.start : standing.end] if text else ""
