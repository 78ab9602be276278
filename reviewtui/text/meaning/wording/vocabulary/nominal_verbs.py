"""A noun behind a verb that says little, brought to the verb that is meant: "carries out an inspection of"."""

import re
from functools import cache, lru_cache

from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.tuning import COMMON_WORD
from reviewtui.text.meaning.wording.vocabulary.verbs import VerbForms, forms_of_verb
from reviewtui.text.words.dictionary import how_often

_LIGHT = ("make", "lodge", "carry out", "conduct", "undertake", "perform", "give", "do", "provide", "submit")
_ENDINGS = (
    ("ification", ("ify",)),
    ("ication", ("y", "icate")),
    ("ation", ("ate", "e", "")),
    ("sion", ("d", "de", "se", "s")),
    ("tion", ("t", "te", "e")),
    ("ment", ("",)),
    ("al", ("e", "")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("sure", ("se",)),
    ("ery", ("er",)),
)
"""Endings of nouns of what is done, and those of their verbs."""
_NO_ACTS = frozenset(
    """department apartment appointment statement exception provision station section mention position condition
    instrument information direction organisation organization equipment document population edition""".split()  # noqa: SIM905
)
"""Nouns that are mostly things, or that say something else than their verbs."""
_ACT = r"[a-z]{2,}(?:tion|sion|ment|al|ance|ence|sure|ery)s?"
_NOUNS = {
    "review of": "review", "reviews of": "review", "investigation into": "investigate", "analysis of": "analyse",
    "survey of": "survey", "audit of": "audit", "check of": "check", "check on": "check",
    "consideration to": "consider", "assistance to": "help", "notification to": "tell", "support to": "support",
    "request for": "request", "reference to": "refer to", "contribution to": "contribute to", "appeal": "appeal",
    "complaint": "complain", "payment": "pay", "response to": "respond to", "reply to": "reply to",
    "explanation of": "explain", "description of": "describe", "monitoring of": "monitor", "testing of": "test",
    "cleaning of": "clean", "search of": "search", "advice to": "advise", "training to": "train",
    "approval to": "approve", "approval for": "approve",
}  # fmt: skip
"""What is done with the verbs that say little, where its ending does not tell. None is here of which a copy could be
given: "provide a record of"."""
_MADE = {
    "changes to": "change", "change to": "change", "improvements to": "improve", "record of": "record",
    "note of": "note", "copy of": "copy", "copies of": "copy", "booking": "book", "arrangements for": "arrange for",
    "arrangements to": "arrange to", "enquiry": "ask", "amendments to": "amend", "amendment to": "amend",
    "adjustments to": "adjust", "adjustment to": "adjust", "alterations to": "alter", "repairs to": "repair",
    "payments of": "pay", "use of": "use",
}  # fmt: skip
"""What is made and meant alone: "submit changes to" is another thing."""
_DONE = r"((?:will|must|should|shall|may|can)(?: not)? be|is|are)"
_OBJECTS = "|".join([*(noun for noun in _NOUNS if noun.endswith((" of", " into", " on"))), f"{_ACT} of"])
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


_PEOPLE_REACH = 30
"""Characters behind "of" in which people are looked for."""
_BEHIND_PREPOSITION = re.compile(
    rf"\b(by|for|after|before|during|without|when|while|through|from|of|in|on) (?:the )?({_ACT}) of\b", re.IGNORECASE
)
"""After the completion of the form."""


@lru_cache(maxsize=4096)
def verb_of_act(noun: str) -> str:
    """Return the verb of a noun of what is done: "completion" is "complete"; empty where it has none."""
    word = noun.lower().removesuffix("s") if not noun.endswith("ss") else noun.lower()
    if word in _NO_ACTS:
        return ""
    for ending, endings in _ENDINGS:
        if word.endswith(ending):
            verbs = [word.removesuffix(ending) + each for each in endings]
            told = [verb for verb in verbs if len(verb) > 2 and how_often(verb) >= COMMON_WORD // 4]
            told = [verb for verb in told if how_often(forms_of_verb(verb).ing)]
            if told:
                return max(told, key=how_often)
    return ""


def _as_verb(noun: str, form: int) -> str:
    """Return the verb of what is done, with what stands behind it, in one of its forms; empty where it has none."""
    if known := _NOUNS.get(noun) or _MADE.get(noun):
        return _inflected(known, form)
    verb = verb_of_act(noun.removesuffix(" of"))
    return _inflected(verb, form) if verb else ""


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return for each form of the verbs that say little what they stand before."""
    patterns: list[tuple[int, re.Pattern[str]]] = []
    known = sorted(_NOUNS, key=len, reverse=True)
    for verbs, nouns in ((("make",), sorted(_MADE, key=len, reverse=True)), (_LIGHT, [*known, rf"{_ACT}(?: of)?"])):
        for form in range(len(VerbForms._fields)):
            light = "|".join(_inflected(verb, form) for verb in verbs)
            pattern = rf"\b(?:{light})\s+(?:(?:an?|the)\s+)?({'|'.join(nouns)})\b"
            patterns.append((form, re.compile(pattern, re.IGNORECASE)))
    return tuple(patterns)


def with_plain_verbs(text: str) -> str:
    """Return a text with the plain verb for each of such phrases."""
    if not _ANY_NOUN.search(text):
        return text
    text = _BEHIND_PREPOSITION.sub(_with_ing, text)
    if not _any_light_verb().search(text):
        return text
    for form, pattern in _patterns():
        text = pattern.sub(lambda match, form=form: _as_verb(match[1].lower(), form) or match[0], text)  # type: ignore[misc]
    text = re.sub(_PASSIVE, _done, text, flags=re.IGNORECASE)
    return re.sub(_GIVEN, _given, text, flags=re.IGNORECASE)


@cache
def _any_light_verb() -> re.Pattern[str]:
    """Return what finds a verb that says little; without one there is only what stands behind a preposition."""
    forms = {_inflected(verb, form) for verb in _LIGHT for form in range(len(VerbForms._fields))}
    return re.compile(rf"\b(?:{'|'.join(sorted(forms))})\b", re.IGNORECASE)


def _with_ing(match: "re.Match[str]") -> str:
    """Return "after completing" for "after the completion of"; people do it, or it is done to them."""
    verb = "" if people_in(match.string[match.end() : match.end() + _PEOPLE_REACH]) else verb_of_act(match[2])
    return f"{match[1]} {forms_of_verb(verb).ing}" if verb else match[0]


def _done(match: "re.Match[str]") -> str:
    verb = _as_verb(match[1].lower(), 0)
    return f"{match[2]} {match[3]} {_participle(verb)}" if verb else match[0]


def _given(match: "re.Match[str]") -> str:
    return f"{match[3]} {match[2]} {_participle(_NOUNS[f'{match[1].lower()} to'])}"


def _inflected(verb: str, form: int) -> str:
    """Return a verb in one of its forms: "apply for" in the second one is "applies for"."""
    word, space, rest = verb.partition(" ")
    return forms_of_verb(word)[form] + space + rest


def _participle(verb: str) -> str:
    return forms_of_verb(verb.partition(" ")[0]).participle


_ANY_NOUN = re.compile(
    rf"\b(?:{'|'.join(sorted({noun.partition(' ')[0] for noun in (*_NOUNS, *_MADE)}))}|{_ACT})\b", re.IGNORECASE
)
"""Without one of these nothing is done."""
