"""Carries out `sync`: look, get, merge, give, and again while others were faster; the network holds no lock."""

import random
import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from reviewtui.domain.commands import Sync
from reviewtui.domain.refusal import Conflict, MachineFailed, Refused
from reviewtui.domain.sharing import Brought, Choices, Shared
from reviewtui.domain.versions import version_key
from reviewtui.store.ancestry import is_ancestor, set_references, tags_below
from reviewtui.store.remotes import Remote, choose_remote, set_upstream
from reviewtui.store.repository import Repository
from reviewtui.store.tags import release_tags
from reviewtui.store.transport import Answer, Holding, Line
from reviewtui.store.watched import Watch
from reviewtui.workspace.brought import brought, count_events
from reviewtui.workspace.desk import Desk
from reviewtui.workspace.joining import Incoming, Joined, join
from reviewtui.workspace.settling import read_choices

PATIENCE = 60.0
"""Seconds for which a push is tried again while others push."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 4.0
OpenDesk = Callable[[], AbstractContextManager[Desk]]


@dataclass(frozen=True, slots=True)
class Sharing:
    """One sync: from which branch, with whom, and what was chosen where both sides changed the same."""

    repository: Repository
    open_desk: OpenDesk
    line: Line
    branch: str
    theirs: str
    choices: Choices

    @property
    def remote(self) -> Remote:
        """The other side."""
        return self.line.remote


def sync(repository: Repository, open_desk: OpenDesk, wanted: Sync, watch: Watch) -> Shared:
    """Take over what the remote has and give it ours.

    Raises:
        Disputed: both sides changed the same words; nothing was changed.
        Conflict: something that is not committed stands in the way, or the remote lost commits; nothing was changed.
        Refused: there is no branch, no remote, or it holds something else.
        MachineFailed: it cannot be reached, or others kept pushing; nothing was lost.

    """
    branch = demand_branch(repository)
    choices = read_choices(wanted.resolve)
    remote, theirs = choose_remote(repository, wanted.remote, branch)
    sharing = Sharing(repository, open_desk, Line.to(repository, remote, watch), branch, theirs, choices)
    give_up, tries = time.monotonic() + PATIENCE, 0
    before, received = "", Brought()
    while True:
        tries += 1
        done, answer = _once(sharing, choices if tries == 1 else Choices())
        before = before or done.before
        received = brought(repository, before, done.commit) if done.commit != before else received
        if answer != "raced":
            return replace(done, before=before, received=_without_own(received, done), tries=tries)
        if time.monotonic() > give_up:
            raise MachineFailed(
                f"Others pushed to {remote.name} all the time for {PATIENCE:.0f} seconds. What they did is merged "
                "here and what you did is kept; sync again."
            )
        pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**tries)
        watch(f"Others were faster; trying again ({tries}) …")
        time.sleep(random.uniform(0, pause))  # noqa: S311 - jitter, no secret


def demand_branch(repository: Repository) -> str:
    """Return the short name of the branch of HEAD.

    Raises:
        Refused: HEAD is at no branch, or the branch has no commit.

    """
    full = repository.branch()
    if full is None:
        raise Refused(
            "HEAD is at a single commit and not on a branch, so there is nothing to share with others; go to your "
            "branch (git switch main), or make one from here (git switch -c NAME)."
        )
    repository.fresh_head()
    return full.removeprefix("refs/heads/")


def _once(sharing: Sharing, choices: Choices) -> tuple[Shared, Answer]:
    repository, line, remote = sharing.repository, sharing.line, sharing.remote
    line.watch(f"Asking {remote.name} …")
    holding = line.look()
    sharing = replace(sharing, theirs=_their_branch(sharing, holding), choices=choices)
    tip = _get(sharing, holding)
    line.watch("Putting it together …")
    with sharing.open_desk() as desk:
        joined = _join(sharing, desk, tip)
        pending = len(desk.draft.review.pending_of(desk.me.address))
        set_upstream(repository, sharing.branch, remote, sharing.theirs)
    shared = Shared(
        source=remote.name,
        branch=sharing.theirs,
        before=joined.before,
        commit=joined.commit,
        received=Brought(),
        merged=joined.merged,
        pending=pending,
        tags_received=joined.tags,
        tags_clashing=_clashes(repository, holding),
        notes=_notes(sharing, holding, joined),
    )
    return _give(sharing, holding, tip, shared)


def _their_branch(sharing: Sharing, holding: Holding) -> str:
    """The branch over there; somebody else's repository may call its own differently."""
    if sharing.theirs in holding.branches or sharing.remote.configured or not holding.main:
        return sharing.theirs
    return holding.main


def _get(sharing: Sharing, holding: Holding) -> str | None:
    """Fetch what is not here yet; return the tip of the other side, None where it has no such branch yet."""
    repository, remote = sharing.repository, sharing.remote
    tip = holding.branches.get(sharing.theirs)
    if tip is None:
        return None
    tracking = remote.tracking(sharing.theirs)
    known = repository.resolve_ref(remote.seen(sharing.theirs)) or repository.resolve_ref(tracking)
    refspecs = [f"+refs/heads/{sharing.theirs}:{tracking}"] if repository.resolve_ref(tracking) != tip else []
    here, waiting = tags_below(repository, "refs/tags"), tags_below(repository, _waiting(remote))
    refspecs += [
        f"+refs/tags/{name}:{_waiting(remote)}/{name}"
        for name, target in holding.tags.items()
        if version_key(name) is not None and name not in here and waiting.get(name) != target
    ]
    if refspecs:
        sharing.line.watch(f"Getting what {remote.name} has …")
        sharing.line.get(refspecs)
    tip = repository.resolve_ref(tracking) or tip
    _demand_grown(sharing, known, tip)
    return tip


