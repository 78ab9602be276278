"""Roundabout English brought to its plain form, in both forms of a passage, before they are compared.

Each rule says the same in fewer words: none takes away a duty, a number, a name or who acts. What is left to compare
are the words that a plain writer would have used.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from reviewtui.text.markdown.said_passage import HEADING
from reviewtui.text.meaning.tuning import COMMON_WORD
from reviewtui.text.meaning.wording.vocabulary.nominal_verbs import with_plain_verbs
from reviewtui.text.meaning.wording.vocabulary.verbs import base_of_ing, base_of_third, forms_of_verb, is_past
from reviewtui.text.words.dictionary import how_often

_Rule = tuple[tuple[str, ...], str, str | Callable[["re.Match[str]"], str]]
_SOMEBODY = r"((?:the|an?|all|each|every|any)\s[\w'-]+(?:\s[\w'-]+){0,3}?|you|we|they|staff|[a-z]+s)"
_UNIT = r"(?:day|week|fortnight|month|year|hour|minute)"
_LONG_UNITS = {"cm": "centimetres", "mm": "millimetres", "km": "kilometres", "kg": "kilograms", "ml": "millilitres"}
_DUTIES = "required|obliged|allowed|permitted|entitled|expected|encouraged|prohibited|forbidden|free|able|to"
_TAKES_ALONG = re.compile(r"\b(?:who|which|that|to|if|when|and|or|not|only|unless|but|before|after)\b", re.IGNORECASE)
"""Behind these a phrase at the end would belong to another part of the sentence."""
_DATE = r"(?:the )?\d|noon\b|midday\b|midnight\b|the end of\b|[A-Z][a-z]+day\b|[A-Z][a-z]+ \d"
_SHORT_ITEM = r"(?:(?!(?:must|may|shall|should|will|can|is|are|has|have|do|does)\b)[\w'-]+ ){1,3}"
"""The first of two things, with no verb in it."""
_PEOPLE = (
    "people|persons?|individuals?|anyone|anybody|everyone|everybody|those|someone|staff|officers?|councillors?|members?"
    "|residents?|tenants?|visitors?|employees?|volunteers?|contractors?|applicants?|users?|managers?|parents?|children"
)
_NO_VERB = (
    r"(?:is|are|was|were|has|have|had|must|may|might|shall|should|will|would|can|could|do|does|did|not|never|only|no)\b"
)
_BEGINS = r"(?:\A|(?<=[.!?;\u2029]\s)|(?<=\u2029))"
"""Here a sentence begins."""
_BEHIND_SUBJECT = r"(?= (?:is|are|was|were|has|have|must|may|can|will|should|shall|gets?|needs?)\b|\s*[.,;]|\Z)"
_BASES = {"annual": "annually", "yearly": "annually"}
"""Of these a basis has another adverb."""


def _school_year(match: "re.Match[str]") -> str:
    follows = int(match[2]) == (int(match[1]) + 1) % 100
    return f"{match[1]}/{match[2]}" if follows else match[0]


def _with_ing(match: "re.Match[str]") -> str:
    """Return "people entering" for "people who enter"."""
    base = base_of_third(match[2].lower())
    told = how_often(base) >= COMMON_WORD and is_past(match[2].lower()) is False
    return f"{match[1]} {forms_of_verb(base).ing}" if told else match[0]


def _with_ing_behind(match: "re.Match[str]") -> str:
    """Return "ceases working" for "ceases to work"."""
    word = match[2].lower()
    return f"{match[1]} {forms_of_verb(word).ing}" if how_often(word) >= COMMON_WORD else match[0]


def _with_aside_behind(match: "re.Match[str]") -> str:
    """Return "must tell the clerk within a day" for "must, within a day, tell the clerk"."""
    return match[0] if _TAKES_ALONG.search(match[3]) else f"{match[1]} {match[3]} {match[2]}"


def _with_base(match: "re.Match[str]") -> str:
    """Return "must keep" for "is responsible for keeping", "to keep" for "with a view to keeping"."""
    base = base_of_ing(match[1].lower())
    return f"{'must' if 'responsible' in match[0].lower() else 'to'} {base}" if base else match[0]


def _as_adverb(match: "re.Match[str]") -> str:
    word = match[1].lower()
    if word.endswith("y"):
        return f"{word[:-1]}ily"
    return f"{word[:-2]}ly" if word.endswith("le") else f"{word}ally" if word.endswith("ic") else f"{word}ly"


def _on_a_basis(match: "re.Match[str]") -> str:
    """Return "temporarily" for "on a temporary basis"; "daily" is its own adverb."""
    word = match[1].lower()
    return word if word.endswith("ly") and word != "yearly" else _BASES.get(word) or _as_adverb(match)


def _turned_condition(match: "re.Match[str]") -> str:
    return "if " + match[1].replace(" be ", " is ", 1)


def _rule(holds: str, pattern: str, form: str | Callable[["re.Match[str]"], str]) -> _Rule:
    """One rule; what it matches holds one of the words in `holds`, which are looked for first, since that is quick."""
    return tuple(holds.split("|")), pattern, form


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern of a rule; compiled where it is wanted, since few texts want many."""
    return re.compile(pattern, re.IGNORECASE)


