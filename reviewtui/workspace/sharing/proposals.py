"""Proposals of others: looked for in the review's own remotes, within bounds, and told; nothing is taken unasked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.record.validity.authorship import identity_of
from reviewtui.domain.refusal import MachineFailed, ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.sync_state import Additions, NeedsConsent, Progress, Proposal, chosen
from reviewtui.domain.settings.review_home import home_of
from reviewtui.store.git.ancestry import common_base, files_added, people_between
from reviewtui.store.git.new_objects import NewObjects
from reviewtui.store.git.process.child_limits import TooLarge
from reviewtui.store.git.references import references, set_references
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.trees import Difference, differences, merge_trees
from reviewtui.store.policy.policy_files import is_section
from reviewtui.store.record.event_paths import is_event_path
from reviewtui.store.remote.remotes import remote_at
from reviewtui.store.remote.transport import MOST_OFFERED, Connection, RemoteState
from reviewtui.views.sharing.proposal_lines import proposal_line
from reviewtui.workspace.sharing.commit_differences import events_added
from reviewtui.workspace.sharing.sync_context import SyncRun

_MOST_FILES = 20_000
"""A proposal that touches more files than these is told as that, and not gone into."""


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
    return Offered(_described(_Here.of(run.repository, drafts, head), offers, notes), tuple(notes))


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


@dataclass(frozen=True, slots=True)
class _Here:
    """What this clone has: its `head`, the folders of its policies, and the files of its events without proof."""

    repository: Repository
    head: str
    folders: tuple[str, ...]
    unproved: frozenset[str]

    @classmethod
    def of(cls, repository: Repository, drafts: Sequence[Draft], head: str) -> "_Here":
        """Return it; without proof are events that are refused, or carried."""
        folders = tuple(draft.settings.folder for draft in drafts)
        refused = (recorded.path for draft in drafts for recorded, _ in draft.review.refused())
        everything = (recorded for draft in drafts for recorded in draft.review.everything())
        carried = (recorded.path for recorded in everything if identity_of(recorded) == "carried")
        return cls(repository, head, folders, frozenset((*refused, *carried)))


def _described(here: _Here, offers: Iterable[_Offer], notes: list[str]) -> tuple[Proposal, ...]:
    """What each offer holds; those that HEAD builds on, or that bring nothing, are left out."""
    merged = _merged(here.repository, here.head)
    described: dict[str, Proposal | None] = {}
    for offer in offers:
        if offer.kept in merged or offer.commit in described:
            continue
        proposal = Proposal(offer.name, offer.source, offer.reference, offer.commit)
        try:
            described[offer.commit] = _with_contents(here, proposal)
        except TooLarge:
            # Each costs seconds, so that nobody can hold up a sync with many of them.
            notes.append(f"{offer.name} at {offer.source} holds more than can be listed; what comes after is not told.")
            break
    return tuple(filter(None, described.values()))


def _merged(repository: Repository, head: str) -> frozenset[str]:
    """The references of offers whose commits `head` builds on."""
    output = repository.git.text("for-each-ref", f"--merged={head}", "--format=%(refname)", "refs/reviewtui/proposals")
    return frozenset(output.split("\n"))


def _with_contents(known: _Here, proposal: Proposal) -> Proposal | None:
    """The proposal with what it would bring; None where that is nothing."""
    repository, head, unproved = known.repository, known.head, known.unproved
    base = common_base(repository, head, proposal.commit)
    if base is None:
        return None
    offered = differences(repository.git, base, proposal.commit)
    if not unproved and not any(_concerns(change.path, known.folders) for change in offered):
        return None
    here = {change.path: change.new for change in differences(repository.git, proposal.commit, head)}
    coming = [change for change in offered if change.path in here]
    proves = len(files_added(repository, head, proposal.commit) & unproved - here.keys()) if unproved else 0
    conflicts: list[str] = []
    if not all(_adds(change) and not here[change.path] for change in coming):
        coming, conflicts = _by_merging(repository, head, proposal.commit, coming)
    contents = _sorted_out(repository, replace(proposal, proves=proves), coming, known.folders)
    contents = replace(contents, conflicts=tuple(conflicts))
    if not proves and not _is_about_the_review(contents):
        return None
    return replace(contents, holds=_with_people(repository, head, contents))


def _concerns(path: str, folders: Sequence[str]) -> bool:
    return is_event_path(path) or _is_settings(path) or _is_text(path, folders)


def _is_text(path: str, folders: Sequence[str]) -> bool:
    return any(is_section(path, folder) for folder in folders)


def _adds(change: Difference) -> bool:
    return is_event_path(change.path) and not change.old and bool(change.new)


def _is_settings(path: str) -> bool:
    return path == home_of(path).settings


def _by_merging(
    repository: Repository, head: str, commit: str, changed: list[Difference]
) -> tuple[list[Difference], list[str]]:
    """What the merge would change, and the files in which it would stop for a person."""
    if len(changed) > _MOST_FILES:
        return changed, []
    try:
        new = NewObjects(repository)
        merge = merge_trees(new, head, commit)
        new.write()
    except ReviewError:
        return changed, [change.path for change in changed if not is_event_path(change.path)]
    unmerged = [path.path for path in merge.unmerged]
    own = [path for path in unmerged if not is_event_path(path) and not _is_settings(path)]
    return list(differences(repository.git, head, merge.tree)), own


def _sorted_out(
    repository: Repository, proposal: Proposal, coming: Iterable[Difference], folders: Sequence[str]
) -> Proposal:
    added: list[Difference] = []
    texts: list[str] = []
    changed: list[str] = []
    others: list[str] = []
    settings = False
    for change in coming:
        if _adds(change):
            added.append(change)
        elif is_event_path(change.path):
            changed.append(change.path)
        elif _is_settings(change.path):
            settings = True
        else:
            (texts if _is_text(change.path, folders) else others).append(change.path)
    holds = replace(events_added(repository, added), texts=tuple(texts))
    return replace(proposal, holds=holds, settings=settings, changed_events=tuple(changed), others=tuple(others))


def _with_people(repository: Repository, head: str, proposal: Proposal) -> Additions:
    people, commits = people_between(repository, head, proposal.commit)
    return replace(proposal.holds, people=tuple(str(person) for person in people), commits=commits)


def _is_about_the_review(proposal: Proposal) -> bool:
    """Whether it has to do with this policy: a repository may hold other things, and a forge lists what is for them."""
    holds = proposal.holds
    return bool(holds.events or holds.texts or proposal.settings or proposal.changed_events or proposal.conflicts)
