"""What one commit has that another lacks, in the words of a review."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from reviewtui.domain.record.events import TYPE_NAMES, AnyEvent, Released
from reviewtui.domain.record.without_effect import WithoutEffect, unacknowledged
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.sync_state import Additions
from reviewtui.store.git.ancestry import commits_between, people_between
from reviewtui.store.git.objects import list_tree, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.trees import Difference, differences
from reviewtui.store.policy.policy_files import is_section
from reviewtui.store.record.event_codec import UnreadableEvent, decode_event
from reviewtui.store.record.event_paths import is_event_path
from reviewtui.store.record.toml_bounds import MAX_BYTES

_MOST_READ = 5_000
"""More events than these are counted, but not sorted by type and organisation."""


def additions(repository: Repository, old: str | None, new: str) -> Additions:
    """Return what `new` has and `old` (None: nothing) lacks."""
    if old == new:
        return Additions()
    changed = _changed(repository, old, new)
    added = [change for change in changed if is_event_path(change.path) and not change.old]
    people, commits = people_between(repository, old, new)
    return replace(
        events_added(repository, added),
        people=tuple(str(person) for person in people),
        texts=tuple(change.path for change in changed if is_section(change.path)),
        commits=commits,
    )


def without_effect_of(
    repository: Repository, drafts: Iterable[Draft], old: str, new: str
) -> tuple[tuple[WithoutEffect, ...], tuple[WithoutEffect, ...]]:
    """Return what counts for nothing and nobody has settled: of that which `new` has and `old` lacks, and the rest."""
    rows = [row for draft in drafts for row in unacknowledged(draft.review)]
    fresh = commits_between(repository, old, new) if rows else frozenset()
    return (
        tuple(row for row in rows if row.recorded.provenance.commit in fresh),
        tuple(row for row in rows if row.recorded.provenance.commit not in fresh),
    )


def _changed(repository: Repository, old: str | None, new: str) -> tuple[Difference, ...]:
    if old is not None:
        return differences(repository.git, old, new)
    return tuple(Difference(e.path, "", f"{e.mode} {e.object_id}") for e in list_tree(repository.git, new))


def events_added(repository: Repository, files: Sequence[Difference]) -> Additions:
    """Return what new files of events amount to: releases are read first, since of very many not all are read."""
    ordered = sorted(files, key=lambda file: "/releases/" not in file.path)
    blobs = [file.new.split()[1] for file in ordered[:_MOST_READ]]
    events = tuple(_readable(read_blobs(repository.git, blobs, MAX_BYTES).values()))
    return Additions(
        events=len(files),
        types=Counter(TYPE_NAMES[type(event)] for event in events),
        organisations=Counter(event.organisation for event in events),
        releases=tuple(event.version for event in events if isinstance(event, Released) and not event.commit),
    )


def _readable(contents: Iterable[bytes]) -> Iterator[AnyEvent]:
    for content in contents:
        with suppress(UnreadableEvent):
            yield decode_event(content)
