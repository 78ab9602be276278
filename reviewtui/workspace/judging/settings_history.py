"""What the settings of a review asked and required once, so that taking it away again is not silent."""

from dataclasses import dataclass, field
from datetime import date

from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.text_history import blobs_at, commit_days
from reviewtui.store.record.settings_file import MAX_BYTES, settings_or_none


@dataclass(frozen=True, slots=True)
class OnceInSettings:
    """The organisations that were asked at some time, with the day, and the titles of topics required, all by id."""

    asked: dict[str, date | None] = field(default_factory=dict)
    required: dict[str, str] = field(default_factory=dict)


def once_in_settings(repository: Repository, draft: Draft) -> OnceInSettings:
    """Return what the settings named at some time; a change that somebody made who may not counts for nothing."""
    changes = [change.commit for change in draft.settings_changes if change.counts]
    if not changes:
        return OnceInSettings()
    blobs = blobs_at(repository, [(commit, repository.home.settings) for commit in changes])
    contents = read_blobs(repository.git, tuple(dict.fromkeys(filter(None, blobs))), MAX_BYTES)
    asked: dict[str, str] = {}
    required: dict[str, str] = {}
    for commit, blob in zip(changes, blobs, strict=True):
        settings = settings_or_none(contents.get(blob or ""))
        if settings is not None:
            asked = dict.fromkeys(settings.asked(), commit) | asked
            required |= {topic.id: topic.title for topic in settings.topics if topic.required}
    days = commit_days(repository, tuple(dict.fromkeys(asked.values())))
    return OnceInSettings({name: days.get(commit) for name, commit in asked.items()}, required)
