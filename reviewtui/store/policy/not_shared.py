"""What a clone and the place that it shares with have that the other lacks, counted."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from reviewtui.domain.record.events import Released
from reviewtui.domain.review.sync_state import NotShared
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.references import references
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.text_history import tree_of
from reviewtui.store.record.event_codec import UnreadableEvent, decode_event
from reviewtui.store.record.event_paths import is_event_path, own_event_files
from reviewtui.store.record.toml_bounds import MAX_BYTES

_MOST = 2_000
"""Commits of each side that are compared: their changes have to be read."""


def not_shared(repository: Repository, head: str, branch: str | None) -> NotShared:
    """Return what is not shared between HEAD and the upstream of its branch.

    Where HEAD follows none, all that was fetched of any remote is the other side; in a clone without a remote nothing
    is shared.
    """
    upstream = branch and repository.git.text("for-each-ref", "--format=%(upstream)", branch, accept=(0, 1))
    there = repository.resolve_ref(upstream) if upstream else None
    if there == head:
        return NotShared()
    if there is None:
        return _against_all(repository, head, follows=bool(upstream))
    own, theirs = _event_paths(repository, head), _event_paths(repository, there)
    lacking, incoming = own - theirs, theirs - own
    claims = _claims(repository, head, lacking) | _claims(repository, there, incoming)
    lacking, incoming = lacking - claims, incoming - claims
    offer = repository.resolve_ref(offered_reference(branch)) if branch else None
    offered = len(lacking & _event_paths(repository, offer)) if offer and lacking else 0
    # What a forge squashed or rebased is there, only not in these commits.
    same = _same_tree(repository, head, there)
    besides = [f"^{offer}"] if offer else []
    given, more = ((), False) if same else _lacking_commits(repository, there, head, *besides)
    coming, more_coming = _lacking_commits(repository, head, there, "--no-merges")
    commits, incoming_commits = (_without_events(repository, files, claims) for files in (given, coming))
    return NotShared(len(lacking), offered, len(incoming), commits, incoming_commits, more, more_coming)


def offered_reference(branch: str) -> str:
    """Return the full name of the reference that holds what the full `branch` offered where it may not be pushed."""
    return f"refs/reviewtui/offered/{branch.removeprefix('refs/heads/')}"


def _against_all(repository: Repository, head: str, *, follows: bool) -> NotShared:
    if not (follows or references(repository, "refs/remotes/")):
        return NotShared(len(_event_paths(repository, head)))
    commits = _files_of(repository, f"--max-count={_MOST}", head, "--not", "--remotes")
    own = _event_paths(repository, head) if commits else set()
    events = {path for files in commits for path in files if path in own}
    events -= _claims(repository, head, events)
    others = sum(events.isdisjoint(files) for files in commits)
    return NotShared(len(events), commits=others, has_more=len(commits) == _MOST)


def _same_tree(repository: Repository, one: str, other: str) -> bool:
    return tree_of(repository, one, ".") == tree_of(repository, other, ".")


def _claims(repository: Repository, commit: str, paths: AbstractSet[str]) -> set[str]:
    """Return which of the events at `paths` only note that a tag of before is a release, as a review begins with.

    They count by the commit that holds them: whoever shares that publishes none of these releases.
    """
    room = repository.home.releases
    asked = [entry for entry in own_event_files(repository, commit) if entry.path in paths]
    asked = [entry for entry in asked if entry.path.rpartition("/")[0] == room]
    contents = read_blobs(repository.git, [entry.object_id for entry in asked], MAX_BYTES) if asked else {}
    return {entry.path for entry in asked if _is_claim(contents.get(entry.object_id, b""))}


def _is_claim(content: bytes) -> bool:
    try:
        event = decode_event(content)
    except UnreadableEvent:
        return False
    return isinstance(event, Released) and bool(event.commit)


def _lacking_commits(
    repository: Repository, left: str, right: str, *besides: str
) -> tuple[Sequence[Sequence[str]], bool]:
    """Return the files of each commit of `right` that the other side lacks, in whatever form.

    Only the newest of each side are compared; the second value says that there may be more of them.
    """
    newest = _newest(repository, right, left, *besides)
    beyond = [row for row in newest if row.startswith("-")] if len(newest) > _MOST else []
    if not newest or len(_newest(repository, left, right)) > _MOST:
        return (), bool(newest)  # what is older there may be one of ours in another form
    asked = (f"{left}...{right}", *besides, *(f"^{row.removeprefix('-')}" for row in beyond))
    return _files_of(repository, "--cherry-pick", "--right-only", *asked), bool(beyond)


def _without_events(repository: Repository, commits: Sequence[Sequence[str]], claims: AbstractSet[str]) -> int:
    """How many commits with these files hold no event of ours but `claims`."""
    holds = repository.home.holds
    counted = (any(holds(path) and is_event_path(path) and path not in claims for path in files) for files in commits)
    return sum(not each for each in counted)


def _newest(repository: Repository, commit: str, other: str, *besides: str) -> list[str]:
    """The newest commits that `commit` has and `other` lacks; where there are more, with what lies below them ("-")."""
    asked = ("rev-list", f"--max-count={_MOST}", commit, f"^{other}", *besides)
    newest = repository.git.text(*asked).split()
    return newest if len(newest) < _MOST else repository.git.text(*asked, "--boundary").split()


def _files_of(repository: Repository, *asked: str) -> list[list[str]]:
    """Return the files that each of the commits asked for changed; a merge by itself changed none."""
    output = repository.git.run("log", "--no-renames", "--name-only", "-z", "--format=%x01", *asked, "--")
    records = output.decode("utf-8", "surrogateescape").split("\x01")[1:]
    return [[path for field in record.split("\0") if (path := field.strip("\n"))] for record in records]


def _event_paths(repository: Repository, commit: str) -> set[str]:
    return {entry.path for entry in own_event_files(repository, commit)}
