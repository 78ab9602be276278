"""Words that may be misspelt, told while somebody writes."""

import re
from collections.abc import Iterator

from reviewtui.domain.review.draft import Draft
from reviewtui.text.words.dictionary import is_word

_WORD = re.compile(r"(?<![\w@.,/:&#'\u2019-])[a-z]{3,}(?:['\u2019][a-z]+)?(?=[\s,;:!?)\"\u201d]|\.(?!\w))")
"""A word in small letters that ended: names, addresses, compounds and what is still being typed are left alone."""
_MOST = 3


def doubtful_words(draft: Draft, typed: str) -> tuple[str, ...]:
    """Return the last words of `typed` that neither the dictionary nor the policy knows, each once.

    There is a dictionary of English alone, so in a policy of another language none is in doubt.
    """
    if not draft.settings.language.startswith("en"):
        return ()
    return tuple(dict.fromkeys(_unknown(draft, typed)))[-_MOST:]


def _unknown(draft: Draft, typed: str) -> Iterator[str]:
    for match in _WORD.finditer(typed):
        word = match[0].replace("\u2019", "'")
        if not (is_word(word) or is_word(word.removesuffix("'s")) or _is_used(draft, match[0])):
            yield match[0]


def _is_used(draft: Draft, word: str) -> bool:
    forms = (word, word.capitalize())
    return any(form in text.text for text in draft.policy.texts.values() for form in forms)
