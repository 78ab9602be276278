"""Links and references inside the policy that lead nowhere."""

import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from urllib.parse import unquote

from reviewtui.checks.material.code_spans import code_spans, is_within
from reviewtui.checks.material.material import Material
from reviewtui.domain.policy.document import Text
from reviewtui.domain.review.finding import Finding, finding_id
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.piece import Link

NAME = "link"
_DEFINITION = re.compile(r"^[ \t>]*(?P<all>\[(?P<name>[^\[\]\n]+)\]:[ \t]*(?P<target>\S+))", re.MULTILINE)
_FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\[\]\s]{1,60})\](?!:)")
_SECTION = re.compile(
    r"\b(?:section|chapter|part|paragraph)\s+(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\b(?!\s+of\s+the\s+\w+\s+(?:act|code|law|regulations))",
    re.IGNORECASE,
)
_OTHER_TEXT = re.compile(r"\s*(?:\(\w+\)\s*)?(?:of|in|to)\s+(?:the\s+)?[A-Z]", re.ASCII)
_HEADING_NUMBER = re.compile(r"(?:section|chapter|part|appendix)?\s*(\d{1,2}(?:\.\d{1,2})*)[.):\s]", re.IGNORECASE)
_ID = re.compile(r"<a\s+(?:id|name)=[\"']([^\"']+)[\"']|\{#([\w-]+)\}|\bid=[\"']([^\"']+)[\"']")


def find(material: Material) -> Iterator[Finding]:
    """Yield every link to a section or heading that does not exist, and every reference without a target."""
    numbers = _numbers(material)
    for path in material.paths:
        text = material.policy.texts[path]
        hidden = code_spans(text.text)
        for start, end, message in (*_links(material, text), *_references(text), *_sections(text, numbers)):
            if not is_within(start, hidden):
                words = text.text[start:end]
                yield Finding(finding_id(NAME, path, words), NAME, path, start, end, message)


def _links(material: Material, text: Text) -> Iterator[tuple[int, int, str]]:
    document = document_of(text.text)
    targets = [(link.start, link.end, link.target) for link in document.links if _is_judged(link)]
    for block in document.blocks:
        if block.kind == "definition":
            definitions = _DEFINITION.finditer(text.text, block.start, block.content_end)
            targets += [(*match.span("all"), match["target"]) for match in definitions]
    faults: dict[str, str] = {}
    anchors = cache(partial(_anchors, material))
    for start, end, target in targets:
        if target not in faults:
            faults[target] = _broken(material, text.path, target.strip("<>"), anchors)
        if why := faults[target]:
            yield start, end, why


def _is_judged(link: Link) -> bool:
    """A reference is judged once, where its target is defined."""
    return link.kind == "inline" and not link.image


def _broken(material: Material, path: str, target: str, anchors: Callable[[str], set[str]]) -> str:
    """Return why a target inside the policy is not there; what lies outside the policy cannot be judged here."""
    if not target:
        return "a link without a target"
    if re.match(r"[a-z][a-z0-9+.-]*:|//|/|\?", target, re.IGNORECASE):
        return ""
    name, _, anchor = target.partition("#")
    name = unquote(name.partition("?")[0])
    there = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
    text = _text_at(material, there)
    folder = material.policy.folder
    if text is None:
        inside = folder in {"", "."} or there.startswith(f"{folder}/")
        is_page = there.endswith((".md", ".html", ".htm")) or "." not in posixpath.basename(there)
        return f"there is no section “{name}”" if inside and is_page and not there.startswith("..") else ""
    if anchor and text and unquote(anchor).lower() not in anchors(text):
        return f"“{posixpath.basename(text)}” has no heading “#{unquote(anchor)}”"
    return ""


def _text_at(material: Material, path: str) -> str | None:
    texts = material.policy.texts
    stem = path.removesuffix(".html").removesuffix(".htm").removesuffix("/")
    return next((p for p in (path, f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md") if p in texts), None)


def _anchors(material: Material, path: str) -> set[str]:
    names: set[str] = set()
    for heading in material.prose(path).headings:
        slug = re.sub(r"[^\w\- ]", "", heading.title.lower()).strip().replace(" ", "-")
        names |= {slug, re.sub(r"-{2,}", "-", slug).strip("-")}
    text = material.policy.texts[path].text
    return names | {(match[1] or match[2] or match[3]).lower() for match in _ID.finditer(text)}


def _references(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield the links and footnote marks that lead to nothing in the text; brackets alone may be mere brackets."""
    document = document_of(text.text)
    for broken in document.broken:
        end = broken.end + 2 * text.text.startswith("[]", broken.end)
        words = text.text[broken.start : end]
        if not broken.short and not words.startswith("!"):
            yield broken.start, end, f"the link “{words[1:].partition(']')[0]}” has no target"
    known = {mark.start for mark in document.footnotes}
    for match in _FOOTNOTE.finditer(text.text):
        if match.start() not in known:
            yield *match.span(), f"the footnote “{match['label']}” is not in the text"


def _numbers(material: Material) -> set[str]:
    """The numbers that headings have, with those above them; empty for a policy without numbered headings."""
    numbers: set[str] = set()
    for path in material.paths:
        for heading in material.prose(path).headings:
            match = _HEADING_NUMBER.match(f"{heading.title} ")
            if match:
                parts = match[1].split(".")
                numbers |= {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return numbers


def _sections(text: Text, numbers: set[str]) -> Iterator[tuple[int, int, str]]:
    if len(numbers) < 2:
        return
    for match in _SECTION.finditer(text.text):
        if match["number"] not in numbers and not _OTHER_TEXT.match(text.text, match.end()):
            yield *match.span(), f"there is no {match[0].lower()}"
