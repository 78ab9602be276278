"""What every importer may ask about the review that a file comes back to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft


class OtherPolicy(Refused):
    """A file that comes back was made from another policy than the one at hand."""

    def __init__(self, policy_id: str, what: str = "This file was made from") -> None:
        """Keep which policy it was, for whoever knows its title."""
        super().__init__(f"{what} another policy; import it where that is reviewed.")
        self.policy_id = policy_id
        self.what = what


@dataclass(frozen=True, slots=True)
class ImportContext:
    """The draft of now, and any version of this clone by its commit, with the remarks of now placed in it."""

    draft: Draft
    at: Callable[[str], Draft | None]
    """The text as of a commit; None for one that this clone does not have."""
    earlier: Callable[[], Iterable[ReadPolicy]] = tuple
    """The texts of earlier versions, for a file that does not say from which it was made: the newest first."""
    loses_changes: bool = False
    """Whether the file went through a format or program that loses some tracked changes."""

    def sent(self, policy_id: str, commit: str) -> Draft:
        """Return the text that was sent out.

        Raises:
            OtherPolicy: it belongs to another review.
            Refused: this clone does not have it.
        """
        draft = self.sent_if_here(policy_id, commit)
        if draft is None:
            raise Refused(f"This file was made from version {commit[:10]}, which this clone does not have; sync first.")
        return draft

    def sent_if_here(self, policy_id: str, commit: str) -> Draft | None:
        """Return the text that was sent out; None where this clone does not have it.

        Raises:
            OtherPolicy: it belongs to another review.
        """
        if policy_id != self.draft.settings.policy_id:
            raise OtherPolicy(policy_id)
        policy = self.draft.policy
        as_committed = not policy.gone and not any(text.dirty for text in policy.texts.values())
        # Most files come back before the text goes on; to load it once more takes as long as all the rest.
        return self.draft if as_committed and commit == self.draft.version.commit else self.at(commit)
