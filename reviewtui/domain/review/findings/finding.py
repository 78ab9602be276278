"""What a content check reports."""

import hashlib
from dataclasses import dataclass

from reviewtui.text.words.spacing import single_spaced

Spot = tuple[str, int, int]
"""A passage: the path of its file and the characters from start to end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the text that is worth a look: `start` and `end` are characters of file `path`.

    `id` is made of the check and the words of its passages, so that it stays while they stay and is another one when
    they change. `path` is empty for what is missing from the whole policy; `other` is the second passage of two.
    `topic` is the id of a topic, for findings about one. `former` are the ids that earlier versions gave the very same
    finding, because they read its words otherwise; a dismissal under one of them holds. `advises` says that it is of a
    kind that is too often wrong to stand in the way of a release, whatever others of its check do.
    """

    id: str
    check: str
    path: str
    start: int
    end: int
    message: str
    other: Spot | None = None
    topic: str = ""
    former: tuple[str, ...] = ()
    advises: bool = False


def finding_id(check: str, *passages: str) -> str:
    """Return the id of what `check` found in `passages`; white space and where they stand do not count."""
    words = "\0".join((check, *(single_spaced(passage) for passage in passages)))
    return f"{check}-{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:12]}"
