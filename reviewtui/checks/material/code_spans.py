"""Where code and comments stand in a text, which no check reads as prose."""

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]
_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]+`|<!--.*?(?:-->|\Z)", re.DOTALL)


def code_spans(text: str) -> tuple[Span, ...]:
    """Return the characters that each piece of code and each comment takes, in reading order."""
    return tuple(match.span() for match in _CODE.finditer(text))


def is_within(offset: int, spans: Sequence[Span]) -> bool:
    """Say whether `offset` lies in one of `spans`, which are in order and do not overlap."""
    index = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return index >= 0 and offset < spans[index][1]
