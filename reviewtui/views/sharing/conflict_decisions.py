"""What was decided for the words of a side, where both sides of a merge changed the same ones."""

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.record.events import RecordedEdit
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.sync_state import MergeConflict


def decided_for_ours(draft: Draft, conflict: MergeConflict) -> str:
    """Return for which remarks the words of our side were accepted; empty for none.

    Somebody who takes the other side's words leaves those decisions without theirs. The other side's own decisions are
    in no draft before it is taken over, so nothing is known of its words.
    """
    decided = (thread for thread in draft.review.threads.values() if thread.decision is not None)
    names = [
        draft.review.name_of(thread.id)
        for thread in decided
        if thread.decision and any(_carries_out(edit, conflict) for edit in thread.decision.all_edits)
    ]
    return f"accepted: {first_few(names, 3)}" if names else ""


def _carries_out(edit: RecordedEdit, conflict: MergeConflict) -> bool:
    """Say whether our side has what a decision made of its words, and the other side has not.

    A conflict may be about less than the words of a decision, a sentence of them, or about more.
    """
    if edit.path != conflict.path:
        return False
    ours, words, gone = conflict.ours.strip(), edit.after.strip(), edit.before.strip()
    if not words:
        return _deletes(gone, conflict)
    is_part = bool(ours) and ours in words and ours not in (conflict.theirs.strip(), conflict.base.strip())
    return is_part or (words in ours and words not in conflict.theirs and words not in conflict.base)


def _deletes(gone: str, conflict: MergeConflict) -> bool:
    """Say whether words that a decision took out stand on the other side alone."""
    return bool(gone) and gone in conflict.theirs and gone not in conflict.ours
