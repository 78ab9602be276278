"""Words of officialese with the plain word for each."""

import re
from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput, PlacedSentence
from reviewtui.domain.review.findings.finding import Finding, finding_id

NAME = "plain-words"

# After the Plain English Campaign's and GOV.UK's lists: only words for which the plain one does as well in any policy.
PLAIN: dict[str, str] = {
    r"utili[sz](?:e|es|ed|ing)": "use",
    r"utili[sz]ation": "use",
    r"facilitat(?:e|es|ed|ing)": "help",
    r"commenc(?:e|es|ed|ing|ement)": "start",
    r"terminat(?:e|es|ed|ing)": "end",
    r"endeavour(?:s|ed|ing)?": "try",
    r"ascertain(?:s|ed)?": "find out",
    r"prior to": "before",
    r"subsequent to": "after",
    r"in order to": "to",
    r"in the event (?:of|that)": "if",
    r"with (?:regard|respect|reference) to": "about",
    r"in (?:regard|respect|relation) (?:to|of)": "about",
    r"pertaining to": "about",
    r"at this (?:moment|point) in time": "now",
    r"in a timely (?:manner|fashion)": "in time",
    r"for the purposes? of": "for",
    r"irrespective of (?:whether|the fact)": "whether or not",
    r"notwithstanding": "despite",
    r"in accordance with": "following",
    r"in lieu of": "instead of",
    r"by means of": "by",
    r"on a (?:daily|weekly|monthly|regular) basis": "daily, weekly …",
    r"due to the fact that": "because",
    r"a (?:large|significant) number of": "many",
    r"the majority of": "most",
    r"(?:aforementioned|aforesaid)": "this",
    r"(?:hereby|herein|hereinafter|hereto|thereof|therein|thereto|thereby|whereupon|wherein)": "",
    r"pursuant to": "under",
    r"forthwith": "now",
    r"in excess of": "more than",
    r"shall be deemed to": "counts as",
    r"disseminat(?:e|es|ed|ing|ion)": "spread, send",
    r"expedit(?:e|es|ed|ing)": "speed up",
    r"remunerat(?:e|ion)": "pay",
    r"leverag(?:e|es|ed|ing)": "use",
    r"going forward": "from now on",
    r"key stakeholders?": "who is meant",
    r"cognisant of": "aware of",
    r"should you (?:require|wish)": "if you",
}  # fmt: skip
_PATTERN = re.compile("|".join(rf"(?P<w{number}>\b(?:{words})\b)" for number, words in enumerate(PLAIN)), re.IGNORECASE)
_PUT = list(PLAIN.values())
_MENTIONED = "*_\"'`\u201c\u201d\u2018\u2019"


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each word of the list that is used; one in quotation marks or italics is spoken about, not used."""
    for place in material.places:
        if not (place.sentence.quoted or place.sentence.reference):
            yield from _in_sentence(material, place)


def _in_sentence(material: CheckInput, place: PlacedSentence) -> Iterator[Finding]:
    text = material.policy.texts[place.path].text
    sentence = text[place.sentence.start : place.sentence.end]
    for match in _PATTERN.finditer(sentence):
        before, after = sentence[: match.start()][-1:], sentence[match.end() :][:1]
        if before and after and before in _MENTIONED and after in _MENTIONED:
            continue
        start = place.sentence.start + match.start()
        put = _PUT[int((match.lastgroup or "w0")[1:])]
        message = f"“{match[0]}”: “{put}” is plainer" if put else f"“{match[0]}” says nothing here; leave it out"
        yield Finding(finding_id(NAME, match[0], sentence), NAME, place.path, start, start + len(match[0]), message)
