"""From which version of the text a document was made that has lost its marks, or never had them.

Programs that write a file anew leave properties and bookmarks out. Then our own words above the text name the version;
where they are gone too, the known version that most of its paragraphs are equal to is the likeliest one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reviewtui.domain.policy.policy import Policy, ReadPolicy, Section
from reviewtui.exchange.word.layout.edit_preview import laid_out
from reviewtui.exchange.word.layout.sent_text import TOLD, sent_paragraphs
from reviewtui.exchange.word.reading.original_document import Original
from reviewtui.text.words.spacing import single_spaced

BaseKind = Literal["itself", "marked", "named", "likely", "unknown"]
"""How the version is known.

It was made of the file, or the file's properties, our words in its text or most of its text tell it, or nothing does.
"""
_NAMING = re.compile(re.escape(TOLD).replace(re.escape("{version}"), "([0-9a-f]{7,40})"))
_ENOUGH = 0.5
"""The share of a document's paragraphs that have to be equal in a version for that to be the one it was made from."""
_OWN_WORDS = 8
"""With so many words a paragraph is hardly in two texts by chance."""


@dataclass(frozen=True, slots=True)
class LikelyVersion:
    """A version of the text, and how many of a document's paragraphs are equal there."""

    read: ReadPolicy
    equal: int
    count: int


def named_version(originals: Iterable[Original]) -> str:
    """Return the beginning of the commit that our own words in a document name; empty where they stand nowhere."""
    matches = (_NAMING.fullmatch(original.text.strip()) for original in originals)
    return next((match[1] for match in matches if match is not None), "")


def likely_version(originals: Sequence[Original], versions: Iterable[ReadPolicy]) -> LikelyVersion | None:
    """Return the version that a document was likely made from, of equally likely ones the first; None for none.

    Of those in which equally many of its paragraphs are, the others are looked at word by word.
    """
    own = _texts(originals)
    known: dict[str, frozenset[str]] = {}
    best: list[tuple[LikelyVersion, frozenset[str]]] = []
    for read in versions:
        texts: set[str] = set()
        for text in read.policy.texts.values():
            if text.blob not in known:
                known[text.blob] = frozenset(single_spaced(each.text) for each in laid_out(text.text) if each.text)
            texts |= known[text.blob]
        equal = own & texts
        most = best[0][0].equal if best else 0
        if len(equal) >= most and any(len(each.split()) >= _OWN_WORDS for each in equal):
            best = best if len(equal) == most else []
            best.append((LikelyVersion(read, len(equal), len(own)), frozenset(texts)))
        if equal == own:
            break
    if not best or best[0][0].equal < _ENOUGH * len(own):
        return None
    wanted = _runs_of_words(own)
    return max(best, key=lambda each: len(wanted & _runs_of_words(each[1] - own)))[0]


def _runs_of_words(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Each word with the one behind it, by which a paragraph that was changed is still known."""
    return {pair for text in texts for pair in pairwise(text.split())}


def sections_in(originals: Sequence[Original], policy: Policy) -> Iterator[Section]:
    """Give the sections of which a document holds the heading or a paragraph."""
    own = _texts(originals)
    for section in policy.sections:
        paragraphs = [each for each in sent_paragraphs(policy, [section]) if single_spaced(each.text) in own]
        if any(each.level == 1 or len(each.text.split()) >= _OWN_WORDS for each in paragraphs):
            yield section


def _texts(originals: Iterable[Original]) -> frozenset[str]:
    """The paragraphs of a document with words in them, however wide its spaces are, but for what we write around it."""
    parts = {single_spaced(each.text) for each in originals if any(map(str.isalpha, each.text))}
    return frozenset(each for each in parts if _NAMING.fullmatch(each) is None)
