"""Proposals of others: looked for in the review's own remotes, within bounds, and told; nothing is taken unasked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.record.validity.authorship import identity_of
from reviewtui.domain.refusal import MachineFailed, ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.sync_state import NeedsConsent, Progress, Proposal, chosen
from reviewtui.store.git.process.child_limits import TooLarge
from reviewtui.store.git.references import references, set_references
from reviewtui.store.git.repository import Repository
from reviewtui.store.remote.remotes import remote_at
from reviewtui.store.remote.transport import MOST_OFFERED, Connection, RemoteState
from reviewtui.views.sharing.proposal_lines import proposal_line
from reviewtui.workspace.sharing.proposing.proposal_contents import contents_of
from reviewtui.workspace.sharing.sync_context import SyncRun

BRANCHES = "proposal/"
"""How the names of branches begin on which something is proposed."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A commit that is offered: by which name, where, and where it is kept here once it was fetched."""

    name: str
    source: str
    reference: str
    commit: str
    kept: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What is offered and not taken yet, and sentences about what could not be looked at."""

    proposals: tuple[Proposal, ...] = ()
    notes: tuple[str, ...] = ()


def find_proposals(run: SyncRun, drafts: Sequence[Draft], head: str) -> Offered:
    """Return what the remote's branches and its forge offer that `head` lacks."""
    notes: list[str] = []
    known = [row for draft in drafts for row in draft.effective_settings.organisations.items()]
    forks = {key: each.remote for key, each in known if each.remote and each.remote != run.remote.url}
    offers = _offers(run.connection, run.state)
    if not (offers or forks):
        return Offered()
    offers = _looked_at(run.connection, offers, notes)
    for identifier, address in forks.items():
        offers += _of_fork(run, identifier, address, notes)
    return Offered(_described(run.repository, drafts, head, offers, notes), tuple(notes))


def require_chosen(run: SyncRun, names: Sequence[str], *, agreed: bool) -> tuple[Proposal, ...]:
    """Return the proposals that a person named.

    Raises:
        NeedsConsent: one of them changes more than remarks, and nobody has agreed to that.
        Refused: there is none of that name.

    """
    with run.open_context() as context:
        drafts, head = tuple(context.drafts.values()), context.head
    offered = find_proposals(run, drafts, head)
    if not offered.proposals and offered.notes:
        raise MachineFailed(f"{offered.notes[0]} Nothing was changed.")
    taken = chosen(offered.proposals, names)
    graver = [proposal for proposal in taken if not proposal.only_adds_remarks]
    if graver and not agreed:
        lines = "; ".join(proposal_line(proposal).rstrip(".") for proposal in graver)
        raise NeedsConsent(
            f"{lines}. Look at it first: git diff HEAD...{graver[0].commit[:10]} Take it with --yes. "
            "Nothing was changed.",
            graver,
        )
    return taken


def _offers(connection: Connection, state: RemoteState) -> list[_Offer]:
    folder, source = connection.remote.proposals, connection.remote.name
    branches = [name for name in state.branches if name.startswith(BRANCHES)][:MOST_OFFERED]
    offers = [
        _Offer(name.removeprefix(BRANCHES), source, f"refs/heads/{name}", state.branches[name], f"{folder}/{name}")
        for name in branches
    ]
    for reference, commit in state.offered.items():
        _, kind, number, _ = reference.split("/")
        offers.append(_Offer(f"{kind.rstrip('s')}/{number}", source, reference, commit, f"{folder}/{kind}/{number}"))
    return offers


def _of_fork(run: SyncRun, identifier: str, address: str, notes: list[str]) -> list[_Offer]:
    """What a partner's fork offers: its branch of the name of ours, or its main one, and its own proposals."""
    try:
        connection = Connection.to(run.repository, remote_at(address), run.connection.watch)
        run.connection.watch(Progress(f"Asking the fork of {identifier} …"))
        state = connection.look()
    except ReviewError as error:
        notes.append(f"The fork of {identifier} was not looked at: {error}")
        return []
    branch = run.theirs if run.theirs in state.branches else state.main
    own = _offers(connection, replace(state, offered={}))
    offers = [replace(offer, name=f"{identifier}/{offer.name}") for offer in own]
    if branch in state.branches:
        reference, kept = f"refs/heads/{branch}", f"{connection.remote.proposals}/{branch}"
        offers.append(_Offer(identifier, connection.remote.name, reference, state.branches[branch], kept))
    return _looked_at(connection, offers, notes)


def _looked_at(connection: Connection, offers: Sequence[_Offer], notes: list[str]) -> list[_Offer]:
    """Fetch what is not here yet; forget what is no longer offered."""
    repository, folder = connection.repository, connection.remote.proposals
    here = references(repository, folder)
    gone = here.keys() - {offer.kept for offer in offers}
    missing = [offer for offer in offers if here.get(offer.kept) != offer.commit]
    if missing:
        connection.watch(Progress(f"Getting what is proposed at {connection.remote.name} …"))
        try:
            connection.get([f"+{offer.reference}:{offer.kept}" for offer in missing])
        except MachineFailed as error:
            notes.append(f"What is proposed at {connection.remote.name} could not be fetched: {error}")
            offers = [offer for offer in offers if offer not in missing]
    set_references(repository, [(name, "") for name in sorted(gone)])
    return list(offers)


def _described(
    repository: Repository, drafts: Sequence[Draft], head: str, offers: Iterable[_Offer], notes: list[str]
) -> tuple[Proposal, ...]:
    """What each offer holds; those that `head` builds on, or that bring nothing, are left out."""
    merged = _merged(repository, head)
    folders = tuple(draft.settings.folder for draft in drafts)
    refused = (recorded.path for draft in drafts for recorded, _ in draft.review.refused())
    everything = (recorded for draft in drafts for recorded in draft.review.everything())
    carried = (recorded.path for recorded in everything if identity_of(recorded) == "carried")
    unproved = frozenset((*refused, *carried))
    described: dict[str, Proposal | None] = {}
    for offer in offers:
        if offer.kept in merged or offer.commit in described:
            continue
        proposal = Proposal(offer.name, offer.source, offer.reference, offer.commit)
        try:
            described[offer.commit] = contents_of(repository, head, proposal, (folders, unproved))
        except TooLarge:
            # Each costs seconds, so that nobody can hold up a sync with many of them.
            notes.append(f"{offer.name} at {offer.source} holds more than can be listed; what comes after is not told.")
            break
    return tuple(filter(None, described.values()))


def _merged(repository: Repository, head: str) -> frozenset[str]:
    """The references of offers whose commits `head` builds on."""
    output = repository.git.text("for-each-ref", f"--merged={head}", "--format=%(refname)", "refs/reviewtui/proposals")
    return frozenset(output.split("\n"))
