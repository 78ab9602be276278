"""A policy that came from others: what both sides changed since, and taking theirs over passage by passage."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

import msgspec

from reviewtui.domain.actions.commands import Adopt, Suggest
from reviewtui.domain.actions.remarks import remarking
from reviewtui.domain.person import Person
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.place import Place
from reviewtui.domain.record.events import ADOPTED, Source, Suggested
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.adoption import Offer, OwnChange, offers, own_changes
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.ancestry import is_ancestor
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import save_pending
from reviewtui.workspace.loading.loader import Loader


@dataclass(frozen=True)
class Adoption:
    """Our draft beside the policy of `remote` as it was last fetched; `base` is the last commit that both had."""

    loader: Loader
    draft: Draft
    remote: str
    base: str
    theirs: str
    _authors: dict[str, Person] = field(default_factory=dict, compare=False)

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What the others changed."""
        return offers(
            self._texts(self.base),
            self._texts(self.theirs),
            self.draft.policy.strings(),
            self.draft.effective_settings.language,
        )

    @cached_property
    def own(self) -> tuple[OwnChange, ...]:
        """What we changed."""
        return own_changes(self._texts(self.base), self.draft.policy.strings(), self.draft.effective_settings.language)

    @property
    def shown_by(self) -> str:
        """The command that shows these changes with their numbers."""
        return f"reviewtui diff --adopted {self.remote}"

    def author_of(self, offer: Offer) -> Person:
        """Return who last changed the section in which a change was made."""
        return self._authors.get(offer.their_path) or self._author(offer.their_path)

    def _author(self, path: str) -> Person:
        repository = self.loader.environment.repository
        made = text_history.changes_of(repository, self.base, self.theirs, path)
        self._authors[path] = made[0].author if made else text_history.author_of(repository, self.theirs)
        return self._authors[path]

    def _texts(self, commit: str) -> dict[str, str]:
        return self.loader.policy_at(commit, self.draft.settings).strings()


def adoption_of(loader: Loader, draft: Draft, remote: str, of: str = "") -> Adoption:
    """Return our draft beside the policy of a remote, as it was last fetched or at its commit `of`; none is fetched.

    Raises:
        Refused: nothing of it was fetched yet, or the two policies never had the same text.
    """
    repository = loader.environment.repository
    theirs = text_history.tracked(repository, remote)
    if theirs is None:
        raise Refused(
            f"Nothing of '{remote}' is in this clone; fetch it first: git fetch {remote} "
            "(a new one is named with: git remote add NAME ADDRESS)."
        )
    if of:
        theirs = _commit_of(repository, remote, theirs, of)
    base = text_history.common_commit(repository, draft.version.commit, theirs, draft.policy.folder)
    if base is None:
        raise Refused(
            f"This policy and the one of '{remote}' never had the same text; compare versions by name instead."
        )
    return Adoption(loader, draft, remote, base, theirs)


def _commit_of(repository: Repository, remote: str, tip: str, of: str) -> str:
    commit = repository.resolve_commit(of.lower())
    if commit is None or not is_ancestor(repository, commit, tip):
        raise Refused(f"'{of}' is no commit of '{remote}' as it was last fetched, which is at {tip[:10]}.")
    return commit


def adopt(context: CommandContext, command: Adopt) -> Outcome:
    """Save a suggestion for each change named; accepting it takes it over and credits who made it."""
    adoption = adoption_of(context.loader, context.draft, command.remote, command.of)
    named = [_chosen(adoption, number) for number in dict.fromkeys(command.numbers)]
    chosen, left_out = _meant(context, adoption, command)
    events = [_suggested(context, adoption, offer) for offer in dict.fromkeys((*named, *chosen))]
    if not events:
        raise Refused(f"There is nothing to take over of that{_left_out(left_out)}; see: {adoption.shown_by}")
    paths = [save_pending(context, event, event.id) for event in events]
    names = ", ".join(context.draft.review.name_of(event.id) for event in events)
    what = "a suggestion" if len(events) == 1 else f"{len(events)} suggestions"
    message = (
        f"Saved {what} ({names}) of {adoption.remote} at {adoption.theirs[:10]}{_left_out(left_out)}; "
        "pending until you submit, then accept or decline them."
    )
    return Outcome(
        message, events[0].id, events[0].id, paths[0], count=len(events), threads=tuple(e.id for e in events)
    )


