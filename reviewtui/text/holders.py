"""Who is bound: the words that stand before a word of duty and say whose duty it is."""

import re

from reviewtui.text.terms import stem

_DUTY = re.compile(
    r"\b(?:must|shall|should|need\s+not|ought\s+to|(?:is|are)\s+required\s+to|may\s+not)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:,!?()\n]|\b(?:that|which|who|and|but|or|if|when|where|unless|so|because)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_FARTHEST = 60
"""Characters before a word of duty in which its subject is looked for."""
_NOBODY = frozenset(
    [
        *("the", "a", "an", "it", "they", "this", "these", "those", "there", "each", "every", "all", "any", "no"),
        *("one", "also", "then", "only", "of", "for", "in", "by", "to", "at", "on", "with", "its", "their", "your"),
        *("our", "his", "her", "new", "both", "such", "always", "normally", "therefore", "however", "people"),
        *("everyone", "anyone", "nobody", "not", "never", "they", "he", "she", "we", "you", "i"),
    ]
)


def other_holder(old: str, new: str) -> tuple[str, str] | None:
    """Return whose duty it was and whose it is, None unless both are named and neither stands in the other passage.

    A subject that stands elsewhere in the other passage was only moved about ("officers keep records", "records are
    kept by officers").
    """
    before, after = _holders(old), _holders(new)
    if len(before) != len(after):
        return None
    for (was, one), (now, two) in zip(before, after, strict=True):
        if one and two and not one & _stems(new) and not two & _stems(old):
            return was, now
    return None


def _holders(line: str) -> list[tuple[str, frozenset[str]]]:
    """Return for each word of duty the words of its subject, as they stand and as stems."""
    found: list[tuple[str, frozenset[str]]] = []
    for match in _DUTY.finditer(line):
        clause = _CLAUSE.split(line[max(0, match.start() - _FARTHEST) : match.start()])[-1].strip()
        found.append((clause, _stems(clause)))
    return found


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in _NOBODY)
