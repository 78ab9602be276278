"""Where a policy says what a term means: "X means …", "in this policy an X is …", "**X**: …" under Definitions."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.checks.input.concepts import concepts_of

_MARK = r"[*_\"'\u201c\u2018]*"
_END = r"[*_\"'\u201d\u2019]*"
_TERM = r"(?P<term>[A-Za-z][\w'\u2019/-]*(?:\s+[\w'\u2019/-]+){0,4}?)"
_TEXT = (
    r"(?:by-?laws|constitution|polic(?:y|ies)|document|handbook|guide|guidance|code|procedure|rules|section"
    r"|agreement|guidelines)"
)
_LEAD = re.compile(
    rf"\s*here,\s+|\s*(?:in|for(?: the purposes? of)?|under|throughout)\s+(?:this|these|our|the)\s+"
    rf"(?:and\s+(?:the\s+|all\s+)?others?\s+(?:\w+\s+)?)?{_TEXT}\s*,?\s+|\s*for\s+the\s+purposes?\s+of\s+[^,.;]{{3,60}},\s+",
    re.IGNORECASE,
)
_ARTICLE = r"(?:(?:a|an|the|any|our)\s+)?"
_EXPLICIT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"{_ARTICLE}{_MARK}{_TERM}{_END}\s+"
            r"(?:shall\s+mean|means|refers to|(?:is|are|can be) defined as|is when|is where)\b"
            r"(?!\s+(?:that\s+)?(?:we|you|they|it|he|she|there)\b)"
        ),
        (
            rf"{_ARTICLE}[\"\u201c*_]+{_TERM}[\"\u201d*_]+\s+(?:of\s+(?:the|our)\s+\w+\s+)?"
            r"(?:shall\s+(?:be|refer\s+to|include)|runs\s+from|covers|comprises|includes|stands\s+for)\b"
        ),
        rf"we\s+(?:talk|speak)\s+(?:about|of)\s+{_ARTICLE}{_MARK}{_TERM}{_END}\s+as\b",
        rf"\bby\s+{_MARK}{_TERM}{_END},?\s+we\s+mean\b",
        (
            rf"{_ARTICLE}{_MARK}{_TERM}{_END},\s+(?:in|for|under)\s+(?:the purposes? of\s+)?(?:this|these)\s+{_TEXT},"
            r"\s+(?:is|are|means)\b"
        ),
        (
            rf"(?:a|an|any)\s+{_MARK}{_TERM}{_END}\s+is\s+(?:only\s+)?(?:any(?:one|body|thing)?|some(?:one|body|thing)"
            r"|a person who|everyone|everything)\b"
        ),
        r"(?P<term>(?:[A-Za-z][\w-]*\s+){1,3}(?P<head>\w+))\s+is\s+(?P=head)\s+(?:that|which|who)\b",
        rf"{_MARK}{_TERM}{_END}\s+covered by this {_TEXT}\s+include\b",
    )
)
"""Sentences that say what a term means."""
_NAMES = re.compile(
    rf"\b(?:shall\s+)?constitutes?\s+an?\s+{_MARK}(?P<term>[A-Za-z][\w-]*){_END}(?=\s+(?:for|at|of)\b|[.;,]|\Z)"
    rf"|\b(?:is|are|be)\s+(?:known|referred\s+to)\s+as\s+{_ARTICLE}[\"\u201c*_]+"
    r"(?P<name>[A-Za-z][\w'\u2019 -]{1,40}?)[\"\u201d*_]",
    re.IGNORECASE,
)
"""Sentences that say what it is first, and then by which term it goes."""
_TOLD = re.compile(
    rf"{_ARTICLE}{_MARK}{_TERM}{_END}\s+(?:is|are)\s+(?:a|an|the|any|one)\s+(?!same\b|only\b|responsib)", re.IGNORECASE
)
"""A sentence that may define what another one defines for sure."""
_SCOPED = re.compile(rf"{_ARTICLE}{_MARK}{_TERM}{_END}\s+(?:is|are|means|includes?)\b", re.IGNORECASE)
"""What is said of a term behind "in this policy"."""
_ENTRY = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:[*_]{1,3}(?P<term>[A-Z][^*_:\n]{1,50}?)\s*:?\s*[*_]{1,3})\s*(?::|\u2013|\u2014|-)?\s+(?=\S)"
)
"""A line of a glossary: the term set apart, then what it means."""
_NUMBERED = re.compile(r"\A\s*\d+(?:\.\d+)*[.)]?\s+(?=\D)")
"""The number of a paragraph, before what it says."""
_GLOSSARY = re.compile(
    r"\b(?:definitions?|glossary|terms|terminology|meanings?|what we mean|key words)\b", re.IGNORECASE
)
_FIELD = 3
"""A label that stands so often is the name of a field ("Website:")."""
_LONGEST = 5
"""Words of a term."""
_PRONOUNS = frozenset("it this that they these those which what who he she we you there here one".split())


How = Literal["words", "glossary", "label", "told"]
"""A verb says so ("means"); a line of a glossary; a line that begins like one, in any list; "X is a …"."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A place where a term is defined: `term` as its concepts, `shown` as it stands; `how` says by what it is known."""

    term: tuple[str, ...]
    shown: str
    place: PlacedSentence
    how: How

    def is_with(self, other: "Definition") -> bool:
        """Say whether two places define one term for sure: one says so in words, or both are lines of a glossary."""
        if {self.how, other.how} == {"words", "told"}:
            return self.place.section != other.place.section or self.place.sentence.block != other.place.sentence.block
        return "words" in {self.how, other.how} or (self.how, other.how) == ("glossary", "glossary")


