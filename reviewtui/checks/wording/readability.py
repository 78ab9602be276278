"""Sentences that are too long to be followed, and sections that are too hard to read."""

from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.input.policy_prose import Sentence
from reviewtui.checks.wording.measures import measures_of
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "readability"
_FEWEST = 100
"""Words that a section needs before its figures mean anything."""
_WORST = 3


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each sentence that is too long, and each section outside the band with its worst sentences.

    By default a sentence may have 50 words: GOV.UK asks for 25, and one of twice that is worth a look.
    """
    band = material.settings.check(NAME)
    for section in material.policy.sections:
        own = material.prose(section.path).running_in(section)
        long = [
            sentence for sentence in own if sentence.words > band.longest and not (sentence.row or sentence.reference)
        ]
        for sentence in long:
            yield _finding(material, section, sentence, f"a sentence of {sentence.words} words; split it")
        figures = measures_of(own)
        if figures.words >= _FEWEST and (figures.flesch < band.flesch or figures.fog > band.fog) and not long:
            worst = sorted(own, key=lambda sentence: -sentence.words)[:_WORST]
            lengths = ", ".join(str(sentence.words) for sentence in worst)
            figures_shown = f"Flesch {figures.flesch:.0f}, fog {figures.fog:.0f}"
            message = f"“{section.title}” is hard to read ({figures_shown}); its longest sentences have {lengths} words"
            yield _finding(material, section, worst[0], message)


def _finding(material: CheckInput, section: Section, sentence: Sentence, message: str) -> Finding:
    words = material.policy.texts[section.path].text[sentence.start : sentence.end]
    return Finding(finding_id(NAME, message[:12], words), NAME, section.path, sentence.start, sentence.end, message)
