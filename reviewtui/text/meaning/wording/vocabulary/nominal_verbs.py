"""A noun behind a verb that says little, brought to the verb that is meant: "carries out an inspection of"."""

import re

_LIGHT = {
    "": "make|carry out|conduct|undertake|perform|give|do|provide|submit",
    "s": "makes|carries out|conducts|undertakes|performs|gives|does|provides|submits",
    "ing": "making|carrying out|conducting|undertaking|performing|giving|doing|providing|submitting",
    "ed": "made|carried out|conducted|undertook|performed|gave|did|provided|submitted",
}
_NOUNS = {
    "inspection of": "inspect", "inspections of": "inspect", "assessment of": "assess", "assessments of": "assess",
    "review of": "review", "reviews of": "review", "investigation of": "investigate",
    "investigation into": "investigate", "evaluation of": "evaluate", "examination of": "examine",
    "analysis of": "analyse", "survey of": "survey", "audit of": "audit", "check of": "check", "check on": "check",
    "consideration to": "consider", "assistance to": "help", "notification to": "tell", "support to": "support",
    "application for": "apply for", "request for": "request", "decision on": "decide on",
    "decision about": "decide on", "payment of": "pay", "reference to": "refer to", "contribution to": "contribute to",
    "appeal": "appeal", "complaint": "complain", "payment": "pay",
}  # fmt: skip
_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_PATTERNS = [
    (ending, re.compile(rf"\b(?:{light})\s+(?:(?:an?|the)\s+)?({_NOUN})\b", re.IGNORECASE))
    for ending, light in _LIGHT.items()
]


def with_plain_verbs(text: str) -> str:
    """Return a text with the plain verb for each of such phrases."""
    for ending, pattern in _PATTERNS:
        text = pattern.sub(lambda match, ending=ending: _inflected(_NOUNS[match[1].lower()], ending), text)  # type: ignore[misc]
    return text


def _inflected(verb: str, ending: str) -> str:
    """Return a verb with its ending: "apply for" and "s" are "applies for"."""
    word, space, rest = verb.partition(" ")
    irregular = {
        ("pay", "ed"): "paid",
        ("tell", "ed"): "told",
        ("refer", "ed"): "referred",
        ("refer", "ing"): "referring",
    }
    return irregular.get((word, ending), _regular(word, ending)) + space + rest


def _regular(word: str, ending: str) -> str:
    if ending in {"s", "ed"} and word.endswith("ly"):
        return f"{word[:-1]}i{'es' if ending == 's' else 'ed'}"
    if ending in {"ing", "ed"} and word.endswith("e"):
        return word[:-1] + ending
    return word + ("es" if ending == "s" and word.endswith("ss") else ending)
