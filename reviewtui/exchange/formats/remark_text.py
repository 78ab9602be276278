"""What of a remark may go out, and what the author answered: the same words in every format."""

from collections.abc import Iterator, Sequence

from reviewtui.domain.record.events import Decided, Revised, Suggested, ThreadEvent, Withdrawn
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.rendered_text import rendered_text

REMOVED = "(removed by the author)"
ANSWERS = {
    "accepted": "Accepted",
    "accepted-with-changes": "Accepted with other words",
    "noted": "Noted",
    "deferred": "Put off",
    "declined": "Declined",
    "duplicate": "Said by another remark as well",
    "withdrawn": "Withdrawn",
}
"""What an author answered, in words; what is not decided has none."""


def sent_body(thread: Thread) -> str:
    """Return the words of a remark, unless the author had to remove them."""
    if thread.is_hidden:
        return REMOVED
    return "\n\n".join(part for part in (thread.body, sent_move(thread)) if part)


def sent_move(thread: Thread) -> str:
    """Return where a remark asks its passage to stand; empty for one that asks for no move, or was removed."""
    if not thread.is_move or thread.is_hidden:
        return ""
    target = thread.anchors[1]
    words = " ".join(rendered_text(target.prefix).split())
    if target.start is None:
        return f"Move this to behind “{sent_path(target.path)}”."
    return f"Move this to behind “…{words}”." if words else "Move this to the beginning."


def sent_replacement(thread: Thread) -> str | None:
    """Return the words that a remark suggests; None where it suggests none, or where they were removed."""
    return None if thread.is_hidden else thread.replacement


def sent_answer(draft: Draft, thread: Thread) -> str:
    """Return what became of a remark, and why, in the words of `answered_by`; empty while nothing is decided."""
    answer = ANSWERS.get(thread.state, "")
    if not answer:
        return ""
    if thread.decision is not None and thread.state == "duplicate" and thread.decision.of:
        answer = f"{answer} ({draft.review.name_of(thread.decision.of)})"
    reason = thread.withdrawal.words if thread.withdrawal is not None else thread.decision_words
    return f"{answer}: {reason}" if reason else f"{answer}."


def answered_by(thread: Thread) -> str:
    """Return who settled a remark: the author, or by name whoever withdrew it."""
    return thread.withdrawal.by.name if thread.withdrawal is not None else "The author"


def sent_observations(draft: Draft, thread: Thread) -> str:
    """Return what the authors said in a thread and decided, a line each; of a withdrawn remark, who took it back."""
    answer = sent_answer(draft, thread)
    if thread.withdrawal is not None:
        answer = f"{answered_by(thread)}: {answer}"
    return "\n".join((*authors_replies(draft, thread), *([answer] if answer else ())))


def authors_replies(draft: Draft, thread: Thread) -> tuple[str, ...]:
    """Return what people of the authors' organisations answered in a thread, each with the name."""
    own = draft.effective_settings.own_organisations()
    replies = (entry for entry in thread.replies if entry.event.organisation in own)
    return tuple(f"{entry.by.name}: {entry.words}" for entry in replies)


_TYPED = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
    | dict.fromkeys("\u2018\u2019\u201a", "'")
    | dict.fromkeys("\u2010\u2011\u2013\u2014", "-")
    | {"\u2026": "..."}
)
"""What programs put in place of signs that a keyboard has, and take them back."""
_LOST = str.maketrans(dict.fromkeys("\"'\x13\x14\x18\x19\x1c\x1d", "") | {"-": " "})
"""What is left of these signs, or halved, where an encoding does not have them."""


def with_typed_signs(words: str) -> str:
    """Return words with the signs that a keyboard has, and one blank between them: as programs may give them back."""
    return single_spaced(words.translate(_TYPED))


def without_signs(words: str) -> str:
    """Return words without quotation marks and dashes, and one blank between them: as programs may have lost them."""
    return single_spaced(words.translate(_TYPED).replace("...", "").translate(_LOST))


def texts_ever_sent(draft: Draft, thread: Thread) -> frozenset[str]:
    """Return all that files may have said in a thread, flat: also what was said anew or removed since they went out."""
    events = [entry.event for entry in thread.entries]
    bodies = [REMOVED, *(event.words for event in events), *(entry.words for entry in thread.entries)]
    wished = {event.replacement for event in events if isinstance(event, Suggested | Revised)}
    tails = ["", sent_move(thread), *(suggested_words(words) for words in wished if words is not None)]
    return frozenset(single_spaced(f"{body} {tail}") for body in bodies for tail in tails) | {
        single_spaced(each) for each in answers_ever_sent(draft, thread)
    }


def answers_ever_sent(draft: Draft, thread: Thread) -> Iterator[str]:
    """Yield all that files may have told of what became of a remark."""
    events = [entry.event for entry in thread.entries]
    return (f"{answer}{end}" for answer in ANSWERS.values() for end in _endings(draft, events))


def _endings(draft: Draft, events: Sequence[ThreadEvent]) -> Iterator[str]:
    """What may stand behind the word that a decision is told by, or a withdrawal."""
    yield "."
    for event in events:
        if isinstance(event, Decided):
            other = f" ({draft.review.name_of(event.of)})" if event.of else ""
            yield f"{other}: {event.body}" if event.body else f"{other}."
            yield f": {event.body}" if event.body else "."
        elif isinstance(event, Withdrawn) and event.body:
            yield f": {event.body}"


def suggested_words(replacement: str) -> str:
    """Return a suggestion as a comment tells it where no mark does."""
    return f"Suggested words: “{replacement}”" if replacement else "Suggested: delete this."


def suggested_passage(draft: Draft, thread: Thread) -> tuple[str, int, int] | None:
    """Return where a suggestion's passage stands, if that reads as it did when the suggestion was made; else None."""
    place = draft.placement(thread.id)
    if sent_replacement(thread) is None or place is None or place.path is None or not place.is_placed:
        return None
    words = draft.policy.texts[place.path].text[place.start : place.end]
    return (place.path, place.start, place.end) if words == thread.anchors[0].exact else None
