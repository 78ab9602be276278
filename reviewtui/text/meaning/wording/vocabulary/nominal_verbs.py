"""A noun behind a verb that says little, brought to the verb that is meant: "carries out an inspection of"."""

import re
from collections.abc import Mapping
from functools import cache

from reviewtui.text.meaning.wording.vocabulary.verbs import VerbForms, forms_of_verb

_LIGHT = ("make", "lodge", "carry out", "conduct", "undertake", "perform", "give", "do", "provide", "submit")
_NOUNS = {
    "inspection of": "inspect", "inspections of": "inspect", "assessment of": "assess", "assessments of": "assess",
    "review of": "review", "reviews of": "review", "investigation of": "investigate",
    "investigation into": "investigate", "evaluation of": "evaluate", "examination of": "examine",
    "analysis of": "analyse", "survey of": "survey", "audit of": "audit", "check of": "check", "check on": "check",
    "consideration to": "consider", "assistance to": "help", "notification to": "tell", "support to": "support",
    "application for": "apply for", "request for": "request", "decision on": "decide on",
    "decision about": "decide on", "payment of": "pay", "reference to": "refer to", "contribution to": "contribute to",
    "appeal": "appeal", "complaint": "complain", "payment": "pay", "decision": "decide",
    "recommendation": "recommend", "donation": "donate", "nomination": "nominate", "announcement": "announce",
    "response to": "respond to", "reply to": "reply to", "confirmation of": "confirm", "explanation of": "explain",
    "description of": "describe", "monitoring of": "monitor", "testing of": "test", "cleaning of": "clean",
    "search of": "search", "advice to": "advise", "training to": "train", "approval to": "approve",
    "approval for": "approve", "implementation of": "implement",
}  # fmt: skip
"""What is done with the verbs that say little. None is here of which a copy could be given: "provide a record of"."""
_MADE = {
    "changes to": "change", "change to": "change", "improvements to": "improve", "record of": "record",
    "note of": "note", "copy of": "copy", "copies of": "copy", "booking": "book", "arrangements for": "arrange for",
    "arrangements to": "arrange to", "enquiry": "ask",
}  # fmt: skip
"""What is made and meant alone: "submit changes to" is another thing."""
_DONE = r"((?:will|must|should|shall|may|can)(?: not)? be|is|are)"
_OBJECTS = "|".join(noun for noun in _NOUNS if noun.endswith((" of", " into", " on")))
_PASSIVE = (
    rf"\b(?:(?:the|an?|any)\s+)?({_OBJECTS})\s+([\w' -]{{2,60}}?)\s+{_DONE} "
    r"(?:made|carried out|conducted|undertaken|performed|done)\b"
)
"""An inspection of the roof will be carried out."""
_GIVEN = (
    rf"\b(?:(?:the|any)\s+)?(consideration|assistance|support|notification)\s+{_DONE} (?:given|provided)\s+to\s"
    r"([\w' -]{2,60}?)(?=[.,;]|\Z| by\b)"
)
"""Consideration will be given to all requests."""


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str], Mapping[str, str]], ...]:
    """Return for each form of the verbs that say little what they stand before."""
    patterns: list[tuple[int, re.Pattern[str], Mapping[str, str]]] = []
    for verbs, nouns in ((_LIGHT, _NOUNS), (("make",), _MADE)):
        noun = "|".join(sorted(nouns, key=len, reverse=True))
        for form in range(len(VerbForms._fields)):
            light = "|".join(_inflected(verb, form) for verb in verbs)
            pattern = re.compile(rf"\b(?:{light})\s+(?:(?:an?|the)\s+)?({noun})\b", re.IGNORECASE)
            patterns.append((form, pattern, nouns))
    return tuple(patterns)


def with_plain_verbs(text: str) -> str:
    """Return a text with the plain verb for each of such phrases."""
    if not _ANY_NOUN.search(text):
        return text
    for form, pattern, nouns in _patterns():
        text = pattern.sub(lambda match, nouns=nouns, form=form: _inflected(nouns[match[1].lower()], form), text)  # type: ignore[misc]
    text = re.sub(_PASSIVE, _done, text, flags=re.IGNORECASE)
    return re.sub(_GIVEN, _given, text, flags=re.IGNORECASE)


def _done(match: "re.Match[str]") -> str:
    return f"{match[2]} {match[3]} {_participle(_NOUNS[match[1].lower()])}"


def _given(match: "re.Match[str]") -> str:
    return f"{match[3]} {match[2]} {_participle(_NOUNS[f'{match[1].lower()} to'])}"


def _inflected(verb: str, form: int) -> str:
    """Return a verb in one of its forms: "apply for" in the second one is "applies for"."""
    word, space, rest = verb.partition(" ")
    return forms_of_verb(word)[form] + space + rest


def _participle(verb: str) -> str:
    return forms_of_verb(verb.partition(" ")[0]).participle


_ANY_NOUN = re.compile(
    rf"\b(?:{'|'.join(sorted({noun.partition(' ')[0] for noun in (*_NOUNS, *_MADE)}))})\b", re.IGNORECASE
)
"""Without one of these nothing is done; most passages have none."""
