"""Words that may be misspelt, told while somebody writes."""

import re
from collections.abc import Iterator
from functools import cached_property

from reviewtui.domain.review.draft import Draft
from reviewtui.text.words.dictionary import is_word

_TYPED = re.compile(r"(?<![\w@.,/:&#'\u2019-])[a-z]{3,}(?:['\u2019][a-z]+)?(?=[\s,;:!?)\"\u201d]|\.(?!\w))")
"""A word in small letters that ended: names, addresses, compounds and what is still being typed are left alone."""
_USED = re.compile(r"\w+(?:['\u2019][a-z]+)?")
_MOST = 3
_ID_END = 4
"""Letters of an id's end by which a remark is named, at least."""


class SpellCheck:
    """Knows the words of the dictionary and those of one policy, which are gathered when they are first asked for."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def doubtful(self, typed: str) -> tuple[str, ...]:
        """Return the last words of `typed` that neither the dictionary nor the policy knows, each once.

        There is a dictionary of English alone, so in a policy of another language none is in doubt.
        """
        if not self._draft.settings.language.startswith("en"):
            return ()
        return tuple(dict.fromkeys(self._unknown(typed)))[-_MOST:]

    def _unknown(self, typed: str) -> Iterator[str]:
        for match in _TYPED.finditer(typed):
            word = match[0].replace("\u2019", "'")
            stem = word.removesuffix("'s")
            if not (is_word(word) or is_word(stem) or {word, stem} & self._used or self._names_remark(word)):
                yield match[0]

    def _names_remark(self, word: str) -> bool:
        return len(word) >= _ID_END and any(each.lower().endswith(word) for each in self._draft.review.threads)

    @cached_property
    def _used(self) -> frozenset[str]:
        """The words of the policy, in small letters, with what stands before an apostrophe by itself."""
        words = {
            word.lower().replace("\u2019", "'")
            for text in self._draft.policy.texts.values()
            for word in _USED.findall(text.text)
        }
        return frozenset(words | {word.partition("'")[0] for word in words})
