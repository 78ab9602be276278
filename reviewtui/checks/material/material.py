"""What the content checks look at: the policy as prose, the settings, and the day on which it is judged."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import log

from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.policy_prose import Prose, Sentence, prose_of
from reviewtui.checks.material.tuning import COMMON_CONCEPT, LEAST_HELD, RARE_CONCEPT
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.review.change_classes import Judgement
from reviewtui.domain.review.companion_texts import Restatement, restatements
from reviewtui.domain.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class PlacedSentence:
    """A sentence with the file that it stands in, the number of its section and what its heading is about."""

    path: str
    section: int
    sentence: Sentence
    about: tuple[str, ...] = ()


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
    judged: Judgement | None = None


@dataclass(frozen=True)
class Material:
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
        return tuple(self._place(path, sentence) for path in self.paths for sentence in self.prose(path).running())

    @cached_property
    def pairs(self) -> tuple[ConceptPair, ...]:
        """Every two sentences that share at least two concepts and a fifth of their weight."""
        return tuple(self._pairs(self.places))

    @cached_property
    def paragraph_pairs(self) -> tuple[ConceptPair, ...]:
        """The like of `pairs` for paragraphs of several sentences, each compared with all paragraphs and sentences."""
        grouped = [self._place(path, paragraph) for path in self.paths for paragraph in self.prose(path).paragraphs()]
        single = [place for place in self.places if not place.sentence.row]
        spans = {(place.path, place.sentence.start, place.sentence.end) for place in grouped}
        pairs = self._pairs((*grouped, *single))
        return tuple(
            pair for pair in pairs if (pair.first.path, pair.first.sentence.start, pair.first.sentence.end) in spans
        )

    @cached_property
    def restating(self) -> frozenset[tuple[str, str]]:
        """Which files restate which, as (companion, source)."""
        return frozenset(
            (restatement.path, restatement.source) for restatement in restatements(self.policy, self.settings)
        )

    def weight(self, concept: str) -> float:
        """Return how much a concept tells, 0 to 1: a rare one much, one that stands everywhere little."""
        size = len(self.places) + 1
        return log((size + 1) / (self._counts[concept] + 0.5)) / log(2 * (size + 1))

    @cached_property
    def _starts(self) -> dict[tuple[str, int], int]:
        return {(section.path, section.start): number for number, section in enumerate(self.policy.sections)}

    def _place(self, path: str, sentence: Sentence) -> PlacedSentence:
        section = self.policy.section_at(path, sentence.start)
        number = self._starts[(path, section.start)] if section else -1
        about = concepts_of(self.prose(path).headings[sentence.block].title) if sentence.block >= 0 else ()
        return PlacedSentence(path, number, sentence, about)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(concept for place in self.places for concept in set(place.sentence.concepts))

    def _pairs(self, places: Sequence[PlacedSentence]) -> Iterator[ConceptPair]:
        """Yield the pairs of sentences that share two concepts, of which one is rare or both are not common."""
        holders: dict[str, list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            common: Counter[int] = Counter()
            rare: set[int] = set()
            concepts = set(place.sentence.concepts)
            for concept in dict.fromkeys(place.sentence.concepts):
                if self._counts[concept] <= COMMON_CONCEPT:
                    common.update(holders[concept])
                    if self._counts[concept] <= RARE_CONCEPT:
                        rare.update(holders[concept])
                    holders[concept].append(number)
            for other, count in common.items():
                enough = count >= 2 or (other in rare and _shares_two(place, places[other], concepts))
                pair = self._pair(places[other], place) if enough else None
                if pair is not None and pair.held >= LEAST_HELD:
                    yield pair

    def _pair(self, first: PlacedSentence, second: PlacedSentence) -> ConceptPair:
        here, there = set(first.sentence.concepts), set(second.sentence.concepts)
        both = here & there
        order = tuple(dict.fromkeys(concept for concept in first.sentence.concepts if concept in both))
        score, held = self._alike(here, there)
        if score > LEAST_HELD:
            core = self._alike(set(first.sentence.core), set(second.sentence.core))
            score, held = max(score, core[0]), max(held, core[1])
        return ConceptPair(first, second, order, score, held)

    def _alike(self, here: set[str], there: set[str]) -> tuple[float, float]:
        """Return how alike two sets of concepts are, and the part of the smaller that the larger holds."""
        shared = sum(map(self.weight, here & there))
        first, second = sum(map(self.weight, here)), sum(map(self.weight, there))
        if not min(first, second):
            return 0.0, 0.0
        return 2 * shared / (first + second), shared / min(first, second)


def _shares_two(place: PlacedSentence, other: PlacedSentence, concepts: set[str]) -> bool:
    """Whether two sentences share two concepts, or one and what the heading over one of them is about."""
    theirs = set(other.sentence.concepts)
    return len(concepts & theirs) >= 2 or bool(concepts & set(other.about) or theirs & set(place.about))
