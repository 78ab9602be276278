"""What two sentences have in common: substance, order of words, words that only they have; and what was replaced.

A rule that was rewritten keeps what it is about and changes how it is put: "Tenants report repairs by phone" became "a
repair can be reported by phone". A parallel rule is put alike and is about something else: "a false entry is treated as
misconduct" and "a false invoice is treated as misconduct".
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from reviewtui.text.diff.sequences.alignment import align
from reviewtui.text.meaning.wording.vocabulary.synonyms import SAME
from reviewtui.text.placement.tuning import OWN_WEIGHT, OWN_WORDS
from reviewtui.text.words.terms import TermWeight, stem
from reviewtui.text.words.units import Corpus
from reviewtui.text.words.words import Numbering

_BINDING_TEXT = (
    "a an the of to in on at by for with from as is are was were be been it its they them their we us our you your he "
    "she his her and or not no if that which who whom whose what when where than then so but any each every all one "
    "may must can will shall should do does did has have had this these those there before after within into out up "
    "about between until while more most other such only also under over"
)
BINDING = frozenset(map(stem, _BINDING_TEXT.split()))
"""English words that bind a sentence together and say nothing of what it is about."""
_VERB_FOLLOWS = frozenset(("to", "must", "may", "can", "will", "shall", "should", "not"))
"""The word behind one of these is what is done, and not what the sentence is about."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_SPELLED_ALIKE = 75.0
"""Words as alike as this, of 100, are one word in two spellings."""


def _synonyms() -> dict[str, str]:
    """Return the checked synonyms of one word by their stems: each with the one that stands for all of them."""
    stems: dict[str, str] = {}
    for phrase, stands in SAME.items():
        if len(phrase) == len(stands) == 1:
            stems.setdefault(stem(phrase[0]), stem(stands[0]))
            stems.setdefault(stem(stands[0]), stem(stands[0]))
    return stems


_SYNONYMS = _synonyms()


class SentenceLikeness(NamedTuple):
    """What two sentences share, each from 0 to 1 but `shared`.

    `kept` is the share of the old substance that the new one holds, `filled` the share of the new one that it is;
    `order` the words in the same order; `replaced` how much was replaced word for word by
    something else; `shared` the weight of what they share: about one for each rare word; `words` how many words say it.
    """

    kept: float
    filled: float
    order: float
    replaced: float
    shared: float
    words: int

    @property
    def substance(self) -> float:
        """How much of what both say they have in common."""
        total = self.kept + self.filled
        return 2 * self.kept * self.filled / total if total else 0.0


def compare_sentences(old: Sequence[str], new: Sequence[str], weight: TermWeight) -> SentenceLikeness:
    """Compare two sentences given as their terms; what one says by a synonym of the other's word is the same."""
    old, new = without_number(old), without_number(new)
    old = _in_words_of(old, new)
    old_words, new_words = substance_of(old), substance_of(new)
    own, there = weigh(old_words, weight), weigh(new_words, weight)
    shared = weigh(old_words & new_words, weight)
    return SentenceLikeness(
        shared / own if own else 0.0,
        shared / there if there else 0.0,
        Indel.normalized_similarity(old, new),
        _replaced(old, new, weight, (old_words, new_words)) / max(own, 1e-9) if shared else 1.0,
        shared,
        len(old_words & new_words),
    )


def _in_words_of(old: list[str], new: Sequence[str]) -> list[str]:
    """Return a sentence with the words of another one where that says the same by a synonym."""
    gone = set(old).difference(new)
    if gone.isdisjoint(_SYNONYMS):
        return old
    said = {_SYNONYMS[key]: key for key in set(new).difference(old) if key in _SYNONYMS}
    return [said.get(_SYNONYMS.get(key, ""), key) if key in gone else key for key in old]


def substance_of(terms: Sequence[str]) -> "Counter[str]":
    """Return what a sentence is about; all of its words where it only binds."""
    return Counter([key for key in terms if key not in BINDING]) or Counter(terms)


def weigh(terms: "Counter[str]", weight: TermWeight) -> float:
    """Return how much some terms tell."""
    return sum([weight(key) * count for key, count in terms.items()])


def _replaced(old: list[str], new: list[str], weight: TermWeight, words: "tuple[Counter[str], Counter[str]]") -> float:
    """Return the weight of what was replaced word for word by something else; `words` are what both are about."""
    replaced = 0.0
    old_words, new_words = words
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "replace":
            verb = step.src_start > 0 and old[step.src_start - 1] in _VERB_FOLLOWS
            gone = _about(old[step.src_start + verb : step.src_end], new_words)
            come = _about(new[step.dest_start + verb : step.dest_end], old_words) if gone else []
            if gone and come and not is_spelled_alike("".join(gone), "".join(come)):
                replaced += min(sum(map(weight, gone)), sum(map(weight, come)))
    return replaced


def is_spelled_alike(one: str, other: str) -> bool:
    """Say whether two words are one in two spellings."""
    return fuzz.ratio(one, other) >= _SPELLED_ALIKE


def _about(terms: Sequence[str], kept: "Counter[str]") -> list[str]:
    """Return what some words are about that the other sentence does not say."""
    return [key for key in terms if key not in BINDING and key not in kept]


def without_number(terms: Sequence[str]) -> list[str]:
    """Return a sentence without the number of its clause."""
    return list(terms[1:] if len(terms) > 1 and _NUMBER.fullmatch(terms[0]) else terms)


def densest_part(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Return the part of `new` that holds most of what `old` and `new` share in order, with least else."""
    numbering = Numbering(exact=True)
    blocks = align(*numbering.pair(list(old), list(new)))
    best, part = 0.0, (0, len(new))
    for low in range(len(blocks)):
        shared = 0
        for high in range(low, len(blocks)):
            shared += blocks[high][2]
            first, stop = blocks[low][1], blocks[high][1] + blocks[high][2]
            dice = 2 * shared / (len(old) + stop - first)
            if dice > best:
                best, part = dice, (first, stop)
    return part


def share_own_words(old: Sequence[str], new: Sequence[str], versions: tuple[Corpus, Corpus]) -> bool:
    """Say whether two sentences, given as terms, share a run of words that stands nowhere else in both versions.

    So many words of its own are no pattern and no boilerplate: whatever else was put otherwise, the new sentence has
    come from the old one. Where the old one stands there whole, its duty and its figures are its own words too.
    """
    blocks = align(*Numbering(exact=True).pair(list(old), list(new)))
    runs = (tuple(old[i : i + n]) for i, _, n in blocks if n >= OWN_WORDS)
    return any(
        sum(versions[1].weight(key) for key in run if len(run) == len(old) or _tells(key)) >= OWN_WEIGHT
        and all(_count(corpus, run) == 1 for corpus in versions)
        for run in runs
    )


def _tells(key: str) -> bool:
    """Say whether a word says what a sentence is about: "at least 2/3 of" counts anything."""
    return key not in BINDING and key != "least" and not key.isdigit()


def _count(corpus: Corpus, run: tuple[str, ...]) -> int:
    """Return how many sentences hold a run of terms, two for any number above one."""
    count = 0
    for unit in min((corpus.holders.get(key, ()) for key in run), key=len):
        keys = unit.keys
        count += any(tuple(keys[at : at + len(run)]) == run for at in range(len(keys) - len(run) + 1))
        if count > 1:
            break
    return count
