"""Alternatives: "or in bad taste" put behind a rule's words widens it, though no word of duty says so."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

_LINKS = frozenset({"or", "nor"})
_LEAST = 2
"""Words of an alternative, "or" counted: "and/or" for "and" is wording."""


def added_alternative(old: Sequence[str], new: Sequence[str]) -> str:
    """Return the words of `new` that were put beside those of `old` with an "or"; empty where none were.

    Words are in lower case, without marks. Only what was put in whole counts, not what replaced other words.
    """
    for op in Indel.opcodes(old, new):
        words = new[op.dest_start : op.dest_end]
        if op.tag == "insert" and len(words) >= _LEAST and _LINKS & {words[0], words[-1]}:
            return " ".join(words)
    return ""
