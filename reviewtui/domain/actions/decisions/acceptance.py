"""What accepting a suggestion puts into the text: planned in one go, before anything is written.

The preview, the commit and the sentence about who else wants these words all come from here, so that what is shown is
what is committed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.actions.decisions.move_acceptance import moving_along, planned_move
from reviewtui.domain.identifier import short
from reviewtui.domain.policy.editing import TextEdit, Three, edit_texts, insertion_span, settled_words
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.known_changes import NOTHING_KNOWN, KnownChanges, unknown_change
from reviewtui.domain.review.overlapping import overlapping, overlapping_with
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.text.placement.place_values import ContextChange, Placement

_SURE_ENOUGH = 0.5
"""A placement below this is not acted upon: it could as well be another place. Higher refuses places that are right."""
_AROUND = 80
"""So many characters on either side of a passage are shown with it."""


@dataclass(frozen=True, slots=True)
class CommittedText:
    """The committed policy into which words are to be put.

    `suggestions` are the open ones, `placements` say where they stand in it; `insertions` are the words that earlier
    decisions put in where nothing stood, by thread; `known` are the accepted suggestions that its writer could see, and
    those that the author decides in one go with it.
    """

    policy: Policy
    suggestions: tuple[Thread, ...]
    placements: Mapping[str, tuple[Placement | None, ...]]
    insertions: Mapping[str, str]
    known: KnownChanges = NOTHING_KNOWN


class CommittedTexts(Protocol):
    """Reads the text into which a plan puts words, when it needs it: HEAD's for a commit, the draft's for a screen."""

    def around(self, thread: Thread) -> CommittedText:
        """Return the committed text for a decision on `thread`."""

    def sides(self, path: str) -> Three:
        """Return one file as HEAD, the index and the work tree hold it."""


@dataclass(frozen=True, slots=True)
class DraftTexts:
    """The text of a draft as if it were committed: for what a screen shows of a decision before it is made."""

    draft: Draft

    def around(self, thread: Thread) -> CommittedText:
        """Return the text of the draft with where the open suggestions stand in it."""
        draft = self.draft
        known = draft.known_changes.get(thread.id, NOTHING_KNOWN)
        suggestions = suggestions_of(draft.review.open_threads())
        insertions = insertions_of(draft.review.threads.values())
        return CommittedText(draft.policy, suggestions, draft.placements, insertions, known)

    def sides(self, path: str) -> Three:
        """Return the text of the draft for all three."""
        text = self.draft.policy.texts[path].text
        return Three(text, text, text)


@dataclass(frozen=True, slots=True)
class AcceptancePlan:
    """What accepting a suggestion does to the three texts; each of `edits` is told in the text after those before it.

    `committed` is what it was planned on.
    """

    thread: Thread
    edits: tuple[TextEdit, ...]
    committed: CommittedText

    @property
    def overlaps(self) -> tuple[str, ...]:
        """Who else wants to change these words; worked out when it is asked for, since all suggestions are compared."""
        committed, others = self.committed, self.committed.suggestions
        along = moving_along(self.thread, others, committed.placements)
        if self.thread.is_move:
            return tuple(along)
        groups = overlapping(others, committed.policy, committed.placements)
        return tuple(dict.fromkeys((*overlapping_with(groups, self.thread.id), *along)))

    @property
    def last_change(self) -> tuple[str, TextEdit]:
        """The edit that puts the words, and the text of HEAD into which it does."""
        edit = self.edits[-1]
        text = self.committed.policy.texts[edit.path].text
        for earlier in self.edits[:-1]:
            text = earlier.result.head if earlier.path == edit.path else text
        return text, edit


def suggestions_of(threads: Iterable[Thread]) -> tuple[Thread, ...]:
    """Return those of `threads` that want to change words."""
    return tuple(thread for thread in threads if thread.is_suggestion or thread.is_move)


def insertions_of(threads: Iterable[Thread]) -> dict[str, str]:
    """Return the words that decisions put in where nothing stood, by thread."""
    decided = ((thread.id, thread.decision) for thread in threads)
    return {
        key: decision.edit.after
        for key, decision in decided
        if decision is not None and decision.edit is not None and not decision.edit.before
    }


def _words_to_put(command: Decide, thread: Thread) -> str | None:
    """Return the words that a decision puts into the text; None where it puts none there."""
    words = command.words if command.words is not None else thread.replacement
    if command.verdict != "accepted" or words is None:
        return None
    if len(thread.anchors) != 1 or not thread.anchors[0].is_passage:
        raise Refused(
            f"{short(thread.id)} is about no single passage, so --as cannot put words there; "
            "edit the text by hand and use 'done'."
        )
    return words


def _accepted_change(thread: Thread, place: Placement, committed: CommittedText, words: str | None) -> Edit:
    """Return what accepting `thread`, whose passage is at `place`, changes there; `words` are an author's.

    Raises:
        Conflict: the passage was changed in the same words, what it is said within says something else now, or the
            words would break the block they are to stand in.
    """
    wanted = words if words is not None else thread.replacement or ""
    text, span = committed.policy.texts[place.path or ""].text, (place.start, place.end)
    if span[0] == span[1]:
        span = insertion_span(text, span[0], (thread.id, wanted), committed.insertions)
    settled = wanted if words is not None else settled_words(thread.anchors[0], wanted, text, span)
    change = fitted(text, *span, settled)
    if isinstance(change, Misfit):
        raise Conflict(
            f"The words of {short(thread.id)} do not fit where they are to stand: {change.reason}. "
            "Accept other ones with --as TEXT, or decline it. Nothing was changed.",
            base=thread.anchors[0].exact,
            theirs=settled,
            ours=text[span[0] : span[1]],
        )
    if words is None and place.context_change is not None and change.applied(text) != text:
        raise _overtaken_around(thread, place.context_change, settled)
    return change


def _beside_known_changes(thread: Thread, place: Placement, text: str, known: KnownChanges) -> Placement:
    """Return a place without the doubt that suggestions which its writer could see, accepted since, account for.

    What its writer suggested in the same text, and what is accepted in one go with it, account for an alarm, too.
    """
    if place.context_change is None:
        return place
    in_doubt = place.context_change.in_doubt
    if in_doubt and (thread.replacement or "").startswith("\n") and place.start == place.end:
        # Words that begin their own line are in no sentence that stands there.
        return replace(place, context_change=None)
    accounting = tuple(
        each for each in known.threads if in_doubt or each.by.key == thread.by.key or each.id in known.together
    )
    if not accounting or not known.older:
        return place
    context_change = unknown_change(thread, replace(known, threads=accounting), text, (place.start, place.end))
    return replace(place, context_change=context_change)


def _overtaken_around(thread: Thread, context_change: ContextChange, words: str) -> Conflict:
    return Conflict(
        f"What {short(thread.id)} is part of says something else since it was suggested: {context_change.reason}. "
        "If its words are right there all the same, settle it with --as TEXT, or reattach or decline it. "
        "Nothing was changed.",
        base=context_change.before,
        theirs=words or "(delete the words)",
        ours=context_change.after,
    )


def _require_placed(thread: Thread, placement: Placement | None, words: str) -> Placement:
    """Return the one known place of a passage; refuse where it is gone, or could be in several places."""
    name = short(thread.id)
    if placement is None:
        raise Refused(f"{name} is about no passage of the text.")
    if placement.path is not None and placement.is_placed:
        return placement
    what = "could be in several places" if placement.state == "ambiguous" else "is not in the committed text any more"
    raise _not_certain(thread, words, what, "")


def plan_acceptance(command: Decide, thread: Thread, texts: CommittedTexts) -> AcceptancePlan | None:
    """Return what a decision does to the text; None where it leaves the text as it is.

    Raises:
        Conflict: the place is not certain, somebody changed the same words, or the words would break their block.
        Refused: words are given, but the remark is about no single passage.
    """
    if thread.is_move and command.verdict == "accepted":
        return _plan_move(command, thread, texts)
    words = _words_to_put(command, thread)
    if words is None:
        return None
    committed = texts.around(thread)
    placement = _require_placed(thread, committed.placements[thread.id][0], words)
    path = placement.path or ""
    sides = _sides(texts, path)
    _require_certain(thread, placement, committed, words)
    placement = _beside_known_changes(thread, placement, sides.head, committed.known)
    change = _accepted_change(thread, placement, committed, command.words)
    edit = edit_texts(path, (change.start, change.end), change.words, sides)
    return AcceptancePlan(thread, (edit,), committed)


def _plan_move(command: Decide, thread: Thread, texts: CommittedTexts) -> AcceptancePlan:
    """Return what accepting a move does: what is taken, and what is put in the text after that."""
    if command.words is not None:
        raise Refused(f"{short(thread.id)} moves a passage as it is; --as has no words to put there.")
    committed = texts.around(thread)
    places = committed.placements[thread.id]
    plan = planned_move(thread, committed.policy.strings(), places)
    sides = _sides(texts, plan.taken[0])
    if places[0] is not None:
        _require_certain(thread, places[0], committed, "(moves)")
    taken = edit_texts(plan.taken[0], (plan.taken[1].start, plan.taken[1].end), plan.taken[1].words, sides)
    there = taken.result if plan.stays_in_file else _sides(texts, plan.put[0])
    put = edit_texts(plan.put[0], (plan.put[1].start, plan.put[1].end), plan.put[1].words, there)
    return AcceptancePlan(thread, (taken, put), committed)


def _sides(texts: CommittedTexts, path: str) -> Three:
    sides = texts.sides(path)
    if sides.index is None or sides.work_tree is None:
        raise Conflict(
            f"'{path}' is not where HEAD has it (it was moved, deleted or replaced and that is not committed); "
            "commit or undo that first. Nothing was changed."
        )
    return sides


def _require_certain(thread: Thread, placement: Placement, committed: CommittedText, words: str) -> None:
    """Refuse a place that could be another one than the one that was read."""
    text = committed.policy.texts[placement.path or ""]
    if placement.confidence < _SURE_ENOUGH and placement.state != "reattached" and text.blob != thread.anchors[0].blob:
        around = text.text[max(0, placement.start - _AROUND) : placement.end + _AROUND]
        raise _not_certain(thread, words, "is not found with certainty", around)


def _not_certain(thread: Thread, words: str, what: str, around: str) -> Conflict:
    anchor, name = thread.anchors[0], short(thread.id)
    return Conflict(
        f"The passage of {name} {what}; say where it is with 'reviewtui reattach {name} SECTION --quote Q', "
        "or decline it. Nothing was changed.",
        base=f"{anchor.prefix}{anchor.exact}{anchor.suffix}" if around else anchor.exact,
        theirs=words,
        ours=around,
    )
