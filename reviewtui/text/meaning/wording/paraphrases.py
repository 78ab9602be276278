"""Constructions that say the same: each is brought to one form, so that two passages can be compared word by word.

They are asked where words changed and nothing shows that the meaning did. Each row is a kind; what it takes for the
same was checked by hand against the smallest change that is none (`tests/data/classes/minimal.jsonl`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from reviewtui.text.meaning.wording.vocabulary.verbs import forms_of_verb, verb_stem

_Form = str | Callable[["re.Match[str]"], str]
_Row = tuple[str, str, _Form]
"""Phrases of which one begins wherever the construction does, it, and its one form.

A phrase begins with a whole word, by which it is looked up, or with "-" for letters that are looked for anywhere.
"""
_NO_NOUNS = frozenset(
    """ask asks asked decide decides decided know knows see sees say says said tell tells told check checks choose
    chooses state states show shows specify explain explains verify confirm confirms find finds determine ensure ensures
    sure record list note notes agree agrees think believe hope so such clear aware not whether and or but of in on at
    for to with by from about upon be is are was were only also than if when where then""".split()
)
"""Words behind which "which", "who" and "that" ask, point or begin another clause."""
_THINGS = (
    "meeting|building|hearing|briefing|training|funding|setting|ruling|listing|painting|opening|ending|filing|warning"
    "|ring|string|king|thing|spring|wing|morning|evening|beginning|standing|understanding|rating|saving|crossing"
    "|dwelling|gathering|bearing|wedding|clothing|heading|offspring"
)
"""Things that end like acts."""
_OFTEN = {"annual": "annually", "regular": "regularly", "voluntary": "voluntarily", "temporary": "temporarily"}
_PLACES = "section|paragraph|clause|article|rule|step|part|chapter|appendix|annex|page|schedule|table|figure"


def _responsible(match: "re.Match[str]") -> str:
    return f"{match[1]} is responsible for {verb_stem(match[2].lower())}"


def _must(match: "re.Match[str]") -> str:
    return f"{match[1]} must {match[2]}"


def _in_one(match: "re.Match[str]") -> str:
    return f"every {match[1]}y" if match[2] == "ies" else f"every {match[1]}{match[2][:-1]}"


def _of_someone(match: "re.Match[str]") -> str:
    return f"the {match[2]}'s {match[1]}"


def _as_that(match: "re.Match[str]") -> str:
    before = match[1]
    return match[0] if before.lower() in _NO_NOUNS or before.endswith("ing") else f"{before} that "


def _same_once(match: "re.Match[str]") -> str:
    return f"{match[1]} {match[2]}{match[3]} "


_MEASURES = "per ?cent|minutes?|hours?|days?|weeks?|months?|years?|metres?|miles?|km|cm|mm|kg|am|pm"
"""Measures before which "around" says how exact a figure is."""
_BEGINS = r"(?:\A|(?<=[.:;!?] )|(?<=\n))"
"""Where a sentence or a line begins, of a passage as it is said."""
_DETERMINERS = "the|an?|this|these|our|your|their|its|all|each|every|any"
_STARTING = "commencement|start|beginning"
_NO_HELPED = (
    "who|which|that|whom|whether|how|when|where|what|why|if|is|are|was|were|be|been|for|from|in|on|at|by|of|with|and|or"
)
"""Words of which none stands between "help" and what somebody is helped to do."""
_HELPED_TO = r"(?:whether|how|what|which|(?:the|this|these|their|our|your) (?!next|same|following|other|first|last))\b"
"""What stands behind a verb and behind no noun: "to decide whether", "to close the hall"."""
_TELLING = "set out|describe|explain|outline|summarise"
"""What a part of a text does, by which nobody does anything: a fund covers, and a register shows."""
_PART = "section|part|chapter|paragraph|document|page|appendix|annex"
_FORMS: tuple[_Row, ...] = (
    # "any kind of stereotyping", "stereotyping of any kind"
    (
        "kind of/kinds of/type of/types of/sort of/sorts of/form of/forms of",
        r"\b(any|all|every|each) (kinds?|types?|sorts?|forms?) of (\w+)",
        r"\3 of \1 \2",
    ),
    ("manner/way/fashion", r"\bin an? (\w+) (?:manner|way|fashion)\b", lambda match: f"{match[1].lower()}ly"),
    ("basis", r"\bon an? (\w+) basis\b", lambda match: _OFTEN.get(match[1].lower(), match[1].lower())),
    # "who is responsible", "responsible"; behind a comma it only tells
    (
        "who is/who are/which is/which are/that is/that are",
        r"(?<=\w) (?:who|which|that) (?:is|are) (?=(?:not|in|on|at|under|over)\b|\w+(?:ed|en|ing|ible|able)\b)",
        " ",
    ),
    # "the group which applied", "the group that applied"; "ask which group" is a question
    ("which/who/that", r"\b(\w+) (?:which|who|that)(?: (?=\w)|\Z)", _as_that),
    ("that", r"\b(?:all those|all people|everybody|everyone|those|all) that (\w+?)s?\b", r"everyone that \1"),
    ("all", r"\ball (?:the )?(?!others\b)(\w+?)((?:ie)?s)\b(?!['\u2019]| of\b)", _in_one),
    ("each", r"\beach (?=\w+ (?:must|may|can|should|shall|will|has|is)\b)", "every "),
    (_PLACES.replace("|", "s/") + "s", rf"\b({_PLACES})s (?=\d)", r"\1 "),
    *(
        2
        * (
            (
                _PLACES.replace("|", "/"),
                rf"\b({_PLACES}) (\d[\d.]*(?:(?:,|,? and|,? or) \d[\d.]*)*)(,? and|,? or|,) \1 (?=\d)",
                _same_once,
            ),
        )
    ),
    # "both the code and its data"; "both parents" are two
    (
        "both",
        r"(?<!not )\bboth (?=(?:the|a|an|its|their|your|our|in|on|by|for|to|of|with|from)\b[^.;:]{2,80}? and )",
        "",
    ),
    ("-ing of", rf"\bthe (?!(?:{_THINGS})\b)(\w+ing) of\b", r"\1"),
    # "all staff, whether full time or part time"
    ("whether", r", whether (?=(?!or\b)[^,.;:]{2,60}? or )", ", "),
    ("purpose/purposes", r"\bfor the purposes? of\b", "for"),
    ("time/moment/point", r"\bat the (?:time|moment|point) (?:when|at which)\b", "when"),
    ("fact that", r"\bof the fact that\b", "that"),
    ("let", r"\blet (\w+) know\b", r"tell \1"),
    (
        "-and will",
        r"\bwill ((?:(?!\b(?:not|never|only|no)\b|n['\u2019]t)[^.;:]){1,60}?) and will\b(?! not)",
        r"will \1 and",
    ),
    ("- of the ", r"\bthe (\w+) of the (\w+)\b(?! of\b)", _of_someone),
    # "helps members to fill in the form"; of "to water" it is a noun
    (
        "help/helps/helped/helping",
        rf"\b(help(?:s|ed|ing)?(?: (?!(?:{_NO_HELPED})\b)[\w'-]+){{1,4}}?) to (?=(?!and\b)[a-z]+ {_HELPED_TO})",
        r"\1 ",
    ),
    # "although it rains, we meet", "it rains, but we meet"
    ("although/though", rf"{_BEGINS}(?:although|though) ([^,.;:]{{1,200}}), (?!(?:and|or|but)\b)", r"\1, but "),
    (
        "commencement of/start of/beginning of",
        rf"\b(before|prior to|after|until) the (?:{_STARTING}) of ((?:(?:{_DETERMINERS}) )?\w+)\b(?! of\b)",
        r"\1 \2 starts",
    ),
    ("commences/begins", r"\b(?:commences|begins)\b", "starts"),
    ("approx", r"\bapprox\b\.?", "approximately"),
    ("approximate", r"\bapproximate (?=\w)", "approximately "),
)
_ACTS = (
    "require|expect|encourage|advise|allow|permit|oblige|ask|use|submit|approve|record|report|review|publish|complete"
    "|provide|include|consider|contact|update|store|share|keep|send|make|give|sign|return|pay"
)
_DAYS_AND_MONTHS = """mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun sunday
    jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
    november dec december"""
_DAY_OR_MONTH = "|".join(sorted(_DAYS_AND_MONTHS.split(), reverse=True))


def _as_done(match: "re.Match[str]") -> str:
    return f"{match[1]}{forms_of_verb(match[2].lower()).participle}"


def _as_telling(match: "re.Match[str]") -> str:
    verb, *rest = match[2].lower().split()
    return " ".join((match[1], forms_of_verb(verb).third, *rest))


_SLIPS: tuple[_Row, ...] = (
    # "should of kept"; "should of course be kept" is none
    (
        "should of/could of/would of/might of/must of",
        r"\b(should|could|would|might|must) of (?!course\b|necessity\b)",
        r"\1 have ",
    ),
    (
        "need to need/have to have/must must/should should/will will/can can/may may/shall shall",
        r"\b(need to|have to|must|should|will|can|may|shall) \1\b",
        r"\1",
    ),
    # "is encourage to share", "can be submit by post"
    (
        "/".join(f"{act} {word}" for act in _ACTS.split("|") for word in ("to", "by")),
        rf"\b((?:is|are|was|were|be|been) (?:\w+ly )?)({_ACTS})(?= (?:to|by)\b)",
        _as_done,
    ),
    ("must to/should to/will to/shall to/might to", r"\b(must|should|will|shall|might) to (?=[a-z])", r"\1 "),
    # "to let users to compare"
    ("let", r"\blet (\w+) to (?=[a-z])", r"let \1 "),
    (
        "is be/are be/was be/were be/is not be/are not be/was not be/were not be",
        r"\b(is|are|was|were) (not )?be (?=[a-z])",
        r"\1 \2",
    ),
    # "you should be aware that it closes", "it closes"
    (
        "aware that/note that/noted that/remember that",
        rf"{_BEGINS}(?:please )?(?:you (?:should|must) (?:be aware|note|remember)|it should be noted|be aware) that ",
        "",
    ),
    # "the purpose of this part is to set out", "this part sets out"
    (
        "purpose of this/aim of this",
        rf"\b(?:the )?(?:purpose|aim) of (this (?:{_PART})) is to ({_TELLING})\b",
        _as_telling,
    ),
    ("lead by", r"\b(is|are|was|were|be|been) lead by\b", r"\1 led by"),
    # Of "a decision by the directors is final" it is another noun that is one.
    ("-s is /-s was /-s has ", r"\b(an?|each|every) ([\w-]+[^\Ws])s (?=(?:is|was|has)\b)", r"\1 \2 "),
    ("referred as", r"\breferred as\b", "referred to as"),
    # Signs stand "around 3 schools", and not about them.
    ("around", rf"\baround (?=\d[\d.,]* ?(?:%|(?:{_MEASURES})\b(?!-)))", "about "),
    ("-0's/-0\u2019s", r"(?<=\d0)['\u2019](?=s\b)", ""),
    ("-km/-cm/-mm/-kg/-mph", r"\d(?=(?:km|cm|mm|kg|mph)\b)", r"\g<0> "),
    (
        "/".join(f"{name}{dash}" for name in _DAYS_AND_MONTHS.split() for dash in ("-", "\u2013", " -", " \u2013")),
        rf"\b({_DAY_OR_MONTH}) ?[-\u2013] ?(?=(?:{_DAY_OR_MONTH})\b)",
        r"\1 to ",
    ),
    ("-20", r"\b(20\d\d)/(?=\d\d\b(?!/))", r"\1-"),
)
"""Slips of grammar, of which one of two forms is no English, and figures that are written in two ways."""
_IN_TWO_WAYS: tuple[tuple[_Row, ...], ...] = (
    (
        ("responsibility", r"\bit is the responsibility of ([^.;:]{3,60}?) to (\w+)", _responsible),
        ("responsible", r"\b(\S+) (?:are|is) responsible for (\w+ing)\b", _responsible),
    ),
    (("responsibility", r"\bit is the responsibility of ([^.;:]{3,60}?) to (\w+)", _must),),
)
"""What says the same as either of two forms: a responsibility is said to be one, or a duty."""
_WORD = re.compile(r"\w+")


class _Constructions:
    """Some constructions by their rows, and which of them may stand in a passage."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._forms: list[tuple[re.Pattern[str], _Form]] = []
        self._letters: list[tuple[str, int]] = []
        self._phrases: dict[str, list[tuple[str, int]]] = defaultdict(list)
        """Phrases by their first word, each with the number of its construction."""
        for number, (phrases, pattern, form) in enumerate(rows):
            self._forms.append((re.compile(pattern, re.IGNORECASE), form))
            for phrase in phrases.split("/"):
                if phrase.startswith("-"):
                    self._letters.append((phrase[1:], number))
                else:
                    self._phrases[_WORD.findall(phrase)[0]].append((phrase, number))

    def in_one_form(self, words: str) -> str:
        """Return a passage with each construction in its one form, one after the other."""
        number, possible = -1, self._possible(words)
        while behind := [each for each in possible if each > number]:
            number = min(behind)
            pattern, form = self._forms[number]
            if (said := pattern.sub(form, words)) != words:
                words, possible = said, self._possible(said)
        return words

    def _possible(self, words: str) -> set[int]:
        """Return the numbers of the constructions of which a phrase stands in a passage."""
        folded, single = _folded(words)
        possible = {number for letters, number in self._letters if letters in folded}
        for word in self._phrases.keys() & single:
            possible.update([number for phrase, number in self._phrases[word] if phrase in folded])
        return possible


_CONSTRUCTIONS, _SLIP_CONSTRUCTIONS = _Constructions(_FORMS), _Constructions(_SLIPS)
_WAYS = [_Constructions([*way, *_FORMS]) for way in _IN_TWO_WAYS]


@lru_cache(maxsize=4096)
def plain_constructions(words: str) -> tuple[str, ...]:
    """Return a passage with each construction in its one form, for each of the two ways."""
    if "responsib" not in words:
        return (_CONSTRUCTIONS.in_one_form(words),) * len(_WAYS)
    return tuple(way.in_one_form(words) for way in _WAYS)


@lru_cache(maxsize=4096)
def without_slips(words: str) -> str:
    """Return a passage as it was meant."""
    return _SLIP_CONSTRUCTIONS.in_one_form(words)


@lru_cache(maxsize=4096)
def _folded(words: str) -> tuple[str, frozenset[str]]:
    """Return a passage in lower case, and its words."""
    folded = words.casefold()
    return folded, frozenset(_WORD.findall(folded))