def _chosen(adoption: Adoption, number: int) -> Offer:
    offer = next((other for other in adoption.offers if other.number == number), None)
    if offer is None:
        raise Refused(f"There is no change {number}; see: {adoption.shown_by}")
    if offer.relation == "same":
        raise Refused(f"Change {number} is in your text already.")
    if not offer.can_be_taken:
        raise Refused(
            f"Change {number} is not about one passage that stands in your text; take it over by hand: "
            f"{adoption.shown_by}"
        )
    return offer


def _meant(context: CommandContext, adoption: Adoption, command: Adopt) -> tuple[list[Offer], dict[str, int]]:
    """The changes that a range, a section or a class means and that can be taken; how many are left out, and why."""
    last = max((offer.number for offer in adoption.offers), default=0)
    beyond = next((high for _, high in command.ranges if high > last), None)
    if beyond is not None:
        raise Refused(f"There is no change {beyond}; the last one is {last}; see: {adoption.shown_by}")
    path = find_section(context.draft.policy, command.section).path if command.section else ""
    meant = [
        offer
        for offer in adoption.offers
        if any(low <= offer.number <= high for low, high in command.ranges)
        or ((path or command.editorial) and _is_meant(offer, path, editorial=command.editorial))
    ]
    suggested = {thread.root.source.item for thread in context.draft.review.threads.values() if thread.root.source}
    reasons = Counter(_reason_against(offer, suggested) for offer in meant)
    del reasons[""]
    return [offer for offer in meant if not _reason_against(offer, suggested)], dict(reasons)


def _is_meant(offer: Offer, path: str, *, editorial: bool) -> bool:
    where = offer.place.path if offer.place is not None else offer.their_path
    return (not path or where == path) and (not editorial or offer.change_class == "editorial")


def _reason_against(offer: Offer, suggested: set[str]) -> str:
    if offer.relation == "same":
        return "in your text already"
    if not offer.can_be_taken:
        return "to be taken over by hand"
    return "suggested already" if _item(offer) in suggested else ""


def _left_out(reasons: dict[str, int]) -> str:
    return f" (left out: {', '.join(f'{count} {reason}' for reason, count in reasons.items())})" if reasons else ""


def _suggested(context: CommandContext, adoption: Adoption, offer: Offer) -> Suggested:
    place = offer.place
    section = context.draft.policy.section_at(place.path, place.start) if place is not None else None
    if place is None or section is None:
        raise Refused(f"Change {offer.number} has no place in your text; take it over by hand.")
    actor, author = context.actor(), adoption.author_of(offer)
    for_them = actor.settings.is_author(actor.person) and author.key != actor.person.key
    source = Source(format=ADOPTED, export=adoption.theirs, item=_item(offer))
    earlier = [thread for thread in context.draft.review.threads.values() if thread.root.source == source]
    if earlier:
        raise Refused(
            f"Change {offer.number} was suggested already: reviewtui show {context.draft.review.name_of(earlier[0].id)}"
        )
    command = Suggest(
        Place(section.name, span=(place.start, place.end)),
        offer.words,
        f"Taken from {adoption.remote} ({adoption.theirs[:10]}), by {author}. {offer.reason}".strip(),
        "wording" if offer.change_class == "editorial" else "substance",
        on_behalf_of=str(author) if for_them else "",
    )
    event = remarking.suggest(actor, command, context.policy_at(""))
    return msgspec.structs.replace(event, source=source)


def _item(offer: Offer) -> str:
    parts = (offer.their_path, offer.before, offer.after)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
