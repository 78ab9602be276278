"""Which sections somebody has read as they stand."""

from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.events import WasRead
from reviewtui.domain.review.draft import Draft


def sections_read(draft: Draft) -> frozenset[Section]:
    """Return the sections whose exact text I have marked as read; a text that changed since is not read."""
    if draft.me is None:
        return frozenset()
    mine = {
        (event.path, event.blob)
        for event in draft.review.counting(WasRead)
        if parse_person(event.by).key == draft.me.key
    }
    texts = draft.policy.texts
    return frozenset(section for section in draft.policy.sections if (section.path, texts[section.path].blob) in mine)
