"""What of a remark may go out, and what the author answered: the same words in every format."""

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft

REMOVED = "(removed by the author)"
_ANSWERS = {
    "accepted": "Accepted",
    "accepted-with-changes": "Accepted with other words",
    "noted": "Noted",
    "deferred": "Put off",
    "declined": "Declined",
    "duplicate": "Said by another remark as well",
    "withdrawn": "Withdrawn",
}


def sent_body(thread: Thread) -> str:
    """Return the words of a remark, unless the author had to remove them."""
    return REMOVED if thread.is_hidden else thread.body


def sent_replacement(thread: Thread) -> str | None:
    """Return the words that a remark suggests; None where it suggests none, or where they were removed."""
    return None if thread.is_hidden else thread.replacement


def sent_answer(draft: Draft, thread: Thread) -> str:
    """Return what the author decided, and why; empty while nothing is decided."""
    answer = _ANSWERS.get(thread.state, "")
    if not answer:
        return ""
    if thread.decision is not None and thread.state == "duplicate" and thread.decision.of:
        answer = f"{answer} ({draft.review.name_of(thread.decision.of)})"
    reason = thread.decision_words
    return f"{answer}: {reason}" if reason else f"{answer}."


def suggested_passage(draft: Draft, thread: Thread) -> tuple[str, int, int] | None:
    """Return where a suggestion's passage stands, if that reads as it did when the suggestion was made; else None."""
    place = draft.placement(thread.id)
    if sent_replacement(thread) is None or place is None or place.path is None or not place.is_placed:
        return None
    words = draft.policy.texts[place.path].text[place.start : place.end]
    return (place.path, place.start, place.end) if words == thread.anchors[0].exact else None
