"""A span cut to the marks that the passage itself had at its edges.

Words are runs without white space, so the word at the edge of a span may wear what the passage did not: the bracket and
the target of a link, a tag, a quotation mark, a full stop.
"""

from reviewtui.text.terms import Term, terms_of

_BACK = 300
"""Characters before a span in which a tag may have begun that reaches into it."""


def undressed(text: str, start: int, end: int, passage: str) -> tuple[int, int]:
    """Return `text[start:end]` without marks at an edge where `passage` has a letter or a digit.

    A span without any word stays as it is.
    """
    own, terms = terms_of(passage), _terms(text, start, end)
    if not own or not terms:
        return start, end
    return (
        terms[0].start if own[0].start == 0 else start,
        terms[-1].end if own[-1].end == len(passage) else end,
    )


def _terms(text: str, start: int, end: int) -> list[Term]:
    """Return the terms of the span, seen from before a tag that reaches into it."""
    opened = text.rfind("<", max(0, start - _BACK), start)
    begin = opened if opened >= 0 and text.find(">", opened, start) < 0 else start
    return [term for term in terms_of(text, begin, end) if term.start >= start]
