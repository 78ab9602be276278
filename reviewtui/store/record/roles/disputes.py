"""Which changes of the settings have no effect, since those who made them had lost their role on another branch.

A change is attacked by a removal that its author, or whoever made them an author, did not know of, and that did not
know of it. One that is attacked only by what is itself without effect stands; those that attack each other are in
dispute, and none of them has an effect until another author changes the settings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewtui.store.record.commit_graph import CommitInfo, CommitRelations
from reviewtui.store.record.roles.settings_change import RoleChange


@dataclass(frozen=True, slots=True)
class Dispute:
    """Changes that attack each other, and the people who made them."""

    commits: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class DisputeOutcome:
    """Which changes of the settings have no effect, and why.

    `late` since a removal stands against it, in `disputes` or made by a `party` to one, `unproved` beside one that is
    signed.
    """

    late: frozenset[str] = frozenset()
    disputes: tuple[Dispute, ...] = ()
    party: frozenset[str] = frozenset()
    unproved: frozenset[str] = frozenset()
    kept: Mapping[str, RoleChange] = field(default_factory=dict)

    @property
    def void(self) -> frozenset[str]:
        """Every commit whose change of the settings has no effect."""
        disputed = (dispute.commits for dispute in self.disputes)
        return self.late | self.party | self.unproved | frozenset().union(*disputed)


def judged(commits: Sequence[CommitInfo], changes: Sequence[RoleChange], before: DisputeOutcome) -> DisputeOutcome:
    """Return which of `changes` have no effect, beside those that had none `before`."""
    kept = {**before.kept, **{change.commit: change for change in changes}}
    asked = {*kept, *(commit for dispute in before.disputes for commit in dispute.commits)}
    relations = CommitRelations(commits, asked)
    by_commit = {change.commit: change for change in changes}
    attackers = {commit: _opposing_changes(change, by_commit, kept, relations) for commit, change in by_commit.items()}
    out, open_ = _without_opposition(attackers)
    proved = [change.commit for change in changes if change.proved]
    unproved = {c.commit for c in changes if c.trusts and not c.proved and relations.beside(c.commit, proved)}
    party = {c.commit for c in changes if any(_is_party(c, dispute, changes, relations) for dispute in before.disputes)}
    dispute = Dispute(frozenset(open_), frozenset(by_commit[commit].by for commit in open_))
    return DisputeOutcome(
        before.late | out,
        (*before.disputes, dispute) if open_ else before.disputes,
        before.party | party,
        before.unproved | unproved,
        kept,
    )


def _opposing_changes(
    change: RoleChange, changes: Mapping[str, RoleChange], kept: Mapping[str, RoleChange], relations: CommitRelations
) -> frozenset[str]:
    """The removals of somebody by whom `change` came about, beside what they did for it."""
    support = [(commit, kept[commit].by) for commit in change.support if commit in kept]
    return frozenset(
        removal.commit
        for removal in changes.values()
        for revoked in removal.taken
        if not revoked.keys and not revoked.role and removal.commit != change.commit
        for commit, by in support
        if revoked.person == by and relations.is_beside(commit, removal.commit)
    )


def _without_opposition(attackers: Mapping[str, frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """Which are out, since one that stands attacks them, and which stay open (Dung 1995, the grounded labelling)."""
    stand: set[str] = set()
    out: set[str] = set()
    while True:
        more = {commit for commit, against in attackers.items() if commit not in stand and against <= out}
        gone = {commit for commit, against in attackers.items() if commit not in out and against & (stand | more)}
        if not more and not gone:
            return frozenset(out), frozenset(attackers.keys() - stand - out)
        stand |= more
        out |= gone


def _is_party(change: RoleChange, dispute: Dispute, changes: Sequence[RoleChange], relations: CommitRelations) -> bool:
    """Whether one of those in dispute made `change` on top of it, before another author had changed the settings.

    Where no author is left but those in dispute, what takes nobody's role counts all the same: else they could never
    name the one who settles it.
    """
    if change.authors <= dispute.people and not change.taken:
        return False
    if change.by not in dispute.people or not any(
        relations.builds_on(change.commit, commit) for commit in dispute.commits
    ):
        return False
    others = (c for c in changes if c.by not in dispute.people and c.commit != change.commit)
    settled = (c for c in others if all(relations.builds_on(c.commit, commit) for commit in dispute.commits))
    return not any(relations.builds_on(change.commit, c.commit) for c in settled)
