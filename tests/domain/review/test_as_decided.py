"""Whether a passage reads as its own decision, and those around it, made it."""

from dataclasses import replace

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import Decided, RecordedEdit, Suggested
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record, Recorded
from tests.making import blob, draft_of, kept, made
from tests.strategies import AUTHOR

PATH, OLD, NEW = "policy/s.md", "Ask first. Post later.", "Ask always. Post never."


def _accepted(count: int, before: str, after: str) -> tuple[Recorded, Recorded]:
    anchor = Anchor(path=PATH, blob=blob(OLD), start=0, end=len(before), exact=before, prefix="", suffix="")
    root = made(Suggested, count, kind="wording", replacement=after, anchors=(anchor,))
    edit = RecordedEdit(PATH, before, after)
    decision = made(Decided, count + 1, AUTHOR, verdict="accepted", on=root.id, after=(root.id,), edit=edit)
    return kept(root, root.id), kept(decision, root.id)


def test_decisions_around_a_passage_count_and_a_draft_knows_only_its_own() -> None:
    """Both decisions explain the sentence together; a draft made of another one asks anew."""
    first, second = _accepted(1, "first", "always"), _accepted(3, "later", "never")
    draft = draft_of({PATH: NEW}, *first, *second)
    thread = draft.review.threads[first[0].event.id]
    assert draft.is_as_decided(thread, OLD, NEW)
    assert not draft.is_as_decided(thread, OLD, "Ask always. Post seldom.")
    alone = replace(draft, review=fold(Record(first)))
    assert not alone.is_as_decided(thread, OLD, NEW)
    assert alone.is_as_decided(thread, "first", "always")
