"""Whether the words that decisions put into the text are still there."""

from collections.abc import Mapping

from reviewtui.domain.policy.anchor import CONTEXT
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import RecordedEdit
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.policy import text_history
from reviewtui.text.words.spacing import single_spaced
from reviewtui.workspace.loading.decided_words.applied_words import Applied, applied_edits
from reviewtui.workspace.loading.placing_remarks import Placing

NOT_IN_TEXT = frozenset({"not-in-text"})
_TELLING = 6
"""Words that hardly stand in a text by chance."""


def not_in_text_flags(
    placing: Placing, review: Review, policy: Policy, version: Version, head: tuple[str, Settings | None]
) -> Mapping[str, frozenset[str]]:
    """Return the flag `not-in-text` for applied decisions whose words went without an author having touched them.

    `head` is the commit of HEAD with the settings in force there. `policy` is the text at `version`, which can hold
    only what was decided before it was made.
    """
    repository, roles = placing.repository, head[1]
    edits = {
        thread.id: (thread.decision_commit, thread.decision.all_edits[-1])
        for thread in review.threads.values()
        if thread.decision is not None and thread.decision.all_edits and thread.decision_commit is not None
    }
    if edits and version.commit != head[0]:
        known = text_history.record_commits(repository, version.commit)
        edits = {thread: edit for thread, edit in edits.items() if edit[0] in known}
    flags: dict[str, frozenset[str]] = {}
    for thread, applied in _lost(placing, edits, policy).items():
        from reviewtui.workspace.loading.decided_words.rewritten import Rewriting

        commit, edit = edits[thread]
        if roles is None or not Rewriting(repository, version.commit, roles, policy.folder).touched(
            applied, edit, commit
        ):
            flags[thread] = NOT_IN_TEXT
    return flags


def _lost(
    placing: Placing, edits: Mapping[str, tuple[str, RecordedEdit]], policy: Policy
) -> Mapping[str, Applied | None]:
    """Those edits that the text does not hold, by thread."""
    edited = dict(zip(edits, applied_edits(placing.repository, edits.values()), strict=True))
    squeezed = {path: single_spaced(text.text) for path, text in policy.texts.items()} if edited else {}
    held = {thread: _quickly(applied, edits[thread][1], policy, squeezed) for thread, applied in edited.items()}
    unsettled = {thread: edited[thread] for thread, settled in held.items() if settled is None}
    anchors = {thread: applied.anchor for thread, applied in unsettled.items() if applied is not None}
    placements = placing.place_anchors((anchor for anchor in anchors.values() if anchor is not None), policy)
    for thread, anchor in anchors.items():
        placement = placements.get(anchor) if anchor is not None else None
        held[thread] = placement is not None and placement.is_placed and placement.state != "edited"
    return {thread: edited[thread] for thread, holds in held.items() if not holds}


def _quickly(applied: Applied | None, edit: RecordedEdit, policy: Policy, squeezed: Mapping[str, str]) -> bool | None:
    """Whether an edit is still there, as far as that shows without placing its words; None where it does not."""
    now = policy.texts.get(edit.path)
    if applied is not None and now is not None and now.blob == applied.blob and applied.start is not None:
        return True
    if applied is None or (applied.start is None and edit.after in applied.text):
        # The text of the decision is not to be had, or holds the words several times: what the words alone tell.
        return _somewhere(edit, squeezed)
    if applied.start is None:
        return False
    before, after = applied.around
    if not edit.after:
        back = (single_spaced(before + edit.before), single_spaced(edit.before + after))
        return not any(words in text for words in back for text in squeezed.values())
    around = single_spaced(before + edit.after + after)
    there = squeezed.get(edit.path, "")
    clear = len(before) + len(after) >= CONTEXT and around in there
    return True if clear or _stands_as_often(edit, applied, there) else None


def _stands_as_often(edit: RecordedEdit, applied: Applied, there: str) -> bool:
    """Whether words enough to be known again stand in their file as often as after the decision, whatever is around."""
    words = single_spaced(edit.after)
    if len(words.split()) < _TELLING:
        return False
    return there.count(words) >= single_spaced(applied.text).count(words) > 0


def _somewhere(edit: RecordedEdit, squeezed: Mapping[str, str]) -> bool:
    """Whether the new words stand in the text, or, after a deletion, the old ones no longer do."""
    after = single_spaced(edit.after)
    if after:
        return any(after in text for text in squeezed.values())
    return single_spaced(edit.before) not in squeezed.get(edit.path, "")
