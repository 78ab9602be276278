"""Which sentences rule something: no titles, entries, quotations, examples, leads to lists."""

import re

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.input.check_input import PlacedSentence
from reviewtui.checks.input.concepts import concept_of, concepts_of

_PAST = re.compile(
    r"\A(?!.*\b(?:will|shall)\b)(?!\W*(?:\w+\s+){1,4}(?:is|are|has|have|\w+[^\Ws]s)\s.*\b(?:after|that|which|who|since|when|before)\b)"
    r".*\b(?:was|were|(?<!has )(?<!have )had)\b",
    re.IGNORECASE,
)
"""Tells what happened, where no word of duty and nothing to come stands beside it."""
_NO_RULE = re.compile(
    r"\W*(?:for\s+example|e\.?g\.?|for\s+instance|examples?|effective|last|date|version|issued|approved|reviewed|updated"
    r"|published)\b|(?!it\s+is\s+\w+\s+(?:to|that|for)\b)(?:this|these|those|it)\s+(?:is|are|do|does|must|should|may|will|can|ha(?:s|ve))\b|they\s+(?:are|do|have)\b|.*\?\Z|not\s+be\b|.*\b(?:added|updated|changed|revised|amended|adopted)\s+(?:on\s+)?\d",
    re.IGNORECASE,
)
"""Examples, the dates of a text itself, what takes up the sentence before, questions."""
_EXAMPLE = re.compile(
    r"\W*(?:for\s+(?:example|instance)|e\.?g\.?|examples?\s*:|say,|suppose)(?!\W+(?:\w+ing|if|when)\b)"
    r"\W+(?!.*\b(?:includ\w*|break(?:s|ing)?|breach\w*|violat\w*|contravene\w*|contrary|against|forbidden|prohibited"
    r"|unacceptable|wrong|misconduct|harassment|fail(?:s|ed|ure)?|infring\w*|instead|in\s+favou?r)\b)"
    r".*\b(?:may|can|could|will|is|are|has|have|\w{2,}[^\Wsu]s)\b",
    re.IGNORECASE,
)
"""Shows what is done instead of ruling it."""
_IS_WRONG = re.compile(
    r"\b(?:break(?:s|ing)?|broke|broken|breach\w*|violat\w*|contravene\w*|contrary\s+to|forbidden|prohibited|unacceptable"
    r"|wrong|misconduct|infring\w*|(?:not|never)\s+(?:be\s+)?(?:allowed|permitted|acceptable|all\s+right|ok))\b",
    re.IGNORECASE,
)
"""Beside an example: that it shows what ought not to be."""
_ITSELF = re.compile(
    r"\bthis\s+(?:policy|document|page|section|standard|procedure|guide|bylaw|handbook)\b|\b(?:above|below)\b(?!\s+(?:the\s+)?(?:[£$€\d]|(?:limit|threshold|age)\b))",
    re.IGNORECASE,
)
"""Speaks of the text that it stands in, which is another one for each."""
_OTHERS = re.compile(
    r"(?<!, )\bsuch\b(?!\s+(?:[\w-]+\s+){0,4}as\b)"
    r"|(?<!and )(?<!or )(?<!like )\b(?:all|any|for|the|no|while|some)\s+others?\b"
    r"(?!\s+(?:ways?|means)\b)|\bin\s+(?:this|that|these|those)\s+(?:cases?|situations?|circumstances?)\b"
    r"|\A\W*(?:additional|further|another)\b",
    re.IGNORECASE,
)
"""Narrows what is spoken of to some of it, or to the rest of it."""
_EXCEPTION = re.compile(r"\bexceptions?\b|\bexempt", re.IGNORECASE)
_EXCLUDES = re.compile(
    r"\b(?:unlike|other\s+than|apart\s+from|(?:who|which|that)\s+(?:is|are)\s+not)\s+([^,.;:]+)", re.IGNORECASE
)
"""Says that what follows is meant by another rule."""
DENIES = re.compile(
    r"\b(?:not|never|nobody|no\s+one|none|cannot)\b(?!\s+(?:more|less|later|longer|exceed|limited)|.*\boutside\b)|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Turns what a sentence says: two amounts of which only one is denied go together."""
_LEADS = re.compile(
    r"\b(?:will|must|should|shall|may|can|to|are|is|following|as|if|when|the|of|and|or|by|for)[^\w.!]*\Z"
)
"""Ends what leads to a list; a full stop leads to none."""
_GOES_ON = re.compile(r"[;,]\s*(?:and|or)\W*\Z")
"""Ends an item behind which the next one stands."""
_LABEL = re.compile(r"\W*([^:;.,]{2,60})(?::|\s[-\u2013\u2014])\s+\S")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|sixth|last|final)\b", re.IGNORECASE)
"""Says for whom or for what the rest of a sentence is: "Contractors: …"."""
_BESIDE = 4
"""Items of a list that stand so near are read together."""
_ROW = 3
"""Cells of a row of which all but one tell for what it is."""
_FEWEST = 4
"""Words of a sentence that says something."""
_SMALL_WORD = 3
"""Letters of words that titles write small."""
_TITLED = 0.7
"""So many of the others they begin with a capital."""


