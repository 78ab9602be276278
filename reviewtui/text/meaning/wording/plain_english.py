"""Roundabout English brought to its plain form, in both forms of a passage, before they are compared.

Each rule says the same in fewer words: none takes away a duty, a number, a name or who acts. What is left to compare
are the words that a plain writer would have used.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from reviewtui.text.meaning.wording.nominal_verbs import with_plain_verbs

_Rule = tuple[re.Pattern[str], str | Callable[["re.Match[str]"], str]]
_SOMEBODY = r"((?:the|an?|all|each|every|any)\s[\w'-]+(?:\s[\w'-]+){0,3}?|you|we|they|staff|[a-z]+s)"
_UNIT = r"(?:day|week|fortnight|month|year|hour|minute)"
_LONG_UNITS = {"cm": "centimetres", "mm": "millimetres", "km": "kilometres", "kg": "kilograms", "ml": "millilitres"}
_DUTIES = "required|obliged|allowed|permitted|entitled|expected|encouraged|prohibited|forbidden|free|able|to"
_BASES = {"annual": "annually", "daily": "daily", "weekly": "weekly", "fortnightly": "fortnightly"}
_BASES |= {"monthly": "monthly", "quarterly": "quarterly", "yearly": "annually", "regular": "regularly"}


def _school_year(match: "re.Match[str]") -> str:
    follows = int(match[2]) == (int(match[1]) + 1) % 100
    return f"{match[1]}/{match[2]}" if follows else match[0]


def _turned_condition(match: "re.Match[str]") -> str:
    return "if " + match[1].replace(" be ", " is ", 1)


def _rule(pattern: str, form: str | Callable[["re.Match[str]"], str]) -> _Rule:
    return re.compile(pattern, re.IGNORECASE), form


_RULES: tuple[_Rule, ...] = (
    # One notation for one thing.
    _rule(rf"(?<=\d)\s?({'|'.join(_LONG_UNITS)})\b", lambda match: f" {_LONG_UNITS[match[1].lower()]}"),
    _rule(r"\b((?:1[89]|20)\d0)'s\b", r"\1s"),
    _rule(r"\b((?:19|20)\d\d)[-\u2013/](\d\d)\b(?![-/\d])", _school_year),
    _rule(rf"\b({_UNIT}s?)(?:'s|')(?=\s)", r"\1"),
    _rule(r"(?<![\d(])\(?(0\d{2,5})\)?[ -]?(\d{3,4})[ -]?(\d{3,4})\b", r"\1\2\3"),
    _rule(r"\b(\d+) mph \([a-z -]+ miles per hour\)", r"\1 mph"),
    # Openings that say nothing.
    _rule(r"\b(?:it should be noted|please (?:note|be aware)|it is important to note) that\s", ""),
    _rule(r"\b(?:please )?(?:do not|don't) hesitate to (?=contact|ask|call|ring|email|get)", ""),
    _rule(r"\bplease find (?:below|attached|enclosed) a list of\b", "these are"),
    # Conditions and reasons.
    _rule(r"\b(?:because of|due to|owing to|in view of|in light of) the fact that\b", "because"),
    _rule(r"\b(?:despite|in spite of) the fact that\b", "although"),
    _rule(r"\bof the fact that\b", "that"),
    _rule(r"\b(where|if) it is the case that\b", r"\1"),
    _rule(r"\bin (?:the event|cases?) that\b", "if"),
    _rule(r"\bat (?:the|such) time (?:when|as|that)\b", "when"),
    _rule(r"\buntil such time as\b", "until"),
    _rule(r"\bin (?:the )?cases? where\b", "where"),
    _rule(r"(?:\A|(?<=[.!;\u2029]\s))should ((?:you|they|we|it|the|an?|any)\s[^.!?]*,)", _turned_condition),
    _rule(r"\bthe ([a-z]{3,}ing) of(?= (?!the\b)[a-z])", r"\1"),
    _rule(
        rf"\b(?:a|the) decision (will|must|may|should|can) be (?:made|taken) by {_SOMEBODY}(?= on\b|\.|,)",
        r"\2 \1 decide",
    ),
    _rule(r"\b(should|could|would|must|might) of (?=been\b|[a-z]+ed\b|an?\b)", r"\1 have "),
    _rule(r"\bfor the purposes? of\b", "for"),
    _rule(r"\bin (?:the course of )?(?:the year )?(?=(?:19|20)\d\d\b)", "in "),
    _rule(r"\b(?:during|in) the course of\b", "during"),
    _rule(r"\bprior to the commencement of\b", "before the start of"),
    # Amounts.
    _rule(r"\ba (?:large|great|considerable) number of\b", "many"),
    _rule(r"\b(?:the majority of)\b", "most"),
    _rule(r"\bin excess of\b", "more than"),
    _rule(rf"\bon an? ({'|'.join(_BASES)}) basis\b", lambda match: _BASES[match[1].lower()]),
    _rule(r"\ba pair of\b", "two"),
    _rule(r"\b(?:each and every)\b", "every"),
    _rule(r"\b(?:any and all)\b", "all"),
    # Who must do what.
    _rule(rf"\bit is the (?:responsibility|duty) of {_SOMEBODY} to\b", r"\1 must"),
    _rule(rf"\bthere is a (?:requirement|duty|need) for {_SOMEBODY} to\b", r"\1 must"),
    _rule(rf"\bit is (?:necessary|compulsory|mandatory|obligatory|essential) for {_SOMEBODY} to\b", r"\1 must"),
    _rule(rf"\bthere is no (?:need|requirement|duty) for {_SOMEBODY} to\b", r"\1 need not"),
    _rule(r"\blet (us|me|them|him|her|the [\w'-]+(?: [\w'-]+)?) know\b", r"tell \1"),
    _rule(r"\b(?:is|are) in receipt of\b", "receive"),
    _rule(r"\breceives\b", "receive"),
    _rule(r"\b(?:at no cost|free of charge)(?: to (?:you|them|themselves))?\b", "for free"),
    # A clause that is only a long form of an adjective.
    _rule(
        rf"\b(?:who|which|that) (?:is|are) (?!(?:{_DUTIES})\b)"
        r"(?=(?:[a-z]+(?:ed|wn|en)|responsible|under|over|in|on|at|with|from|available|likely|due|about|near)\b)",
        "",
    ),
    # Whose it is.
    _rule(
        r"\bthe ([a-z]+) of the ([a-z]+)(?= (?:is|are|was|were|has|must|may|will|should|shall)\b|\s*[.,;]|\Z)",
        r"the \2's \1",
    ),
)


@lru_cache(maxsize=4096)
def in_plain_english(text: str) -> str:
    """Return a passage in plain English, as far as the rules know it."""
    text = text.replace("\u2019", "'")
    for pattern, form in _RULES:
        text = pattern.sub(form, text)
    return with_plain_verbs(text)
