"""What the content checks look at: the policy as prose, the settings, and the day on which it is judged."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.likeness import Likeness
from reviewtui.checks.input.policy_prose import Prose, Sentence, prose_of
from reviewtui.checks.input.short_names import ShortNames
from reviewtui.checks.input.tuning import COMMON_CONCEPT, COMMON_SHARE, LEAST_HELD, RARE_CONCEPT, SHORT_RULE
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.change_judgement import ClassJudgement
from reviewtui.domain.review.companion_texts import Restatement, restatements
from reviewtui.domain.settings.settings import Settings

_SUMS_UP = re.compile(
    r"\W*(?:in\s+(?:short|brief|summary|essence|outline|a\s+nutshell)|to\s+sum\s+up|briefly|overall"
    r"|under\s+this\s+(?:policy|procedure|code)|this\s+(?:policy|section|page|chapter)\s+(?:says|means|requires|gives|allows))\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\b(?:overview|summary|at\s+a\s+glance|in\s+(?:short|brief)|key\s+(?:points|facts|rules)|essentials|tl;?dr|quick\s+guide)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence with the file that it stands in, the number of its section and what its heading is about.

    `within` numbers the headings of its file that stand over that one, as the title does. `beside` are the sentences
    before and behind it in its paragraph. `restates` says that it tells in short what other sections say in full: it
    sums up, or stands under "At a glance".
    """

    path: str
    section: int
    sentence: Sentence
    about: tuple[str, ...] = ()
    restates: bool = False
    within: frozenset[int] = frozenset()
    beside: str = ""


@dataclass(frozen=True)
class ConceptPair:
    """Two sentences that share concepts: `shared` in the order of the first; `score` 0 to 1 says how alike they are.

    `held` is the part of the weight of the smaller one that the other holds as well.
    """

    first: PlacedSentence
    second: PlacedSentence
    shared: tuple[str, ...]
    score: float
    held: float


@dataclass(frozen=True, slots=True)
class Restated:
    """A passage of a companion, and the text that it restates as that was when both were last in step.

    `judged` is the class of what has changed since where an author said it, None where the words have to tell.
    """

    passage: Restatement
    before: str
    judged: ClassJudgement | None = None


