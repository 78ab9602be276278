"""The edges of a passage: where a sentence may begin or end, and marks that are none of its words."""

from reviewtui.text.placement.tuning import TAG_REACH
from reviewtui.text.words.terms import Term, terms_of


def opens_sentence(text: str, at: int) -> bool:
    """Say, from the characters around alone, whether a sentence may begin at `at`."""
    before = text[max(0, at - 12) : at].rstrip()
    if at - len(before) and "\n" in text[max(0, at - 12) : at][len(before) :]:
        line = text[text.rfind("\n", 0, at) + 1 : at]
        return not line.strip() and (not before or before[-1] in ".!?:;>|\n" or "\n\n" in text[max(0, at - 12) : at])
    return not before or before[-1] in ".!?:>|#*-+\n" or before[-1:].isdigit()


def closes_sentence(text: str, at: int) -> bool:
    """Say, from the characters around alone, whether a sentence may end at `at`."""
    if at >= len(text) or text[at - 1] in ".!?:;|" or text[at] in ".!?:;|<":
        return True
    rest = text[at : at + 4].lstrip(" \t\r")
    return rest.startswith("\n") and not rest[1:2].isalpha()


def without_outer_marks(text: str, start: int, end: int, passage: str) -> tuple[int, int]:
    """Return `text[start:end]` without marks at an edge where `passage` has a letter or a digit.

    Nor does it begin or end on another line than its words where the passage did not. A span without any word stays
    as it is.
    """
    own, terms = terms_of(passage), _terms(text, start, end)
    if not own or not terms:
        return start, end
    first, last = terms[0].start, terms[-1].end
    if own[0].start == 0:
        start = first
    elif "\n" not in passage[: own[0].start]:
        start = max(start, text.rfind("\n", start, first) + 1)
    if own[-1].end == len(passage):
        end = last
    elif "\n" not in passage[own[-1].end :] and (line := text.find("\n", last, end)) >= 0:
        end = line
    return start, end


def _terms(text: str, start: int, end: int) -> list[Term]:
    """Return the terms of the span, seen from before a tag that reaches into it."""
    opened = text.rfind("<", max(0, start - TAG_REACH), start)
    begin = opened if opened >= 0 and text.find(">", opened, start) < 0 else start
    return [term for term in terms_of(text, begin, end) if term.start >= start]
