"""Concepts: the words of a sentence that say what it is about, with words of one meaning brought together.

Words that stand everywhere, words of duty, numbers and their measures are no concepts: two sentences about one thing
have the same concepts whatever duty and number each of them gives.
"""

import re
from functools import lru_cache

from reviewtui.checks.input.vocabulary import ANY_PHRASE, GROUPS, PHRASES, STOP
from reviewtui.text.meaning.wording.vocabulary.synonyms import NOUNS, VERBS
from reviewtui.text.meaning.wording.vocabulary.verbs import base_of
from reviewtui.text.words.spelling_variants import british
from reviewtui.text.words.terms import stem

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_OF_VERB = re.compile(r"(?<!depart)(?<!apart)ment\Z")
_LONG = 8
"""Longer words that end in "-ment" are taken back to their verb: an endorsement is what endorses."""


def _root(word: str) -> str:
    """Return a word without its ending, irregular verbs and American spellings too."""
    root = stem(british(base_of(word)))
    return stem(root.removesuffix("ment")) if len(root) > _LONG and _OF_VERB.search(root) else root


def _concepts() -> dict[str, str]:
    """Return the concept of each word that has a synonym: of the groups here, and of what is editorial anyway."""
    same = [row.split("=") for table in (VERBS, NOUNS) for row in table.replace("\n", "/").split("/")]
    single = [[word.strip() for word in row if len(word.split()) == 1] for row in same]
    found: dict[str, str] = {}
    for words in [*map(str.split, GROUPS), *single]:
        roots = [_root(word) for word in words if word not in STOP]
        concept = next((found[root] for root in roots if root in found), roots[0] if roots else "")
        for root in roots:
            found.setdefault(root, concept)
    return found


_CONCEPTS = _concepts()


@lru_cache(maxsize=65536)
def concept_of(word: str) -> str:
    """Return the concept of a word in lower case, empty for a word that says nothing of the subject."""
    if len(word) < 2 or word in STOP or base_of(word) in STOP or all(part in STOP for part in word.split("-")):
        return ""
    root = _root(word)
    return _CONCEPTS.get(root, root)


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
