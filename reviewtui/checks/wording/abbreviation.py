"""Abbreviations that are explained nowhere, or in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.words.dictionary import how_often, is_word

NAME = "abbreviation"
_SHORT = re.compile(
    r"(?<![\w#@/.&-])[A-Z]{2,6}s?(?![\w@/-]|\.[A-Za-z]|['\u2019][Tt]\b)|(?<![\w#@/.&-])[A-Z]&[A-Z](?![\w@])"
)
_KNOWN_LINES = (
    "UK EU US USA UN BBC ITV GB NHS MP MPS PDF URL HTML CSS FAQ FAQS TV PC IT ID OK AM PM CCTV DVD CD USB SMS",
    "PIN CEO HR PR VAT HMRC MOT A4 A3 GMT BST UTC ISO JPEG JPG PNG GIF XML JSON CSV API HTTP HTTPS WWW RSS",
    "WIFI QR AI COVID II III IV VI VII VIII IX XI XII MUST NOT SHOULD MAY SHALL REQUIRED OPTIONAL RECOMMENDED",
    "AND OR NO YES DO ALL NEVER ALWAYS NB PS RE TBC TBA TBD TODO FIXME XXX README LICENSE MIT BSD GPL CC0 SEO",
    "GPS DIY VIP RSVP PA APP AN IF THE GB MB TB IP SSL TLS DNS VPN SSH SQL CPU RAM SSD LAN SDK IDE URI SSO IBM SAP",
    "RSA AES ASCII UTF UX UI CTO CFO COO SLA NDA KPI KPIS GBP USD EUR ASAP ETA FYI LGBT LGBTQ GOV PNGS CC BCC DOCX TXT",
    "ZIP PPT XLS CV CVS AWS DD MM YY YYYY XX HH SS HDMI FBI IRS NASA LED MP3 ATM BIN UFO AGM NGO PHD BA MA MSC BSC",
    "DR MR MRS",
)
_KNOWN = frozenset(word for line in _KNOWN_LINES for word in line.split())
"""What everybody knows, and words that are written in capitals for weight."""
_REACH = 200
"""Characters before a bracket in which the words stand that its letters are short for."""
_NAME = re.compile(r"\b[A-Z]{2,}(?: [A-Z]{2,})+\b")
"""Several words in capitals are a name or a shout."""
_LINKED = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_DEFINED = re.compile(r"\(\s*(?:the\s+|or\s+|known as\s+(?:the\s+)?|“|\"|')*([A-Z][A-Z0-9&]{1,5})s?\b")
_EXPLAINED = re.compile(
    r"\b([A-Z][A-Z0-9&]{1,5})s?"
    r"(?:\s*\(|\s*(?:,|:|;|\u2014|\u2013|-)?\s*(?:stands for|means|is short for|is the\b|, the\b|:)|\s*[;|]\s*[A-Z])"
)


_ENTRY = re.compile(r"\A\W*([A-Z][A-Z0-9&]{1,5})s?\W{0,3}\s*[-\u2013\u2014:=]\s+\w")
"""A line that begins with an abbreviation, then says what it is."""
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:[ -](?:(?:of|and|the|for|to|in|on)[ -])?[A-Z][a-z]+)+")
"""A name of several words, whose initials may be used for it."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SMALL = frozenset({"of", "and", "the", "for", "to", "in", "on"})
_LEAST_WORD = 4
"""Letters of a word that is written in capitals for weight; shorter ones in a dictionary may be abbreviations, …"""
_EVERYDAY = 300_000
"""… unless the dictionary's maker met them so often."""
_LETTERS = frozenset({"who", "us", "it"})
"""Everyday words that are abbreviations in capitals as well."""


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield the first use of each abbreviation that is explained nowhere, and each second explanation that differs."""
    used: dict[str, list[tuple[PlacedSentence, str]]] = defaultdict(list)
    for place in material.places:
        if not _shouted(place.sentence.plain) and not place.sentence.reference:
            for match in _SHORT.finditer(_NAME.sub("", place.sentence.plain)):
                used[match[0].rstrip("s")].append((place, match[0]))
    explained, expansions = _explanations(material)
    for short, uses in used.items():
        if not (short.upper() in _KNOWN or short in explained or _is_shouted_word(short) or _linked(material, uses)):
            yield _finding(material, uses[0], f"“{short}” is an abbreviation that the policy does not explain")
    yield from _told_twice(material, expansions)


def _is_shouted_word(short: str) -> bool:
    """Whether capitals are for weight or for a number: a word of a dictionary, XIII."""
    word = short.lower()
    everyday = is_word(word) if len(short) >= _LEAST_WORD else how_often(word) >= _EVERYDAY and word not in _LETTERS
    return everyday or bool(_ROMAN.fullmatch(short))


def _initials(plain: str) -> Iterator[str]:
    """Yield the initials of each name of several words, which a reader of the name can guess."""
    for match in _CAPITALISED.finditer(plain):
        words = re.split(r"[ -]", match[0])
        for first in range(len(words) - 1):
            yield "".join(word[0] for word in words[first:] if word[0].isupper())
            yield "".join(word[0].upper() for word in words[first:])


def _linked(material: CheckInput, uses: list[tuple[PlacedSentence, str]]) -> bool:
    """Whether an abbreviation stands in the words of a link each time, which leads to what it means."""
    for place, word in uses:
        sentence = material.policy.texts[place.path].text[place.sentence.start : place.sentence.end]
        if re.search(rf"\b{re.escape(word)}\b", _NAME.sub("", _LINKED.sub("", sentence))):
            return False
    return True


def _shouted(plain: str) -> bool:
    """Whether most of a sentence is in capitals, so that capitals say nothing."""
    letters = [letter for letter in plain if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) * 2 > len(letters) > 6


def _explanations(material: CheckInput) -> tuple[set[str], dict[str, list[tuple[PlacedSentence, str]]]]:
    explained: set[str] = set()
    expansions: dict[str, list[tuple[PlacedSentence, str]]] = defaultdict(list)
    for place in material.places:
        plain = place.sentence.plain
        for match in _DEFINED.finditer(plain):
            long = _expansion(plain[max(0, match.start() - _REACH) : match.start()], match[1])
            explained.add(match[1])
            if long:
                expansions[match[1]].append((place, long))
        explained.update(match[1] for match in _EXPLAINED.finditer(plain))
        explained.update(match[1] for match in _ENTRY.finditer(plain))
        explained.update(_initials(plain))
    for path in material.paths:
        explained.update(_headed(heading.title) for heading in material.prose(path).headings)
    return explained, expansions


def _headed(title: str) -> str:
    defined = _DEFINED.search(title)
    return defined[1] if defined else ""


def _expansion(before: str, short: str) -> str:
    """Return the words before a bracket whose first letters make up what stands in it, empty when they do not."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    words = re.findall(r"[A-Za-z]+", before)
    for count in range(len(letters), min(len(words), len(letters) + 3) + 1):
        tail = words[-count:]
        initials = [word[0].lower() for word in tail if word.lower() not in _SMALL]
        if initials == letters or [word[0].lower() for word in tail] == letters:
            return " ".join(tail).lower()
    return ""


