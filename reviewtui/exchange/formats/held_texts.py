"""Which texts somebody had before them in what was sent out, so that an answer counts as reading these alone."""

from collections.abc import Iterable

from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.record.events import Cover


def held_texts(policy: Policy, sections: Iterable[Section]) -> tuple[Cover, ...]:
    """Return the texts of which all sections were sent; of one section out of several nobody has read the file."""
    sent = {(section.path, section.start) for section in sections}
    whole = dict.fromkeys(section.path for section in policy.sections)
    for section in policy.sections:
        if (section.path, section.start) not in sent:
            whole.pop(section.path, None)
    return tuple(Cover(path, policy.texts[path].blob) for path in whole)
