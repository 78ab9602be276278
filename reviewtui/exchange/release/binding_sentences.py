"""Which sentences of a text are rules, and whom each binds, for readers who ask what changes for them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from reviewtui.text.meaning.holders import who_is_bound
from reviewtui.text.meaning.signals import signals_of
from reviewtui.text.words.terms import terms_of

EVERYBODY = "everybody whom the policy covers (“you must …”)"
_BINDING = frozenset({"must", "must not"})
_LEADING = re.compile(
    r"^.*\b(?:the|a|an|each|every|any|all|both|your|our|their|no|other|least|most|\d+|two|three)\s+", re.IGNORECASE
)
_OPENING = re.compile(r"^(?:in|within|at|on|for|during|after|before|when|where|if|by|from|with|under)\b", re.IGNORECASE)
_NAMED = re.compile(r"\bmust(?: not)?(?=\s*(?:[,;:)]|\Z)| and must not\b| are\b| is\b| means\b)", re.IGNORECASE)
"""The word itself, where a policy says what it means by it."""
_CONDITION = re.compile(
    r"^(?:when|whenever|if|where|wherever|once|unless|because|since|although|while|before|after|until)\b[^,;:]*,",
    re.IGNORECASE,
)
"""A clause that opens a sentence and says when: a duty in it is none of the sentence."""
_NO_WORD_OF_DUTY = r"(?:(?!\bmust\b|\bha(?:s|ve) to\b)[^.;])*"
_NO_DUTY = re.compile(
    r"\b(?:(?:nobody|no one|none|no [\w-]+|not (?:every|all|each|any)\b[^,;:]*?|never|not) (?:has|have)"
    r"|(?:will|would) (?:never|not) have) to\b"
    r"|\b(?:nobody|no one|none)(?: [\w'-]+){0,4} (?:has|have|needs?) to\b"
    r"|\b(?:what|whom|how) \w+ (?:must|needs? to|ha(?:s|ve) to)\b"
    r"|\bcan(?:not|['\u2019]t) be [a-z]+\b(?![^.;]*\b(?:without|unless|until|before|except)\b)"
    r"|\bis to be (?:found|seen|had)\b"
    r"|\b(?:who|which|that) can(?:not|['\u2019]t)\b"
    rf"|\A\W*(?:who|what|which|how)\b{_NO_WORD_OF_DUTY}\b(?:ha(?:s|ve) to|must)\b"
    rf"(?={_NO_WORD_OF_DUTY}\b(?:is|are) [a-z]+ed\b)",
    re.IGNORECASE,
)
"""What sets somebody free, says of whom it speaks (“somebody who cannot see red”), or says where a thing is told."""
_ANYBODY = frozenset(("person", "people", "somebody", "someone", "child", "children"))
_MONTHS = re.compile(r"\b(?:september|october|november|december)\b", re.IGNORECASE)
_YOU = re.compile(
    r"\b(?:you|we|everyone|everybody|anyone|nobody)\b[^.;]*?\b(?:must|shall|may not|have to|are required)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"((?:[\w'-]+ ){0,3}[\w'-]+),? (?:who|whose)\b")
"""Who is bound, where what is said of them stands between them and what they must do."""
_LONGEST = 5
"""Words of a name; what is longer is more than a name."""


def is_rule(sentence: str) -> bool:
    """Say whether a sentence binds somebody: it says that something must or must not be done."""
    bare = _NO_DUTY.sub(" ", _CONDITION.sub("", _NAMED.sub(" ", sentence)))
    return any(signal.kind == "duty" and signal.value in _BINDING for signal in signals_of(bare))


def rules_by_holder(sentences: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return whom rules bind, each with the rules, those with most rules first; rules that name nobody are left out."""
    rules: dict[str, list[str]] = defaultdict(list)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for name in _holders(sentence):
            key = " ".join(term.key for term in terms_of(name)) or name
            rules[key].append(sentence)
            names[key][name] += 1
    order = sorted(rules, key=lambda key: (-len(rules[key]), key))
    return [(names[key].most_common(1)[0][0], rules[key]) for key in order]


def _holders(sentence: str) -> Iterable[str]:
    relative = _RELATIVE.match(sentence)
    bound = (relative[1],) if relative else who_is_bound(sentence)
    named = {name for words in bound if (name := _name(words))}
    if not named and _YOU.search(sentence):
        return {EVERYBODY}
    return named


def _name(bound: str) -> str:
    """The name of who is bound without what stands before it; empty where it is no plain name."""
    name = _LEADING.sub("", bound).strip()
    if (
        not name
        or name.casefold() in _ANYBODY
        or _OPENING.match(name)
        or _MONTHS.search(name)
        or len(name.split()) > _LONGEST
    ):
        return ""
    words = name.split()
    return name if any(letter.isupper() for letter in "".join(words[1:])) else f"{name[:1].lower()}{name[1:]}"
