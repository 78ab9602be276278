"""Forms of verbs: "keeps", "kept" and "keeping" are "keep"."""

import re
from functools import lru_cache
from typing import NamedTuple

from reviewtui.text.meaning.tuning import DOUBLED_STEM
from reviewtui.text.words.terms import stem

_IRREGULAR = """
be is was been being/have has had had having/do does did done doing/go goes went gone going/get gets got got getting
give gives gave given giving/keep keeps kept kept keeping/take takes took taken taking/make makes made made making
hold holds held held holding/send sends sent sent sending/tell tells told told telling
write writes wrote written writing/pay pays paid paid paying/put puts put put putting/see sees saw seen seeing
set sets set set setting/choose chooses chose chosen choosing/read reads read read reading/run runs ran run running
find finds found found finding/know knows knew known knowing/lead leads led led leading
leave leaves left left leaving/lend lends lent lent lending/lose loses lost lost losing
show shows showed shown showing/speak speaks spoke spoken speaking/spend spends spent spent spending
teach teaches taught taught teaching/bring brings brought brought bringing/buy buys bought bought buying
draw draws drew drawn drawing/meet meets met met meeting/begin begins began begun beginning
become becomes became become becoming/come comes came come coming/build builds built built building
break breaks broke broken breaking/understand understands understood understood understanding
think thinks thought thought thinking/sell sells sold sold selling/win wins won won winning
hear hears heard heard hearing/drive drives drove driven driving/feel feels felt felt feeling
say says said said saying/wear wears wore worn wearing/cut cuts cut cut cutting/shut shuts shut shut shutting
let lets let let letting/stop stops stopped stopped stopping/refer refers referred referred referring
submit submits submitted submitted submitting/admit admits admitted admitted admitting
permit permits permitted permitted permitting/defer defers deferred deferred deferring
occur occurs occurred occurred occurring/plan plans planned planned planning/throw throws threw thrown throwing
undertake undertakes undertook undertaken undertaking
transmit transmits transmitted transmitted transmitting
hide hides hid hidden hiding/bear bears bore borne bearing/hurt hurts hurt hurt hurting
mislay mislays mislaid mislaid mislaying/allot allots allotted allotted allotting
omit omits omitted omitted omitting/enrol enrols enrolled enrolled enrolling/spot spots spotted spotted spotting
fulfil fulfils fulfilled fulfilled fulfilling/mean means meant meant meaning/speed speeds sped sped speeding
ring rings rang rung ringing/cancel cancels cancelled cancelled cancelling
"""


class VerbForms(NamedTuple):
    """A verb in its forms."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


_DOUBLING = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
"""Short verbs of which the last letter is doubled before an ending."""
_ROWS = [VerbForms(*row.split()) for line in _IRREGULAR.split("\n") for row in line.split("/") if row]
_BY_BASE = {row.base: row for row in _ROWS}
_VERBS = {form: row.base for row in _ROWS for form in row}
_PASTS = frozenset(row.past for row in _ROWS)
_PRESENT = frozenset(form for row in _ROWS for form in (row.base, row.third, row.ing))


def forms_of_verb(base: str) -> VerbForms:
    """Return the forms of a verb; what is not listed is regular."""
    if base in _BY_BASE:
        return _BY_BASE[base]
    stemmed = base + base[-1] if _DOUBLING.fullmatch(base) else base.removesuffix("e")
    if base.endswith("y") and base[-2:-1] not in tuple("aeou"):
        return VerbForms(base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base[:-1]}ied", f"{base}ing")
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o")) else f"{base}s"
    return VerbForms(base, third, f"{stemmed}ed", f"{stemmed}ed", f"{stemmed}ing")


def base_of(word: str) -> str:
    """Return the base of an irregular verb, and every other word as it is."""
    return _VERBS.get(word, word)


@lru_cache(maxsize=16384)
def verb_stem(word: str) -> str:
    """Return a verb without its ending: "logs" and "logged" are "log"."""
    base = _VERBS.get(word) or (word if word.endswith("ly") else stem(word))
    return base[:-1] if len(base) > DOUBLED_STEM and base[-1] == base[-2] and base[-1] in "bdgmnprt" else base


def is_past(word: str) -> bool | None:
    """Say whether a finite verb is in the past; None where its form does not tell, as "put"."""
    if word in _PASTS and word in _PRESENT:
        return None
    return word in _PASTS or (word not in _PRESENT and word.endswith("ed"))