def _same_words(long: str, first: str) -> bool:
    """Whether two explanations differ in small words, in a plural or in how far they go only."""
    ours, theirs = ([word.rstrip("s") for word in words.split() if word not in _SMALL] for words in (long, first))
    return ours[: len(theirs)] == theirs[: len(ours)]


def _told_twice(material: CheckInput, expansions: dict[str, list[tuple[PlacedSentence, str]]]) -> Iterator[Finding]:
    for short, places in expansions.items():
        first = places[0][1]
        for place, long in places[1:]:
            if not _same_words(long, first):
                message = f"“{short}” stands for “{long}” here and for “{first}” elsewhere"
                yield _finding(material, (place, short), message, places[0][0])


def _finding(
    material: CheckInput, use: tuple[PlacedSentence, str], message: str, other: PlacedSentence | None = None
) -> Finding:
    place, word = use
    text = material.policy.texts[place.path].text
    at = text.find(word, place.sentence.start, place.sentence.end)
    start, end = (at, at + len(word)) if at >= 0 else (place.sentence.start, place.sentence.end)
    spot = (other.path, other.sentence.start, other.sentence.end) if other else None
    sentence = text[place.sentence.start : place.sentence.end]
    return Finding(finding_id(NAME, word, sentence), NAME, place.path, start, end, message, spot)
