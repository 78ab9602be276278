"""Where links lead: to a section of the policy, to one of its headings, out of it, or nowhere."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from reviewtui.checks.input.check_input import CheckInput

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\?", re.IGNORECASE)
_GENERATED = re.compile(r"\{[{%]|\{\}|<%|\$\{|%\}")
"""A target that a site's generator fills in."""
_ID = re.compile(
    r"<a\s+(?:id|name)=[\"']([^\"']+)[\"']|\{#([\w-]+)\}|\bid=[\"']([^\"']+)[\"']|^\(([\w-]+)\)=[ \t]*$", re.MULTILINE
)
"""Where a text names a place that can be linked to: in HTML, behind a heading, or in a line over it ("(name)=")."""
_ONE_PAGE = 3
"""So many bare anchors that lead to headings of other files say that the files are published as one page."""


@dataclass(frozen=True)
class LinkTargets:
    """What can be linked to in one policy."""

    material: CheckInput

    def broken(self, path: str, target: str) -> str:
        """Return why `target`, in the file `path`, leads nowhere; empty where it does or where that cannot be known."""
        if not target:
            return "a link without a target"
        if _OUTSIDE.match(target) or _GENERATED.search(target):
            return ""
        name, _, anchor = target.partition("#")
        name = unquote(name.partition("?")[0])
        if name.startswith("/"):
            there, known = self._from_root(name)
        else:
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
            known = self._is_inside(there)
        text = self._text_at(there)
        if text is None:
            return f"there is no section “{name}”" if known and _is_page(there) else ""
        if (
            anchor
            and text
            and unquote(anchor).lower() not in self.anchors[text]
            and not (not name and self._elsewhere(anchor))
        ):
            return f"“{posixpath.basename(text)}” has no heading “#{unquote(anchor)}”"
        return ""

    @cached_property
    def anchors(self) -> dict[str, frozenset[str]]:
        """By file: the names under which its headings and marks can be linked to."""
        return {path: frozenset(self._anchors(path)) for path in self.material.paths}

    @cached_property
    def _roots(self) -> tuple[str, ...]:
        """The folders that may be the root of the site: the policy's, those over it, the repository's."""
        folder = self.material.policy.folder.strip("/.")
        roots = [folder]
        while roots[-1]:
            roots.append(posixpath.dirname(roots[-1]))
        return tuple(roots)

    @cached_property
    def _folders(self) -> frozenset[str]:
        """The folders that hold the policy's files, with those over them."""
        folders = set()
        for path in self.material.policy.texts:
            while path := posixpath.dirname(path):
                folders.add(path)
        return frozenset(folders)

    @cached_property
    def _is_one_page(self) -> bool:
        """Whether the files are published as one page, so that a bare anchor may lead to a heading of another."""
        counts = Counter(
            bool(anchor in self._all_anchors)
            for path in self.material.paths
            for anchor in bare_anchors(self.material.policy.texts[path].text)
            if anchor not in self.anchors[path]
        )
        return counts[True] >= _ONE_PAGE and counts[True] > counts[False]

    @cached_property
    def _all_anchors(self) -> frozenset[str]:
        return frozenset().union(*self.anchors.values())

    def _elsewhere(self, anchor: str) -> bool:
        return self._is_one_page and unquote(anchor).lower() in self._all_anchors

    def _from_root(self, name: str) -> tuple[str, bool]:
        """Return the file that a name from the site's root means, and whether it is for the policy to have it.

        It is where the name begins with a folder of the policy, or is that of a file of the repository beside it.
        """
        inside = name.strip("/")
        candidates = [posixpath.normpath(posixpath.join(root, inside)) for root in self._roots]
        held = next((path for path in candidates if self._text_at(path) is not None), None)
        if held is not None:
            return held, True
        first = inside.split("/", maxsplit=1)[0]
        in_folder = any(posixpath.join(root, first) in self._folders for root in self._roots) and "/" in inside
        return candidates[0], in_folder or ("/" not in inside and inside.endswith(".md"))

    def _is_inside(self, path: str) -> bool:
        folder = self.material.policy.folder
        return (folder in {"", "."} or path.startswith(f"{folder}/")) and not path.startswith("..")

    def _text_at(self, path: str) -> str | None:
        texts = self.material.policy.texts
        stem = path.removesuffix(".html").removesuffix(".htm").removesuffix("/")
        return next((p for p in (path, f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md") if p in texts), None)

    def _anchors(self, path: str) -> Iterator[str]:
        """Yield the names of a file's headings as the common generators make them; equal ones are numbered."""
        seen: Counter[str] = Counter()
        for heading in self.material.prose(path).headings:
            low = heading.title.lower().strip()
            slug = re.sub(r"[^\w\- ]", "", low).replace(" ", "-")
            for name in {slug, re.sub(r"-{2,}", "-", slug).strip("-")}:
                yield f"{name}-{seen[name]}" if seen[name] else name
                seen[name] += 1
            yield re.sub(r"\s+", "-", low)
        for match in _ID.finditer(self.material.policy.texts[path].text):
            yield next(filter(None, match.groups())).lower()


_BARE = re.compile(r"\]\(#([^)\s]+)\)")


def bare_anchors(text: str) -> Iterator[str]:
    """Yield the anchors of links that name no file."""
    yield from (unquote(match[1]).lower() for match in _BARE.finditer(text))


def _is_page(path: str) -> bool:
    return path.endswith((".md", ".html", ".htm")) or "." not in posixpath.basename(path)
