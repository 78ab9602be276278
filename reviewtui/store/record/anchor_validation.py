"""Whether the places that an event names can be places of a policy.

An event comes from anybody who may push, and its paths reach git and the disk. So one that leads out of the repository
is set aside when it is read, and is never written.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import AnyEvent, Cover, RecordedEdit
from reviewtui.store.files.file_names import path_fault

MOST_ANCHORS = 100
"""More passages than any remark is about; each of them is searched in every version."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(
    "(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\\.|\\Z)", re.IGNORECASE
)
_TEXT = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)


def place_fault(event: AnyEvent) -> str:
    """Return why a place that `event` names can be no place of a policy, or an empty string."""
    anchors = getattr(event, "anchors", ())
    if len(anchors) > MOST_ANCHORS:
        return f"it names {len(anchors)} places, more than the {MOST_ANCHORS} that are read"
    if any(_is_backwards(anchor) for anchor in anchors):
        return "it names a passage that ends before it begins"
    for path in _paths(event):
        why = text_path_fault(path)
        if why:
            return f"its path '{path[:200]}' can be no text of a policy: {why}"
    return ""


def _is_backwards(anchor: Anchor) -> bool:
    if anchor.start is None or anchor.end is None:
        return anchor.start is not anchor.end
    return anchor.end < anchor.start


def _paths(event: AnyEvent) -> Iterator[str]:
    """Every path of an event, its inner tables included; an anchor without one is about no single text."""
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if name == "path":
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Cover | RecordedEdit) or (isinstance(inner, Anchor) and inner.path):
                yield inner.path


@lru_cache(maxsize=1024)
def text_path_fault(path: str) -> str:
    """Return why no text of a policy can be recorded at `path`, or an empty string."""
    if _CONTROL.search(path):
        return "it has a control character"
    if _DRIVE.match(path):
        return "it names a drive"
    # A section may have such a name where the computer allows it ("advice" tells of it); nothing else may.
    if any(_DEVICE.match(name) and not _TEXT.search(name) for name in re.split(r"[/\\]", path)):
        return "it names a device"
    return path_fault(path)
