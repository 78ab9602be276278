"""A policy that came from others: what both sides changed since, and taking theirs over passage by passage."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

import msgspec

from reviewtui.domain.actions import remarking
from reviewtui.domain.actions.commands import Adopt, Suggest
from reviewtui.domain.person import Person
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.events import ADOPTED, Source, Suggested
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.adoption import Offer, OwnChange, offers, own_changes
from reviewtui.domain.review.draft import Draft
from reviewtui.store.policy import text_history as changes
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

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """What the others changed."""
        return offers(
            self._texts(self.base), self._texts(self.theirs), self.draft.policy.strings(), self.draft.rules.language
        )

    @cached_property
    def own(self) -> tuple[OwnChange, ...]:
        """What we changed."""
        return own_changes(self._texts(self.base), self.draft.policy.strings(), self.draft.rules.language)

    def author_of(self, offer: Offer) -> Person:
        """Return who last changed the section in which a change was made."""
        repository = self.loader.environment.repository
        made = changes.changes_of(repository, self.base, self.theirs, offer.their_path)
        return made[0].author if made else changes.author_of(repository, self.theirs)

    def _texts(self, commit: str) -> dict[str, str]:
        return self.loader.policy_of(Version(commit[:10], commit), self.draft.settings)[0].strings()


def adoption_of(loader: Loader, draft: Draft, remote: str) -> Adoption:
    """Return our draft beside the policy of a remote, as it was last fetched: nothing is fetched here.

    Raises:
        Refused: nothing of it was fetched yet, or the two policies never had the same text.

    """
    repository = loader.environment.repository
    theirs = changes.tracked(repository, remote)
    if theirs is None:
        raise Refused(
            f"Nothing of '{remote}' is in this clone; fetch it first: git fetch {remote} "
            "(a new one is named with: git remote add NAME ADDRESS)."
        )
    base = changes.common_commit(repository, draft.version.commit, theirs, draft.policy.folder)
    if base is None:
        raise Refused(
            f"This policy and the one of '{remote}' never had the same text; compare versions by name instead."
        )
    return Adoption(loader, draft, remote, base, theirs)


def adopt(context: CommandContext, command: Adopt) -> Outcome:
    """Save a suggestion for each change named; accepting it takes it over and credits who made it."""
    adoption = adoption_of(context.loader, context.draft, command.remote)
    chosen = [_chosen(adoption, number) for number in dict.fromkeys(command.numbers)]
    events = [_suggested(context, adoption, offer) for offer in chosen]
    paths = [save_pending(context, event, event.id) for event in events]
    names = ", ".join(context.draft.review.name_of(event.id) for event in events)
    what = "a suggestion" if len(events) == 1 else f"{len(events)} suggestions"
    message = f"Saved {what} ({names}); pending until you submit, then accept or decline them."
    return Outcome(
        message, events[0].id, events[0].id, paths[0], count=len(events), threads=tuple(e.id for e in events)
    )


def _chosen(adoption: Adoption, number: int) -> Offer:
    offer = next((other for other in adoption.offers if other.number == number), None)
    see = f"reviewtui diff --adopted {adoption.remote}"
    if offer is None:
        raise Refused(f"There is no change {number}; see: {see}")
    if offer.relation == "same":
        raise Refused(f"Change {number} is in your text already.")
    if not offer.can_be_taken:
        raise Refused(f"Change {number} is not about one passage that stands in your text; take it over by hand: {see}")
    return offer


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
    event = remarking.suggest(actor, command, context.draft.policy, context.draft.version.commit)
    return msgspec.structs.replace(event, source=source)


def _item(offer: Offer) -> str:
    parts = (offer.their_path, offer.before, offer.after)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
