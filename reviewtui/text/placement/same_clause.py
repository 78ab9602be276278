"""Whether the clause that was found is the one that was meant, where other clauses say the same of something else.

"The notice period is ten days", "The appeal period is ten days": rows, items, notes and definitions that differ in a
word or in what stands over them. Where the words of one are others now, it may be another one that stands there.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from reviewtui.text.placement.sentence_matching.sentence_likeness import BINDING, is_spelled_alike, without_number
from reviewtui.text.placement.surroundings import Surroundings, surroundings_of
from reviewtui.text.span import Span
from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.units import Corpus, Unit

_WORD = re.compile(r"\w+")
_LIST = re.compile(r"^[ \t>]*(?:[-*+|]|\d+[.)])", re.MULTILINE)
_MOST = 200
"""So many other clauses are looked at."""
_PUT_ALIKE = 0.5
"""Clauses that have so much in common are put alike: what the others do not say is what each is about."""
_MOST_ALIKE = 6
"""So many sentences most like one are asked whether they are put like it."""
_ONE_KIND = 0.45
"""Sentences of which so many words stand in the same order are of one kind.

Higher joins no "returned to the head of service within ten days" with "returned to the press team within six months".
"""
_ALSO_ONE_KIND = 0.2
"""A sentence that is by more than this less like one than the most alike ones is of another kind."""
_LONGEST_SLOT = 2
"""More words in the place of others are another way to put it."""
_STEM = 6
"""Words that begin with so many equal letters are made of one stem: fewer join "complaint" and "compliance"."""
_Place = tuple[str, Span]


def other_clause(olds: Mapping[str, str], there: _Place, news: Mapping[str, str], here: _Place) -> str:
    """Return the words of another clause that the place `here` may be instead of the one `there`; empty for none.

    The clause is the same if it says the same, or is more like the old one than any other clause with these words is.
    It is not where it lost what told it from the others that are put like it. Where a sentence has equals, its
    paragraph is asked.
    """
    then, now = _clause(olds, there), _clause(news, here)
    if then != now:
        return _other(_Sought(olds, there, _clause), _Sought(news, here, _clause), _telling(olds, there))
    sentence = _sentence(olds, there)
    if sum(text.count(sentence) for text in olds.values()) + sum(text.count(sentence) for text in news.values()) <= 2:
        return ""
    return _other(_Sought(olds, there, _paragraph), _Sought(news, here, _paragraph), _telling(olds, there))


def is_another_of_its_kind(old: Corpus, unit: Unit, now: Sequence[str]) -> bool:
    """Say whether a sentence, given as its terms, is rather another one put like `unit` than `unit` reworded.

    What tells a sentence from the others that are put like it is the first word that none of them has at its place. A
    sentence that has another word there is about something else: it came since, or nobody can tell.
    """
    then = without_number(unit.keys)
    others = [without_number(other.keys) for other in old.alike(unit, _MOST_ALIKE)]
    likeness = [Indel.normalized_similarity(then, other) if other != then else 0.0 for other in others]
    least = max(_ONE_KIND, max(likeness, default=0.0) - _ALSO_ONE_KIND)
    kind = [_replaced(then, other) for other, alike in zip(others, likeness, strict=True) if alike >= least]
    telling = min(set(kind[0]).intersection(*kind), default=None) if kind else None
    return telling is not None and telling in _replaced(then, without_number(now))


def _replaced(old: Sequence[str], new: Sequence[str]) -> set[int]:
    """Return the numbers of those words of a sentence in the place of which another one has words of its own.

    A number is none that tells what a sentence is about.
    """
    replaced: set[int] = set()
    for step in Levenshtein.opcodes(old, new):
        gone, come = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if step.tag == "replace" and max(len(gone), len(come)) <= _LONGEST_SLOT:
            words = [new[n] for n in come if new[n] not in BINDING and new[n] not in old]
            told = [n for n in gone if old[n] not in BINDING and old[n] not in new and not old[n][0].isdigit()]
            replaced.update(n for n in told if words and not any(_is_one_word(old[n], word) for word in words))
    return replaced


def _is_one_word(one: str, other: str) -> bool:
    """Say whether two words are one in two spellings, or made of one stem ("management" and "managers")."""
    return is_spelled_alike(one, other) or (len(one) >= _STEM and one[:_STEM] == other[:_STEM])


class _Sought(NamedTuple):
    """A clause in a version: where it stands, and how what it says is told."""

    texts: Mapping[str, str]
    place: _Place
    said: Callable[[Mapping[str, str], _Place], Counter[str]]

    @property
    def words(self) -> Counter[str]:
        """What the clause says."""
        return self.said(self.texts, self.place)

    def others(self, words: Sequence[str]) -> Iterator[tuple[_Place, Counter[str]]]:
        """Yield the other clauses with these words, and what each says."""
        for place in _others(self.texts, words, self.place):
            yield place, self.said(self.texts, place)


def _other(before: _Sought, after: _Sought, words: Sequence[str]) -> str:
    then, now = before.words, after.words
    if then == now:
        return ""
    alike, own = _alike(then, now), set(then)
    for place, other in before.others(words):
        if other != then and _alike(other, now) >= alike:
            return _shown(before.texts, place)
        own -= set(other) if _alike(then, other) >= _PUT_ALIKE else set()
    if len(own) < len(then) and own - set(now) and set(now) - set(then):
        return _shown(before.texts, before.place)
    for place, other in after.others(words):
        if _alike(then, other) >= alike:
            return _shown(after.texts, place)
    return ""


def _sentence(texts: Mapping[str, str], place: _Place) -> str:
    """Return the sentence that holds a place, as it is written."""
    text = texts[place[0]]
    spans = [span for span in sentence_spans(text) if span[0] <= place[1][0] < max(span[1], span[0] + 1)]
    return text[slice(*spans[0])] if spans else text[slice(*place[1])]


def _paragraph(texts: Mapping[str, str], place: _Place) -> Counter[str]:
    """Return what the paragraph of a place says, and the title over it."""
    text, (start, end) = texts[place[0]], place[1]
    low, high = text.rfind("\n\n", 0, start), text.find("\n\n", end)
    paragraph = text[max(low, 0) : high if high >= 0 else len(text)]
    if _LIST.search(paragraph):
        # An item or a row is its own clause; those beside it come and go.
        return _clause(texts, place)
    words = Counter(_WORD.findall(paragraph.casefold()))
    return words + Counter(_WORD.findall(" ".join(surroundings_of(text, place[1]).headings[-1:]).casefold()))


def _telling(texts: Mapping[str, str], place: _Place) -> list[str]:
    """Return the words of a passage; for a gap, and where they are few, with those before it."""
    path, (start, end) = place
    words = _WORD.findall(texts[path][start:end].casefold())
    return words or _WORD.findall(texts[path][max(0, start - 80) : start].casefold())[-2:]


def _others(texts: Mapping[str, str], words: Sequence[str], but: _Place) -> Iterator[_Place]:
    """Yield where else the same words stand, one after the other."""
    if not words:
        return
    pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    left = _MOST
    for path, text in texts.items():
        for match in pattern.finditer(text):
            own = path == but[0] and match.start() < max(but[1][1], but[1][0] + 1) and but[1][0] <= match.end()
            if not own:
                yield path, match.span()
                left -= 1
            if not left:
                return


def _clause(texts: Mapping[str, str], place: _Place) -> Counter[str]:
    around = surroundings_of(texts[place[0]], place[1])
    return Counter(_WORD.findall(_said(around).casefold()))


def _said(around: Surroundings) -> str:
    return " ".join((*around.headings[-1:], *around.leads, around.own))


def _shown(texts: Mapping[str, str], place: _Place) -> str:
    around = surroundings_of(texts[place[0]], place[1])
    return " ".join(_WORD.findall(_said(around)))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Return how much of the longer of two clauses the other one has."""
    return (one & other).total() / max(one.total(), other.total(), 1)