def _waiting(remote: Remote) -> str:
    """Where tags of the other side wait until it is known that their commits belong to this branch."""
    return f"refs/reviewtui/tags/{remote.key}"


def _demand_grown(sharing: Sharing, known: str | None, tip: str) -> None:
    """Refuse a branch that lost commits which were seen in it, unless this clone has taken that over by itself."""
    repository, remote = sharing.repository, sharing.remote
    if known is None or is_ancestor(repository, known, tip) or is_ancestor(repository, tip, repository.fresh_head()):
        return
    name = remote.address
    raise Conflict(
        f"The history of {sharing.theirs} at {remote.name} was rewritten: it held {known[:10]} and holds {tip[:10]} "
        "now, which does not build on it. Nothing was changed, and nothing is lost: this clone still has everything. "
        f"Ask who did that. To put the old history back: git push --force-with-lease {name} "
        f"{known[:10]}:refs/heads/{sharing.theirs}. To go on with the new one: git merge {tip[:10]}, then sync again."
    )


def _join(sharing: Sharing, desk: Desk, tip: str | None) -> Joined:
    repository, remote = sharing.repository, sharing.remote
    if tip is None:
        head = desk.draft.version.commit
        return Joined(head, head, merged=False)
    waiting = _waiting(remote)
    joined = join(desk, Incoming(tip, remote.name, waiting), sharing.choices)
    set_references(
        repository,
        [(remote.seen(sharing.theirs), tip), *((f"{waiting}/{name}", "") for name in joined.tags)],
    )
    return joined


def _clashes(repository: Repository, holding: Holding) -> tuple[str, ...]:
    """The release tags that lead elsewhere here than over there; neither is ever overwritten."""
    here = {tag.name: tag.commit for tag in release_tags(repository)}
    there = {name: holding.peeled.get(name, target) for name, target in holding.tags.items()}
    return tuple(name for name, commit in here.items() if name in there and there[name] != commit)


def _notes(sharing: Sharing, holding: Holding, joined: Joined) -> tuple[str, ...]:
    remote, theirs = sharing.remote, sharing.theirs
    notes = [f"'{path}' was changed by another program meanwhile and was left as it is." for path in joined.foreign]
    if theirs not in holding.branches and holding.branches:
        main = f" (its main one is '{holding.main}')" if holding.main else ""
        notes.append(f"{remote.name} had no branch '{theirs}'{main}; yours is new there.")
    if sharing.line.ignored:
        notes.append(
            f"This clone's own configuration names programs ({', '.join(sharing.line.ignored)}); they were not used. "
            "What you need of it belongs into your own: git config --global."
        )
    return tuple(notes)


def _give(sharing: Sharing, holding: Holding, tip: str | None, shared: Shared) -> tuple[Shared, Answer]:
    """Push what the other side lacks, and say how that ended."""
    repository, remote, theirs = sharing.repository, sharing.remote, sharing.theirs
    reference = f"refs/heads/{theirs}"
    orders = [f"{shared.commit}:{reference}"] if tip != shared.commit else []
    tags = [tag.name for tag in release_tags(repository, merged_into=shared.commit) if tag.name not in holding.tags]
    orders += [f"refs/tags/{name}:refs/tags/{name}" for name in tags]
    if not orders:
        return shared, "taken"
    sharing.line.watch(f"Giving {remote.name} what is new here …")
    answers = sharing.line.give(orders)
    answer, reason = answers.get(reference, ("taken", ""))
    sent = tuple(name for name in tags if answers.get(f"refs/tags/{name}", ("declined", ""))[0] == "taken")
    shared = replace(shared, tags_sent=sent)
    if answer == "taken":
        set_references(repository, [(remote.seen(theirs), shared.commit), (remote.tracking(theirs), shared.commit)])
        return replace(shared, sent=count_events(repository, tip, shared.commit)), answer
    if answer == "checked-out":
        why = f"somebody works in {remote.name}, so nothing was put there; from there, sync with this clone"
        return replace(shared, kept=why), answer
    if answer == "declined":
        return _propose(sharing, holding, shared, reason), answer
    return shared, answer


def _propose(sharing: Sharing, holding: Holding, shared: Shared, reason: str) -> Shared:
    """Push to a branch of one's own, since the shared one takes nothing; on a remote that is not ours, do not."""
    if not sharing.remote.configured:
        return replace(shared, kept=f"{sharing.remote.name} takes nothing from you ({reason})")
    with sharing.open_desk() as desk:
        slug = re.sub(r"[^a-z0-9]+", "-", desk.me.address.partition("@")[0].casefold()).strip("-") or "mine"
    for name in (f"proposal/{slug}", f"proposal/{slug}-{shared.commit[:10]}"):
        if holding.branches.get(name) == shared.commit:
            return replace(shared, proposed=name, kept=reason)
        answers = sharing.line.give([f"{shared.commit}:refs/heads/{name}"])
        if all(answer == "taken" for answer, _ in answers.values()):
            return replace(shared, proposed=name, kept=reason)
    raise MachineFailed(
        f"{sharing.remote.name} takes nothing from you ({reason}). What they had is merged here, and what you did is "
        "kept; ask whoever looks after it for the right to push."
    )


def _without_own(received: Brought, shared: Shared) -> Brought:
    """What came from others; a merge of our own is nothing that was received."""
    return replace(received, commits=received.commits - shared.merged)
