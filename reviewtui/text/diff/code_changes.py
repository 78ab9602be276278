"""Signs in code: what the word diff takes for marks is said there, as the star of "`*.council.example`"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from reviewtui.text.diff.kept_words import KeptWordsChange, kept_stretches
from reviewtui.text.markdown.document import parted_text
from reviewtui.text.span import Span

_MAY_BE_CODE = re.compile(r"[`<\t]|~~~| {4}")
"""Without one of these there is no code in a text."""
_LONGEST = 60
"""Characters of code that stand in a reason."""


def code_changes(old: str, new: str, hunks: Sequence[tuple[Span, Span]]) -> Iterator[KeptWordsChange]:
    """Yield the code that has other signs between the hunks of the word diff; all are doubts."""
    stretches = [
        (here, there) for here, there in kept_stretches(old, new, hunks) if old[slice(*here)] != new[slice(*there)]
    ]
    if not stretches or not (_MAY_BE_CODE.search(old) or _MAY_BE_CODE.search(new)):
        return
    here, there = (_code(text, spans) for text, spans in zip((old, new), zip(*stretches, strict=True), strict=True))
    for before, after in stretches:
        was, now = list(_within(here, before)), list(_within(there, after))
        # Where code became prose, or prose became code, other finders say so.
        for gone, come in zip(was, now, strict=True) if len(was) == len(now) else ():
            words, others = (" ".join(text[slice(*span)].split()) for text, span in ((old, gone), (new, come)))
            if words != others:
                yield KeptWordsChange(gone, come, f"code {words[:_LONGEST]} → {others[:_LONGEST]}", alarm=False)


def _code(text: str, near: Sequence[Span]) -> list[Span]:
    """Return where code stands in a text, in those parts of it that some spans touch."""

    def may_hold_code(start: int, end: int) -> bool:
        touched = next(_within(near, (start, end)), None) is not None
        return touched and _MAY_BE_CODE.search(text, start, end) is not None

    parts = parted_text(text).parts(may_hold_code)
    return sorted((start + base, end + base) for document, base in parts for start, end in document.spans_of("code"))


def _within(spans: Sequence[Span], stretch: Span) -> Iterator[Span]:
    first = bisect_right(spans, stretch[0], key=itemgetter(1))
    for start, end in spans[first : bisect_left(spans, stretch[1], lo=first, key=itemgetter(0))]:
        low, high = max(start, stretch[0]), min(end, stretch[1])
        if low < high:
            yield low, high
