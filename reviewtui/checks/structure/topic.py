"""Required topics that the policy does not deal with, or only names in passing."""

from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.checks.structure.topic_passage import passage_about
from reviewtui.checks.structure.topic_template import topics_of
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.domain.settings.settings import Topic
from reviewtui.domain.settings.topic_terms import terms_of_topic

NAME = "topic"


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each required topic that is missing (it stands nowhere) or thin (no heading and no passage is about it)."""
    for topic in topics_of(material.settings, material.policy):
        if passage_about(material, topic) is not None:
            continue
        terms = terms_of_topic(topic)
        held = [place for place in material.places if terms.stand_in(place.sentence.plain)]
        yield _thin(material, topic, held) if held else _missing(topic)


def _missing(topic: Topic) -> Finding:
    words = ", ".join(f"“{term}”" for term in topic.terms[:3])
    searched = f" (searched for: {words})" if words else ""
    message = f"nothing in the policy deals with “{topic.title}”{searched}"
    return Finding(finding_id(NAME, topic.id, "missing"), NAME, "", 0, 0, message, topic=topic.id)


def _thin(material: CheckInput, topic: Topic, held: list[PlacedSentence]) -> Finding:
    first = held[0]
    words = material.policy.texts[first.path].text[first.sentence.start : first.sentence.end]
    message = f"“{topic.title}” is named here, and in {len(held) - 1} other sentences only"
    if len(held) == 1:
        message = f"“{topic.title}” is named in this one sentence only"
    ends = (first.sentence.start, first.sentence.end)
    return Finding(finding_id(NAME, topic.id, words), NAME, first.path, *ends, message, topic=topic.id)
