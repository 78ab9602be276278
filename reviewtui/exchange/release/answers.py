"""What became of a remark, in words that a reader of the release understands."""

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.markdown_escaping import plain, quoted

_SAID = {
    "accepted": "Accepted",
    "accepted-with-changes": "Accepted with other words",
    "noted": "Noted",
    "deferred": "Put off",
    "declined": "Declined",
    "duplicate": "Said by another remark as well",
    "withdrawn": "Withdrawn",
    "open": "Not decided yet",
    "contested": "Not decided yet",
}


def asked(thread: Thread) -> str:
    """Return what a remark says, with the words that it suggests."""
    if thread.is_hidden:
        return "(removed by the author)"
    body = plain(thread.body, 600)
    if thread.replacement is None:
        return body
    wish = f"suggests {quoted(thread.replacement, 300)}" if thread.replacement else "suggests to delete the passage"
    passage = thread.anchors[0].exact if thread.anchors else ""
    instead = f" instead of {quoted(passage, 300)}" if passage and thread.replacement else ""
    return f"{body} ({wish}{instead})" if body else f"{wish[:1].upper()}{wish[1:]}{instead}"


def answer(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return what the author decided, and why."""
    answer_words = _SAID[thread.state]
    if thread.decision is not None and thread.state == "duplicate" and thread.decision.of:
        answer_words = f"{answer_words} ({inputs.draft.review.name_of(thread.decision.of)})"
    reason = plain(thread.decision_words, 600)
    return f"{answer_words}: {reason}" if reason else f"{answer_words}."


def who(inputs: ReleaseInputs, thread: Thread) -> str:
    """Return who made a remark, with the organisation."""
    name = inputs.draft.rules.organisation_name(thread.root.organisation)
    return plain(f"{thread.by.name}, {name}")
