"""Where code and comments stand in a text, which no check reads as prose."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from reviewtui.text.markdown.document import document_of
from reviewtui.text.span import Span


@lru_cache(maxsize=256)
def code_spans(text: str) -> tuple[Span, ...]:
    """Return the characters that each piece of code and each comment takes, in reading order."""
    document = document_of(text)
    blocks = (block for block in document.blocks if block.kind in {"code", "comment"})
    spans = [(block.start, block.content_end) for block in blocks]
    apart: list[Span] = []
    for start, end in sorted([*spans, *document.spans_of("code"), *document.spans_of("comment")]):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return tuple(apart)


def is_within(offset: int, spans: Sequence[Span]) -> bool:
    """Say whether `offset` lies in one of `spans`, which are in order and do not overlap."""
    index = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return index >= 0 and offset < spans[index][1]
