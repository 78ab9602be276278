"""References in words: "section 4.2", "Part D of this policy", "“Complaints” above"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.domain.policy.policy import Text

_NUMBERED = re.compile(
    r"\b(?P<kind>section|chapter|part|paragraph|appendix|annex|schedule|clause|step|article|rule)\s+"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-H]|[IVXL]{1,6})\b(?!['\u2019/])"
    r"(?!\s+of\s+the\s+\w+\s+(?:act|code|law|regulations))",
    re.IGNORECASE,
)
_OTHER_TEXT = re.compile(
    r"\s*(?:\([\w, ]+\)\s*)?(?:(?:of|in|to|under)\s+(?:the\s+|our\s+|a\s+)?[A-Z\[*_]"
    r"|notices?|orders?|agreements?|certificates?)",
    re.ASCII,
)
"""Behind a number: it is one of another text, or the name of a thing."""
_OF_TITLE = re.compile(r"\s+(?:of|in)\s+the\s+([A-Z][\w'\u2019-]*(?:\s+[A-Z][\w'\u2019-]*){0,5})")
_OWN = re.compile(
    r"\s*(?:\([\w, ]+\)\s*)?(?:above|below|of\s+(?:this|these|our|the)\s+"
    r"(?:policy|policies|document|guide|guidelines?|handbook|rules|code|page)\b)"
    r"|\s*(?:\([\w, ]+\)\s*)?(?:to|of|in)\s+(?:this|these|our)\s+"
    r"(?:constitution|by-?laws|policy|handbook|rules|document)\b",
    re.IGNORECASE,
)
"""Behind a number: it is one of this text."""
_APPENDED = ("appendix", "annex")
"""What stands at the end of a text, with numbers of its own."""
_COUNTED = frozenset({"article", "rule"})
"""Kinds of parts that are judged only where headings of the policy are called so."""
_SEE = re.compile(
    r"\b(?:see|refer to|set out in|described in|listed in|explained in|in accordance with)\s+(?:also\s+)?\Z",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:Act|Regulations?|Directive|Order|Statute|Code|GDPR|USC|CFR)\b|\b(?:19|20)\d\d\b")
_HEADING_NUMBER = re.compile(
    r"(?:(?P<kind>section|chapter|part|appendix|annex|schedule|clause|article|rule)\s+(?P<roman>[IVXL]{1,6})"
    r"|(?:section|chapter|part|appendix|annex|schedule|clause|article|rule)?\s*"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*|[A-H](?=[.):\s\u2013\u2014-])))[.):\s\u2013\u2014-]",
    re.IGNORECASE,
)
_LINE_NUMBER = re.compile(r"^[\s>#*_|-]*(\d{1,2}(?:\.\d{1,2}){1,3})(?=[.):|*_\s])", re.MULTILINE)
_NUMBERED_ALIKE = 2
"""So many numbers of as many figures a policy has before one that it does not have is missed."""
_STEP = re.compile(
    r"^[\s#>*_\d.)-]*(?:<[^<>\n]*>[^<>\n]*<[^<>\n]*>\s*)?step\s+(\d{1,2})\b", re.IGNORECASE | re.MULTILINE
)
"""Begins a step."""
_NAMED = re.compile(
    r"\b(?:see|under|in|read|described in|listed in|set out in)\s+(?:the\s+)?(?:section\s+)?(?:on\s+)?"
    r"[\u201c\u2018\"'](?P<title>[A-Z][^\u201c\u201d\u2019\"'\n]{3,60}?)[\u201d\u2019\"']\s+(?:section\s+)?"
    r"(?:(?:above|below|(?:of|in)\s+(?:this|our)\s+(?:policy|handbook|guide|document|code|constitution))\b"
    r"|(?:of|in)\s+(?:the\s+)?(?P<of>(?-i:[A-Z])[\w-]*(?:\s+(?-i:[A-Z])[\w-]*){0,4}))",
    re.IGNORECASE,
)
_REACH = 40
_BREAK = re.compile(r"[.,;()\n]|\band\b")

_SAME_TITLE = 0.7
"""So much of a name a title has to be when the name says more than the title."""

Reference = tuple[int, int, str]


def lost_references(material: CheckInput, text: Text) -> Iterator[Reference]:
    """Yield the references of one text to sections that the policy does not have."""
    numbers = _numbers(material, material.paths) | _numbers_of_lines(material)
    depths = Counter(number.count(".") for number in numbers)
    for match in _NUMBERED.finditer(text.text):
        if path := _named_file(material, text.text, match):
            if _is_missing(material, path, match["number"]):
                yield *match.span(), f"{path.rpartition('/')[2]} has no {match[0]}"
        elif match["kind"].lower() == "clause" and not _is_missing(material, text.path, match["number"]):
            continue
        elif (depth := match["number"].count(".")) and depths[depth] < _NUMBERED_ALIKE:
            # Lists within lists have such numbers without a figure that says so.
            continue
        elif _is_beyond_steps(text.text, match):
            yield *match.span(), f"there is no {match[0].lower()}"
        elif _is_lost_appendix(material, match) or (
            match["number"].upper() not in numbers and _is_own(text.text, match, numbered=len(numbers) >= 2)
        ):
            yield *match.span(), f"there is no {match[0].lower() if match['number'].isdigit() else match[0]}"
    yield from _lost_names(material, text)


def _is_beyond_steps(text: str, match: "re.Match[str]") -> bool:
    """Whether a step is named that comes after the last one of a text whose steps begin lines or headings."""
    steps = [int(step[1]) for step in _STEP.finditer(text)] if match["kind"].lower() == "step" else []
    counted = len(steps) > 1 and min(steps) == 1 and match["number"].isdigit()
    if not counted or int(match["number"]) <= max(steps) or _OTHER_TEXT.match(text, match.end()):
        return False
    return re.search(rf"^[\s>]*{match['number']}[.)]\s", text, re.MULTILINE) is None


def _is_lost_appendix(material: CheckInput, match: "re.Match[str]") -> bool:
    """Whether an appendix is named that no line of the policy begins with: numbers of sections are not its own."""
    if match["kind"].lower() not in _APPENDED or _OTHER_TEXT.match(match.string, match.end()):
        return False
    begins = re.compile(
        rf"^[\s#>*_|\d.)-]*(?:{'|'.join(_APPENDED)})\s+{match['number']}\b", re.IGNORECASE | re.MULTILINE
    )
    return not any(begins.search(material.policy.texts[path].text) for path in material.paths)


def _is_own(text: str, match: "re.Match[str]", *, numbered: bool) -> bool:
    """Whether a number is meant to be one of this policy's: where it says so, or where its headings have numbers."""
    if match["kind"].lower() in _COUNTED:
        return (
            _OTHER_TEXT.match(text, match.end()) is None and len(re.findall(rf"(?im)^#+\s+{match['kind']}\s", text)) > 1
        )
    if _OWN.match(text, match.end()):
        return True
    if _OTHER_TEXT.match(text, match.end()) or (
        match["number"].isalpha() and match["kind"].lower() not in {"appendix", "annex"}
    ):
        return False
    around = (text[max(0, match.start() - _REACH) : match.start()], text[match.end() : match.end() + _REACH])
    near = (_BREAK.split(around[0])[-1], _BREAK.split(around[1])[0])
    if match["kind"].lower() in {"part", "schedule", "step"} or any(map(_LAW.search, near)):
        return False
    if match["kind"].lower() in {"appendix", "annex"}:
        return True
    return numbered or bool(_SEE.search(text[max(0, match.start() - _REACH) : match.start()]))


