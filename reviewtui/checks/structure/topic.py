"""Required topics that the policy does not deal with, or only names in passing."""

import re
from collections.abc import Iterator

from reviewtui.checks.material.material import Material, PlacedSentence
from reviewtui.checks.structure.topic_template import topics_of
from reviewtui.domain.review.finding import Finding, finding_id
from reviewtui.domain.settings.settings import Topic

NAME = "topic"
_THIN = 25
"""Words in the sentences that name a topic, below which a long policy deals with it in passing."""
_PART = 0.005
"""The same as a part of the words of a short policy."""


def find(material: Material) -> Iterator[Finding]:
    """Yield each required topic that is missing (it stands nowhere) or thin (few words, and no heading names it)."""
    enough = min(_THIN, _PART * sum(place.sentence.words for place in material.places))
    for topic in topics_of(material.settings, material.policy):
        pattern = terms_pattern(topic)
        held = [place for place in material.places if pattern.search(place.sentence.plain)]
        named = any(
            pattern.search(heading.title) for path in material.paths for heading in material.prose(path).headings
        )
        if not held and not named:
            yield _missing(topic)
        elif not named and sum(place.sentence.words for place in held) < enough:
            yield _thin(material, topic, held)


def terms_pattern(topic: Topic) -> "re.Pattern[str]":
    """Return the pattern by which a topic is found: its words and its title, at the beginning of a word."""
    terms = sorted({term for term in (*topic.terms, topic.title) if term.strip()}, key=len, reverse=True)
    spaced = (re.escape(" ".join(term.split())).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]") for term in terms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})", re.IGNORECASE)


def _missing(topic: Topic) -> Finding:
    words = ", ".join(f"“{term}”" for term in topic.terms[:3])
    searched = f" (searched for: {words})" if words else ""
    message = f"nothing in the policy deals with “{topic.title}”{searched}"
    return Finding(finding_id(NAME, topic.id, "missing"), NAME, "", 0, 0, message, topic=topic.id)


def _thin(material: Material, topic: Topic, held: list[PlacedSentence]) -> Finding:
    first = held[0]
    words = material.policy.texts[first.path].text[first.sentence.start : first.sentence.end]
    message = f"“{topic.title}” is named here, and in {len(held) - 1} other sentences only"
    if len(held) == 1:
        message = f"“{topic.title}” is named in this one sentence only"
    ends = (first.sentence.start, first.sentence.end)
    return Finding(finding_id(NAME, topic.id, words), NAME, first.path, *ends, message, topic=topic.id)
