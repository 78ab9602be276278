"""Whether a word stands in an English dictionary: that of pyspellchecker, some 160,000 words in American spelling.

It is loaded when it is first asked, which costs a tenth of a second, and not before.
"""

from functools import lru_cache

from spellchecker import SpellChecker

from reviewtui.text.words.spelling_variants import american


def is_word(word: str) -> bool:
    """Say whether a word (lower case) is in the dictionary, in British or American spelling."""
    return word in _dictionary() or american(word) in _dictionary()


@lru_cache(maxsize=1)
def _dictionary() -> SpellChecker:
    return SpellChecker(language="en", distance=1)
