"""One term in two forms or with two meanings: "e-mail" beside "email", "organise" beside "organize"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.checks.wording.definitions import Definition, definitions_of
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "term"
_WORD = re.compile(r"(?<![\w@/.-])[A-Za-z]+(?:-[A-Za-z]+)*(?![\w@/]|\.[a-z])")
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|es|ed|ing|ation|ations|er|ers)\Z)")
_OUR = {
    "color": "colour",
    "behavior": "behaviour",
    "favor": "favour",
    "honor": "honour",
    "license": "",
    "center": "centre",
}


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield the first use of the rarer form of each term, and each second definition of a term."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, tuple[PlacedSentence, int]] = {}
    for place in material.places:
        if place.sentence.quoted or place.sentence.reference:
            continue
        sentence = material.policy.texts[place.path].text[place.sentence.start : place.sentence.end]
        for match in _WORD.finditer(re.sub(r"\]\([^()]*\)", lambda link: " " * len(link[0]), sentence)):
            low = match[0].lower()
            forms[_one_form(low)][low] += 1
            first.setdefault(low, (place, match.start()))
    for counted in forms.values():
        if len(counted) > 1:
            yield from _rarer(counted, first)
    yield from _defined_twice(material)


def _one_form(low: str) -> str:
    return _OUR.get(low) or _IZE.sub("is", low.replace("-", ""))


def _rarer(counted: Counter[str], first: dict[str, tuple[PlacedSentence, int]]) -> Iterator[Finding]:
    (usual, often), *rest = counted.most_common()
    for rare, seldom in rest:
        if often + seldom < 3:
            continue
        place, at = first[rare]
        start = place.sentence.start + at
        message = f"“{rare}” here ({seldom} times), “{usual}” elsewhere ({often} times)"
        yield Finding(finding_id(NAME, rare, usual), NAME, place.path, start, start + len(rare), message)


def _defined_twice(material: CheckInput) -> Iterator[Finding]:
    """Yield each definition of a term that has another one in other words."""
    before: dict[tuple[str, ...], list[Definition]] = defaultdict(list)
    for definition in definitions_of(material):
        first = next((other for other in before[definition.term] if definition.is_with(other)), None)
        before[definition.term].append(definition)
        place = definition.place
        if first is None or first.place.sentence.concepts == place.sentence.concepts:
            continue
        start, end = place.sentence.start, place.sentence.end
        spot = (first.place.path, first.place.sentence.start, first.place.sentence.end)
        sentence = material.policy.texts[place.path].text[start:end]
        message = f"“{definition.shown.lower()}” is defined a second time"
        yield Finding(finding_id(NAME, definition.shown.lower(), sentence), NAME, place.path, start, end, message, spot)
