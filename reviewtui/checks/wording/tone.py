"""Sentences in which a friendly section turns formal, or a formal one friendly."""

import re
from collections.abc import Iterator

from reviewtui.checks.material.material import Material
from reviewtui.checks.material.policy_prose import Sentence
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "tone"
_FORMAL = re.compile(
    r"\b(?:shall|hereby|herein\w*|thereof|therein|thereto|pursuant|notwithstanding|aforementioned|aforesaid|whereby|forthwith"
    r"|in accordance with|for the purposes of|in respect of|prior to|irrespective of|provisions?|legislation|statutory"
    r"|the (?:authority|undersigned|said|employee|officer concerned)|is required to|are required to|be construed"
    r"|deemed|obligations?|the aforesaid|undertake|ensure that|liable|individuals? concerned)\b",
    re.IGNORECASE,
)
_FRIENDLY = re.compile(
    r"\b(?:you|your|yours|we|us|our)\b|\b\w+n't\b|\b\w+'(?:ll|re|ve)\b|!|\b(?:lovely|fancy|brilliant|great|hey|hi|hello"
    r"|folks?|mate|don't worry|no worries|cuppa|thanks|please|sorry|fun|silly|okay|ok|oops|chat|stuff|nice)\b",
    re.IGNORECASE,
)
_FEWEST = 8
"""Sentences that a section needs before it has a tone."""


def find(material: Material) -> Iterator[Finding]:
    """Yield the sentence that falls out of the tone of its section most, one for each section that drifts."""
    for section in material.policy.sections:
        sentences = material.prose(section.path).running()
        own = [
            sentence
            for sentence in sentences
            if section.start <= sentence.start < section.end and not (sentence.row or sentence.quoted)
        ]
        if len(own) >= _FEWEST:
            yield from _drift(material, section, own)


def _drift(material: Material, section: Section, own: list[Sentence]) -> Iterator[Finding]:
    formal = [
        sentence
        for sentence in own
        if len(_FORMAL.findall(sentence.plain)) >= 2 and not _FRIENDLY.search(sentence.plain)
    ]
    friendly = [sentence for sentence in own if _FRIENDLY.search(sentence.plain)]
    if formal and len(friendly) * 3 >= len(own):
        worst = max(formal, key=lambda sentence: len(_FORMAL.findall(sentence.plain)))
        yield _finding(material, section, worst, "turns formal in a section that speaks to the reader")
    stiff = [sentence for sentence in own if _FORMAL.search(sentence.plain)]
    loose = [
        sentence
        for sentence in own
        if len(_FRIENDLY.findall(sentence.plain)) >= 2 and not _FORMAL.search(sentence.plain)
    ]
    if loose and len(stiff) * 3 >= len(own) and len(loose) * 5 <= len(own):
        worst = max(loose, key=lambda sentence: len(_FRIENDLY.findall(sentence.plain)))
        yield _finding(material, section, worst, "turns friendly in a formal section")


def _finding(material: Material, section: Section, sentence: Sentence, message: str) -> Finding:
    words = material.policy.texts[section.path].text[sentence.start : sentence.end]
    return Finding(finding_id(NAME, words), NAME, section.path, sentence.start, sentence.end, message)