_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|do|does|will|can|may|must|should|shall|we|you|they|cannot|be)\b|n't\b",
    re.IGNORECASE,
)
_PARTS = frozenset(
    map(
        concept_of,
        ("article", "section", "chapter", "part", "annex", "appendix", "schedule", "clause", "policy", "rule"),
    )
)
"""What headings of any text are called."""
_WORDS_OF_PATH = re.compile(r"[^a-z/]+")


def may_conflict(first: PlacedSentence, second: PlacedSentence) -> bool:
    """Say whether both sentences rule something, each in a place of its own, as far as their form tells."""
    places = (first, second)
    if first.sentence.plain == second.sentence.plain or not all(map(is_rule, places)):
        return False
    if stand_side_by_side(*places) or are_of_others(*places) or _name_kinds(*places):
        return False
    if _fill_bands(first.sentence.said, second.sentence.said):
        return False
    return not any(_leads(place.sentence.plain) and not place.sentence.addresses for place in places)


def _leads(plain: str) -> bool:
    """Whether a sentence says nothing without the list behind it."""
    return bool(_LEADS.search(_GOES_ON.sub("", plain)))


def _fill_bands(here: str, there: str) -> bool:
    """Whether one sentence is about what lies above an amount and the other about what lies below the same one."""
    return any(
        ours.is_same(theirs) and {ours.bound, theirs.bound} == {"over", "under"}
        for ours in amounts_of(here)
        for theirs in amounts_of(there)
        if ours.measure == theirs.measure
    )


def are_notes(first: PlacedSentence, second: PlacedSentence) -> bool:
    """Say whether both say something together with their headings only, which are two."""
    if set(first.about) == set(second.about):
        return False
    places = (first, second)
    return any(map(_is_line, places)) or (first.path == second.path and all(map(_is_note, places)))


def is_example(place: PlacedSentence) -> bool:
    """Say whether a sentence shows what is done: a case, with no word that it ought not to be."""
    shows = _EXAMPLE.match(place.sentence.plain) and not DENIES.search(place.sentence.plain)
    return bool(shows) and not _IS_WRONG.search(place.beside)


def _is_line(place: PlacedSentence) -> bool:
    """Whether a sentence is a line of notes, which says something only together with its heading."""
    plain = place.sentence.plain
    ends = plain.rstrip().endswith((".", "!", ";"))
    is_led = place.sentence.said != plain
    return not (ends or is_led or place.sentence.row or _VERB.search(plain) or duties_of(plain))


def _is_note(place: PlacedSentence) -> bool:
    """Whether an item of a list is no whole sentence: it speaks of what its heading names."""
    return place.sentence.item and place.sentence.plain.rstrip()[-1:] not in {".", "!", ";"}


