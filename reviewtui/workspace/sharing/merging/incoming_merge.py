"""Taking over what others have: another commit becomes part of this branch, and the files follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.sync_state import Resolutions
from reviewtui.store.commit.commits import write_commit
from reviewtui.store.commit.head_advance import Advance, advance
from reviewtui.store.commit.journal import Step
from reviewtui.store.git.ancestry import commits_within, common_base
from reviewtui.store.git.identity import signature
from reviewtui.store.git.new_objects import NewObjects, commit_bytes
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.references import references
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.policy.policy_files import files_of_commit
from reviewtui.store.record.review_homes import homes_in
from reviewtui.workspace.loading.effective_settings import committed_settings
from reviewtui.workspace.sharing.merging.checkout import steps_between
from reviewtui.workspace.sharing.merging.history_merge import Merging
from reviewtui.workspace.sharing.sync_context import SyncContext


@dataclass(frozen=True, slots=True)
class IncomingCommit:
    """What comes in: a commit, from where, and the version tags there, by name with the objects that they name."""

    commit: str
    source: str
    tags: Mapping[str, str] = field(default_factory=dict)
    merges: bool = False
    """Whether a merge is made also where this branch could just go on to that commit: it tells who took it."""


@dataclass(frozen=True, slots=True)
class Integration:
    """HEAD before and after; `merged` says that a merge was made, `tags` which tags are new here."""

    before: str
    commit: str
    merged: bool
    tags: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedIntegration:
    """What is going to become part of this branch: checked, and made as objects only; HEAD and files are as before."""

    result: Integration
    source: str
    steps: tuple[Step, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()


def integrate(context: SyncContext, incoming: IncomingCommit, resolutions: Resolutions) -> Integration:
    """Make the incoming commit part of this branch.

    Raises:
        MergeConflicts: a person has to settle something; nothing was changed.
        Conflict: something that is not committed stands in the way; nothing was changed.
        Refused: it is another policy, another history, or one without any section left.
    """
    return finish_integration(context.repository, plan_integration(context, incoming, resolutions))


def plan_integration(context: SyncContext, incoming: IncomingCommit, resolutions: Resolutions) -> PlannedIntegration:
    """Check all that `integrate` checks and make the merge, but leave HEAD, the index and the files.

    Raises:
        Disputed: a person has to settle something; nothing was changed.
        Conflict: something that is not committed stands in the way; nothing was changed.
        Refused: it is another policy, another history, or one without any section left.
    """
    repository, head = context.repository, context.head
    base = common_base(repository, head, incoming.commit)
    new, merged = head, False
    if base != incoming.commit:
        repository.require_quiet()
        merged = _require_related(repository, head, incoming, base) != head or incoming.merges
        new = _merge(context, incoming, base or head, resolutions) if merged else incoming.commit
    tags = _new_tags(repository, incoming.tags, new)
    if new == head:
        return PlannedIntegration(
            Integration(head, head, merged=False, tags=tuple(tags)), incoming.source, (), _made(tags)
        )
    for home in homes_in(repository, (head,)):
        _require_policy(repository.at(home), head, new, incoming)
    steps = steps_between(repository, head, new)
    return PlannedIntegration(Integration(head, new, merged, tuple(tags)), incoming.source, steps, _made(tags))


def finish_integration(repository: Repository, planned: PlannedIntegration) -> Integration:
    """Let HEAD, the index and the files go on to what was planned.

    Raises:
        Conflict: a file is not as it was when this was planned; nothing was changed.
        HeadMoved: HEAD is elsewhere; nothing was changed.
    """
    result = planned.result
    if result.before == result.commit and not planned.tags:
        return result
    wanted = Advance(result.before, result.commit, f"sync with {planned.source}", planned.steps, planned.tags)
    return replace(result, foreign=advance(repository, wanted))


def _made(tags: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((f"refs/tags/{name}", target) for name, target in tags.items())


def _require_related(repository: Repository, head: str, incoming: IncomingCommit, base: str | None) -> str:
    for home in homes_in(repository, (head, incoming.commit)):
        mine, others = text_history.blobs_at(
            repository, [(commit, home.settings) for commit in (head, incoming.commit)]
        )
        if mine != others:
            _require_same_policy(repository.at(home), head, incoming)
    if base is None:
        shallow = " This clone's history is cut off; get the rest: git fetch --unshallow." if repository.shallow else ""
        raise Refused(
            f"{incoming.source} has a history that has nothing in common with this one.{shallow} "
            "Name the repository from which this clone was made. Nothing was changed."
        )
    return base


def _require_policy(repository: Repository, head: str, new: str, incoming: IncomingCommit) -> None:
    """Refuse to end without any section where there was one: no command would work in such a clone."""
    settings = committed_settings(repository, new)
    if settings is None or not files_of_commit(repository, head, settings.folder).texts:
        return
    if not files_of_commit(repository, new, settings.folder).texts:
        raise Refused(
            f"{incoming.source} has taken away every section of '{settings.folder}'; ask whoever did it to put the "
            "text back there first. Nothing was changed."
        )


def _require_same_policy(repository: Repository, head: str, incoming: IncomingCommit) -> None:
    mine, others = committed_settings(repository, head), committed_settings(repository, incoming.commit)
    if mine is not None and others is not None and mine.policy_id != others.policy_id:
        raise Refused(
            f"{incoming.source} holds another review (“{others.title}”, policy_id {others.policy_id}) than this clone "
            f"(“{mine.title}”, policy_id {mine.policy_id}). Nothing was changed."
        )


def _merge(context: SyncContext, incoming: IncomingCommit, base: str, resolutions: Resolutions) -> str:
    sides = (base, context.head, incoming.commit)
    new = NewObjects(context.repository)
    tree = Merging(new, sides, lambda: context.draft, resolutions).tree()
    signed = signature(context.me, context.environment.committer(context.me), context.environment.now())
    sections = {*resolutions.made, *(place[0] for place in resolutions.words)}
    chosen = "".join(f"\nSettled: {section}" for section in sorted(sections))
    message = f"Merge what {incoming.source} has\n{chosen and chosen + chr(10)}"
    return write_commit(new, commit_bytes(tree, (context.head, incoming.commit), message, signed))


def _new_tags(repository: Repository, tags: Mapping[str, str], commit: str) -> Mapping[str, str]:
    """Those of `tags` that belong to the history of `commit` and are not here yet."""
    known = references(repository, "refs/tags") if tags else {}
    fresh = {name: target for name, target in tags.items() if f"refs/tags/{name}" not in known}
    infos = object_infos(repository.git, [f"{target}^{{commit}}" for target in fresh.values()])
    commits = {name: info.object_id for name, info in zip(fresh, infos, strict=True) if info is not None}
    ours = commits_within(repository, (commit,), frozenset(commits.values()))
    return {name: fresh[name] for name, at in commits.items() if at in ours}
