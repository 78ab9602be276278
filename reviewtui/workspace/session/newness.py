"""What is new in a draft since the app was last left in this clone, or since one's organisation signed off."""

import re

from reviewtui.domain.record.events import SignedOff
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import texts_of
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.views.comparison.changes_since_release import Spans, spans_of
from reviewtui.views.overview.news import News, new_threads
from reviewtui.workspace.session.clone_memory import CloneMemory

_COMMIT = re.compile(r"[0-9a-f]{40,64}\Z")


def news_of(repository: Repository, draft: Draft, memory: CloneMemory) -> News:
    """Return what is new in `draft` since `memory` was kept; on a first visit nothing is."""
    if not _COMMIT.match(memory.commit):
        return News()
    commits = _commits_since(repository, memory.commit, draft.version.commit)
    texts = draft.policy.texts
    changed = {path for path, text in texts.items() if memory.seen.get(path) != text.blob}
    spans = _new_spans(repository, draft, {path: memory.seen[path] for path in changed if path in memory.seen})
    return News(new_threads(draft, commits, frozenset(memory.unread)), frozenset(changed), spans)


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
    return news_of(repository, draft, CloneMemory(commit=commit, seen=seen)) if commit else None


def _commits_since(repository: Repository, old: str, new: str) -> frozenset[str]:
    if old == new:
        return frozenset()
    # A commit that is not here any more, after history was rewritten, leaves nothing to compare with.
    listed = repository.git.text("rev-list", f"{old}..{new}", "--", accept=(0, 128))
    return frozenset(listed.split())


def _new_spans(repository: Repository, draft: Draft, before: dict[str, str]) -> dict[str, Spans]:
    texts = texts_of(repository, before.values())
    old = {path: texts[blob] for path, blob in before.items() if blob in texts}
    if not old:
        return {}
    return spans_of(diff_policies(old, {path: draft.policy.texts[path].text for path in old}))