def _name_kinds(first: PlacedSentence, second: PlacedSentence) -> bool:
    """Whether two headings of one file name two kinds of one thing, or two files are told apart by a number alone."""
    if first.path != second.path:
        return _WORDS_OF_PATH.sub("", first.path.lower()) == _WORDS_OF_PATH.sub("", second.path.lower())
    if first.sentence.block in second.within or second.sentence.block in first.within:
        return False
    here, there = set(first.about) - _PARTS, set(second.about) - _PARTS
    if not (here & there and here - there and there - here):
        return False
    # What a sentence names itself is no kind that only its heading gives it.
    spoken_of = (set(first.sentence.concepts), set(second.sentence.concepts))
    return not (here - there <= spoken_of[1] or there - here <= spoken_of[0])


def is_rule(place: PlacedSentence) -> bool:
    """Say whether a sentence says what is or shall be."""
    sentence = place.sentence
    letters = sum(map(str.isalpha, sentence.plain))
    if (sentence.quoted or sentence.reference) and not _binds(sentence.plain):
        return False
    if _NO_RULE.match(sentence.plain) or 2 * letters < len(sentence.plain):
        return False
    if sentence.row or duties_of(sentence.said):
        return True
    return sentence.words >= _FEWEST and not _PAST.search(sentence.plain) and not _is_title(sentence.plain)


def _binds(plain: str) -> bool:
    """Say whether a quoted sentence, or one that is mostly a link, still has a duty or an amount of its own."""
    return bool(duties_of(plain) or (amounts_of(plain) and _VERB.search(plain)))


def _is_title(plain: str) -> bool:
    """Whether nearly all of the longer words begin with a capital, as they do in a title."""
    if plain.endswith(".") and _VERB.search(plain):
        return False
    longer = [word for word in plain.split() if len(word) > _SMALL_WORD]
    return sum(word[:1].isupper() for word in longer) > _TITLED * len(longer)


def are_of_others(here: PlacedSentence, there: PlacedSentence) -> bool:
    """Say whether just one of two sentences is about all the others, or one says that it is an exception."""
    plains = (here.sentence.plain, there.sentence.plain)
    if any(plain.endswith(":") for plain in plains):
        return True
    if any(map(_EXCEPTION.search, plains)) or len({bool(_OTHERS.search(plain)) for plain in plains}) == 2:
        return True
    ordinals = [{match.lower() for match in _ORDINAL.findall(plain)} for plain in plains]
    if all(ordinals) and not ordinals[0] & ordinals[1]:
        return True
    labels = [match[1] for match in map(_LABEL.match, plains) if match]
    if len(labels) == len(plains) and {*concepts_of(labels[0])} != {*concepts_of(labels[1])}:
        return True
    excluded = [concepts_of(" ".join(match[1] for match in _EXCLUDES.finditer(plain))) for plain in plains]
    return bool({*excluded[0]} & {*there.sentence.concepts} or {*excluded[1]} & {*here.sentence.concepts})


def stand_side_by_side(here: PlacedSentence, there: PlacedSentence) -> bool:
    """Say whether one paragraph or list holds both, both are rows, or each speaks of its own text."""
    first, second = here.sentence, there.sentence
    if first.row and second.row:
        return not _are_of_one_thing(here, there)
    if here.path != there.path:
        return bool(_ITSELF.search(first.plain) and _ITSELF.search(second.plain))
    if first.block != second.block:
        return False
    beside = abs(first.paragraph - second.paragraph) <= _BESIDE
    return first.paragraph == second.paragraph or (first.item and second.item and beside)


def _are_of_one_thing(here: PlacedSentence, there: PlacedSentence) -> bool:
    """Say whether rows of two tables say something else of one thing in one cell, and the same in all others."""
    if (here.path, here.sentence.block) == (there.path, there.sentence.block):
        return False
    ours, theirs = (place.sentence.plain.split("; ") for place in (here, there))
    if len(ours) != len(theirs) or len(ours) < _ROW or ours[0].casefold() != theirs[0].casefold():
        return False
    return sum(one.casefold() != other.casefold() for one, other in zip(ours, theirs, strict=True)) == 1
