"""Points: which remarks say one thing, and which are none."""

from dataclasses import replace

import msgspec

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.readiness.raised_points import points_of
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.settings.settings import Settings, Topic
from reviewtui.text.placement.place_values import Placement
from tests.domain.readiness.judging import ANCHOR, PATH, TEXTS, case, remark
from tests.making import RULES, blob
from tests.strategies import READER

SOUTH = {"by": str(READER), "organisation": "southmere"}
BOTH = frozenset({"northvale", "southmere"})
WHOLE = Anchor(path=PATH, blob=blob(TEXTS[PATH]), version="a" * 40)


def points(*recorded: Recorded, roles: Settings = RULES) -> list[frozenset[str]]:
    """Return the organisations of each point, the most first."""
    draft = case(*recorded, roles=roles).draft
    placed = {name: tuple(map(standing, thread.anchors)) for name, thread in draft.review.threads.items()}
    return sorted(points_of(replace(draft, placements=placed)), key=len, reverse=True)


def standing(anchor: Anchor) -> Placement | None:
    """Return where an anchor stands in the text that it was made on; a section from its first character to its last."""
    if not anchor.path:
        return None
    start, end = (0, len(TEXTS[PATH])) if anchor.start is None else (anchor.start, anchor.end or 0)
    return Placement("exact", anchor.path, start, end, 1.0)


def test_a_remark_on_a_whole_section_is_no_point_and_joins_none() -> None:
    """Nobody can tell whether another one says the same; two on passages of that section stay two."""
    elsewhere = msgspec.structs.replace(ANCHOR, start=18, end=22, exact="must")
    whole = (remark(1, anchors=(WHOLE,)), remark(2, anchors=()))
    assert points(*whole) == []
    passages = (remark(3, anchors=(ANCHOR,)), remark(4, anchors=(elsewhere,)))
    assert points(*whole, *passages) == [frozenset({"northvale"})] * 2


def test_overlapping_passages_are_one_point() -> None:
    """By two organisations, it was raised by both."""
    assert points(remark(1, anchors=(ANCHOR,)), remark(2, anchors=(ANCHOR,), **SOUTH)) == [BOTH]


def test_two_remarks_that_miss_one_topic_are_one_point() -> None:
    """They name it, or say its words, or share two telling words where the settings name no topic."""
    purdah = Topic("pre-election", "Pre-election period", ("purdah",), required=True)
    roles = msgspec.structs.replace(RULES, topics=(purdah,))
    named = remark(1, kind="missing", anchors=(Anchor(topic="pre-election"),), body="It is not there.")
    said = remark(2, kind="missing", anchors=(), body="Where is purdah?", **SOUTH)
    assert points(named, said, roles=roles) == [BOTH]
    one = remark(3, kind="missing", body="Nothing says who moderates comments at weekends.")
    other = remark(4, kind="missing", body="Comments at weekends: not a word.", **SOUTH)
    third = remark(5, kind="missing", body="A section about pictures should be there.", **SOUTH)
    assert points(one, other, third) == [BOTH, frozenset({"southmere"})]


def test_a_word_that_only_begins_like_a_term_names_no_topic() -> None:
    """A career is no care, so two remarks that have only that in common stay two."""
    care = Topic("care", "Care", ("carers",))
    roles = msgspec.structs.replace(RULES, topics=(care,))
    one = remark(1, kind="missing", anchors=(), body="Say something of careers.")
    other = remark(2, kind="missing", anchors=(), body="What of those who look after others, the carers?", **SOUTH)
    third = remark(3, kind="missing", anchors=(), body="Care is not mentioned.", **SOUTH)
    assert points(one, third, roles=roles) == [frozenset({"northvale"}), frozenset({"southmere"})]
    assert points(other, third, roles=roles) == [frozenset({"southmere"})]
