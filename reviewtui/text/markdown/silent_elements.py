"""Elements of HTML that hide or strike what stands in them, also where they begin in one block and end in another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.parsing.html import html_parts

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*?)(?P<alone>/?)>")
_HIDES = re.compile(r"display:\s*none|visibility:\s*hidden|(?<![\w-])hidden(?![\w-])", re.IGNORECASE)
_STRUCK_TAGS = frozenset({"s", "del", "strike"})


class SilentElement(NamedTuple):
    """Where an element stands that is not said, its tags included, and whether it is hidden or struck."""

    start: int
    end: int
    look: Literal["hidden", "strike"]


@lru_cache(maxsize=64)
def silent_elements(document: Document) -> tuple[SilentElement, ...]:
    """Return the elements that hide or strike what stands in them; one that never ends goes on to the end."""
    return tuple(_elements(document)) if "<" in document.source else ()


def _elements(document: Document) -> Iterator[SilentElement]:
    begun: list[tuple[str, int, Literal["hidden", "strike", ""]]] = []
    for start, end in sorted(_tags(document)):
        match = _TAG.match(document.source, start, end)
        if match is None or match["alone"]:
            continue
        name = match["name"].lower()
        if not match["end"]:
            begun.append((name, start, _look(name, match["rest"])))
            continue
        at = next((at for at in range(len(begun) - 1, -1, -1) if begun[at][0] == name), None)
        if at is not None:
            yield from _element(*begun[at][1:], end)
            del begun[at:]
    for _, start, look in begun:
        yield from _element(start, look, len(document.source))


def _element(start: int, look: Literal["hidden", "strike", ""], end: int) -> Iterator[SilentElement]:
    if look:
        yield SilentElement(start, end, look)


def _look(name: str, attributes: str) -> Literal["hidden", "strike", ""]:
    return "hidden" if _HIDES.search(attributes) else "strike" if name in _STRUCK_TAGS else ""


def _tags(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        if block.kind == "html":
            parts = html_parts(document.source[block.start : block.content_end])
            yield from (
                (block.start + low, block.start + high) for kind, low, high in parts if kind in {"tag", "break"}
            )
    yield from document.spans_of("html")
