"""Rule or guidance: which sentences bind, which advise, which allow, and which only tell."""

from collections import Counter
from typing import Literal

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.input.policy_prose import Sentence
from reviewtui.checks.wording.measures import measures_of
from reviewtui.domain.policy.bindingness import SectionBindingness

Force = Literal["binds", "advises", "allows", "tells"]


def force_of(sentence: Sentence) -> Force:
    """Return how much a sentence binds: "must" and what forbids bind, "should" and a bare order advise."""
    duties = duties_of(sentence.plain)
    explicit = [duty for duty in duties if duty.explicit]
    if any(abs(duty.level) == 3 for duty in explicit):
        return "binds"
    if any(abs(duty.level) == 2 and duty.words.lower() not in {"will", "'ll"} for duty in duties):
        return "advises"
    return "allows" if any(duty.level in {0, 1} for duty in explicit) else "tells"


def section_bindingness(material: CheckInput) -> tuple[SectionBindingness, ...]:
    """Return every section of the policy with the force of its sentences; quotations are examples and not counted."""
    sections = []
    for section in material.policy.sections:
        own = material.prose(section.path).running_in(section)
        counts = [force_of(sentence) for sentence in own if not sentence.quoted]
        number = Counter(counts)
        figures = measures_of(own)
        sections.append(
            SectionBindingness(
                section,
                binds=number["binds"],
                advises=number["advises"],
                allows=number["allows"],
                tells=number["tells"],
                words=figures.words,
                flesch=figures.flesch,
                fog=figures.fog,
            )
        )
    return tuple(sections)
