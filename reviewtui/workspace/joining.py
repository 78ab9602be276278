"""Taking over what others have: another commit becomes part of this branch, and the files follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewtui.domain.refusal import Refused
from reviewtui.domain.sharing import Choices
from reviewtui.store.advancing import Advance, advance
from reviewtui.store.ancestry import common_base, is_ancestor, tags_below
from reviewtui.store.commits import commit_tree
from reviewtui.store.repository import Repository
from reviewtui.store.signature import signature
from reviewtui.workspace.bringing import steps_between
from reviewtui.workspace.desk import Desk
from reviewtui.workspace.in_force import committed_settings
from reviewtui.workspace.merging import Merging


@dataclass(frozen=True, slots=True)
class Incoming:
    """What comes in: a commit, from where, and the folder of references in which its release tags wait."""

    commit: str
    source: str
    tags: str


@dataclass(frozen=True, slots=True)
class Joined:
    """HEAD before and after; `merged` says that a merge was made, `tags` which tags are new here."""

    before: str
    commit: str
    merged: bool
    tags: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


def join(desk: Desk, incoming: Incoming, choices: Choices) -> Joined:
    """Make the incoming commit part of this branch.

    Raises:
        Disputed: a person has to settle something; nothing was changed.
        Conflict: something that is not committed stands in the way; nothing was changed.
        Refused: it is another policy, or another history.

    """
    repository, head = desk.repository, desk.draft.version.commit
    new, merged = head, False
    if not is_ancestor(repository, incoming.commit, head):
        repository.demand_quiet()
        base = _demand_related(repository, head, incoming)
        merged = base != head
        new = _merge(desk, incoming, base, choices) if merged else incoming.commit
    tags = _new_tags(repository, incoming.tags, new)
    if new == head and not tags:
        return Joined(head, head, merged=False)
    references = tuple((f"refs/tags/{name}", target) for name, target in tags.items())
    steps = steps_between(repository, head, new) if new != head else ()
    foreign = advance(repository, Advance(head, new, f"sync with {incoming.source}", steps, references))
    return Joined(head, new, merged, tuple(tags), foreign)


def demand_same_policy(repository: Repository, head: str, other: str, source: str) -> None:
    """Refuse what belongs to another review.

    Raises:
        Refused: both have settings, with different ids.

    """
    mine, others = committed_settings(repository, head), committed_settings(repository, other)
    if mine is not None and others is not None and mine.policy_id != others.policy_id:
        raise Refused(
            f"{source} holds another review (“{others.title}”, policy_id {others.policy_id}) than this clone "
            f"(“{mine.title}”, policy_id {mine.policy_id}). Nothing was changed."
        )


def _demand_related(repository: Repository, head: str, incoming: Incoming) -> str:
    demand_same_policy(repository, head, incoming.commit, incoming.source)
    base = common_base(repository, head, incoming.commit)
    if base is None:
        shallow = " This clone's history is cut off; get the rest: git fetch --unshallow." if repository.shallow else ""
        raise Refused(
            f"{incoming.source} has a history that has nothing in common with this one.{shallow} "
            "Name the repository from which this clone was made. Nothing was changed."
        )
    return base


def _merge(desk: Desk, incoming: Incoming, base: str, choices: Choices) -> str:
    head, roles = desk.draft.version.commit, desk.draft.roles
    may_settle = roles is None or roles.is_author(desk.me)
    sides = (base, head, incoming.commit)
    tree = Merging(desk.repository, sides, desk.draft.settings, choices, may_settle_settings=may_settle).tree()
    signed = signature(desk.me, desk.context.committer(desk.me), desk.context.now())
    chosen = "".join(f"\nSettled: {section}" for section in sorted(choices.made))
    message = f"Merge what {incoming.source} has\n{chosen and chosen + chr(10)}"
    return commit_tree(desk.repository, tree, (head, incoming.commit), message, signed)


def _new_tags(repository: Repository, folder: str, commit: str) -> Mapping[str, str]:
    known = tags_below(repository, "refs/tags")
    waiting = tags_below(repository, folder, commit) if folder else {}
    return {name: target for name, target in waiting.items() if name not in known}
