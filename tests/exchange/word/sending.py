"""A policy sent out as a Word file and read again, without a repository."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import Commented, MoveSuggested, Suggested
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, Incoming
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.word import word_format
from reviewtui.text.placement.place_values import Placement
from tests.making import blob, draft_of, kept, made, number
from tests.strategies import REVIEWER

EXPORT = "01kb2m6y3t9v8w5x4z7q1r0pka"
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
PATH = "policy/principles.md"


def draft(text: str, *events: Recorded) -> Draft:
    """Return a draft of one section with remarks, each placed where it was made."""
    return placed(draft_of({PATH: text}, *events))


def placed(drafted: Draft) -> Draft:
    """Return a draft in which each remark stands where it was made."""
    places = {
        thread.id: tuple(
            Placement("exact", anchor.path, anchor.start or 0, anchor.end or 0, 1.0) for anchor in thread.anchors
        )
        for thread in drafted.review.threads.values()
    }
    return replace(drafted, placements=places)


def suggested(text: str, start: int, end: int, words: str, count: int = 1, **fields: object) -> Recorded:
    """Return a suggestion for characters of the section, as a commit holds it."""
    anchor = Anchor(path=PATH, blob=blob(text), start=start, end=end, exact=text[start:end])
    event = made(Suggested, count, REVIEWER, replacement=words, anchors=(anchor,), kind="wording", **fields)
    return kept(event, number(count))


def commented(text: str, start: int, end: int, words: str, count: int = 1) -> Recorded:
    """Return a comment on characters of the section, as a commit holds it."""
    anchor = Anchor(path=PATH, blob=blob(text), start=start, end=end, exact=text[start:end])
    return kept(made(Commented, count, REVIEWER, body=words, anchors=(anchor,), kind="general"), number(count))


def relocated(text: str, span: tuple[int, int], at: int, count: int = 1, body: str = "") -> Recorded:
    """Return a suggestion that characters of the section stand behind character `at` of it, as a commit holds it."""
    places = [
        Anchor(path=PATH, blob=blob(text), start=low, end=high, exact=text[low:high], prefix=text[:low][-40:])
        for low, high in (span, (at, at))
    ]
    event = made(MoveSuggested, count, REVIEWER, anchors=(places[0],), target=(places[1],), kind="wording", body=body)
    return kept(event, number(count))


def sent(drafted: Draft) -> bytes:
    """Return a draft with its remarks as a Word file."""
    written = word_format.write(Outgoing(drafted, EXPORT, NOW))
    assert isinstance(written, bytes)
    return written


def read(content: bytes, drafted: Draft) -> Incoming:
    """Return what a file brings in to a review whose text is as it was sent."""
    return word_format.read(content, ImportContext(drafted, lambda _commit: drafted))


def new_acts(content: bytes, drafted: Draft) -> Sequence[BroughtAct]:
    """Return those acts of a file that the record does not have."""
    return [act for act in read(content, drafted).acts if not act.thread]


def wordings(acts: Sequence[BroughtAct], text: str) -> list[tuple[str, str | None]]:
    """Return of each act the characters of the file that it is about, and what comes in their place."""
    return [
        (text[act.place.start : act.place.end] if act.place and act.place.start is not None else "-", act.replacement)
        for act in acts
    ]


def texts(drafted: Draft) -> Mapping[str, str]:
    """Return the texts of a draft."""
    return drafted.policy.strings()
