"""What is new in a draft since the app was last left in this clone, or since one's organisation signed off."""

import re

from reviewtui.domain.record.events import SignedOff
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import texts_of
from reviewtui.store.policy.text_history import MOST_LISTED, policy_log
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.views.comparison.changes_since_release import ChangedSpans, spans_of
from reviewtui.views.overview.news import News, new_threads
from reviewtui.workspace.session.clone_memory import CloneMemory

_COMMIT = re.compile(r"[0-9a-f]{40,64}\Z")


def news_of(repository: Repository, draft: Draft, memory: CloneMemory) -> News:
    """Return what is new in `draft` by others since `memory` was kept; on a first visit nothing is."""
    if not _COMMIT.match(memory.commit):
        return News()
    changed = _changed(draft, memory)
    return _news(repository, draft, memory, changed - _changed_by_me(repository, draft, memory))


def _changed(draft: Draft, memory: CloneMemory) -> frozenset[str]:
    return frozenset(path for path, text in draft.policy.texts.items() if memory.seen.get(path) != text.blob)


def _changed_by_me(repository: Repository, draft: Draft, memory: CloneMemory) -> frozenset[str]:
    """Return the texts that had been looked at when `memory` was kept, and that I alone changed since."""
    changed = sorted(_changed(draft, memory))
    if draft.me is None or not changed:
        return frozenset()
    commits = _commits_since(repository, memory.commit, draft.version.commit)
    if len(commits) >= MOST_LISTED:
        # The log does not tell every commit of so long a history.
        return frozenset()
    me, log = draft.me.key, policy_log(repository, draft.version.commit, draft.policy.folder)
    left = object_infos(repository.git, [f"{memory.commit}:{path}" for path in changed])
    own = set()
    for path, info in zip(changed, left, strict=True):
        writers = {each.by.key for each in log if each.commit in commits and path in each.paths}
        if draft.policy.texts[path].dirty:
            writers.add(me)
        if writers == {me} and memory.seen.get(path) == (info.object_id if info is not None else None):
            own.add(path)
    return frozenset(own)


def _news(repository: Repository, draft: Draft, memory: CloneMemory, changed: frozenset[str]) -> News:
    commits = _commits_since(repository, memory.commit, draft.version.commit)
    spans = _new_spans(repository, draft, {path: memory.seen[path] for path in changed if path in memory.seen})
    return News(new_threads(draft, commits, frozenset(memory.unread)), changed, spans)


def news_since_signoff(repository: Repository, draft: Draft) -> News | None:
    """Return what is new since my organisation stated its last position, beside the texts that it covers.

    None where it has stated none that a commit holds.
    """
    seen: dict[str, str] = {}
    commit = ""
    for entry in draft.review.outside:
        event = entry.recorded.event
        if not isinstance(event, SignedOff) or entry.refusal or event.organisation != draft.organisation:
            continue
        covered = {cover.path: cover.blob for cover in event.covers}
        seen = covered if event.whole else seen | covered
        commit = entry.recorded.provenance.commit or commit
    if not _COMMIT.match(commit):
        return None
    memory = CloneMemory(commit=commit, seen=seen)
    return _news(repository, draft, memory, _changed(draft, memory))


def _commits_since(repository: Repository, old: str, new: str) -> frozenset[str]:
    if old == new:
        return frozenset()
    # A commit that is not here any more, after history was rewritten, leaves nothing to compare with.
    listed = repository.git.text("rev-list", f"{old}..{new}", "--", accept=(0, 128))
    return frozenset(listed.split())


def _new_spans(repository: Repository, draft: Draft, before: dict[str, str]) -> dict[str, ChangedSpans]:
    texts = texts_of(repository, before.values())
    old = {path: texts[blob] for path, blob in before.items() if blob in texts}
    if not old:
        return {}
    return spans_of(
        diff_policies(old, {path: draft.policy.texts[path].text for path in old}, draft.effective_settings.language)
    )
