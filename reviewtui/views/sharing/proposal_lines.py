"""What others propose, for people and for scripts."""

import shlex
from collections.abc import Iterator, Sequence

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.review.sync_state import Proposal

_MOST = 5
_REMARKS = frozenset({"comment", "suggestion", "move"})


def proposal_line(proposal: Proposal) -> str:
    """Return what taking a proposal would bring, in a line."""
    holds = proposal.holds
    remarks = sum(count for kind, count in holds.types.items() if kind in _REMARKS)
    others = holds.events - remarks
    parts = [counted(remarks, "remark")] if remarks else []
    parts += [counted(others, "other event")] if others else []
    parts += [f"{counted(proposal.proves, 'event')} without proof here, and their proof"] if proposal.proves else []
    parts += list(_graver(proposal)) or ["no change of text"]
    return f"{proposal.name}: {', '.join(parts)}"


def _graver(proposal: Proposal) -> Iterator[str]:
    if proposal.holds.texts:
        yield f"changes the text of {first_few(proposal.holds.texts, _MOST)}"
    if proposal.settings:
        yield "changes the settings"
    if proposal.changed_events:
        yield f"changes or deletes {counted(len(proposal.changed_events), 'event')} that are here already"
    if proposal.others:
        yield f"changes other files ({first_few(proposal.others, _MOST)})"
    if proposal.conflicts:
        yield f"has to be settled by hand in {first_few(proposal.conflicts, _MOST)}"


def proposals_lines(proposals: Sequence[Proposal]) -> Iterator[str]:
    """Yield what is proposed, and how to take it."""
    if not proposals:
        return
    count = counted(len(proposals), "proposal")
    yield f"{count} not taken yet; to take one: reviewtui sync --take {shlex.quote(proposals[0].name)}"
    for proposal in proposals:
        yield f"  {proposal_line(proposal)}"


def proposal_data(proposal: Proposal) -> dict[str, object]:
    """Return a proposal as JSON tells it."""
    return {
        "name": proposal.name,
        "remote": proposal.source,
        "reference": proposal.reference,
        "commit": proposal.commit,
        "people": list(proposal.holds.people),
        "events": proposal.holds.events,
        "types": dict(sorted(proposal.holds.types.items())),
        "organisations": dict(sorted(proposal.holds.organisations.items())),
        "texts": list(proposal.holds.texts),
        "settings": proposal.settings,
        "changed_events": list(proposal.changed_events),
        "others": list(proposal.others),
        "conflicts": list(proposal.conflicts),
        "proves": proposal.proves,
        "only_adds_remarks": proposal.only_adds_remarks,
    }