RULES: tuple[_Rule, ...] = (
    # One notation for one thing.
    _rule(
        "cm|mm|km|kg|ml", rf"(?<=\d)\s?({'|'.join(_LONG_UNITS)})\b", lambda match: f" {_LONG_UNITS[match[1].lower()]}"
    ),
    _rule("0's", r"\b((?:1[89]|20)\d0)'s\b", r"\1s"),
    _rule("-|\u2013|/", r"\b((?:19|20)\d\d)[-\u2013/](\d\d)\b(?![-/\d])", _school_year),
    _rule(
        "-|\u2013",
        rf"(?<![\w.,/-])([£$€]?\d{{1,3}}(?:,\d{{3}})*)\s?[-\u2013]\s?(?=[£$€]\d|\d{{1,3}} (?:working )?{_UNIT}s\b)",
        r"\1 to ",
    ),
    _rule("'", rf"\b({_UNIT}s?)(?:'s|')(?=\s)", r"\1"),
    _rule("0", r"(?<![\d(])\(?(0\d{2,5})\)?[ -]?(\d{3,4})[ -]?(\d{3,4})\b", r"\1\2\3"),
    _rule("mph", r"\b(\d+) mph \([a-z -]+ miles per hour\)", r"\1 mph"),
    _rule("/he|he/", r"\b(?:s/he|he/she)\b(?:/they\b)?", "he or she"),
    _rule("(s)he", r"\(s\)he\b", "he or she"),
    _rule("his/her", r"\bhis/hers?\b", "his or her"),
    _rule("him/her", r"\bhim/her\b", "him or her"),
    # Openings that say nothing.
    _rule("the following", r"(?<=\w) the following(?=\s*:)", ""),
    _rule("note|aware", r"\b(?:it should be noted|please (?:note|be aware)|it is important to note) that\s", ""),
    _rule(
        "note that|aware that|remember that|in mind that|advised that",
        rf"{_BEGINS}(?:please )?(?:note|be aware|remember|(?:keep|bear) in mind|be advised) that\s",
        "",
    ),
    _rule("remember to|be sure to", rf"{_BEGINS}(?:please )?(?:remember|be sure) to (?=[a-z])", ""),
    _rule(
        "make sure|ensure|be sure",
        rf"{_BEGINS}(?:please )?(?:make sure|ensure|be sure)(?: that)? you (?!{_NO_VERB})(?!ar)",
        "",
    ),
    _rule(
        " you that| you know that",
        rf"{_BEGINS}(?:we (?:would like|wish|want)|this is) to (?:inform|tell|advise|let) you(?: know)? that\s",
        "",
    ),
    _rule(
        "above|earlier|previously",
        rf"{_BEGINS}as (?:mentioned|stated|noted|explained|described|said) (?:above|earlier|previously),?\s",
        "",
    ),
    _rule("avoidance of doubt", r"\bfor the avoidance of doubt,?\s", ""),
    _rule("how ", rf"({HEADING}(?:\d[\d.]* )?)how (?:do|can) (?:i|you|we) ([^?\n]+)\??", r"\1how to \2"),
    _rule(
        "how |when |where |why ",
        rf"({HEADING}(?:\d[\d.]* )?)(how|when|where|why) (is|are|will) "
        r"((?:the |an? |your |our )?[\w-]+(?: [\w-]+)?) ([\w-]+)\?",
        r"\1\2 \4 \3 \5",
    ),
    _rule("hesitate", r"\b(?:please )?(?:do not|don't) hesitate to (?=contact|ask|call|ring|email|get)", ""),
    _rule("please find", r"\bplease find (?:below|attached|enclosed) a list of\b", "these are"),
    # Conditions and reasons.
    _rule("fact that", r"\b(?:because of|due to|owing to|in view of|in light of) the fact that\b", "because"),
    _rule("fact that", r"\b(?:despite|in spite of) the fact that\b", "although"),
    _rule("fact that", r"\bof the fact that\b", "that"),
    _rule("it is the case", r"\b(where|if) it is the case that\b", r"\1"),
    _rule("the event that|in case|in the case", r"\bin (?:the event|cases?) that\b", "if"),
    _rule("time when|time as|time that", r"\bat (?:the|such) time (?:when|as|that)\b", "when"),
    _rule("such time as", r"\buntil such time as\b", "until"),
    _rule("case", r"\bin (?:the )?cases? where\b", "where"),
    _rule("should", r"(?:\A|(?<=[.!;\u2029]\s))should ((?:you|they|we|it|the|an?|any)\s[^.!?]*,)", _turned_condition),
    _rule("ing of", r"\bthe ([a-z]{3,}ing) of(?= (?!the\b)[a-z])", r"\1"),
    _rule(
        "decision",
        rf"\b(?:a|the) decision (will|must|may|should|can) be (?:made|taken) by {_SOMEBODY}(?= on\b|\.|,)",
        r"\2 \1 decide",
    ),
    _rule("decisions", rf"\bdecisions are (?:made|taken) by {_SOMEBODY}(?= (?:on|by|at|in)\b|\.|,|\Z)", r"\1 decide"),
    _rule(
        "should of|could of|would of|must of|might of",
        r"\b(should|could|would|must|might) of (?=been\b|[a-z]+ed\b|an?\b)",
        r"\1 have ",
    ),
    _rule("purpose", r"\bfor the purposes? of\b", "for"),
    _rule("in ", r"\bin (?:the course of )?(?:the year )?(?=(?:19|20)\d\d\b)", "in "),
    _rule("course of", r"\b(?:during|in) the course of\b", "during"),
    _rule("prior to", r"\bprior to the commencement of\b", "before the start of"),
    _rule("fail", r"\bfails? to (?=[a-z])", "do not "),
    _rule("failed", r"\bfailed to (?=[a-z])", "did not "),
    _rule("able to", r"\b(?:is|are|am) (?:unable|not able) to\b", "cannot"),
    _rule("manner|way|fashion", r"\bin an? ([a-z]{3,}[^l\W]|[a-z]+(?:ful|al|le)) (?:manner|way|fashion)\b", _as_adverb),
    _rule("limited to", r",? but (?:is |are )?not limited to\b,?", ""),
    _rule("among other things", r"(\binclud(?:es?|ing)\b[^.;]*), among other things\b", r"\1"),
    _rule("later than|on or before", rf"\b(?:by )?(?:(?:no|not) later than|on or before) (?={_DATE})", "by "),
    _rule("both ", rf"\bboth (?={_SHORT_ITEM}and\b)", ""),
    _rule("either ", rf"\beither (?={_SHORT_ITEM}or\b)", ""),
    _rule(
        "ing",
        r"\b(?:with (?:a view|the aim) (?:to|of)|for the purposes? of|in order to be) ([a-z]{2,}ing)\b",
        _with_base,
    ),
    _rule("process of|practice of|act of", r"\bthe (?:process|practice|act) of (?=[a-z]{2,}ing\b|how\b)", ""),
    _rule("unless", r"\b(?:may|can|must|shall) not ([^.;,]{3,80}?),? unless\b", r"may \1 only if"),
    _rule("only", r"\bmay only (be [a-z]+|[a-z]+)\b([^.;,]{0,80}?) if\b", r"may \1\2 only if"),
    _rule("event of|case of", r"\bin (?:the event|case) of (?:an? |any )?(?=[a-z])", "if there is "),
    _rule("if there", r"\bif there (?:is|are) (?:an?|any) ", "if there is "),
    _rule("not agree", r"\b(?:do|does) not agree\b", "disagree"),
    _rule("disagrees", r"\bdisagrees\b", "disagree"),
    _rule("not satisfied", r"\bnot satisfied\b", "dissatisfied"),
    _rule("bi", r"\bbi-?annually\b", "twice a year"),
    _rule("with in", r"\bwith in (?=\d|an?\b|one\b|two\b|three\b|five\b|seven\b|ten\b)", "within "),
    _rule("absence", r"\bin ((?:the |an? |your |their )?[a-z]+(?: [a-z]+)?)'s absence\b", r"when \1 is away"),
    _rule("is to", r"\bthe (?:aim|purpose) of (this [a-z]+) is to\b", r"\1 aims to"),
    _rule("to ", r"\b((?:ceas|start|beg[aiu]n|continu)(?:e|es|ed|s)?) to ([a-z]{3,})\b", _with_ing_behind),
    _rule(
        " of ",
        r"\b((?:tell|inform|notif)[a-z]*|told) (us|you|them|him|her|me|(?:the|your|their) [a-z]+(?: [a-z]+)?) of "
        r"(?=(?:the|an?|any|your|all|its|their|this|these|changes?)\b)",
        r"\1 \2 about ",
    ),
    _rule("what ", rf"({HEADING}(?:\d[\d.]* )?)what (?:is|are) (?:the )?([^?\n]+)\?", r"\1\2"),
    _rule(
        ", ",
        r"\b(must|may|should|shall|will|can|if|when|that), "
        r"((?:after|before|during|within|on|at|in|by|for|from|until) [^,.;:]{3,40}), ([^,.;:]{3,80})(?=[,.;]|\Z)",
        _with_aside_behind,
    ),
    # Amounts.
    _rule("number of", r"\ba (?:large|great|considerable) number of\b", "many"),
    _rule("majority of", r"\b(?:the majority of)\b", "most"),
    _rule("in excess of", r"\bin excess of\b", "more than"),
    _rule("basis", r"\bon an? ((?!first\b|full\b|part\b)[a-z]{4,}) basis\b", _on_a_basis),
    _rule("a pair of", r"\ba pair of\b", "two"),
    _rule("each and every", r"\b(?:each and every)\b", "every"),
    _rule("any and all", r"\b(?:any and all)\b", "all"),
    # Who must do what.
    _rule("it is the", rf"\bit is the (?:responsibility|duty) of {_SOMEBODY} to\b", r"\1 must"),
    _rule("there is a", rf"\bthere is a (?:requirement|duty|need) for {_SOMEBODY} to\b", r"\1 must"),
    _rule(
        "it is ", rf"\bit is (?:necessary|compulsory|mandatory|obligatory|essential) for {_SOMEBODY} to\b", r"\1 must"
    ),
    _rule("there is no", rf"\bthere is no (?:need|requirement|duty) for {_SOMEBODY} to\b", r"\1 need not"),
    _rule("responsible for", r"\b(?:is|are) responsible for ([a-z]{2,}ing)\b", _with_base),
    _rule(
        "responsibility to|duty to|obligation to", r"\b(?:has|have) an? (?:responsibility|duty|obligation) to\b", "must"
    ),
    _rule("let ", r"\blet (us|me|them|him|her|the [\w'-]+(?: [\w'-]+)?) know\b", r"tell \1"),
    _rule("in receipt of", r"\b(?:is|are) in receipt of\b", "receive"),
    _rule("receives", r"\breceives\b", "receive"),
    _rule(
        "at no cost|free of charge", r"\b(?:at no cost|free of charge)(?: to (?:you|them|themselves))?\b", "for free"
    ),
    # A clause that is only a long form of an adjective.
    _rule(
        " is | are ",
        rf"\b(?:who|which|that) (?:is|are) (?!(?:{_DUTIES})\b)"
        r"(?=(?:[a-z]+(?:ed|wn|en)|responsible|under|over|in|on|at|with|from|available|likely|due|about|near)\b)",
        "",
    ),
    _rule("have been|has been", r"\b(?:which|that|who) (?:has|have) been (?=[a-z]+(?:ed|wn|en)\b)", ""),
    _rule(" who ", rf"\b({_PEOPLE}) who (?!{_NO_VERB})([a-z]{{2,}}(?<!ed)(?<!ly))\b", _with_ing),
    # Whose it is.
    _rule("member", rf"\b(members?) of (?:the |an? )?([a-z]+'?(?: [a-z]+)?){_BEHIND_SUBJECT}", r"\2 \1"),
    _rule(
        " of the ",
        rf"\bthe ([a-z]+) of the ([a-z]+){_BEHIND_SUBJECT}",
        r"the \2's \1",
    ),
)


@lru_cache(maxsize=4096)
def in_plain_english(text: str) -> str:
    """Return a passage in plain English, as far as the rules know it."""
    text = with_plain_verbs(text.replace("\u2019", "'"))
    folded = text.casefold()
    for holds, pattern, form in RULES:
        for words in holds:
            if words in folded:
                text = compiled(pattern).sub(form, text)
                folded = text.casefold()
                break
    return text
