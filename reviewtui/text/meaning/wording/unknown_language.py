"""Which words of a passage changed, in a language of which no word is known to bind nobody: nearly all of them count.

Equal are white space, punctuation around words, marks, forms of one letter (Unicode), and the case of the first word of
a sentence. Everything else is in doubt, and another figure or address is an alarm in every language.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewtui.text.markdown.said_passage import BLOCK_START, TARGET
from reviewtui.text.meaning.class_values import WordChange
from reviewtui.text.meaning.tuning import SHOWN
from reviewtui.text.meaning.wording.case_and_targets import ELSEWHERE, is_same_page, readable_address
from reviewtui.text.meaning.wording.significant_words import other_measure, other_number, other_sign
from reviewtui.text.meaning.wording.visible_words import end_of_address, seen_passage
from reviewtui.text.meaning.wording.word_run import stretches
from reviewtui.text.words.unspaced import has_unspaced, word_pieces

NO_ALARM = "in a language that the alarm does not know"
_BETWEEN = re.compile(r"\s+|(?<=\w)[\u2013\u2014](?=\w)")
_CONTACT = re.compile(r"://|@|\Awww\.")
_ENDS = ".!?:;\u2026"
"""Behind these a sentence begins."""


def unlisted_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the words that changed between two forms of a passage in a language without a list."""
    (before, olds), (after, news) = _words(old), _words(new)
    if before == after:
        return _other_targets(old, new)
    runs = stretches(before, after)
    return tuple(_change(olds[first:stop], news[start:end]) for equal, first, stop, start, end in runs if not equal)


def _other_targets(old: str, new: str) -> tuple[WordChange, ...]:
    """Return where links lead to other pages, of two passages with the same words.

    With as many links the first is compared with the first; else those that stand behind the same word.
    """
    before, after = (list(_targets(side)) for side in (old, new))
    pairs = [(was, now) for (_, was), (_, now) in zip(before, after, strict=False)]
    if len(before) != len(after):
        there = dict(reversed(after))
        pairs = [(was, there[place]) for place, was in before if place in there]
    elsewhere = (map(readable_address, pair) for pair in pairs if not is_same_page(*pair))
    return tuple(WordChange(was, now, ELSEWHERE, alarm=False) for was, now in elsewhere)


def _targets(passage: str) -> Iterator[tuple[int, str]]:
    """Yield where the links of a passage lead, each behind the number of words that stand before it."""
    said = seen_passage(passage)
    words = start = 0
    for link in TARGET.finditer(said):
        words += len(_words(said[start : link.start()])[0])
        start = link.end()
        yield words, end_of_address(link[1])


def other_words(old: str, new: str) -> str:
    """Return the first words that changed, in words; empty where none did."""
    changes = unlisted_changes(old, new)
    return changes[0].words.removesuffix(f" ({NO_ALARM})") if changes else ""


def _words(passage: str) -> tuple[list[str], list[str]]:
    """Return the words of a passage without the punctuation around them: as they are compared, and as they stand."""
    pieces: list[str] = []
    for run in _BETWEEN.split(TARGET.sub("", seen_passage(passage)).replace(BLOCK_START, " . ")):
        pieces += word_pieces(run) if has_unspaced(run) else ((run,) if run else ())
    compared: list[str] = []
    words: list[str] = []
    for before, piece in pairwise((".", *pieces)):
        if word := _without_punctuation(piece):
            compared.append(word.casefold() if before[-1] in _ENDS or not words else word)
            words.append(word)
    return compared, words


def _without_punctuation(piece: str) -> str:
    start, end = 0, len(piece)
    while start < end and unicodedata.category(piece[start])[0] in "PZ" and piece[start] not in "%§&":
        start += 1
    while start < end and unicodedata.category(piece[end - 1])[0] in "PZ" and piece[end - 1] not in "%§&":
        end -= 1
    return piece[start:end]


def _change(gone: Sequence[str], come: Sequence[str]) -> WordChange:
    words = [*gone, *come]
    reason, alarm = NO_ALARM, True
    if any(_CONTACT.search(word) for word in words):
        reason = "another address"
    elif other_number(gone, come):
        reason = "another number"
    elif other_measure(gone, come) or other_sign(_signs_alone(gone, come)):
        reason = "another sign or measure"
    else:
        alarm = False
    old, new = _shown(gone), _shown(come)
    return WordChange(old, new, reason, alarm)


def _signs_alone(gone: Sequence[str], come: Sequence[str]) -> Sequence[str]:
    """Return what changed, where no letter is in it."""
    words = [*gone, *come]
    return () if any(letter.isalpha() for word in words for letter in word) else words


def _shown(words: Sequence[str]) -> str:
    text = "".join(words) if has_unspaced("".join(words)) else " ".join(words)
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
