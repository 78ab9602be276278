"""British and American spellings of one word: the one table, read in both directions."""

import re
from functools import lru_cache

_VERB = "e|ed|es|er|ers|ing|ation|ations|ational"
_PAIRS: tuple[tuple[str, str, str, str], ...] = (
    ("[a-z]{3,}", "is", "iz", _VERB),
    ("[a-z]+", "ys", "yz", "e|ed|es|er|ers|ing"),
    (
        "(?:arb|behavi|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rig|rum|sav)",
        "our",
        "or",
        "|s|ed|ing|able|ably|ite|ites|al|er|ers|hood|hoods|ly",
    ),
    ("(?:cent|met|theat|fib|lit|calib|meag|spect|kilomet|centimet|millimet)", "re", "er", "|s"),
    ("(?:catal|dial|anal|monol|prol|epil)", "ogue", "og", "|s"),
    ("(?:catal|dial)", "ogu", "og", "ed|ing"),
    ("(?:def|off|pret)", "ence", "ense", "|s"),
    ("licen", "c", "s", "e|es|ed|ing"),
    ("practi", "c", "s", "e|es|ed|ing"),
    ("program", "me", "", "|s"),
    ("(?:enrol|fulfil|instal|skilful|wilful|instil|distil)", "", "l", "|s|ment|ments|ly"),
    ("(?:judg|acknowledg|abridg)", "e", "", "ment|ments"),
    (
        "(?:travel|cancel|label|model|counsel|signal|level|fuel|total|equal|channel|marvel|quarrel|initial)",
        "l",
        "",
        "ed|ing|er|ers|or|ors",
    ),
    ("gr", "ey", "ay", "|s|ed"),
    ("ag", "e", "", "ing"),
    ("(?:focus|bias)", "", "s", "ed|es|ing"),
)
"""How a word begins, its British and its American middle, how it may end."""
_WHOLE = {
    "sceptical": "skeptical", "artefact": "artifact", "artefacts": "artifacts", "paediatric": "pediatric",
    "archaeology": "archeology", "manoeuvre": "maneuver", "jewellery": "jewelry", "skilful": "skillful",
    "wilful": "willful", "mould": "mold", "tyre": "tire", "tyres": "tires", "cheque": "check", "cheques": "checks",
    "aesthetic": "esthetic", "encyclopaedia": "encyclopedia", "anaesthetic": "anesthetic", "aluminium": "aluminum",
    "orthopaedic": "orthopedic", "haemorrhage": "hemorrhage", "gynaecology": "gynecology", "plough": "plow",
    "kerb": "curb", "kerbs": "curbs", "kerbside": "curbside", "storey": "story", "storeys": "stories",
}  # fmt: skip
_OTHER_WORDS = frozenset({"cheque", "cheques", "tyre", "tyres", "mould", "kerb", "kerbs", "storey", "storeys"})
"""British words whose American form is another British word as well."""
_TO_AMERICAN = tuple(
    (re.compile(rf"^({begin}){ours}(?=(?:{end})$)"), rf"\g<1>{theirs}") for begin, ours, theirs, end in _PAIRS
)
_TO_BRITISH = tuple(
    (re.compile(rf"^({begin}){theirs}(?=(?:{end})$)"), rf"\g<1>{ours}") for begin, ours, theirs, end in _PAIRS
)
_MAY_BE_BRITISH, _MAY_BE_AMERICAN = (
    re.compile("|".join(pattern.pattern for pattern, _ in table)) for table in (_TO_AMERICAN, _TO_BRITISH)
)
"""What any of the pairs begins with: nearly every word is spelled in one way, and one look says so."""
_WHOLE_BRITISH = {theirs: ours for ours, theirs in _WHOLE.items() if ours not in _OTHER_WORDS}


def british(word: str) -> str:
    """Return a word (lower case) in British spelling; one of which no other spelling is known stays."""
    if _MAY_BE_AMERICAN.match(word):
        for pattern, form in _TO_BRITISH:
            word = pattern.sub(form, word)
    return _WHOLE_BRITISH.get(word, word)


@lru_cache(maxsize=4096)
def american(word: str) -> str:
    """Return a word (lower case) in American spelling."""
    if _MAY_BE_BRITISH.match(word):
        for pattern, form in _TO_AMERICAN:
            word = pattern.sub(form, word)
    return _WHOLE.get(word, word)