@dataclass(frozen=True)
class CheckInput:
    """One policy under the checks; `today` is the day on which it is judged."""

    policy: Policy
    today: date
    settings: Settings = field(default_factory=lambda: Settings(policy_id=""))
    restated: tuple[Restated, ...] = ()

    def prose(self, path: str) -> Prose:
        """Return the sentences of one text."""
        return prose_of(self.policy.texts[path].text)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The files of the policy in reading order."""
        return tuple(dict.fromkeys(section.path for section in self.policy.sections))

    @cached_property
    def places(self) -> tuple[PlacedSentence, ...]:
        """Every sentence that is no heading, with where it stands."""
        return tuple(
            replace(self._place(path, sentence), beside=_beside(held, number))
            for path in self.paths
            for held in (self.prose(path).running(),)
            for number, sentence in enumerate(held)
        )

    @cached_property
    def pairs(self) -> tuple[ConceptPair, ...]:
        """Every two sentences that share at least two concepts and a fifth of their weight."""
        return tuple(self._pairs(self.places, len(self.places)))

    @cached_property
    def paragraph_pairs(self) -> tuple[ConceptPair, ...]:
        """The like of `pairs` for paragraphs of several sentences, each compared with all paragraphs and sentences."""
        grouped = [self._place(path, paragraph) for path in self.paths for paragraph in self.prose(path).paragraphs()]
        single = [place for place in self.places if not place.sentence.row]
        return tuple(self._pairs((*grouped, *single), len(grouped)))

    @cached_property
    def restating(self) -> frozenset[tuple[str, str]]:
        """Which files restate which, as (companion, source)."""
        return frozenset(
            (restatement.path, restatement.source) for restatement in restatements(self.policy, self.settings)
        )

    @cached_property
    def likeness(self) -> Likeness:
        """How alike its sentences are."""
        return Likeness(place.sentence for place in self.places)

    @cached_property
    def _starts(self) -> dict[tuple[str, int], int]:
        return {(section.path, section.start): number for number, section in enumerate(self.policy.sections)}

    @cached_property
    def _short_names(self) -> ShortNames:
        return ShortNames(sentence.plain for path in self.paths for sentence in self.prose(path).sentences)

    def _place(self, path: str, sentence: Sentence) -> PlacedSentence:
        section = self.policy.section_at(path, sentence.start)
        number = self._starts[(path, section.start)] if section else -1
        prose = self.prose(path)
        title, over = "", frozenset[int]()
        if sentence.block >= 0:
            title, over = prose.headings[sentence.block].title, prose.over[sentence.block]
        plain = self._short_names.spelt_out(sentence.plain)
        sentence = sentence if plain == sentence.plain else replace(sentence, plain=plain)
        restates = bool(_SUMMARY.search(title) or _SUMS_UP.match(sentence.plain))
        return PlacedSentence(path, number, sentence, concepts_of(title), restates, over)

    def _pairs(self, places: Sequence[PlacedSentence], firsts: int) -> Iterator[ConceptPair]:
        """Yield the pairs of sentences that share two concepts, of which one is rare or both are not common.

        The first of a pair is one of the `firsts` first places.
        """
        spoken_of = [frozenset(place.sentence.concepts) for place in places]
        headed = [frozenset(place.about) for place in places]
        for number, other, count in self._meetings(places, firsts):
            if count < 2:
                ours, theirs = spoken_of[number], spoken_of[other]
                short = min(len(ours), len(theirs)) <= SHORT_RULE
                if len(ours & theirs) < 2 and not (short or ours & headed[other] or theirs & headed[number]):
                    continue
            pair = self._pair(places[other], places[number])
            if pair is not None:
                yield pair

    def _meetings(self, places: Sequence[PlacedSentence], firsts: int) -> Iterator[tuple[int, int, int]]:
        """Yield which sentences share how many concepts that are not common: the later one, the earlier one, how many.

        Those that share a single one are left out where that is not rare.
        """
        counts, most = self.likeness.counts, max(COMMON_CONCEPT, len(places) // COMMON_SHARE)
        holders: dict[str, list[int]] = defaultdict(list)
        beside: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            common: Counter[int] = Counter()
            rare: set[int] = set()
            concepts = place.sentence.concepts
            for two in {(a, b) for a, b in pairwise(concepts) if min(counts[a], counts[b]) > most}:
                if len(beside[two]) <= RARE_CONCEPT:
                    rare.update(beside[two])
                    common.update(beside[two])
                if number < firsts:
                    beside[two].append(number)
            for concept in dict.fromkeys(concepts):
                if counts[concept] <= most:
                    common.update(holders[concept])
                    if counts[concept] <= RARE_CONCEPT:
                        rare.update(holders[concept])
                    if number < firsts:
                        holders[concept].append(number)
            yield from ((number, other, count) for other, count in common.items() if count >= 2 or other in rare)

    def _pair(self, first: PlacedSentence, second: PlacedSentence) -> ConceptPair | None:
        score, held = self.likeness.of(first.sentence, second.sentence)
        if held < LEAST_HELD:
            return None
        theirs = set(second.sentence.concepts)
        order = tuple(concept for concept in dict.fromkeys(first.sentence.concepts) if concept in theirs)
        return ConceptPair(first, second, order, score, held)


def _beside(held: Sequence[Sentence], number: int) -> str:
    """Return the sentences before and behind one in its paragraph."""
    near = (held[at] for at in (number - 1, number + 1) if 0 <= at < len(held))
    return " ".join(each.plain for each in near if each.paragraph == held[number].paragraph)
