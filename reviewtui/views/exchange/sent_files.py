"""What is sent out, as files: under which name each is written, and what is said once it lies there."""

import re
from collections.abc import Iterator

from reviewtui.domain.review.draft import Draft


def file_name(draft: Draft, ending: str, *about: str) -> str:
    """Return the name under which something is written: of which policy, what and for whom, and of which version."""
    parts = (draft.settings.title or "policy", *about, draft.version.commit[:7])
    return "-".join(_plain(part) for part in parts if part) + ending


def sent_lines(files: tuple[str, ...], organisation: str, bring_in: str) -> Iterator[str]:
    """Yield what came of it: where the files lie, and what is to be done with them."""
    yield from files
    to = f" to {organisation}" if organisation else ""
    yield f"Nothing was sent: give it{to} by mail or as you like. What comes back is brought in with {bring_in}."


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold())[:60].strip("-") or "policy"
