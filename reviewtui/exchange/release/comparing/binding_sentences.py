"""Which sentences of a text are rules, and whom each binds, for readers who ask what changes for them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from reviewtui.text.meaning.holders import people_in, who_is_bound
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
_FELT = (
    "read|seen|heard|found|known|told|said|felt|undone|taken back|avoided|helped|measured|translated|guaranteed"
    "|predicted|prevented|ruled out|overstated|expected|understood|compared|proved|traced|reached|solved|counted on"
    "|relied on"
)
"""What nature bars: "a stream cannot be taken back". What cannot be deleted or claimed is a rule."""
_SPOKEN = re.compile(r"\u201c[^\"\u201c\u201d]*\u201d|(?<!\w)\"(?=\S)[^\"\u201c\u201d]*(?<=\S)\"(?!\w)")
"""What somebody says in quotation marks, or a word that is spoken about; the sign of inches opens none."""
_QUOTED_WHOLE = re.compile(r"\A\W*[\"\u201c][^\"\u201c\u201d]*[\"\u201d]\W*\Z")
"""A sentence that stands in quotation marks as a whole: it says what it says without them."""
_NOBODY_MAY = re.compile(
    r"\A\W*(?:nobody|no one|no (?:[\w'-]+ ){1,3}?) ?may\b(?! (?:ever |still |well )?be (?:surprised|sure|certain|aware"
    r"|able|affected)\b)",
    re.IGNORECASE,
)
"""What is allowed to nobody. That nobody can do a thing is as often how the world is."""
_NO_DUTY = re.compile(
    r"\b(?:(?:nobody|no one|none|no [\w-]+|not (?:every|all|each|any)\b[^,;:]*?|never|not) (?:has|have)"
    r"|(?:will|would) (?:never|not) have) to\b"
    r"|\b(?:nobody|no one|none)(?: [\w'-]+){0,4} (?:has|have|needs?) to\b"
    r"|\b(?:what|whom|how(?: (?:long|often|far|much|many))?)(?: [\w'-]+){1,3} (?:must|needs? to|ha(?:s|ve) to)\b"
    rf"|\bcan(?:not|['\u2019]t) be (?:{_FELT})\b(?![^.;]*\b(?:without|unless|until|before|except)\b)"
    r"|\bis to be (?:found|seen|had)\b"
    r"|\b(?:that|which) requires?\b|(?<=\w )where(?: [\w'-]+){1,3} ha(?:s|ve) to\b"
    r"|\b(?:who|which|that)(?: (?!you\b|we\b)[\w'-]+){0,3} can(?:not|['\u2019]t)\b|\bthat no [\w-]+ can\b"
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
_SUBJECT = re.compile(
    r"(?:\A\W*|[,;:]\s+(?:and\s+|but\s+)?|\b(?=(?:the|an?|each|every)\s[^,;:]{3,60},\s+who\s))"
    r"(?:(?:the|an?|every|each|all|any|no|both|your|our|their|its)\s+)?"
    r"(?P<who>(?:[\w'\u2019-]+\s+){0,3}?[\w'\u2019-]+)"
    r"(?P<of>\s+(?:of|on|for|in)\s+[^,;:]{2,60}?)?(?:,\s+who)?\s+(?:must|shall|ha(?:s|ve)\s+to)\b(?!\s+(?:not\s+)?be\s+\w+(?:ed|en|old|ade|ept|ent|own|one|eld|aid|ut)\b)",
    re.IGNORECASE,
)
"""Who has to do something, before the word of duty: "the owner of each account must", "the head of …, who must"."""
_NAMES_ONE = re.compile(
    r"\s+(?:of|on|for)\s+(?!(?:the|an?|each|every|all|any|its|their|our|your|this|that)\b)", re.IGNORECASE
)
"""Belongs to a name: "editor on duty"; "of each account" says which of several."""
_OR_THE = re.compile(r"\b(and|or)\s+(?:the|an?)\s+", re.IGNORECASE)
_GAP = re.compile(r"\A\W*\[[^\]]*\]\s*")
"""What is still to be filled in, before a sentence."""
_LONGEST = 5
"""Words of a name; what is longer is more than a name."""


def is_rule(sentence: str) -> bool:
    """Say whether a sentence binds somebody: it says that something must or must not be done."""
    heard = sentence if _QUOTED_WHOLE.match(sentence) else _SPOKEN.sub(" ", sentence)
    said = _CONDITION.sub("", _NAMED.sub(" ", heard))
    bare = _NO_DUTY.sub(" ", said)
    return bool(_NOBODY_MAY.match(said)) or any(
        signal.kind == "duty" and signal.value in _BINDING for signal in signals_of(bare)
    )


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
    named: set[str] = set()
    for part in filter(is_rule, re.split(r";\s+", sentence)):
        relative = _RELATIVE.match(part)
        bound = _subjects(part) or ((relative[1],) if relative else who_is_bound(part))
        named |= {name for words in bound if (name := _name(words))}
    if not named and _YOU.search(sentence):
        return {EVERYBODY}
    return named


def _subjects(part: str) -> tuple[str, ...]:
    """The people or bodies that stand as such before a word of duty."""
    found = (match for match in _SUBJECT.finditer(_GAP.sub("", part)) if people_in(match["who"].split()[-1]))
    names = (f"{match['who']}{match['of'] if _NAMES_ONE.match(match['of'] or '') else ''}" for match in found)
    return tuple(_OR_THE.sub(r"\1 ", name) for name in names)


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
