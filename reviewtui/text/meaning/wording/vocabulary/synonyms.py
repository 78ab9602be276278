"""The phrases of `same_phrases` in all their forms: from each to the one that stands for it."""

from collections.abc import Iterator, Mapping

from reviewtui.text.meaning.wording.vocabulary.same_phrases import ACTS, NOUNS, PHRASES, VERBS
from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb

_EMPTY = tuple(
    tuple(phrase.split())
    for phrase in (
        "a period of",
        "please note that",
        "note that",
        "keep in mind that",
        "bear in mind that",
        "it is important to note that",
        "it is worth noting that",
        "the fact that",
        "as follows",
        "as well",
    )
)
"""Phrases that say nothing of their own."""

_DOING = ("carry out", "make", "undertake", "conduct", "perform")
_ARTICLES = ((), ("a",), ("an",))
_WITH_ITS_OWN = frozenset({"decide", "contribute"})
"""Verbs that keep the word behind them: a decision on something decides on it."""


def _groups(table: str) -> list[str]:
    return table.strip().replace("\n", "/").split("/")


def plural(thing: str) -> str:
    """Return several of a thing: "points of view", "copies"."""
    word, of, rest = thing.partition(" of ") if " of " in thing else (thing, "", "")
    if word.endswith("y") and word[-2:-1] not in tuple("aeou"):
        return f"{word[:-1]}ies{of}{rest}"
    return f"{word}{'es' if word.endswith(('s', 'sh', 'ch', 'x')) else 's'}{of}{rest}"


def _rows() -> list[list[tuple[str, ...]]]:
    """Return the groups of phrases, those of verbs in each form that all of them have."""
    rows = [[tuple(phrase.split()) for phrase in group.split("=")] for group in _groups(PHRASES)]
    for group in _groups(NOUNS):
        things = [phrase.strip() for phrase in group.split("=")]
        rows += [[tuple(thing.split()) for thing in side] for side in (things, list(map(plural, things)))]
    for group in _groups(VERBS):
        phrases = [phrase.split() for phrase in group.split("=")]
        forms = [(forms_of_verb(verb), rest) for verb, *rest in phrases]
        for name in ("base", "third", "past", "participle", "ing"):
            # Of "put" the past cannot be told: beside it, "establish" and "established" would be one.
            told = [(each, rest) for each, rest in forms if name == "base" or getattr(each, name) != each.base]
            rows.append([(getattr(each, name), *rest) for each, rest in told])
        rows[-5] += [("are", *rest) for verb, *rest in phrases if verb == "be"]
    return [row for row in (*rows, *_acts()) if row]


def _acts() -> Iterator[list[tuple[str, ...]]]:
    """Yield the rows of verbs and their acts: "inspects" and "carries out an inspection of", each form by itself."""
    for verb, act, *of in (group.split() for group in _groups(ACTS)):
        forms = forms_of_verb(verb)
        for name in ("base", "third", "past", "participle", "ing"):
            said = getattr(forms, name)
            if name != "base" and said == forms.base:
                continue
            row = [(said, *of) if of and of[0] in {"to", "on", "into"} and verb in _WITH_ITS_OWN else (said,)]
            for doing in _DOING:
                done, *rest = doing.split()
                row += [(getattr(forms_of_verb(done), name), *rest, *article, act, *of) for article in _ARTICLES]
            yield row


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return each phrase with the one that stands for it; rows that share a phrase are one."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in _rows():
        first = next((phrases[phrase] for phrase in row if phrase in phrases), row[0])
        joined = {phrases[phrase] for phrase in row if phrase in phrases} - {first}
        if joined:
            phrases |= {phrase: first for phrase, stands in phrases.items() if stands in joined}
        phrases |= dict.fromkeys(row, first)
    told = {phrase: first for phrase, first in phrases.items() if phrase != first}
    return dict.fromkeys(_EMPTY, ()) | {phrase: _in_first_words(first, told) for phrase, first in told.items()}


def _in_first_words(phrase: tuple[str, ...], told: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    """Return a phrase that stands for others with the words that stand for its own, as it is read in a text."""
    if len(phrase) == 1:
        return phrase
    return tuple(other for word in phrase for other in told.get((word,), (word,)))


def _lengths() -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for phrase in SAME:
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


SAME = _table()
"""From a phrase to the one that stands for it and all its synonyms."""
LENGTHS = _lengths()
"""How many words the phrases of `SAME` have, the longest first, by the word that they begin with."""