def definitions_of(material: CheckInput) -> Iterator[Definition]:
    """Yield every definition of the policy, in reading order, quotations and the names of fields left out."""
    definitions = list(_all_definitions(material))
    labels = Counter(definition.term for definition in definitions if definition.how in {"label", "glossary"})
    yield from (each for each in definitions if each.how in {"words", "told"} or labels[each.term] < _FIELD)


def _all_definitions(material: CheckInput) -> Iterator[Definition]:
    for place in material.places:
        if place.sentence.quoted:
            continue
        text = material.policy.texts[place.path].text[place.sentence.start : place.sentence.end]
        shown, how = _defined(text)
        concepts = concepts_of(shown.lower())
        if concepts and _is_term(shown.lower().split()):
            yield Definition(concepts, shown, place, how if how != "label" else _entry_kind(material, place))


def _is_term(words: list[str]) -> bool:
    """Whether words can be a term: few, no pronoun alone, and nothing that somebody does ("being open means …")."""
    return (
        len(words) <= _LONGEST
        and words[-1] not in {"also", "then"}
        and not (words[0] in _PRONOUNS or (len(words) > 1 and words[0].endswith("ing")))
    )


def _defined(sentence: str) -> tuple[str, How]:
    """Return the term that a sentence defines, empty where it defines none, and by what it does."""
    sentence = _NUMBERED.sub("", sentence).lstrip("(")
    lead = _LEAD.match(sentence)
    for pattern in (*_EXPLICIT, _SCOPED) if lead else _EXPLICIT:
        match = pattern.match(sentence, lead.end() if lead else 0)
        if match:
            return match["term"], "words"
    if named := _NAMES.search(sentence):
        return (named["term"], "told") if named["term"] else (named["name"], "words")
    if entry := _ENTRY.match(sentence):
        return entry["term"], "label"
    statement = _TOLD.match(sentence)
    return (statement["term"], "told") if statement else ("", "told")


def _entry_kind(material: CheckInput, place: PlacedSentence) -> How:
    headings = material.prose(place.path).headings
    over = headings[: place.sentence.block + 1]
    return "glossary" if any(_GLOSSARY.search(heading.title) for heading in (*over[:1], *over[-1:])) else "label"
