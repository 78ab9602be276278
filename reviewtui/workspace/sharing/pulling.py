"""What arrives from the other side: checked and merged at once, and put here as soon as ours is given.

While others push too, what lies between getting and giving decides who has to try again. HEAD, the index and the files
follow afterwards, so nothing but the merge itself lies there; what is in the way of them is found before giving.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.domain.review.sync_state import Proposal, Resolutions
from reviewtui.store.commit.head_advance import HeadMoved
from reviewtui.store.git.references import set_references
from reviewtui.workspace.sharing.merging.incoming_merge import (
    IncomingCommit,
    Integration,
    PlannedIntegration,
    finish_integration,
    integrate,
    plan_integration,
)
from reviewtui.workspace.sharing.sync_context import SyncContext, SyncRun


@dataclass(frozen=True, slots=True)
class Pull:
    """What the other side has at `tip`, merged with ours; `is_here` says that HEAD and the files are there already."""

    run: SyncRun
    tip: str | None
    planned: PlannedIntegration
    is_here: bool = False

    def put_here(self, *, given: bool = False) -> Integration:
        """Let HEAD and the files follow; `given` says that the other side has the merge by now.

        Raises:
            ReviewError: it was not possible, since something changed here meanwhile.
        """
        if self.is_here or self.tip is None:
            return self.planned.result
        try:
            return self._put_as_planned() or self._put_anew()
        except (Conflict, Refused) as error:
            if not given:
                raise
            reason = str(error).replace("Nothing was changed", "Nothing was changed here")
            name = self.run.remote.name
            raise Conflict(
                f"{name} has taken what you did, but what they had cannot be put here yet: {reason}"
            ) from error

    def _put_as_planned(self) -> Integration | None:
        """Go on as planned; None where somebody was at work here meanwhile."""
        with self.run.open_context() as context:
            if context.head != self.planned.result.before:
                return None
            context.repository.require_quiet()
            try:
                joined = finish_integration(context.repository, self.planned)
            except (Conflict, HeadMoved):
                return None
            _take_note(self.run, self.tip, joined)
        return joined

    def _put_anew(self) -> Integration:
        """Look at what is here now, and put the merge that was given into that."""
        name = self.run.remote.name
        with self.run.open_context() as context:
            joined = integrate(
                context, IncomingCommit(self.planned.result.commit, name, _tags(self.run)), Resolutions()
            )
            _take_note(self.run, self.tip, joined)
        return joined


def prepare_pull(run: SyncRun, tip: str | None, resolutions: Resolutions, taking: Sequence[Proposal]) -> Pull:
    """Merge what the other side has at `tip`.

    What a person settles or takes is put here at once: they saw just that, and another try must not judge it anew.

    Raises:
        Disputed: a person has to settle something; nothing was changed.
        ReviewError: it is not taken; nothing was changed.
    """
    at_once = bool(taking) or resolutions != Resolutions()
    if at_once and run.fork is None:
        run.connection.require_agreed()
    with run.open_context() as context:
        planned = _planned(run, context, tip, Resolutions() if taking else resolutions)
        if not at_once:
            return Pull(run, tip, planned)
        joined = finish_integration(run.repository, planned)
        _take_note(run, tip, joined)
    return Pull(run, tip, replace(planned, result=_taken(run, joined, taking, resolutions)), is_here=True)


def _planned(run: SyncRun, context: SyncContext, tip: str | None, resolutions: Resolutions) -> PlannedIntegration:
    if tip is None:
        return PlannedIntegration(Integration(context.head, context.head, merged=False), run.remote.name)
    return plan_integration(context, IncomingCommit(tip, run.remote.name, _tags(run)), resolutions)


def _tags(run: SyncRun) -> dict[str, str]:
    """The version tags that the other side has and this clone lacks, with their objects."""
    return {name: run.state.tags[name] for name in run.new_tags}


def _take_note(run: SyncRun, tip: str | None, joined: Integration) -> None:
    """Note which state of the other side was taken over."""
    if tip is None:
        return
    seen = run.remote.seen(run.theirs)
    if run.repository.resolve_ref(seen) != joined.commit:  # what was given since is newer
        set_references(run.repository, [(seen, tip)])


def _taken(run: SyncRun, joined: Integration, taking: Sequence[Proposal], resolutions: Resolutions) -> Integration:
    """Merge the proposals, one after the other; return what came of all."""
    for proposal in taking:
        incoming = IncomingCommit(proposal.commit, f"the proposal {proposal.name}", merges=True)
        with run.open_context() as context:
            merge = integrate(context, incoming, resolutions)
        foreign = (*joined.foreign, *merge.foreign)
        joined = replace(joined, commit=merge.commit, merged=joined.merged or merge.merged, foreign=foreign)
    return joined