def _named_file(material: CheckInput, text: str, match: "re.Match[str]") -> str:
    """The file of the policy whose title stands behind a number: "section 8 of the Overview"; empty for none."""
    named = _OF_TITLE.match(text, match.end())
    if not named or not match["number"].isdigit():
        return ""
    words = _plain_title(named[1])
    titles = ((path, material.prose(path).headings) for path in material.paths)
    return next((path for path, outline in titles if outline and words == _plain_title(outline[0].title)), "")


def _is_missing(material: CheckInput, path: str, number: str) -> bool:
    """Whether a file has no part of a number, neither by its headings' numbers nor by counting them."""
    outline = material.prose(path).headings[1:]
    top = min((heading.level for heading in outline), default=0)
    counted = sum(heading.level == top for heading in outline)
    return number not in _numbers(material, (path,)) and (not number.isdigit() or int(number) > counted)


def _numbers(material: CheckInput, paths: Iterable[str]) -> frozenset[str]:
    """The numbers and letters that headings have, with those above them."""
    numbers: set[str] = set()
    for path in paths:
        for heading in material.prose(path).headings:
            match = _HEADING_NUMBER.match(f"{heading.title} ")
            if match:
                parts = (match["roman"] or match["number"]).upper().split(".")
                numbers |= {".".join(parts[:count]) for count in range(1, len(parts) + 1)}
    return frozenset(numbers)


def _numbers_of_lines(material: CheckInput) -> frozenset[str]:
    """The numbers of several figures that lines begin with: paragraphs have them as well as headings."""
    return frozenset(
        number for path in material.paths for number in _LINE_NUMBER.findall(material.policy.texts[path].text)
    )


def _lost_names(material: CheckInput, text: Text) -> Iterator[Reference]:
    """Yield the titles that are named as standing above, below or in a section, and are no title of the policy."""
    titles: set[str] | None = None
    for match in _NAMED.finditer(text.text):
        titles = titles if titles is not None else _titles(material)
        if match["of"] and not any(title == _plain_title(match["of"]) for title in titles):
            continue
        words = _plain_title(match["title"])
        if not any(words in title or (title in words and len(title) >= _SAME_TITLE * len(words)) for title in titles):
            yield *match.span("title"), f"there is no part “{match['title']}”"


_BOLD = re.compile(r"(?:\*\*|__)([^*_\n]{3,80})(?:\*\*|__)")


def _titles(material: CheckInput) -> set[str]:
    titles = {_plain_title(heading.title) for path in material.paths for heading in material.prose(path).headings}
    bold = (match[1] for path in material.paths for match in _BOLD.finditer(material.policy.texts[path].text))
    return titles | {_plain_title(words) for words in bold}


def _plain_title(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", words.lower()).strip()
