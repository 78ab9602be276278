"""What the settings of a review asked and required once, so that taking it away again is not silent."""

from dataclasses import dataclass, field

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.text_history import blobs_at
from reviewtui.store.record.settings_file import MAX_BYTES, PATH, decode_settings


@dataclass(frozen=True, slots=True)
class OnceInSettings:
    """The organisations that were asked at some time, by id, and the titles of the topics that were required, by id."""

    asked: tuple[str, ...] = ()
    required: dict[str, str] = field(default_factory=dict)


def once_in_settings(repository: Repository, draft: Draft) -> OnceInSettings:
    """Return what the settings named at some time; a change that somebody made who may not counts for nothing."""
    changes = [(change.commit, PATH) for change in draft.settings_changes if change.counts]
    if len(changes) <= 1:
        return OnceInSettings()
    blobs = tuple(dict.fromkeys(blob for blob in blobs_at(repository, changes) if blob is not None))
    asked: dict[str, None] = {}
    required: dict[str, str] = {}
    for content in read_blobs(repository.git, blobs, MAX_BYTES).values():
        try:
            settings = decode_settings(content)
        except Refused:
            continue
        asked |= dict.fromkeys(settings.asked())
        required |= {topic.id: topic.title for topic in settings.topics if topic.required}
    return OnceInSettings(tuple(asked), required)
