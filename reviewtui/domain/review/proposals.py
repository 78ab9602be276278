"""Proposals: what people without the right to push offer, chosen by name."""

from collections.abc import Sequence

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sharing import Proposal


class NeedsConsent(Refused):
    """A proposal that was named changes more than remarks, and nobody has agreed to that yet; nothing was changed."""

    def __init__(self, sentence: str, proposals: Sequence[Proposal]) -> None:
        """Keep the proposals that are asked about."""
        super().__init__(sentence)
        self.proposals = tuple(proposals)


def chosen(proposals: Sequence[Proposal], names: Sequence[str]) -> tuple[Proposal, ...]:
    """Return the proposals that are called so, in the order of `names`.

    Raises:
        Refused: there is none of that name.

    """
    by_name = {proposal.name.casefold(): proposal for proposal in proposals}
    for name in names:
        if name.casefold() not in by_name:
            known = ", ".join(proposal.name for proposal in proposals) or "none"
            raise Refused(f"There is no proposal '{name}'; proposals with something new: {known}.")
    return tuple(by_name[name] for name in dict.fromkeys(name.casefold() for name in names))
