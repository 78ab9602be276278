"""Concepts: the words of a sentence that say what it is about, with words of one meaning brought together.

Words that stand everywhere, words of duty, numbers and their measures are no concepts: two sentences about one thing
have the same concepts whatever duty and number each of them gives.
"""

import re
from functools import lru_cache

from reviewtui.checks.material.vocabulary import ANY_PHRASE, GROUPS, PHRASES, STOP
from reviewtui.text.words.terms import stem

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_LONG = 8
"""Longer words that end in "-ment" are taken back to their verb: an endorsement is what endorses."""
_CONCEPTS = {stem(word): stem(group.split()[0]) for group in GROUPS for word in group.split()}


@lru_cache(maxsize=65536)
def concept_of(word: str) -> str:
    """Return the concept of a word in lower case, empty for a word that says nothing of the subject."""
    if word in STOP or len(word) < 2:
        return ""
    base = stem(word)
    if len(base) > _LONG and base.endswith("ment"):
        base = stem(base.removesuffix("ment"))
    return _CONCEPTS.get(base, base)


@lru_cache(maxsize=16384)
def concepts_of(plain: str) -> tuple[str, ...]:
    """Return the concepts of a plain sentence in the order in which they stand."""
    line = plain
    for pattern, put in PHRASES if ANY_PHRASE.search(plain) else ():
        line = pattern.sub(put, line)
    concepts = (
        concept_of(match[0].lower().replace("\u2019", "'").removesuffix("'s")) for match in _WORD.finditer(line)
    )
    return tuple(concept for concept in concepts if concept)
