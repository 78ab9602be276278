"""Where a policy deals with a topic: a heading, sentences whose subject it is, or a section that comes back to it.

A word in passing is none: "Mental health first aiders" is not about health, since the word stands there in a name of
something else. So a term counts by its share of the phrase in which it stands.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.domain.settings.settings import Topic
from reviewtui.domain.settings.topic_terms import TopicTerms, terms_of_topic

SUBJECT_SHARE = 0.5
"""The part of its phrase that a term has to be where it is what a heading or a sentence is about."""
MENTION_SHARE = 0.34
"""The same, exclusive, for a mention: less, since a verb often stands in the phrase."""
ENOUGH_WORDS = 25
"""Words in the sentences about a topic, below which a long policy deals with it in passing."""
ENOUGH_PART = 0.005
"""The same as a part of the words of a short policy."""
_FEWEST_MENTIONS = 3
"""Sentences that name a topic below which it is only touched, in a section of some length."""
_PART_OF_SECTION = 3
"""In a short section a third of the sentences, and two at least, are enough mentions."""
_FRONT_WORDS = 6
"""How many words behind an opening preposition are taken for what the sentence is about."""
_BREAK_LINES = (
    "a about after against all an and any are as at be because been before between but by can could do does during",
    "each every for from had has have how if in into is it its may might must need needs no not of on or our out shall",
    "should since so than that the their them then there these they this those through to under until was we were",
    "what when where which while who whose why will with within without would you your",
)
_BREAKS = frozenset(word for line in _BREAK_LINES for word in line.split())
"""Words that end a phrase: prepositions, conjunctions, pronouns and auxiliary verbs."""
_VERB_LINES = ("am are can could do does had has have is may might must need needs shall should was were will would",)
_VERBS = frozenset(word for line in _VERB_LINES for word in line.split())
_OPENING = frozenset(("about", "after", "at", "before", "during", "for", "from", "in", "on", "under", "until", "with"))
"""Prepositions that open a sentence: what they name is what it is about."""
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_EMPTY = re.compile(
    r"\W*(?:t\.?b\.?[acd]\.?|to ?do\b.*|to (?:be|follow)(?: \w+)?|\[[^\]]*\]|[?x.\u2026]+|n/?a|none|lorem ipsum.*"
    r"|(?:more|details?|text|information)\b.{0,30}\b(?:soon|later|to (?:follow|come)|shortly|in due course).{0,20})"
    r"\W*\Z",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:(?:does|do|will)\s+not\s+(?:yet\s+)?(?:deal\s+with|cover|say|treat)|(?:is|are)\s+not\s+(?:yet\s+)?(?:dealt\s+with"
    r"|covered|part\s+of))|\A\W*(?:see|refer\s+to|ask)\s+(?:\S+\s*){1,4}\Z",
    re.IGNORECASE,
)
"""Says that a text is not about something, or only where to look."""
_BODIES = frozenset(("group", "groups", "team", "teams", "forum", "network", "committee", "board", "panel", "unit"))
"""Behind a term: the name of a body, which is not what a text is about."""


@dataclass(frozen=True, slots=True)
class TopicPassage:
    """The heading, or the first sentence, by which a policy deals with a topic."""

    topic: str
    path: str
    start: int
    end: int
    how: Literal["heading", "sentences", "mentions"]


def passage_about(material: CheckInput, topic: Topic) -> TopicPassage | None:
    """Return where the policy deals with a topic; None where it does not."""
    terms = terms_of_topic(topic)
    for path in material.paths:
        for number, heading in enumerate(material.prose(path).headings):
            if _share(heading.title, terms) >= SUBJECT_SHARE and _has_text(material, path, number):
                return TopicPassage(topic.id, path, heading.start, heading.end, "heading")
    held = [
        place
        for place in material.places
        if terms.stand_in(place.sentence.plain) and not _DENIED.search(place.sentence.plain)
    ]
    enough = min(ENOUGH_WORDS, ENOUGH_PART * sum(place.sentence.words for place in material.places))
    about = [place for place in held if _share(_front(place.sentence.plain), terms) >= SUBJECT_SHARE]
    if about and _words(about) >= enough:
        return _passage(topic, about[0], "sentences")
    mentions = [place for place in held if _share(place.sentence.plain, terms) > MENTION_SHARE]
    for group in _by_section(mentions):
        if _enough_mentions(material, group) and _words(group) >= enough:
            return _passage(topic, group[0], "mentions")
    return None


def _passage(topic: Topic, place: PlacedSentence, how: Literal["sentences", "mentions"]) -> TopicPassage:
    return TopicPassage(topic.id, place.path, place.sentence.start, place.sentence.end, how)


def _has_text(material: CheckInput, path: str, number: int) -> bool:
    """Whether a sentence that says something stands under a heading or under those below it."""
    prose = material.prose(path)
    level = prose.headings[number].level
    deeper = takewhile(lambda pair: pair[1].level > level, enumerate(prose.headings[number + 1 :], number + 1))
    under = {number, *(below for below, _ in deeper)}
    return any(sentence.block in under and not _says_nothing(sentence.plain) for sentence in prose.running())


def _says_nothing(plain: str) -> bool:
    """Whether a sentence is a gap, or says that the topic is dealt with somewhere else or not at all."""
    return bool(_EMPTY.match(plain) or _DENIED.search(plain))


def _by_section(places: Sequence[PlacedSentence]) -> Iterator[list[PlacedSentence]]:
    groups: dict[tuple[str, int], list[PlacedSentence]] = defaultdict(list)
    for place in places:
        groups[place.path, place.section].append(place)
    yield from groups.values()


def _enough_mentions(material: CheckInput, group: Sequence[PlacedSentence]) -> bool:
    where = (group[0].path, group[0].section)
    whole = sum((place.path, place.section) == where for place in material.places)
    return len(group) >= _FEWEST_MENTIONS or (len(group) > 1 and _PART_OF_SECTION * len(group) >= whole)


def _words(places: Sequence[PlacedSentence]) -> int:
    return sum(place.sentence.words for place in places)


def _front(plain: str) -> str:
    """The words of a sentence before its verb; without a known verb its first phrase, or what a preposition opens."""
    words = list(_WORD.finditer(plain))
    verb = next((word.start() for word in words[1:] if word[0].casefold() in _VERBS), None)
    if verb is not None:
        return plain[:verb]
    if words and words[0][0].casefold() in _OPENING:
        return plain[: words[min(_FRONT_WORDS, len(words)) - 1].end()]
    end = next((word.start() for word in words[1:] if word[0].casefold() in _BREAKS), len(plain))
    return plain[:end]


def _share(text: str, terms: TopicTerms) -> float:
    """The largest part of a phrase of `text` that a term is."""
    return max((_share_at(text, match.span()) for match in terms.matches(text)), default=0.0)


def _share_at(text: str, span: tuple[int, int]) -> float:
    words = [(word.start(), word.end(), word[0].casefold()) for word in _WORD.finditer(text)]
    inside = [number for number, (start, end, _) in enumerate(words) if start < span[1] and span[0] < end]
    if not inside or any(word in _BODIES for _, _, word in words[inside[-1] + 1 : inside[-1] + 2]):
        return 0.0
    before = takewhile(lambda n: _joined(text, words, n), range(inside[0] - 1, -1, -1))
    after = takewhile(lambda n: _joined(text, words, n - 1, word=n), range(inside[-1] + 1, len(words)))
    return len(inside) / (len(inside) + len(list(before)) + len(list(after)))


def _joined(text: str, words: Sequence[tuple[int, int, str]], left: int, word: int | None = None) -> bool:
    """Whether a word belongs to the phrase of its neighbour: it ends none, and only blanks lie between."""
    between = text[words[left][1] : words[left + 1][0]]
    return not between.strip() and words[left if word is None else word][2] not in _BREAKS
