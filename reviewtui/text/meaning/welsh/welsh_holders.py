"""Who is bound by a Welsh sentence: the one behind the word of duty, or behind "gan".

In Welsh the subject stands behind the verb: "Rhaid i'r clerc ofyn", "Caiff y Cyngor rannu", "Llofnodir ef gan y maer".
Its first letter may be mutated, so that names are compared by all the forms that they can come from.
"""

import re

from reviewtui.text.meaning.tuning import HOLDER_REACH

_ARTICLE = r"(?:(?:y|yr|pob|bob|rai|unrhyw|ein|eich|eu)\s+)?"
_NAME = r"(?P<{}>[^\W\d_]+)"
_HOLDER = re.compile(
    r"\b(?:(?:rhaid|raid|angen|gofyn|dyletswydd|ddyletswydd|rheidrwydd|cyfrifoldeb|gyfrifoldeb|ofynnol|gofynnol|orfodol"
    r"|disgwylir|caniateir|ganiateir|chaniateir|hawl|gwaherddir)\s+"
    rf"(?:(?P<bound>iddynt|iddo|iddi|ichi|inni|imi|arnynt|arno|arni|arnoch|arnom)\b|(?:i|ar)(?:'r\s+|\s+){_ARTICLE}{_NAME.format('owing')})"
    r"|(?:dylai|ddylai|caiff|gaiff|chaiff|gall|all|gallai|allai|bydd|fydd)(?:'r)?\s+"
    rf"{_ARTICLE}{_NAME.format('able')}"
    rf"|(?:sydd|mae)(?:'r)?\s+{_ARTICLE}{_NAME.format('charged')}[^.;:]{{0,{HOLDER_REACH}}}?\byn\s+gyfrifol"
    rf"|[^\W\d_]+(?:ir|wyd|id)\b[^.;:]{{0,{HOLDER_REACH}}}?\bgan(?:'r)?\s+{_ARTICLE}{_NAME.format('agent')})",
    re.IGNORECASE,
)
_PRONOUNS = {
    form: person
    for forms, person in (
        ("iddynt arnynt nhw hwy", "they"), ("iddo arno ef fe", "he"), ("iddi arni hi", "she"),
        ("ichi arnoch chi", "you"), ("inni arnom ni", "we"), ("imi fi", "I"),
    )
    for form in forms.split()
}  # fmt: skip
_RADICALS = (
    ("ngh", "c"), ("mh", "p"), ("nh", "t"), ("ng", "g"), ("ch", "c"), ("ph", "p"), ("th", "t"), ("dd", "d"), ("g", "c"),
    ("b", "p"), ("d", "t"), ("f", "b"), ("f", "m"), ("l", "ll"), ("r", "rh"), ("n", "d"), ("m", "b"), ("h", ""),
    ("", "g"),
)  # fmt: skip
"""What a word can begin with in a mutated form, and with what when it is alone."""
_STEM = 5
"""Letters by which singular and plural of a name are alike."""


def other_welsh_holder(old: str, new: str) -> tuple[str, str] | None:
    """Return whose duty it was and whose it is, None where nobody else is bound as far as one can tell."""
    before, after = _holders(old), _holders(new)
    if len(before) != len(after):
        return None
    return next(((was, now) for was, now in zip(before, after, strict=True) if not _is_same(was, now)), None)


def _holders(line: str) -> list[str]:
    matches = _HOLDER.finditer(line)
    return [next(name for name in match.groups() if name) for match in matches]


def _is_same(was: str, now: str) -> bool:
    here, there = was.lower(), now.lower()
    if here in _PRONOUNS or there in _PRONOUNS:
        return _PRONOUNS.get(here, here) == _PRONOUNS.get(there, there)
    return not _forms(here).isdisjoint(_forms(there))


def _forms(word: str) -> frozenset[str]:
    """Return the words that a word can be a mutated form of, without their endings."""
    forms = {word, *(radical + word.removeprefix(start) for start, radical in _RADICALS if word.startswith(start))}
    return frozenset(form[:_STEM] for form in forms)
