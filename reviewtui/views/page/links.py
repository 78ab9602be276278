"""Where the links of a text lead to, on demand: a link is shown by its words alone."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from reviewtui.domain.policy.policy import Policy
from reviewtui.text.markdown.headings import headings
from reviewtui.views.page.block_outline import Outline

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A place of the policy that a link leads to, in code points of the file."""

    path: str
    offset: int


def link_at(outline: Outline, offset: int) -> str | None:
    """Return where the link at `offset` leads to; None when there is no link.

    It is the words of whoever wrote the text: show it through `visible`, and follow it only when asked to.
    """
    outline.reach(offset)
    link = outline.document.link_at(offset)
    return link.target if link else None


def link_place(policy: Policy, path: str, target: str) -> LinkPlace | None:
    """Return the place of the policy that `target`, in the file `path`, leads to; None when it leads out of it."""
    if _OUTSIDE.match(target):
        return None
    name, _, anchor = target.partition("#")
    name = unquote(name.partition("?")[0])
    folder = "" if name.startswith("/") else posixpath.dirname(path)
    there = posixpath.normpath(posixpath.join(folder, name.lstrip("/"))) if name else path
    stem = there.removesuffix(".html").removesuffix(".htm").removesuffix("/")
    known = (there, f"{stem}.md", f"{stem}/index.md", f"{policy.folder}/{there}", f"{policy.folder}/{stem}.md")
    file = next((each for each in known if each in policy.texts), None)
    if file is None:
        return None
    return LinkPlace(file, _offset_of(policy.texts[file].text, unquote(anchor).lower()) if anchor else 0)


def _offset_of(text: str, anchor: str) -> int:
    """Return where the heading stands that `anchor` names; the beginning when none does."""
    return next((each.start for each in headings(text) if _slug(each.title) == anchor), 0)


def _slug(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower().strip()).replace(" ", "-")
