"""What accepting a suggestion would do to the text, before it is done."""

from dataclasses import dataclass

from reviewtui.domain.actions.decisions.acceptance import accepted_change, beside_known_changes, insertions_of
from reviewtui.domain.actions.decisions.known_changes import KnownChanges, known_to
from reviewtui.domain.actions.decisions.move_acceptance import planned_move
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.domain.review.draft import Draft

_AROUND = 240
"""So many characters on either side of a passage are shown with it."""


@dataclass(frozen=True, slots=True)
class AcceptancePreview:
    """The passage as it stands and as it would stand; `around` are some words on either side of it."""

    now: str
    then: str
    around: tuple[str, str] = ("", "")


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
    """Return what putting `words` in the place of a passage of `text` changes, with what stands on its own lines."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[end : end + _AROUND].partition("\n")[0]
    return AcceptancePreview(text[start:end], words, (before, behind))
